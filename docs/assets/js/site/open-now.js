// Whether a desk answers now, in Japan's time whatever the clock of the device: ● 受付中 / ○ いまは時間外.
import { holidays, newYear } from "../../../generated/calendar.js";
import { all, make, one } from "../page/elements.js";
import { say } from "../page/words.js";

/**
 * Opening hours, each "9:00-17:00" or "closed": text by kind of day.
 * @typedef {Partial<Record<"weekdays" | "saturday" | "sunday_holidays" | "new_year", string>>} Hours
 */

const JAPAN = 9 * 60 * 60_000; // ahead of UTC, with no summer time
const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const LOOK_AHEAD = 31; // days; no desk stays closed longer
const free = new Set(holidays);
const lastKnown = `${holidays.at(-1)?.slice(0, 4)}-12-31`; // no list of holidays reaches further

/**
 * The hours of one day, [opens, closes] in minutes, or null.
 * @param {Hours} hours
 * @param {Date} day whose UTC parts are Japan's
 */
function span(hours, day) {
  const date = day.toISOString().slice(0, 10);
  const monthDay = date.slice(5);
  const [first, last] = newYear;
  const isNewYear = first <= last ? monthDay >= first && monthDay <= last : monthDay >= first || monthDay <= last;
  /** @type {keyof Hours} */
  let kind = "weekdays";
  if (isNewYear && hours.new_year) kind = "new_year";
  else if (day.getUTCDay() === 0 || free.has(date)) kind = "sunday_holidays";
  else if (day.getUTCDay() === 6) kind = "saturday";
  const text = hours[kind];
  if (!text || text === "closed") return null;
  return text.split("-").map((time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
}

const clock = (/** @type {number} */ minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/**
 * What to say of a desk at `moment` (a Date): {open, when}, `when` in words.
 * Null where the holidays of that day are not known, so that nothing wrong is said.
 * @param {Hours} hours
 * @param {Date} moment
 * @returns {{ open: boolean, when: string } | null}
 */
export function openState(hours, moment) {
  const now = new Date(moment.getTime() + JAPAN);
  if (now.toISOString().slice(0, 10) > lastKnown) return null;
  const minutes = now.getUTCHours() * 60 + now.getUTCMinutes();
  const today = span(hours, now);
  if (today && minutes >= today[0] && minutes < today[1]) return { open: true, when: say("site.until", { clock: clock(today[1]) }) };
  if (today && minutes < today[0]) return { open: false, when: say("site.from_today", { clock: clock(today[0]) }) };
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
    const day = new Date(now.getTime() + ahead * DAY);
    const hoursThen = span(hours, day);
    if (hoursThen) {
      const weekday = say("site.weekdays")[day.getUTCDay()];
      return { open: false, when: say("site.from_day", { month: day.getUTCMonth() + 1, date: day.getUTCDate(), weekday, clock: clock(hoursThen[0]) }) };
    }
  }
  return null;
}

function paint() {
  const moment = new Date();
  for (const place of all(document, "[data-hours]")) {
    const found = openState(JSON.parse(place.dataset.hours ?? "{}"), moment);
    const state = one(place, ".state");
    state.hidden = !found;
    if (!found) continue;
    const badge = make("span", { class: found.open ? "badge open" : "badge" }, found.open ? say("site.open") : say("site.closed"));
    state.replaceChildren(badge, " ", make("span", { class: "when" }, found.when));
  }
}

/** Paint all desks of the page now, at each full minute, and when the page is seen again. */
export function startOpenNow() {
  const again = () => {
    paint();
    setTimeout(again, MINUTE - (Date.now() % MINUTE));
  };
  again();
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) paint();
  });
}
