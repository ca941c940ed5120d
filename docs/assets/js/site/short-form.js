/* Three answers on the start page: opens the price page with them in the address, where nothing is sent to a server. */

import { find, one } from "../page/elements.js";

/**
 * Keep the days of the month that exist, so that an impossible date cannot be chosen.
 * @param {HTMLSelectElement} year
 * @param {HTMLSelectElement} month
 * @param {HTMLSelectElement} day
 */
function fitDays(year, month, day) {
  const days = new Date(Number(year.value), Number(month.value), 0).getDate();
  for (const option of day.options) option.disabled = Number(option.value) > days;
  if (Number(day.value) > days) day.value = String(days);
}

/** Starts the short form where the page has one. */
export function startShortForm() {
  const form = find(document, "form.short", HTMLFormElement);
  if (!form) return;
  const list = (/** @type {string} */ name) => one(form, `select#${name}`, HTMLSelectElement);
  const [vehicle, grade, year, month, day] = ["vehicle_type", "grade", "year", "month", "day"].map(list);
  const gradeField = one(form, "[data-no-grade]");
  const ungraded = (gradeField.dataset.noGrade ?? "").split(" ");
  const follow = () => {
    gradeField.hidden = ungraded.includes(vehicle.value);
    fitDays(year, month, day);
  };
  form.addEventListener("change", follow);
  window.addEventListener("pageshow", follow); // a form kept by the back button has its old choices
  follow();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = new URLSearchParams({ vehicle_type: vehicle.value });
    if (!gradeField.hidden && grade.value) {
      answers.set("grade", grade.value);
      answers.set("prior_contract", "true");
    }
    answers.set("birth_date", `${year.value}-${month.value.padStart(2, "0")}-${day.value.padStart(2, "0")}`);
    location.assign(`${form.getAttribute("action")}#${answers}`);
  });
}
