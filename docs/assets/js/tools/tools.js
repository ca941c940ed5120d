// The tools whose questions stand in the data: native controls in, the engine's answer out, the answers in the address.
import { ModelSearch } from "../form/models.js";
import { find } from "../page/elements.js";
import { say } from "../page/words.js";
import { ToolPage, startTool } from "./tool-page.js";

class AskedPage extends ToolPage {
  /** @type {ModelSearch | null} */
  #models;

  /** @param {HTMLElement} root */
  constructor(root) {
    const tool = /** @type {import("./tool-page.js").ToolName} */ (root.dataset.tool); // written by the build from tools.yml
    super(root, `${tool}_page`, tool);
    const model = find(root, '[data-question="model"]');
    this.#models = model && new ModelSearch(model, this.answers, () => this.changed());
    addEventListener("beforeprint", () => this.#fillPaper());
    this.start();
    this.#openAnswered();
  }

  /** A link may answer what stands folded: it is shown. */
  #openAnswered() {
    for (const id of this.answers.page.beside) {
      const group = id in this.answers.values && this.form.questions.get(id)?.closest("details");
      if (group) group.open = true;
    }
  }

  paintOwn() {
    super.paintOwn();
    this.#models?.paint();
  }

  /** Paper carries the day and the way back. */
  #fillPaper() {
    const day = new Intl.DateTimeFormat("ja-JP", { dateStyle: "long", timeZone: "Asia/Tokyo" }).format();
    this.part("print-line").textContent = say("tool.made_on", { day, address: location.href });
  }
}

startTool("[data-tool]", (root) => new AskedPage(root));
