/* Which edition is my contract? The table says which days each row is for; here a day finds its row and reads it out. */
const form = document.querySelector("[data-which]");
const day = form.querySelector("input");
const said = form.querySelector("[data-which-said]");
const periods = [...document.querySelectorAll("[data-said]")];

function show() {
  // Days written YYYY-MM-DD compare as text; an open end is empty.
  const found = periods.find(({ dataset }) => day.value >= dataset.from && (!dataset.until || day.value <= dataset.until));
  for (const period of periods) period.closest("tr").classList.toggle("is-mine", Boolean(day.value) && period === found);
  said.hidden = !day.value;
  said.textContent = day.value ? found.dataset.said : "";
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
form.hidden = false;
show(); // a reload may bring the day back
