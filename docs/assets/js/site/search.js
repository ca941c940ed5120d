/* The search dialog: first the pages and cars whose titles and readings meet the words, then the pages that speak of them. */
import { hit, make, one as only } from "../page/elements.js";
import { say } from "../page/words.js";

const part = (/** @type {string} */ name) => import(`./search-${name}.js${new URL(import.meta.url).search}`); // a second try asks for the parts anew
/** @type {[typeof import("./search-list.js"), typeof import("./search-text.js")]} */
const [{ TitleList, isBeginning, isExact }, text] = await Promise.all([part("list"), part("text")]);

/**
 * A page or a car as it is shown: with the words where it says them, or else with what it is about.
 * @typedef {{ url: string, title: string, description: string, excerpt?: import("./search-text.js").Excerpt | null, sections: Link[] }} Shown
 * @typedef {{ url: string, title: string }} Link
 * @typedef {{ page: import("./search-list.js").Page, met: number, said: number, worth: number, excerpt: Shown["excerpt"], parts: string[] }} Row
 *   a page with how well it is named by the words, how much of them it says, and what both are worth
 */

const WAIT = 150; // milliseconds of quiet before a search
const COMPOSING = 600; // the same while kana are still to be chosen from
const PATIENCE = 4000; // milliseconds; after them the titles alone answer
const SHOWN = 12; // pages
const SECTIONS = 2; // of each page
const MODELS = 4; // of a car
const NAMED = 3; // cars
const SPOKEN = 0.4; // what a page gains that says all that was typed
const LATER = 1 / 60; // of that, what each place in Pagefind's order costs
const SURE = 0.4; // beside pages that bear the words as a name, others are shown that meet them so well
const FAINT = 0.3; // where there are none, others are shown that are worth so much of the best
/** @type {Promise<InstanceType<typeof TitleList>> | undefined} */
let titles;

/** @param {URL} base */
function list(base) {
  titles ??= fetch(new URL("titles.json", base), { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`titles.json: ${answer.status}`))))
    .then((found) => new TitleList(found))
    .catch((error) => {
      titles = undefined;
      throw error;
    });
  return titles;
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function inTime(promise) {
  return Promise.race([promise, new Promise((_, late) => setTimeout(late, PATIENCE, new Error("late")))]);
}

/**
 * Exact names first, then beginnings, then what meets the words best and says most of them.
 * @param {Row} one
 * @param {Row} other
 */
function inOrder(one, other) {
  const step = (/** @type {Row} */ { met }) => (isExact(met) ? 2 : isBeginning(met) ? 1 : 0);
  return step(other) - step(one) || other.worth - one.worth;
}

/** Whether a page is named by the words, or says them as they were typed. */
const isSure = (/** @type {Row} */ { met, said }) => isBeginning(met) || said === 1;

/**
 * The pages worth showing: beside those named by the words only good ones, else those that come near.
 * @param {Row[]} rows
 */
function kept(rows) {
  if (rows.some(({ met }) => isBeginning(met))) return rows.filter((each) => isSure(each) || each.met >= SURE || each.said >= 2 * SURE);
  const best = Math.max(0, ...rows.map(({ worth }) => worth));
  return rows.filter(({ worth }) => worth && worth >= FAINT * best);
}

/**
 * @param {URL} root
 * @param {ReturnType<InstanceType<typeof TitleList>["carsIn"]>[number]} car
 * @returns {Shown}
 */
function carRow(root, { name, models }) {
  const address = (/** @type {string} */ answers) => new URL(`quote/#${answers}`, root).href;
  const each = models.slice(0, MODELS).map(({ id, year, answers }) => ({ url: address(answers), title: say("site.search_model", { id, year }) }));
  return {
    url: address(models[0].answers),
    title: say("site.search_price", { car: name }),
    description: say("site.search_chosen", { car: name }),
    sections: models.length > 1 ? each : [],
  };
}

/** @param {URL} root @param {Row} row @returns {Shown} */
function pageRow(root, { page, parts, excerpt }) {
  const url = new URL(page.address, root).href;
  const sections = parts.flatMap((id) => (page.parts.has(id) ? [{ url: `${url}#${id}`, title: page.parts.get(id) ?? "" }] : []));
  return { url, title: page.title, description: page.description, excerpt, sections: sections.slice(0, SECTIONS) };
}

/**
 * What the list and, where it has come, the full text say of the words.
 * @param {URL} base
 * @param {string} words
 */
