// 等級と掛金の見通し: accidents by year beside the contract's answers, the years ahead as chart and table.
import { AccidentList } from "./accidents.js";
import { ToolPage, startTool } from "./tool-page.js";

class OutlookPage extends ToolPage {
  /** @type {AccidentList} */
  #accidents;

  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "outlook_page", "outlook");
    this.#accidents = new AccidentList(root, this.answers, () => this.changed());
    this.start();
  }

  paintOwn() {
    super.paintOwn();
    this.#accidents.paint();
  }
}

startTool('[data-tool="outlook"]', (root) => new OutlookPage(root));
