// この事故なら、いくら出る？: the kind of accident decides what is asked; everything else is a tool's page.
import { paintHtml } from "../price/paint.js";
import { ToolPage } from "./tool-page.js";

const PAUSE = 150; // ms without a change until the slower question is asked, lest the next result wait for it

class PayoutPage extends ToolPage {
  constructor(root) {
    super(root, "payout_page", "payout");
    const { page } = this.answers;
    this.kinds = page.accidents_by_kind;
    this.contract = Object.fromEntries(Object.entries(page.sample).filter(([id]) => !page.beside.includes(id)));
    this.kind = page.sample.accident;
    const paint = this.form.paint.bind(this.form);
    this.form.paint = (form) => {
      paint(form);
      this.#sayMan(form);
    };
    root.addEventListener("click", ({ target }) => target.closest(".story a") && scrollTo({ top: 0 }));
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
    const mine = (this.asking = Symbol("newest"));
    await super.renew();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (mine !== this.asking) return;
    const ask = "payout_remedies";
    const reply = await this.readiness.ask({ ask, answers: this.answers.request() }, { newestOf: ask });
    if (!reply?.[ask]) return;
    paintHtml(this.part("remedies"), reply[ask].html);
    this.part("remedies").toggleAttribute("data-renewing", false);
  }

  paintOwn() {
    this.#follow();
    super.paintOwn();
  }

  /** Answers that this kind of accident does not ask are taken back; its own questions come first. */
  #follow() {
    const { values, page, touched } = this.answers;
    if (!Object.hasOwn(this.kinds, values.accident ?? "")) values.accident = page.sample.accident;
    const kind = values.accident;
    const told = page.beside.some((id) => id !== "accident" && id in values);
    page.sample = { ...this.contract, accident: kind, ...(touched && told ? {} : this.kinds[kind].sample) };
    for (const id of Object.keys(values)) if (!this.#asks(kind, id)) delete values[id];
    for (const [place, ids] of [["asks", this.kinds[kind].asks], ["more", this.kinds[kind].more]]) {
      for (const id of kind === this.kind && this.arranged ? [] : ids) this.part(place).append(this.form.questions.get(id));
    }
    this.kind = kind;
    this.arranged = true;
  }

  #only(values) {
    return Object.fromEntries(Object.entries(values).filter(([id]) => this.#asks(values.accident, id)));
  }

  #asks(kind, id) {
    const { beside } = this.answers.page;
    return !beside.includes(id) || id === "accident" || this.kinds[kind].asks.includes(id) || this.kinds[kind].more.includes(id);
  }

  /** Yen that are no whole 万円 are shown with their decimals, exactly. */
  #sayMan(form) {
    for (const control of this.form.element.querySelectorAll("[data-scale]")) {
      const value = form.questions[control.name]?.value ?? "";
      if (control === document.activeElement || !/^\d+$/.test(value) || form.questions[control.name].problem) continue;
      const rest = value.padStart(5, "0").slice(-4).replace(/0+$/, "");
      control.value = (value.padStart(5, "0").slice(0, -4) || "0") + (rest ? `.${rest}` : "");
    }
  }
}

function texts(answers) {
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, String(value)]));
}

const root = document.querySelector('[data-tool="payout"]');
if (root) {
  new PayoutPage(root);
  document.documentElement.dataset.started = "yes";
}