async function gathered(base, words) {
  const [known, spoken] = await Promise.allSettled([list(base), inTime(text.ask(base, words))]);
  if (known.status === "rejected") throw known.reason;
  const root = new URL("../", base);
  const heardOf = spoken.status === "fulfilled" ? spoken.value : [];
  const said = new Map(heardOf.map((each) => [each.address, each]));
  const met = new Map(known.value.matching(words).map((each) => [each.page.address, each]));
  const rows = known.value.pages.filter(({ address }) => met.has(address) || said.has(address)).map((page) => {
    const own = met.get(page.address) ?? { met: 0, parts: [] };
    const heard = said.get(page.address) ?? { said: 0, rank: 0, parts: [], excerpt: null };
    const worth = own.met + heard.said * SPOKEN * (1 - heard.rank * LATER);
    return { page, met: own.met, said: heard.said, worth, excerpt: heard.excerpt, parts: [...new Set([...own.parts, ...(heard.said === 1 ? heard.parts : [])])] };
  });
  const good = kept(rows).sort(inOrder);
  const cars = known.value.carsIn(words).slice(0, NAMED);
  const named = cars.filter(({ met: name }) => isExact(name));
  const begun = good.findIndex(({ met: name }) => !isBeginning(name));
  const pages = good.map((each) => pageRow(root, each));
  if (named.length < cars.length) pages.splice(begun < 0 ? pages.length : begun, 0, ...cars.slice(named.length).map((car) => carRow(root, car)));
  pages.unshift(...named.map((car) => carRow(root, car)));
  return {
    pages: pages.slice(0, SHOWN),
    count: pages.length,
    exact: named.length > 0 || good.some(isSure),
    whole: spoken.status === "fulfilled",
    silent: said.size === 0,
  };
}

/**
 * The rows for these words, best first, and what can be said of them. The index is loaded anew where another has taken its place.
 * @param {URL} base
 * @param {string} words
 */
export async function find(base, words) {
  const found = await gathered(base, words);
  if (found.exact && found.whole && !found.silent) return found;
  if (!(await text.isOld(base))) return found;
  titles = undefined;
  await text.forget();
  return gathered(base, words);
}

/** @param {Link} to @param {Record<string, string>} attributes */
function linkTo({ url, title }, attributes = {}) {
  return make("a", { href: url, ...attributes }, title);
}

/** @param {Shown} page */
function row(page) {
  const { excerpt } = page;
  const lines = excerpt ? [excerpt.before, make("mark", {}, excerpt.mark), excerpt.after] : [page.description];
  return make("li", {}, linkTo(page), make("p", { class: "small" }, ...lines), ...page.sections.map((section) => linkTo(section, { class: "section" })));
}

/** @param {string} words @param {Awaited<ReturnType<typeof gathered>>} found */
function sentence(words, { count, exact, whole }) {
  if (!count) return say("site.search_none", { words });
  if (!whole) return say("site.search_titles", { words, count });
  return exact ? say("site.search_found", { words, count }) : say("site.search_near", { words, count });
}

/** @param {HTMLDialogElement} dialog @param {string} words */
async function search(dialog, words) {
  const paint = (/** @type {string} */ said, /** @type {Shown[]} */ pages, /** @type {boolean} */ lost) => {
    only(dialog, "ol").replaceChildren(...pages.map(row));
    only(dialog, "[role=status]").textContent = said;
    only(dialog, ".search-ask").hidden = !lost;
  };
  if (!words) return paint(say("site.search_idle"), [], false);
  const meant = () => only(dialog, "input", HTMLInputElement).value.trim() === words; // or newer words have been typed
  try {
    const found = await find(indexOf(dialog), words);
    if (meant()) paint(sentence(words, found), found.pages, !found.exact);
  } catch {
    if (meant()) paint(dialog.dataset.away ?? "", [], true);
  }
}

/**
 * Where the index of the site lies.
 * @param {HTMLDialogElement} dialog
 */
function indexOf(dialog) {
  return new URL(dialog.dataset.index ?? "", document.baseURI);
}

/**
 * Searches for what stands in the dialog, now and whenever it changes.
 * @param {HTMLDialogElement} dialog
 */
export function open(dialog) {
  const input = only(dialog, "input", HTMLInputElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const soon = (wait = WAIT) => {
    clearTimeout(timer);
    timer = setTimeout(() => search(dialog, input.value.trim()), wait);
  };
  soon(0);
  if (dialog.dataset.ready) return;
  dialog.dataset.ready = "true";
  input.addEventListener("input", (event) => soon(event instanceof InputEvent && event.isComposing ? COMPOSING : WAIT));
  input.addEventListener("compositionend", () => soon());
  dialog.addEventListener("click", (event) => {
    if (hit(event, "a")) dialog.close(); // the page may be this one
  });
  list(indexOf(dialog)).catch(() => {});
  text.load(indexOf(dialog)).catch(() => {});
}
