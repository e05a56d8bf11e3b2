/** What the page starts from, as the server wrote it in `<script type="application/json" id="boot">`. */

interface Boot {
  readonly code: string;
  readonly audience: "participant" | "projector" | "facilitator";
  readonly language: string;
  readonly title: string;
  readonly question: string;
  readonly joinUrl: string;
  /** With this link a participant comes back on another phone; "" for who has none. */
  readonly personalUrl?: string;
  /** Per kind of round the addresses of its screen: the script itself, then what it imports. */
  readonly screens: Readonly<Record<string, readonly string[]>>;
  /** The logo of who holds the workshop, for the screen on which people come in. */
  readonly logo?: { readonly address: string; readonly text: string } | null;
  /** Where an organiser who leads goes on when it is over; "" for who is none. */
  readonly reportUrl?: string;
  /** Whether this screen may lead. */
  readonly controls?: boolean;
  /** What to show when the page is an example: nothing of it is sent or kept. */
  readonly example?: Example;
}

/** What a page holds at a moment; now: that moment in server ms. */
export interface Example {
  readonly view: object;
  readonly mine: object;
  readonly now: number;
}

const NOTHING: Boot = {
  code: "",
  audience: "participant",
  language: "nl",
  title: "",
  question: "",
  joinUrl: "",
  screens: {},
};

function read(): Boot {
  const text = document.getElementById("boot")?.textContent;
  return text ? { ...NOTHING, ...(JSON.parse(text) as Partial<Boot>) } : NOTHING;
}

export const boot: Boot = read();
