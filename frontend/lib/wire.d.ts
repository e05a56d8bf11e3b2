/** Made from brouwerij/wire.py by `make wire-types`: change that, not this. */

/**
 * client -> server, first thing on every connection.
 *
 *     seq, epoch: up to where the client holds the view, and of which history; 0 and "" for nothing.
 *     table: at which table that view was had; another table has another view.
 */
export interface Hello {
  code: string;
  audience: "facilitator" | "participant" | "projector";
  seq?: number;
  epoch?: string;
  table?: number;
  language?: string;
}
/**
 * Answer to `hello`. view: everything, or None when `patches` carry what was missed.
 *
 *     now: server time in ms. mine: always whole. me: the participant's id, "" for others.
 */
export interface Welcome {
  seq: number;
  epoch: string;
  now: number;
  me: string;
  role: string;
  view: {
    [k: string]: {};
  } | null;
  patches: PatchMessage[];
  mine: {
    [k: string]: {};
  };
  ok?: true;
}
/**
 * server -> client, as `patch` (the audience's view) or `mine` (one's own things).
 *
 *     Entities in `set` are whole. A client that holds a seq of at least `from` and less than `to`
 *     applies it; one that holds less has missed something and says `hello` again.
 */
export interface PatchMessage {
  from: number;
  to: number;
  set?: {
    [k: string]: {};
  };
  del?: {
    [k: string]: string[];
  };
}
/**
 * Answer to a `hello` that was not understood or allowed.
 */
export interface Refused {
  error: Problem;
  ok?: false;
}
/**
 * Why not: the code for programs, the message for people, in their language.
 */
export interface Problem {
  code: string;
  message: string;
}
/**
 * One command of a `do`. id: made by the client at random, and kept for every re-send.
 */
export interface Asked {
  id: string;
  kind: string;
  data?: {};
}
/**
 * What became of a command: stored (seq says up to where), or refused for good.
 *
 *     A command refused with `command.retry` or `command.too_many` was not stored: send it again.
 */
export interface Outcome {
  id: string;
  ok: boolean;
  seq?: number;
  error?: Problem | null;
}
/**
 * server -> client: this view ends.
 *
 *     reason: "revoked" closes the connection, since the facilitator link was taken back; "moved"
 *     asks to say `hello` anew, since the person sits at another table; "behind" asks the same, since
 *     the connection could not keep up and some patches were left out.
 */
export interface Bye {
  reason: "behind" | "moved" | "revoked";
}
/**
 * Answer to `digest`: what this connection should hold at `seq`, as `digest_of` has it.
 */
export interface Digest {
  seq: number;
  digest: string;
}
/**
 * The collections of a view, id -> entity as this audience may see it.
 */
export interface Views {
  workshop: {
    [k: string]: WorkshopSeen;
  };
  rounds: {
    [k: string]: RoundSeen;
  };
  initiatives: {
    [k: string]: InitiativeSeen;
  };
  participants: {
    [k: string]: ParticipantSeen;
  };
  ideas: {
    [k: string]: IdeaSeen;
  };
  themes: {
    [k: string]: ThemeSeen;
  };
  introductions: {
    [k: string]: IntroductionSeen;
  };
  points: {
    [k: string]: PointSeen;
  };
  polls: {
    [k: string]: PollSeen;
  };
  ballots: {
    [k: string]: BallotSeen;
  };
  dot_ballots: {
    [k: string]: DotBallot;
  };
  poll_ballots: {
    [k: string]: PollBallot;
  };
  votes: {
    [k: string]: Vote;
  };
  amendments: {
    [k: string]: AmendmentSeen;
  };
  cards: {
    [k: string]: CardSeen;
  };
  holds: {
    [k: string]: HoldSeen;
  };
  groups: {
    [k: string]: GroupSeen;
  };
  signups: {
    [k: string]: SignupSeen;
  };
  notes: {
    [k: string]: NoteSeen;
  };
  pictures: {};
}
export interface WorkshopSeen {
  title: string;
  question: string;
  date: string;
  language: string;
  anonymous: boolean;
  tables: number;
  state: string;
  plan: string[];
  current: string;
  spotlight: string;
  message: string;
  due: number;
}
/**
 * phases: all it goes through; phase: where it is now. Times are server ms, 0 for none.
 */
