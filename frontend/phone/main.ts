/** The phone page starts here. */

import { boot } from "../lib/boot";
import { showExample } from "../lib/connection";
import { goLive } from "../lib/live";
import { start } from "./start";

if (boot.example) {
  showExample(boot.example);
  void start();
} else {
  void goLive().then(start);
}
