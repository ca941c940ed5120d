// Days in Japan, and date questions as three drop-down lists with the years in both calendars.
import { all, one } from "../page/elements.js";

const DAY = 86_400_000;
const inJapan = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }); // sv-SE writes 2026-11-21
const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });

/**
 * Two days in Japan as ISO text.
 * @typedef {{ today: string, tomorrow: string }} Days
 */

/** @returns {Days} */
export function japaneseDays(now = new Date()) {
  return { today: inJapan.format(now), tomorrow: inJapan.format(new Date(now.getTime() + DAY)) };
}

/**
 * Fills in the years: the start lies ahead, a birth a working life back, a car's months within living memory.
 * @param {HTMLElement} question
 * @param {string} today
 */
export function fillYears(question, today) {
  const list = one(question, '[data-part="year"]', HTMLSelectElement);
  const ahead = question.dataset.question === "start_date";
  for (const year of years(question, Number(today.slice(0, 4)), ahead)) addYear(list, year, !ahead);
}

/**
 * The years to choose from, in their order on the list: the newest first.
 * @param {HTMLElement} question
 * @param {number} now
 * @param {boolean} ahead
 */
function years(question, now, ahead) {
  const { atLeast, atMost } = one(question, "fieldset").dataset; // years counted from this one
  const month = question.dataset.kind === "month";
  const [newest, oldest] = atLeast ? [now + Number(atMost), now + Number(atLeast)] : ahead ? [now + 1, now] : month ? [now + 1, now - 40] : [now - 15, now - 105];
  return Array.from({ length: newest - oldest + 1 }, (_, back) => newest - back);
}

/** @param {HTMLSelectElement} list @param {number} year @param {boolean} both whether the Japanese era is told, too */
function addYear(list, year, both) {
  const option = document.createElement("option");
  option.value = String(year);
  option.textContent = both ? `${year}（${era.format(Date.UTC(year, 11, 31)).replace("年", "")}）` : String(year);
  list.append(option);
}

/**
 * The parts as ISO text; null while a part is missing.
 * @param {HTMLElement} question
 */
export function readParts(question) {
  const parts = partsOf(question).map((list) => list.value);
  return parts.every(Boolean) ? parts.join("-") : null;
}

/** @param {HTMLElement} question @param {string | null | undefined} value ISO text; anything else empties the lists */
export function paintParts(question, value) {
  const parts = value && /^\d{4}-\d\d(?:-\d\d)?$/.test(value) ? value.split("-") : [];
  partsOf(question).forEach((list, index) => {
    const part = parts[index] ?? "";
    if (index === 0 && part && ![...list.options].some((option) => option.value === part)) addYear(list, Number(part), true);
    if (list.value !== part) list.value = part;
  });
}

/** @param {HTMLElement} question */
function partsOf(question) {
  return all(question, "[data-part]", HTMLSelectElement);
}