export interface RoundSeen {
  kind: string;
  title: string;
  minutes: number;
  settings: {};
  status: string;
  phase: string;
  phases: string[];
  opened_at: number;
  ends_at: number;
  left: number;
  focus: string;
  focus_ends_at: number;
}
export interface InitiativeSeen {
  name: string;
  mark: string;
  colour: number;
}
export interface ParticipantSeen {
  initiative?: string;
  table?: number;
  name?: string;
  guest?: boolean;
  helper?: boolean;
  host?: string;
  number?: number;
}
/**
 * An idea others may see. Who and when are left out in an anonymous workshop. paper: for who
 *     leads, to find the paper card back.
 */
export interface IdeaSeen {
  round: string;
  text: string;
  author?: string;
  initiative?: string;
  table?: number;
  theme?: string;
  same_as?: string;
  hidden?: boolean;
  parked?: boolean;
  helped?: boolean;
  paper?: number;
  at?: number;
  behind?: number;
}
export interface ThemeSeen {
  name: string;
  colour?: number;
  merged_into?: string;
  at?: number;
}
export interface IntroductionSeen {
  round: string;
  initiative: string;
  who?: string;
  beautiful?: string;
}
export interface PointSeen {
  round: string;
  initiative: string;
  sort: "bottleneck" | "factor";
  text: string;
  at?: number;
}
export interface PollSeen {
  themes: string[];
  groups: "initiatives" | "opinions";
  rule: Rule;
}
/**
 * The thresholds of the verdicts, as exact shares.
 *
 *     turnout: of the electorate that must have answered. tolerance and everyone_breadth: for
 *     "everyone". broad_breadth, partly_breadth: supporters for "broad" and for "partly" or
 *     "divided". weakest: supporters in the least supporting segment. objection: the most open
 *     objections among answers. segment_min: people a segment has; smaller ones are put together.
 */
export interface Rule {
  turnout?: string;
  tolerance?: string;
  everyone_breadth?: string;
  broad_breadth?: string;
  partly_breadth?: string;
  weakest?: string;
  objection?: string;
  segment_min?: number;
}
export interface BallotSeen {
  method: "consent" | "gradients" | "pairwise" | "ranked" | "systemic";
  themes: string[];
  before?: string;
  amended?: {
    [k: string]: string;
  };
}
/**
 * One person's dots, theme -> number; the id is ROUND:PERSON.
 *
 *     returned: how many came back by themes that were merged, until the person sets dots again.
 */
export interface DotBallot {
  id: string;
  round?: string;
  participant?: string;
  dots?: {
    [k: string]: number;
  };
  returned?: number;
}
/**
 * One person's answer to one theme; the id is ROUND:PERSON:THEME.
 *
 *     energy: wants to work on it.
 */
export interface PollBallot {
  id: string;
  round?: string;
  participant?: string;
  theme?: string;
  answer?: "" | "live_with" | "object" | "support";
  reason?: string;
  energy?: boolean;
}
/**
 * What one person says about one thing; the id is ROUND:PERSON:ABOUT.
 *
 *     about: what was asked: a theme, a pair of them as A:B, or "" for the whole ballot. value: None
 *     when they abstain. turn: of a pair that was dealt, from 1; open: it was not answered yet.
 */
