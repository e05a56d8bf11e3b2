/** What every live page does first. */

import { connect } from "./connection";
import { offerAgain, openOutbox } from "./outbox";

/** Take up what an earlier visit left to send, and open the line. */
export async function goLive(): Promise<void> {
  await openOutbox();
  connect(offerAgain);
}
