// What the engine and the pages hand to the scripts. Written by `python -m tools.js_types`; change the types in Python.

/** The differences at the choices, and the comparison. */
export interface Alternatives {
  deltas: Record<string, Record<string, number>>;
  html: ComparisonHtml;
}

/** A loss in parts, which together are the loss to the yen. */
export interface BorneLoss {
  id: string;
  label: string;
  amount: number;
  parts: Part[];
}

/** What a budget pays for. */
export interface Budget {
  status: "quoted" | "declined" | "invalid";
  budget: number | null;
  per: "month" | "year";
  problems: Problem[];
  ideas: Idea[];
  least: Idea | null;
  changes: Changes;
  declined?: Refusal[];
  edition_label?: string;
  certainty?: "published" | "sample";
  now?: PriceNow;
  most_annual?: number;
  fits?: boolean;
  direction?: "cheaper" | "safer";
}

/** Every single change, by direction. */
export interface Changes {
  cheaper: SingleChange[];
  safer: SingleChange[];
}

/** The comparison of the set-ups that a visitor kept. */
export interface Compare {
  html: ComparisonHtml;
}

/** One year with the cover used, and without. */
export interface ComparedYear {
  year: number;
  start_date: string;
  used_grade: string;
  used_accident_years: number;
  unused_grade: string;
  used: number;
  unused: number;
  difference: number;
}

/** The table of set-ups side by side. */
export interface ComparisonHtml {
  comparison: string;
}

/** A cover of another contract that does the same. */
export interface Counterpart {
  id: string;
  product: string;
  label: string;
  overlap: string;
  product_label: string;
}

/** A day of a contract with its day of the week. */
export interface DateEntry {
  id: string;
  label: string;
  day: string;
  message: string;
  source: string;
  document: Document;
  weekday: string;
}

/** The days of a contract. */
export interface Dates {
  status: "dated" | "invalid";
  start?: string;
  entries: DateEntry[];
  notes: string[];
  problems: Problem[];
}

/** What the page of dates paints. */
export interface DatesPage {
  form: FormState;
  html: ResultHtml;
  status: string;
  dates: Dates;
}

/** Which document says so, and where in it. */
export interface Document {
  document: string;
  page: string | null;
}

/** Who was at the wheel: covered or not, and by which rule. */
export interface Driver {
  covered: boolean;
  rule: string;
  message: string;
  source: string;
}

/** What is said of the editions near the start date; empty where there is none. */
export interface EditionsReply {
  html: string;
  status: string;
}

/** The form: its questions by id, its sections in a line each. */
export interface FormState {
  questions: Record<string, QuestionState>;
  summaries: Record<string, string>;
}

/** What the page of grades carried over paints. */
export interface GradeCheckPage {
  form: FormState;
  html: ResultHtml;
  status: string;
  grade_check: Transfer;
}

/** A set-up within the budget, as a full quote of its answers. */
export interface Idea {
  annual: number;
  monthly: number;
  difference: number;
  monthly_difference: number;
  changes: string[];
  lost: string[];
  gained: string[];
  answers: Record<string, unknown>;
}

/** What the budget's page paints. */
export interface IdeasPage {
  form: FormState;
  html: ResultHtml;
  status: string;
  ideas: Budget;
}

/** What the page of joining paints. */
export interface JoinPage {
  form: FormState;
  html: ResultHtml;
  status: string;
  join: Joining;
}

/** Whether the co-op takes a car, and what it may carry. */
export interface Joining {
  status: "joins" | "declined" | "invalid";
  vehicle?: JoiningVehicle;
  declined: Refusal[];
  own_damage?: OwnDamageAllowed;
  riders: RiderAllowed[];
  graded?: boolean;
  problems: Problem[];
}

/** The kind of car that wants to join. */
export interface JoiningVehicle {
  id: string;
  label: string;
  detail: string;
  source: string;
}

/** Announced revisions that the rules leave out, and what of them touches the accident. */
export interface LeftOut {
  message: string;
  changes: TouchingChange[];
}

/** One coverage of a quote. */
export interface Line {
  coverage: string;
  label: string;
  detail: string;
  annual: number;
  certainty: "published" | "sample";
  automatic: boolean;
  steps: PremiumStep[];
}

