// 使う？ 自分で払う？: the repair and the contract's answers in, the break-even out.
import { ToolPage, startTool } from "./tool-page.js";

startTool('[data-tool="use-or-pay"]', (root) => new ToolPage(root, "use_or_pay_page", "use_or_pay").start());
