// A link from another day, another rate edition or under older names: asks what has become of it, and says so.
import { paintHtml } from "../page/paint.js";

/**
 * What an old link asked for: its answers and, where it names one, its rate edition.
 * @typedef {{ asked: import("./quote-answers.js").Values, edition: string | null }} OldLink
 */

/**
 * What an old link asked for; null for a link of today. A start that has passed gives way to tomorrow.
 * @param {import("./quote-answers.js").Answers} answers
 * @returns {OldLink | null}
 */
export function outdated(answers) {
  const { values, edition, page, days } = answers;
  const asked = { ...values };
  const passed = Boolean(asked.start_date) && asked.start_date <= days.today;
  if (passed) delete values.start_date;
  const inForce = page.editions.filter(({ start }) => start <= answers.startDate).at(-1);
  const other = Boolean(edition) && edition !== inForce?.id;
  const moved = page.moved.some(({ question, choice }) => (choice === null ? question in asked : asked[question] === choice));
  return passed || other || moved ? { asked, edition } : null;
}

/**
 * Paints the note above the form, and takes over names that have changed.
 * @param {OldLink} old
 * @param {import("./quote-answers.js").Answers} answers
 * @param {import("../types/engine.js").Asks} engine
 * @param {HTMLElement} place
 */
export async function tellOld({ asked, edition }, answers, engine, place) {
  // biome-ignore lint/suspicious/noThenProperty: the engine's name for the answers of then; nobody awaits the question
  const reply = await engine.ask({ ask: "old_link", then: asked, answers: answers.request(), edition }, { newestOf: "old" });
  if (!reply?.old_link) return;
  answers.rename(asked, reply.old_link.answers);
  paintHtml(place, reply.old_link.html);
  place.hidden = !reply.old_link.html;
}