export interface Vote {
  id: string;
  round?: string;
  participant?: string;
  about?: string;
  value?: number | null;
  reason?: string;
  turn?: number;
  open?: boolean;
}
export interface AmendmentSeen {
  round: string;
  theme: string;
  text?: string;
}
export interface CardSeen {
  round: string;
  theme: string;
  table?: number;
  what?: string;
  why?: string;
  first_step?: string;
  who?: string;
  needs?: string;
}
/**
 * participant is left out in an anonymous workshop.
 */
export interface HoldSeen {
  card: string;
  field: string;
  until: number;
  participant?: string;
}
export interface GroupSeen {
  round: string;
  theme: string;
  vanguard?: boolean;
  first_step?: string;
  date?: string;
  goal?: string;
  needs?: string;
}
/**
 * name: as given when signing up, else the participant's own.
 */
export interface SignupSeen {
  group: string;
  role: "follower" | "lead" | "member";
  name?: string;
  initiative?: string;
}
export interface NoteSeen {
  text: string;
}
/**
 * The collections of one's own things, whole, whatever is shown to others.
 */
export interface Mine {
  me: {
    [k: string]: MeSeen;
  };
  ideas: {
    [k: string]: Idea;
  };
  seconds: {
    [k: string]: Second;
  };
  sortings: {
    [k: string]: Sorting;
  };
  taps: {
    [k: string]: Tap;
  };
  wishes: {
    [k: string]: WishSeen;
  };
  dot_ballots: {
    [k: string]: DotBallot;
  };
  poll_ballots: {
    [k: string]: PollBallot;
  };
  votes: {
    [k: string]: Vote;
  };
  signups: {
    [k: string]: Signup;
  };
  checkouts: {
    [k: string]: Checkout;
  };
}
export interface MeSeen {
  name: string;
  initiative: string;
  table: number;
  helper: boolean;
  resume_code: string;
  contact: Contact | null;
}
/**
 * How to reach somebody, and what they said it may be used for.
 */
export interface Contact {
  name?: string;
  email?: string;
  phone?: string;
  share?: boolean;
}
/**
 * One contribution in a few words.
 *
 *     author: a participant, or "" when a facilitator wrote it down for somebody. writer: who wrote
 *     it for them, in logs from before guests were participants. same_as: the idea this one repeats.
 *     parked: came too late and waits in the parking lot. helped: entered by a helper for somebody
 *     without a phone. paper: the number of the paper card it was on, 0 for none. at: when it was
 *     written, server time in ms. behind: how many people besides its author said the same or
 *     seconded it (domain/seconds.py).
 */
export interface Idea {
  id: string;
  round?: string;
  text?: string;
  author?: string;
  writer?: string;
  initiative?: string;
  table?: number;
  theme?: string;
  same_as?: string;
  hidden?: boolean;
  parked?: boolean;
  helped?: boolean;
  paper?: number;
  at?: number;
  behind?: number;
}
/**
 * Somebody means what another's idea says; the id is IDEA:PERSON.
 */
export interface Second {
  id: string;
  round?: string;
  idea?: string;
  participant?: string;
}
/**
 * Where one person says an idea belongs; the id is ROUND:IDEA:PERSON.
 *
 *     theme: "" when they passed it over. settled: enough others said the same, so that the idea
 *     went there; who takes that back then would take it from them.
 */
export interface Sorting {
  id: string;
  round?: string;
  idea?: string;
  participant?: string;
  theme?: string;
  settled?: boolean;
}
/**
 * One person's "recognised" or "we can help" on a point; id POINT:PERSON:SORT.
 */
export interface Tap {
  id: string;
  round?: string;
  point?: string;
  participant?: string;
  initiative?: string;
  sort?: "help" | "recognise";
}
/**
 * A wish as its owner sees it. met: who asked the same on the other side.
 */
export interface WishSeen {
  round: string;
  need: string;
  offer: string;
  met: Met[];
}
/**
 * Somebody whom one was introduced to, as they want to be reached.
 */
export interface Met {
  initiative: string;
  name: string;
  email: string;
  phone: string;
}
/**
 * Somebody in a working group; the id is GROUP:PERSON.
 */
