// The answers: one flat map of question id → text, written to the address and read from it.
//
// In the address (#…): every answer of the price on screen, so that whoever opens it gets the same price;
//   sample=grade,birth_date   answers that still are the sample's, not the visitor's
//   edition=2020-04           the rate edition the price was made under
//   keep=…                    a set-up kept for comparison, itself such a list; at most two
// A list without a start date is only a beginning (the short form makes such): the page completes it.

export const MOST_KEPT = 2;
const LONGEST = 60; // no answer is longer; a longer one is not ours
const FROM_MODEL = ["class_basic", "class_vehicle", "model_launched", "aeb"];

/**
 * Answers by the ids of their questions.
 * @typedef {Record<string, string>} Values
 * @typedef {import("../types/replies.js").PageData} PageData
 */

/** @template {PageData} [Page=PageData] */
export class Answers {
  /** @type {Values} */
  values = {};
  /** @type {Set<string>} the questions whose answers still are the sample's */
  sample = new Set();
  /** @type {Values[]} */
  kept = [];
  /** @type {string | null} */
  edition = null;
  touched = false;
  ageProposed = true;

  /** @param {Page} page @param {import("./days.js").Days} days */
  constructor(page, days) {
    this.page = page;
    this.days = days;
    this.reset();
  }

  /** The sample's answers, as the page was built with. */
  reset() {
    this.values = texts(this.page.sample);
    this.sample = new Set(Object.keys(this.page.first).filter((id) => id in this.values));
    this.kept = [];
    this.touched = false;
    this.ageProposed = true;
    this.edition = null;
  }

  /**
   * What the engine is asked: the answers, a start date, and today as the day of applying.
   * @returns {Record<string, unknown>}
   */
  request() {
    return { ...this.values, start_date: this.startDate, application_date: this.days.today };
  }

  get startDate() {
    return this.values.start_date ?? this.days.tomorrow;
  }

  /** @param {string} id @param {string | null} value null takes the answer back */
  set(id, value) {
    this.#begin();
    const before = this.preset();
    if (value === null) delete this.values[id];
    else this.values[id] = value;
    this.sample.delete(id);
    if (id === "vehicle_type") this.#newVehicle(value, before);
    if (id === "model") this.#newModel(value);
    if (id === "age_condition") this.ageProposed = false;
    if (id === "birth_date" || id === "start_date") this.#proposeAge();
  }

  /** 「はじめて」: no earlier contract, so the rules give the grade. */
  setFirstContract() {
    this.#begin();
    for (const id of ["grade", "accident_years"]) delete this.values[id];
    this.values.prior_contract = "false";
    this.sample.delete("grade");
  }

  /** @param {string} grade @param {string} [years] of the accident rates; unchanged where none are given */
  setGrade(grade, years) {
    this.#begin();
    Object.assign(this.values, { prior_contract: "true", grade });
    if (years !== undefined) this.values.accident_years = years;
    this.sample.delete("grade");
  }

  /**
   * A set-up from the comparison. One with a start date is whole and replaces all; else it changes what it names.
   * @param {Record<string, unknown>} answers
   */
  take(answers) {
    this.#begin();
    const { application_date: _, ...known } = this.#known(answers);
    this.values = known.start_date ? known : { ...this.values, ...known };
    this.ageProposed = this.values.age_condition === this.proposedAge()?.id;
  }

  /** The recommended set-up for a kind of vehicle; null where the data have none. */
  preset(vehicle = this.values.vehicle_type) {
    return this.page.presets.find((preset) => preset.vehicles.includes(vehicle)) ?? null;
  }

  /** The age condition that fits the visitor's age on the first day, from the conditions the data offer. */
  proposedAge() {
    const { birth_date: birth } = this.values;
    if (!/^\d{4}-\d\d-\d\d$/.test(birth ?? "")) return null;
    const age = Number(this.startDate.slice(0, 4)) - Number(birth.slice(0, 4)) - (this.startDate.slice(5) < birth.slice(5) ? 1 : 0);
    const fitting = Object.keys(this.page.questions.age_condition.choices).filter((id) => Number(id) <= age);
    return { age, id: fitting.sort((a, b) => Number(b) - Number(a))[0] ?? "any" };
  }

  keep() {
    this.kept = [...this.kept, { ...this.values, start_date: this.startDate }].slice(-MOST_KEPT);
    this.touched = true;
  }

  /** @param {number} index */
  drop(index) {
    this.kept.splice(index, 1);
  }

  /** The fragment that stands for all this; empty while nothing was answered. */
  fragment() {
    if (!this.touched) return "";
    const params = new URLSearchParams({ ...this.values, start_date: this.startDate });
    if (this.sample.size) params.set("sample", [...this.sample].join(","));
    if (this.edition) params.set("edition", this.edition);
    for (const values of this.kept) params.append("keep", new URLSearchParams(values).toString());
    return `#${params}`;
  }

