/* Three answers on the start page: opens the price page with them in the address, where nothing is sent to a server. */

/** Keep the days of the month that exist, so that an impossible date cannot be chosen. */
function fitDays(year, month, day) {
  const days = new Date(Number(year.value), Number(month.value), 0).getDate();
  for (const option of day.options) option.disabled = Number(option.value) > days;
  if (Number(day.value) > days) day.value = String(days);
}

export function startShortForm(form) {
  if (!form) return;
  const { vehicle_type: vehicle, grade, year, month, day } = form.elements;
  const gradeField = form.querySelector("[data-no-grade]");
  const ungraded = gradeField.dataset.noGrade.split(" ");
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