export interface Signup {
  id: string;
  round?: string;
  group?: string;
  participant?: string;
  role?: "follower" | "lead" | "member";
}
/**
 * What one person gives the afternoon; its id is ROUND:PERSON.
 */
export interface Checkout {
  id: string;
  round?: string;
  participant?: string;
  mark?: number;
  sentence?: string;
}
/**
 * server -> client, as `presence`, to projectors and facilitators: whole each time.
 *
 *     here, away: people, not devices; writing: how many of those who are here are typing;
 *     initiatives: the same by initiative.
 */
export interface Presence {
  here: number;
  away: number;
  writing: number;
  initiatives: {
    [k: string]: Headcount;
  };
}
/**
 * People of one initiative: with a live connection, and who had one a moment ago.
 */
export interface Headcount {
  here: number;
  away: number;
}
/**
 * Answer to `suggest`: where loose ideas may belong, in what the asker has in view.
 *
 *     available: whether this server can tell. ideas: per loose idea at most three places in
 *     `themes`, which are ids, and never all of them; the likeliest first.
 */
export interface Suggested {
  available?: boolean;
  themes?: string[];
  ideas?: {
    [k: string]: number[];
  };
}
/**
 * A name from the words of its ideas, and the ids of those.
 */
export interface ThemeProposed {
  name: string;
  ideas: string[];
}
/**
 * Answer to `propose`: the loose ideas in groups, the largest first.
 */
export interface Proposed {
  available?: boolean;
  themes?: ThemeProposed[];
}
/**
 * Answer to `alike`: ideas that may say the same. Answer to `fits`: a success factor and a
 *     bottleneck that it may help with. By two, as ids, the likeliest first.
 */
export interface Pairs {
  pairs: string[][];
}
/**
 * How many voted of how many who may, for everyone and per initiative as [voted, people].
 */
export interface Turnout {
  voted: number;
  people: number;
  initiatives: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    [k: string]: never[];
  };
}
/**
 * How it goes, without a word of what: ideas, people who wrote one, and ideas per table.
 *
 *     turnout: who wrote one, by initiative; for those who lead only.
 */
export interface IdeasPicture {
  ideas: number;
  people: number;
  per_table: {
    [k: string]: number;
  };
  parked: number;
  turnout?: Turnout | null;
}
/**
 * judged: of the ideas that some people judged and that did not settle, how many did.
 *
 *     contested: those that enough people judged without agreeing; who leads sees how many chose
 *     which theme, the most first.
 */
export interface SortingPicture {
  judged: {
    [k: string]: number;
  };
  contested: {
    [k: string]: {
      [k: string]: number;
    };
  };
}
/**
 * points: how each was heard; those nobody tapped are left out. needs: the strengthening map.
 *     introduced: for how many needs with a helper people of both sides met.
 */
export interface IntroductionsPicture {
  points: {
    [k: string]: PointHeard;
  };
  needs: Need[];
  introduced: number;
}
/**
 * recognised: how many people know it. helpers: the initiatives that can help.
 */
export interface PointHeard {
  recognised: number;
  helpers: string[];
}
/**
 * A bottleneck on the map. heard: how many initiatives know it, its own included.
 *
 *     helpers: the initiatives that can help. factors: their success factors that fit, by point.
 */
export interface Need {
  point: string;
  heard: number;
  helpers: string[];
  factors: string[];
}
/**
 * before: what the dots before these came to, when the room has seen that.
 */
export interface DotsPicture {
  turnout: Turnout;
  budget: number;
  per_theme: number;
  results: DotResult[] | null;
  before?: DotResult[];
}
/**
 * supporters counts people, dots counts dots. Themes with the same rank are tied.
 */
