// 使う？ 自分で払う？: the repair and the contract's answers in, the break-even out.
import { ToolPage } from "./tool-page.js";

const root = document.querySelector('[data-tool="use-or-pay"]');
if (root) {
  new ToolPage(root, "use_or_pay_page", "use_or_pay").start();
  document.documentElement.dataset.started = "yes";
}
