// Whether a desk answers now, in Japan's time whatever the clock of the device: ● 受付中 / ○ いまは時間外.
import { holidays, newYear } from "../../../generated/calendar.js";

const JAPAN = 9 * 60 * 60_000; // ahead of UTC, with no summer time
const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const LOOK_AHEAD = 31; // days; no desk stays closed longer
const WEEKDAYS = "日月火水木金土";
const free = new Set(holidays);
const lastKnown = `${holidays.at(-1).slice(0, 4)}-12-31`; // no list of holidays reaches further

/** The hours of one day, [opens, closes] in minutes, or null. `day` is a Date whose UTC parts are Japan's. */
function span(hours, day) {
  const date = day.toISOString().slice(0, 10);
  const monthDay = date.slice(5);
  const [first, last] = newYear;
  const isNewYear = first <= last ? monthDay >= first && monthDay <= last : monthDay >= first || monthDay <= last;
  let kind = "weekdays";
  if (isNewYear && hours.new_year) kind = "new_year";
  else if (day.getUTCDay() === 0 || free.has(date)) kind = "sunday_holidays";
  else if (day.getUTCDay() === 6) kind = "saturday";
  const text = hours[kind];
  if (!text || text === "closed") return null;
  return text.split("-").map((clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
}

const clock = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/**
 * What to say of a desk at `moment` (a Date): {open, when}, `when` in words.
 * Null where the holidays of that day are not known, so that nothing wrong is said.
 */
export function openState(hours, moment) {
  const now = new Date(moment.getTime() + JAPAN);
  if (now.toISOString().slice(0, 10) > lastKnown) return null;
  const minutes = now.getUTCHours() * 60 + now.getUTCMinutes();
  const today = span(hours, now);
  if (today && minutes >= today[0] && minutes < today[1]) return { open: true, when: `${clock(today[1])} まで` };
  if (today && minutes < today[0]) return { open: false, when: `きょう ${clock(today[0])} から` };
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
    const day = new Date(now.getTime() + ahead * DAY);
    const hoursThen = span(hours, day);
    if (hoursThen) {
      const name = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日（${WEEKDAYS[day.getUTCDay()]}）`;
      return { open: false, when: `${name}${clock(hoursThen[0])} から` };
    }
  }
  return null;
}

function paint() {
  const moment = new Date();
  for (const place of document.querySelectorAll("[data-hours]")) {
    const found = openState(JSON.parse(place.dataset.hours), moment);
    const state = place.querySelector(".state");
    state.hidden = !found;
    if (!found) continue;
    const badge = document.createElement("span");
    badge.className = found.open ? "badge open" : "badge";
    badge.textContent = found.open ? "受付中" : "いまは時間外";
    const when = document.createElement("span");
    when.className = "when";
    when.textContent = found.when;
    state.replaceChildren(badge, " ", when);
  }
}

/** Paint all desks of the page now, at each full minute, and when the page is seen again. */
export function startOpenNow() {
  const again = () => {
    paint();
    setTimeout(again, MINUTE - (Date.now() % MINUTE));
  };
  again();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) paint(); });
}
