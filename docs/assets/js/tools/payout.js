// この事故なら、いくら出る？: the kind of accident decides what is asked; everything else is a tool's page.
import { texts } from "../answers/quote-answers.js";
import { all, hit } from "../page/elements.js";
import { paintHtml } from "../page/paint.js";
import { ToolPage, startTool } from "./tool-page.js";

const PAUSE = 150; // ms without a change until the slower question is asked, lest the next result wait for it

/**
 * @typedef {import("../types/replies.js").FormState} FormState
 * @typedef {import("../answers/quote-answers.js").Values} Values
 */

class PayoutPage extends ToolPage {
  #arranged = false;
  #asking = Symbol("newest");

  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "payout_page", "payout");
    const { page } = this.answers;
    this.kinds = page.accidents_by_kind ?? {};
    this.contract = Object.fromEntries(Object.entries(page.sample).filter(([id]) => !page.beside.includes(id)));
    this.kind = String(page.sample.accident);
    const paint = this.form.paint.bind(this.form);
    this.form.paint = (form) => {
      paint(form);
      this.#sayMan(form);
    };
    root.addEventListener("click", (event) => {
      if (hit(event, ".story a")) scrollTo({ top: 0 });
    });
    this.start();
  }

  changed() {
    const { values } = this.answers;
    if (values.accident !== this.kind) Object.assign(values, this.#only(values), texts(this.kinds[values.accident].sample));
    super.changed();
  }

  /** The result first; then, of the newest answers only, what other cover would have paid. */
  async renew() {
    this.part("remedies").toggleAttribute("data-renewing", true);
    const mine = Symbol("newest");
    this.#asking = mine;
    await super.renew();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (mine !== this.#asking) return;
    const reply = await this.readiness.ask({ ask: "payout_remedies", answers: this.answers.request() }, { newestOf: "remedies" });
    if (!reply?.payout_remedies) return;
    paintHtml(this.part("remedies"), reply.payout_remedies.html);
    this.part("remedies").toggleAttribute("data-renewing", false);
  }

  paintOwn() {
    this.#follow();
    super.paintOwn();
  }

  /** Answers that this kind of accident does not ask are taken back; its own questions come first. */
  #follow() {
    const { values, page, touched } = this.answers;
    if (!Object.hasOwn(this.kinds, values.accident ?? "")) values.accident = String(page.sample.accident);
    const kind = values.accident;
    const told = page.beside.some((id) => id !== "accident" && id in values);
    page.sample = { ...this.contract, accident: kind, ...(touched && told ? {} : this.kinds[kind].sample) };
    for (const id of Object.keys(values)) if (!this.#asks(kind, id)) delete values[id];
    const { asks, more } = this.kinds[kind];
    for (const [place, ids] of Object.entries({ asks, more })) {
      if (kind === this.kind && this.#arranged) break;
      this.part(place).append(...ids.flatMap((id) => this.form.questions.get(id) ?? []));
    }
    this.kind = kind;
    this.#arranged = true;
  }

  /** @param {Values} values */
  #only(values) {
    return Object.fromEntries(Object.entries(values).filter(([id]) => this.#asks(values.accident, id)));
  }

  /**
   * Whether this kind of accident asks the question.
   * @param {string} kind
   * @param {string} id
   */
  #asks(kind, id) {
    const { beside } = this.answers.page;
    return !beside.includes(id) || id === "accident" || this.kinds[kind].asks.includes(id) || this.kinds[kind].more.includes(id);
  }

  /**
   * Yen that are no whole 万円 are shown with their decimals, exactly.
   * @param {FormState} form
   */
  #sayMan(form) {
    for (const control of all(this.form.element, "[data-scale]", HTMLInputElement)) {
      const state = form.questions[control.name];
      const value = state?.value ?? "";
      if (control === document.activeElement || !/^\d+$/.test(value) || state.problem) continue;
      const rest = value.padStart(5, "0").slice(-4).replace(/0+$/, "");
      control.value = (value.padStart(5, "0").slice(0, -4) || "0") + (rest ? `.${rest}` : "");
    }
  }
}

startTool('[data-tool="payout"]', (root) => new PayoutPage(root));
