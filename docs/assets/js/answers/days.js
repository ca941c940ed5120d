// Days in Japan, and date questions as three drop-down lists with the years in both calendars.

const DAY = 86_400_000;
const inJapan = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }); // sv-SE writes 2026-11-21
const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });

export function japaneseDays(now = new Date()) {
  return { today: inJapan.format(now), tomorrow: inJapan.format(new Date(now.getTime() + DAY)) };
}

/** 2026年11月21日 */
export function spoken(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** Fills in the years: the start lies ahead, a birth a working life back, a car's months within living memory. */
export function fillYears(question, today) {
  const list = question.querySelector('[data-part="year"]');
  const year = Number(today.slice(0, 4));
  const ahead = question.dataset.question === "start_date";
  const month = question.dataset.kind === "month";
  const { atLeast, atMost } = question.querySelector("fieldset").dataset; // years counted from this one
  const [newest, oldest] = atLeast ? [year + Number(atMost), year + Number(atLeast)] : ahead ? [year + 1, year] : month ? [year + 1, year - 40] : [year - 15, year - 105];
  for (let one = newest; one >= oldest; one -= 1) addYear(list, one, !ahead);
}

function addYear(list, year, both) {
  const option = document.createElement("option");
  option.value = String(year);
  option.textContent = both ? `${year}（${era.format(Date.UTC(year, 11, 31)).replace("年", "")}）` : String(year);
  list.append(option);
}

/** The parts as ISO text; null while a part is missing. */
export function readParts(question) {
  const parts = [...question.querySelectorAll("[data-part]")].map((list) => list.value);
  return parts.every(Boolean) ? parts.join("-") : null;
}

export function paintParts(question, value) {
  const parts = /^\d{4}-\d\d(-\d\d)?$/.test(value ?? "") ? value.split("-") : [];
  question.querySelectorAll("[data-part]").forEach((list, index) => {
    const part = parts[index] ?? "";
    if (index === 0 && part && ![...list.options].some((option) => option.value === part)) addYear(list, Number(part), true);
    if (list.value !== part) list.value = part;
  });
}
