/* The list of papers: one kind of claim at a time, and what is still missing of it. */
import { all, around, one } from "../page/elements.js";
import { say } from "../page/words.js";
import { startSheet } from "./sheet.js";

const form = one(document, "form.checklist", HTMLFormElement);
const choice = one(form, '[name="kind"]', HTMLSelectElement);
const kinds = all(form, "[data-kind]");

function show() {
  for (const part of kinds) {
    part.hidden = choice.value !== "" && part.dataset.kind !== choice.value;
    if (part.hidden) continue;
    const boxes = all(part, "[data-need=always] input", HTMLInputElement);
    const missing = boxes.filter((box) => !box.checked).map((box) => one(around(box, "label"), ".name").textContent);
    const status = one(part, ".missing");
    status.textContent = missing.length ? say("sheet.missing", { count: missing.length, papers: missing.join("、") }) : say("sheet.complete");
    status.hidden = false;
  }
}

one(form, ".kind").hidden = false;
startSheet(form, show);
// A page of one kind of claim leads straight to its list.
const asked = decodeURIComponent(location.hash.slice(1));
if (kinds.some((part) => part.dataset.kind === asked)) {
  choice.value = asked;
  choice.dispatchEvent(new Event("input", { bubbles: true }));
}
