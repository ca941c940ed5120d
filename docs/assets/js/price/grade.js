// The grade in three ways: known, a first contract, or worked out from the present policy and the year's accidents.
import { all, hit, one } from "../page/elements.js";
import { say } from "../page/words.js";

export class GradeWays {
  #way = "known";

  /** @param {HTMLElement} step @param {import("../answers/quote-answers.js").Answers} answers @param {() => void} onAnswer */
  constructor(step, answers, onAnswer) {
    this.step = step;
    this.answers = answers;
    this.onAnswer = onAnswer;
    this.select = one(step, "#q-grade", HTMLSelectElement);
    this.ways = one(step, "[data-ways]");
    this.policy = one(step, '[data-way="policy"]');
    this.result = one(step, "[data-policy-result]");
    this.ways.addEventListener("input", (event) => this.#choose(hit(event, "input", HTMLInputElement)?.value ?? "known"));
    this.policy.addEventListener("input", () => this.#fromPolicy());
  }

  /** @param {string} way */
  #choose(way) {
    this.#way = way;
    if (way === "first") this.answers.setFirstContract();
    if (way === "known" && this.select.value) this.answers.setGrade(this.select.value);
    this.#show();
    if (way === "policy") return this.#fromPolicy();
    this.onAnswer();
  }

  /**
   * Follows the answers (a link, 「これにする」), and the engine's word whether this car has a grade at all.
   * @param {import("../types/replies.js").FormState} [form]
   */
  paint(form) {
    const first = this.answers.values.prior_contract !== "true" && !this.answers.values.grade;
    if (first) this.#way = "first";
    else if (this.#way === "first") this.#way = "known";
    if (form) {
      const graded = form.questions.prior_contract?.shown ?? true;
      this.step.toggleAttribute("data-ungraded", !graded);
      const note = one(this.step, "[data-way-note]");
      note.hidden = graded;
      note.textContent = say("form.ungraded");
    }
    this.#show();
  }

  #show() {
    for (const radio of all(this.ways, '[name="grade-way"]', HTMLInputElement)) radio.checked = radio.value === this.#way;
    const ungraded = this.step.hasAttribute("data-ungraded");
    this.ways.hidden = ungraded;
    for (const part of all(this.step, "[data-way]")) part.hidden = ungraded || part.dataset.way !== this.#way;
  }

  #fromPolicy() {
    const [grade, years, accident] = all(this.policy, "select", HTMLSelectElement);
    if (!grade.value) return;
    const ladder = [...grade.options].map((option) => option.value).filter(Boolean); // the best grade first
    const { up, years: more } = accident.selectedOptions[0].dataset;
    const rung = Math.min(ladder.length - 1, Math.max(0, ladder.indexOf(grade.value) - Number(up)));
    const left = Math.min(years.options.length - 1, Math.max(0, Number(years.value) - 1) + Number(more));
    this.answers.setGrade(ladder[rung], String(left));
    const period = left ? say("form.accident_period", { years: left }) : say("form.no_accident_period");
    this.result.textContent = say("form.renewed", { grade: ladder[rung], period });
    this.onAnswer();
  }
}
