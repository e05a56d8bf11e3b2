/** In which themes a loose idea may fit, on screens that lead. */

import { suggestedFor } from "../lib/suggested";
import { themes } from "./room";

/** At most three themes, the likeliest first. */
export const fitting = (idea: string) => suggestedFor(idea).flatMap((id) => themes.value.find((theme) => theme.id === id) ?? []);