export interface DotResult {
  theme: string;
  rank: number;
  supporters: number;
  dots: number;
  effective: number;
  shortlisted: boolean;
}
/**
 * groups: which the results are by. too_few: opinion groups were asked, but cannot be found
 *     among so few voters or themes, so that the results are by initiative. results: those that were
 *     shown so far, the most supported first; left: how many themes are still to come. chart: the
 *     support map of what is shown, numbered on from those that are left. slate: for who leads, what
 *     the carried themes are together; once all results are open, and when there are any. before:
 *     what the themes that are shown came to in the poll before, when the room has seen that.
 */
export interface PollPicture {
  turnout: Turnout;
  results: PollResult[] | null;
  groups?: "initiatives" | "opinions";
  too_few?: boolean;
  left?: number;
  chart?: Spot[];
  slate?: Slate | null;
  before?: PollResult[];
}
/**
 * A theme's result. Shares are of 1. segments: by initiative, as people came from them, or by
 *     opinion group "1", "2", …; those with few people together under "", so that nobody's answer
 *     can be read off. reasons: of the objections, in alphabetical order, never whose.
 */
export interface PollResult {
  theme: string;
  rank: number;
  verdict: string;
  carried: boolean;
  vanguard: boolean;
  people: number;
  support: number;
  live_with: number;
  object: number;
  energy: number;
  turnout: number;
  breadth: number;
  tolerance: number;
  weakest: number;
  bridge: number;
  segments: {
    [k: string]: SegmentResult;
  };
  reasons: string[];
}
export interface SegmentResult {
  size: number;
  support: number;
  live_with: number;
  object: number;
}
/**
 * One place on the map with the numbers of the themes that share it, joined as text.
 *
 *     x, y: the dot. tag_x, tag_y: the middle of the label, width wide and TAG_HEIGHT high. solid:
 *     whether the themes there are carried.
 */
export interface Spot {
  numbers: number[];
  text: string;
  x: number;
  y: number;
  tag_x: number;
  tag_y: number;
  width: number;
  solid: boolean;
}
/**
 * chosen: the carried themes, as they were put to the vote. covered: how many of the people
 *     support at least one of them. proposed: as many themes in which every part of the room has its
 *     share, by the Method of Equal Shares; fewer when no part can pay for one more. extra, missing:
 *     what the proposal has instead of what; nothing when it only leaves themes out.
 */
export interface Slate {
  chosen: string[];
  covered: number;
  people: number;
  proposed: string[];
  extra: string[];
  missing: string[];
}
/**
 * before: what the vote that this one repeats came to, when the room has seen that.
 */
export interface BallotPicture {
  turnout: Turnout;
  method: "consent" | "gradients" | "pairwise" | "ranked" | "systemic";
  results: BallotResult[] | null;
  before: BallotResult[] | null;
}
/**
 * What a theme came to. Themes with the same rank are tied. counts: how many gave each of the
 *     method's answers, in its order; blank: how many of the electorate did not answer; goes_on:
 *     whether the next rounds are about it; score: what it is ranked by, in the method's own measure,
 *     None when nobody answered; reasons: in alphabetical order, never whose.
 */
export interface BallotResult {
  theme: string;
  rank: number;
  goes_on: boolean;
  counts: number[];
  abstained: number;
  blank: number;
  score: number | null;
  reasons: string[];
}
export interface CheckoutPicture {
  voted: number;
  people: number;
  result: CheckoutResult | null;
}
/**
 * marks: how many gave 1, 2, 3, 4 and 5. mean: their average, 0 when there are none.
 */
export interface CheckoutResult {
  marks: number[];
  mean: number;
  sentences: string[];
}
/**
 * For those who lead. eager: the themes that are not carried and have people who want to work
 *     on them. stretched: who is in many groups, the most first.
 */
export interface WorkgroupsPicture {
  eager: string[];
  stretched: Stretched[];
}
/**
 * Somebody who is in many groups.
 */
export interface Stretched {
  name: string;
  initiative: string;
  groups: number;
}
