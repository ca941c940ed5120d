// The grade in three ways: known, a first contract, or worked out from the present policy and the year's accidents.

export class GradeWays {
  constructor(step, answers, onAnswer) {
    this.step = step;
    this.answers = answers;
    this.onAnswer = onAnswer;
    this.way = "known";
    this.select = step.querySelector("#q-grade");
    this.policy = step.querySelector('[data-way="policy"]');
    this.result = step.querySelector("[data-policy-result]");
    step.querySelector("[data-ways]").addEventListener("input", ({ target }) => this.#choose(target.value));
    this.policy.addEventListener("input", () => this.#fromPolicy());
  }

  #choose(way) {
    this.way = way;
    if (way === "first") this.answers.setFirstContract();
    if (way === "known" && this.select.value) this.answers.setGrade(this.select.value);
    this.#show();
    if (way === "policy") return this.#fromPolicy();
    this.onAnswer();
  }

  /** Follows the answers (a link, 「これにする」), and the engine's word whether this car has a grade at all. */
  paint(form) {
    const first = this.answers.values.prior_contract !== "true" && !this.answers.values.grade;
    if (first) this.way = "first";
    else if (this.way === "first") this.way = "known";
    if (form) {
      const graded = form.questions.prior_contract?.shown ?? true;
      this.step.toggleAttribute("data-ungraded", !graded);
      const note = this.step.querySelector("[data-way-note]");
      note.hidden = graded;
      note.textContent = "この種類の車に等級はありません。答えなくて大丈夫です。";
    }
    this.#show();
  }

  #show() {
    for (const radio of this.step.querySelectorAll('[name="grade-way"]')) radio.checked = radio.value === this.way;
    const ungraded = this.step.hasAttribute("data-ungraded");
    this.step.querySelector("[data-ways]").hidden = ungraded;
    for (const part of this.step.querySelectorAll("[data-way]")) part.hidden = ungraded || part.dataset.way !== this.way;
  }

  #fromPolicy() {
    const [grade, years, accident] = [...this.policy.querySelectorAll("select")];
    if (!grade.value) return;
    const ladder = [...grade.options].map((option) => option.value).filter(Boolean); // the best grade first
    const { up, years: more } = accident.selectedOptions[0].dataset;
    const rung = Math.min(ladder.length - 1, Math.max(0, ladder.indexOf(grade.value) - Number(up)));
    const left = Math.min(years.options.length - 1, Math.max(0, Number(years.value) - 1) + Number(more));
    this.answers.setGrade(ladder[rung], String(left));
    const period = left ? `事故有係数適用期間 ${left}年` : "事故なし";
    this.result.textContent = `更新のあとは ${ladder[rung]}等級（${period}）です。この等級で計算します。`;
    this.onAnswer();
  }
}
