// The answers of a tool: the price page's own, the tool's few questions beside them, and the accidents of the outlook.
//
// In the address: as on the price page, with accidents=1.three_down,4.one_down (year and kind) beside.
import { Answers } from "./quote-answers.js";

export const MOST_ACCIDENTS = 30;

/**
 * @typedef {import("../types/replies.js").ToolData} ToolData
 * @typedef {import("../types/replies.js").PageAccident} Accident
 */

/** @extends {Answers<ToolData>} */
export class ToolAnswers extends Answers {
  /** @type {Accident[]} */
  accidents = ofSample(this.page); // again: the base class calls reset() before this field is there

  reset() {
    super.reset();
    this.accidents = ofSample(this.page);
  }

  /** @param {string} id @param {string | null} value */
  set(id, value) {
    if (this.page.beside.includes(id)) {
      this.touched = true; // the tool's own question: the sample's contract stays as it is
      if (value === null) delete this.values[id];
      else this.values[id] = value;
    } else if (id === "prior_contract" && value === "false") this.setFirstContract();
    else super.set(id, value);
  }

  /** @param {Accident[]} accidents */
  setAccidents(accidents) {
    this.touched = true;
    this.accidents = accidents;
  }

  request() {
    this.#fill();
    const known = this.page.kinds ? { accidents: this.accidents.filter(({ year }) => year <= Number(this.values.years)) } : {};
    return { ...super.request(), ...known };
  }

  fragment() {
    this.#fill();
    const fragment = super.fragment();
    if (!fragment || !this.accidents.length) return fragment;
    return `${fragment}&accidents=${this.accidents.map(({ year, kind }) => `${year}.${kind}`).join(",")}`;
  }

  /** @param {string} fragment */
  read(fragment) {
    const own = super.read(fragment);
    if (!own) return false;
    if (this.values.vehicle_type === undefined) delete this.values.vehicle_type; // a tool without a sample's car
    const listed = (new URLSearchParams(fragment.replace(/^#/, "")).get("accidents") ?? "").split(",").slice(0, MOST_ACCIDENTS);
    const known = listed.map((text) => text.split(".")).filter(([year, kind]) => /^(?:[1-9]|1[0-5])$/.test(year) && this.page.kinds && Object.hasOwn(this.page.kinds, kind));
    this.accidents = known.map(([year, kind]) => ({ year: Number(year), kind }));
    return true;
  }

  /** What the tool asks beside the contract always has a value: the sample's until answered. */
  #fill() {
    for (const id of this.page.beside) {
      if (!(id in this.values) && id in this.page.sample) this.values[id] = String(this.page.sample[id]);
    }
  }
}

/**
 * @param {ToolData} page
 * @returns {Accident[]}
 */
function ofSample(page) {
  return (page.accidents ?? []).map((one) => ({ ...one }));
}