/** What is said of an old link, and its answers under their present names. */
export interface LinkReply {
  html: string;
  answers: Record<string, unknown>;
}

/** A question or a choice that has another name now, or none; `choice` is None where the whole question moved. */
export interface MovedName {
  question: string;
  choice: string | null;
}

/** Answers that stand in the reply under the name of what was asked, beside the request's `id`. */
export interface Named {
  quote: Quote;
  quotes: Quote[];
  outlook: Outlook;
  use_or_pay: UseOrPay;
  payout: Payout;
  ideas: Budget;
  overlaps: Overlaps;
  dates: Dates;
  join: Joining;
  grade_check: Transfer;
  outlook_page: OutlookPage;
  use_or_pay_page: UseOrPayPage;
  payout_page: PayoutPage;
  payout_remedies: PayoutRemedies;
  ideas_page: IdeasPage;
  overlaps_page: OverlapsPage;
  dates_page: DatesPage;
  join_page: JoinPage;
  grade_check_page: GradeCheckPage;
  other_editions: EditionsReply;
  old_link: LinkReply;
}

/** A model of car where visitors search for theirs; `vehicle` is its kind in words, `launched` a month. */
export interface NamedModel {
  id: string;
  vehicle_type: string;
  name: string;
  maker: string;
  yomi: string;
  vehicle: string;
  launched: string;
}

/** A step that only the later price has: what it does, where its row stands, and the covers it works on. */
export interface NewStep {
  label: string;
  does: string;
  source: string;
  covers: string[];
}

/** Why a coverage pays nothing; `concerns` tells whether somebody in this accident would ask. */
export interface NotCovered {
  coverage: string;
  label: string;
  message: string;
  concerns: boolean;
}

/** What the rules made of an answer, or what it meets. */
export interface Note {
  id: string;
  field: string;
  kind: "assumed" | "set" | "dropped" | "moved" | "warning" | "missed" | "ends" | "revised";
  message: string;
}

/** Grades and premiums year by year. */
export interface Outlook {
  status: "quoted" | "declined" | "invalid";
  edition?: string;
  edition_label?: string;
  certainty?: "published" | "sample";
  years: Year[];
  extra?: number;
  notes: Note[];
  problems: Problem[];
  declined?: Refusal[];
}

/** What the outlook's page paints. */
export interface OutlookPage {
  outlook: Outlook;
  form: FormState;
  html: ResultHtml;
  status: string;
}

/** A cover of this car that others do too, and what to choose instead. */
export interface Overlap {
  cover: string;
  label: string;
  with: Counterpart[];
  advice: string;
  difference: number | null;
  answers: Record<string, unknown> | null;
  source: string;
  document: Document;
}

/** Which covers a family has twice. */
export interface Overlaps {
  status: "checked" | "invalid";
  own: string[];
  others: string[];
  found: Overlap[];
  problems: Problem[];
  certainty?: "published" | "sample" | null;
}

/** What the page of overlaps paints. */
export interface OverlapsPage {
  form: FormState;
  html: ResultHtml;
  status: string;
  overlaps: Overlaps;
}

/** Whether own damage may be chosen, and why not. */
export interface OwnDamageAllowed {
  allowed: boolean;
  reason: string;
  source: string;
}

/** What the price page paints after one keystroke; `status` is spoken. */
export interface Page {
  quote: Quote;
  form: FormState;
  html: PriceHtml;
  status: string;
}

/** An accident of the outlook. */
export interface PageAccident {
  year: number;
  kind: string;
}

/** What one kind of accident asks, first and folded away, and the answers of its sample. */
export interface PageAccidentKind {
  asks: string[];
  more: string[];
  sample: Record<string, string | number | boolean>;
}

/** What every calculator knows; `first` are the first answers, each with those that change with it. */
export interface PageData {
  questions: Record<string, PageQuestion>;
  models: PageModel[] | NamedModel[];
  presets: PagePreset[];
  sample: Record<string, string | number | boolean>;
  first: Record<string, string[]>;
  editions: PageEdition[];
  moved: MovedName[];
}

