/* The list of papers: one kind of claim at a time, and what is still missing of it. */
import { startSheet } from "./sheet.js";

const form = document.querySelector("form.checklist");
const choice = form.elements.kind;
const kinds = [...form.querySelectorAll("[data-kind]")];

function show() {
  for (const part of kinds) {
    part.hidden = choice.value !== "" && part.dataset.kind !== choice.value;
    if (part.hidden) continue;
    const boxes = [...part.querySelectorAll("[data-need=always] input")];
    const missing = boxes.filter((box) => !box.checked).map((box) => box.closest("label").querySelector(".name").textContent);
    const status = part.querySelector(".missing");
    status.textContent = missing.length ? `あと${missing.length}つ：${missing.join("、")}` : "いつもいるものは、そろいました。";
    status.hidden = false;
  }
}

form.querySelector(".kind").hidden = false;
startSheet(form, show);
// A page of one kind of claim leads straight to its list.
const asked = decodeURIComponent(location.hash.slice(1));
if (kinds.some((part) => part.dataset.kind === asked)) {
  choice.value = asked;
  choice.dispatchEvent(new Event("input", { bubbles: true }));
}
