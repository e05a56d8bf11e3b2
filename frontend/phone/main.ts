/** The phone page starts here. */

import { goLive } from "../lib/live";
import { start } from "./start";

void goLive().then(start);