/** A rate edition and its first day. */
export interface PageEdition {
  id: string;
  start: string;
}

/** A model of car where none is searched for. */
export interface PageModel {
  id: string;
  vehicle_type: string;
}

/** A recommended set-up and the vehicles it fits. */
export interface PagePreset {
  id: string;
  label: string;
  detail: string;
  answers: Record<string, string | number | boolean>;
  vehicles: string[];
}

/** A question; `choices` are the labels by id. */
export interface PageQuestion {
  kind: string;
  label: string;
  choices: Record<string, string>;
}

/** What one bearer takes of a loss. */
export interface Part {
  bearer: string;
  label: string;
  amount: number;
  tone: "compulsory" | "people" | "property" | "own_car" | "other" | "self";
}

/** What one coverage pays. */
export interface Payment {
  advance?: number;
  coverage: string;
  label: string;
  amount: number;
  lump: boolean;
  certainty: "published" | "sample";
  steps: PaymentStep[];
}

/** One step of a payment, from whole yen to whole yen. */
export interface PaymentStep {
  kind: "loss" | "less" | "share" | "limit" | "add";
  label: string;
  operand: string;
  before: number;
  after: number;
  source: string;
  certainty: "published" | "sample";
}

/** What is paid a year and a month. */
export interface Payments {
  annual: number;
  monthly: number;
  instalments: number;
  year_of_months: number;
  monthly_steps: PremiumStep[];
}

/** Who is paid what, who bears what, what it does to the grade. */
export interface Payout {
  status: "quoted" | "declined" | "invalid";
  edition?: string;
  edition_label?: string;
  certainty?: "published" | "sample";
  accident?: string;
  accident_label?: string;
  payments: Payment[];
  paid?: number;
  losses: BorneLoss[];
  lost?: number;
  member_bears: number;
  grade_event: "six_down" | "three_down" | "one_down" | "no_count" | "none";
  not_covered: NotCovered[];
  driver?: Driver;
  services: Service[];
  would_have_paid: Remedy[];
  answers?: Record<string, unknown>;
  notes: string[];
  revised: LeftOut | null;
  declined?: Refusal[];
  problems: Problem[];
}

/** What the payout's page paints; remedies come with a second question. */
export interface PayoutPage {
  payout: Payout;
  form: FormState;
  html: ResultHtml;
  status: string;
}

/** What would have paid more. */
export interface PayoutRemedies {
  html: string;
}

/** One step of a premium: from `before` to `after` by `operand`. */
export interface PremiumStep {
  kind: "base" | "add" | "multiply" | "discount" | "floor" | "cap" | "round" | "divide";
  label: string;
  operand: string;
  before: number | string;
  after: number | string;
  source: string;
  certainty: "published" | "sample";
  anchor: string;
  mode?: "half_up" | "up" | "down";
  percent?: string;
  discount?: string;
  of?: number;
}

/** The parts of the price page. */
export interface PriceHtml {
  slip: string;
  notes: string;
  total: string;
}

/** What the present set-up costs, a year and a month. */
export interface PriceNow {
  annual: number;
  monthly: number;
}

/** What is wrong with an answer; `field` is its question, empty for the whole. */
export interface Problem {
  field: string;
  message: string;
}

/** A question of the form under some answers; `allowed` is None where every choice is open. */
export interface QuestionState {
  shown: boolean;
  value: string | null;
  given: boolean;
  allowed: (string | null)[] | null;
  problem: string | null;
}

/** A price with every step of its making; amounts where `status` is quoted. */
export interface Quote {
  annual?: number;
  monthly?: number;
  payments?: Payments;
  status: "quoted" | "declined" | "invalid";
  edition?: string;
  edition_label?: string;
  certainty?: "published" | "sample";
  lines: Line[];
  notes: Note[];
  declined: Refusal[];
  problems: Problem[];
  answers?: Record<string, unknown>;
}

/** A rule by which the co-op does not take a car. */
export interface Refusal {
  rule: string;
  field: string;
  message: string;
  source: string;
}

/** The reply to a request that cannot be read. */
export interface Refused {
  id: string | number | null;
  problems: Problem[];
}

