// The tools whose questions stand in the data: native controls in, the engine's answer out, the answers in the address.
import { ModelSearch } from "../price/models.js";
import { ToolPage } from "./tool-page.js";

class AskedPage extends ToolPage {
  constructor(root) {
    super(root, `${root.dataset.tool}_page`, root.dataset.tool);
    this.models = new ModelSearch(root.querySelector('[data-question="model"]'), this.answers, () => this.changed());
    addEventListener("beforeprint", () => this.#fillPaper());
    this.start();
    this.#openAnswered();
  }

  /** A link may answer what stands folded: it is shown. */
  #openAnswered() {
    for (const id of this.answers.page.beside) {
      const group = id in this.answers.values && this.form.questions.get(id).closest("details");
      if (group) group.open = true;
    }
  }

  paintOwn() {
    super.paintOwn();
    this.models.paint();
  }

  /** Paper carries the day and the way back. */
  #fillPaper() {
    const day = new Intl.DateTimeFormat("ja-JP", { dateStyle: "long", timeZone: "Asia/Tokyo" }).format();
    this.part("print-line").textContent = `作った日 ${day}。もう一度開くには ${location.href}`;
  }
}

const root = document.querySelector("[data-tool]");
if (root) {
  new AskedPage(root);
  document.documentElement.dataset.started = "yes";
}