  /**
   * Reads a fragment. False: it holds no answers (a jump within the page), and nothing changed.
   * @param {string} fragment
   */
  read(fragment) {
    const params = new URLSearchParams(fragment.replace(/^#/, ""));
    const values = this.#known(Object.fromEntries(params));
    if (!Object.keys(values).length) return false;
    this.reset();
    this.touched = true;
    const edition = params.get("edition");
    this.edition = edition && /^[\w.-]{1,20}$/.test(edition) ? edition : null;
    this.kept = params.getAll("keep").slice(0, MOST_KEPT).map((text) => this.#known(Object.fromEntries(new URLSearchParams(text))));
    this.sample = new Set((params.get("sample") ?? "").split(",").filter((id) => Object.hasOwn(this.page.first, id)));
    if (values.start_date) this.values = values;
    else this.#complete(values);
    delete this.values.application_date;
    this.ageProposed = !this.values.age_condition || this.values.age_condition === this.proposedAge()?.id;
    return true;
  }

  /** @param {Values} values */
  #complete(values) {
    const vehicle = values.vehicle_type ?? this.page.models.find((model) => model.id === values.model)?.vehicle_type ?? String(this.page.sample.vehicle_type);
    this.values = { ...texts(this.preset(vehicle)?.answers), ...values, vehicle_type: vehicle };
    if (!values.age_condition) this.#proposeAge();
  }

  /** With the first own answer the sample steps back: only its three first answers stay, marked, until replaced. */
  #begin() {
    if (this.touched) return;
    this.touched = true;
    const stay = new Set(Object.entries(this.page.first).flat(2));
    const sample = Object.entries(this.values).filter(([id]) => stay.has(id));
    this.values = { ...texts(this.preset()?.answers), ...Object.fromEntries(sample) };
  }

  /**
   * Another kind of car: its own recommended set-up replaces what the old one had set and nobody changed.
   * @param {string | null} vehicle
   * @param {import("../types/replies.js").PagePreset | null} before
   */
  #newVehicle(vehicle, before) {
    const model = this.page.models.find((one) => one.id === this.values.model);
    if (model && model.vehicle_type !== vehicle) this.#forget(["model", ...FROM_MODEL]);
    const next = this.preset(vehicle ?? undefined);
    if (next?.id === before?.id) return;
    for (const [id, value] of Object.entries(texts(before?.answers))) {
      if (this.values[id] === value) delete this.values[id];
    }
    this.values = { ...texts(next?.answers), ...this.values };
  }

  /** @param {string | null} id */
  #newModel(id) {
    this.#forget(FROM_MODEL);
    const model = this.page.models.find((one) => one.id === id);
    if (model && model.vehicle_type !== this.values.vehicle_type) this.set("vehicle_type", model.vehicle_type);
    if (model) this.sample.delete("vehicle_type");
  }

  #proposeAge() {
    const proposal = this.proposedAge();
    if (proposal && this.ageProposed) this.values.age_condition = proposal.id;
  }

  /** @param {string[]} ids */
  #forget(ids) {
    for (const id of ids) delete this.values[id];
  }

  /**
   * Names that have changed since `asked` was written are replaced by those of `renamed`; what was answered meanwhile stays.
   * @param {Values} asked
   * @param {Record<string, unknown>} renamed
   */
  rename(asked, renamed) {
    const { application_date: _, ...now } = this.#known(renamed);
    for (const { question: id } of this.page.moved) {
      if (!(id in asked) || this.values[id] !== asked[id]) continue;
      if (id in now) this.values[id] = now[id];
      else delete this.values[id];
    }
    for (const [id, value] of Object.entries(now)) if (!(id in asked) && id !== "start_date") this.values[id] ??= value;
  }

  /**
   * Only ids the book knows or once knew (it says what has become of them), only short text: links and stored answers come from anywhere.
   * @param {Record<string, unknown>} answers
   * @returns {Values}
   */
  #known(answers) {
    const own = Object.entries(texts(answers)).filter(([id, value]) => (Object.hasOwn(this.page.questions, id) || this.#gone(id)) && value.length <= LONGEST);
    return Object.fromEntries(own);
  }

  /** @param {string} id */
  #gone(id) {
    return this.page.moved.some(({ question, choice }) => choice === null && question === id);
  }
}

/**
 * Answers as text, as the address and the engine take them.
 * @param {Record<string, unknown> | null} [answers]
 * @returns {Values}
 */
export function texts(answers) {
  return Object.fromEntries(Object.entries(answers ?? {}).map(([id, value]) => [id, String(value)]));
}