/** A change of the contract that would have paid more; `annual` is None where it has no price. */
export interface Remedy {
  id: string;
  label: string;
  changes: Record<string, unknown>;
  paid_more: number;
  bears_less: number;
  member_bears: number;
  grade_event: "six_down" | "three_down" | "one_down" | "no_count" | "none";
  annual?: number | null;
  difference?: number | null;
}

/** The result of a tool and its table; both empty where the page keeps its last ones. */
export interface ResultHtml {
  result: string;
  table: string;
}

/** Whether this kind of car may carry a rider, and why not. */
export interface RiderAllowed {
  id: string;
  label: string;
  what: string;
  allowed: boolean;
  reason: string;
  source: string;
}

/** A help of the road service. */
export interface Service {
  id: string;
  label: string;
  free: boolean;
  message: string;
  source: string;
  certainty: "published" | "sample";
}

/** One question answered otherwise. */
export interface SingleChange {
  question: string;
  label: string;
  difference: number;
  monthly_difference: number;
  effects: string[];
  answers: Record<string, unknown>;
}

/** A mistake in the files, with its place and as the check tells it. */
export interface Told {
  file: string;
  line: number;
  column: number;
  text: string;
}

/** What a tool knows besides: its own questions, and what it asks about accidents. */
export interface ToolData {
  questions: Record<string, PageQuestion>;
  models: PageModel[] | NamedModel[];
  presets: PagePreset[];
  sample: Record<string, string | number | boolean>;
  first: Record<string, string[]>;
  editions: PageEdition[];
  moved: MovedName[];
  beside: string[];
  accidents?: PageAccident[];
  kinds?: Record<string, string>;
  accidents_by_kind?: Record<string, PageAccidentKind>;
}

/** An announced change that may make a payout differ. */
export interface TouchingChange {
  id: string;
  start: string;
  coverages: string[];
  message: string;
}

/** The grade that a new contract starts with; None where nobody published it. */
export interface Transfer {
  status: "settled" | "unknown" | "invalid";
  situation?: string;
  grade?: string | null;
  accident_years?: number;
  rate_percent?: number | null;
  reasons: string[];
  answers?: Record<string, unknown> | null;
  source?: string;
  document?: Document;
  problems: Problem[];
}

/** What became of changed files; `start` is the first day of changed rates that do not count yet. */
export interface Tried {
  problems: Told[];
  prices: TriedPrice[];
  start?: string | null;
}

/** What a model case costs a year before and after, None where it has no price, and the steps that are new. */
export interface TriedPrice {
  label: string;
  before: number | null;
  after: number | null;
  steps: NewStep[];
}

/** What using the cover once costs, against paying for the repair oneself. */
export interface UseOrPay {
  status: "quoted" | "declined" | "invalid";
  rows: ComparedYear[];
  notes: Note[];
  problems: Problem[];
  declined?: Refusal[];
  edition?: string;
  edition_label?: string;
  certainty?: "published" | "sample";
  own_damage_loss?: number;
  kind?: string;
  deductible?: number;
  limit?: number;
  total_loss?: boolean;
  payout?: number;
  extra?: number;
  years?: number;
  met?: boolean;
  break_even?: number | null;
  cost_of_using?: number;
  cost_of_paying?: number;
}

/** What the page of using or paying paints. */
export interface UseOrPayPage {
  use_or_pay: UseOrPay;
  form: FormState;
  html: ResultHtml;
  status: string;
}

/** Answers whose parts stand in the reply itself, beside the request's `id`. */
export interface Whole {
  page: Page;
  alternatives: Alternatives;
  compare: Compare;
}

/** One year of an outlook; a moped has no grade. */
export interface Year {
  year: number;
  start_date: string;
  grade: string | null;
  accident_years: number;
  rate_percent: number | null;
  annual: number;
  monthly: number;
  without_accidents: number;
  changes: YearChange[];
}

/** What a year changes besides the grade. */
export interface YearChange {
  kind: "edition" | "discount_ends" | "discount_begins" | "discount_changes" | "age_band" | "cover_ends" | "age_condition";
  message: string;
  saves?: number;
}
