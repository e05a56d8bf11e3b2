/** What makes the pages of words nicer. All of them work without it, and its texts are in the page. */

import { sendOnce } from "./once";
import { showAppearance } from "./appearance";
import { showChoice } from "./choose";
import { offerCopying } from "./copy";
import { followMakings } from "./making";
import { nameOther } from "./other";
import { previewHere } from "./preview";
import { offerPrinting } from "./print";

offerCopying();
offerPrinting();
showAppearance();
nameOther();
previewHere();
showChoice();
followMakings();
sendOnce();
