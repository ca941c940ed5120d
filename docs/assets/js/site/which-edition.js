// Which edition is my contract? The table says which days each row is for; here a day finds its row and reads it out.
import { all, around, one } from "../page/elements.js";

const form = one(document, "[data-which]", HTMLFormElement);
const day = one(form, "input", HTMLInputElement);
const said = one(form, "[data-which-said]");
const periods = all(document, "[data-said]");

function show() {
  // Days written YYYY-MM-DD compare as text; an open end is empty.
  const found = day.value && periods.find(({ dataset }) => day.value >= (dataset.from ?? "") && (!dataset.until || day.value <= dataset.until));
  for (const period of periods) around(period, "tr").classList.toggle("is-mine", period === found);
  said.hidden = !found;
  said.textContent = found ? (found.dataset.said ?? "") : "";
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
form.hidden = false;
show(); // a reload may bring the day back
