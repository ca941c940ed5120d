/* The list of titles: pages, their parts and readings, cars. Matched as they were typed, without being cut into words. */
/** @type {typeof import("./search-fold.js")} */
const { folded, held, runs, shortened, skeleton, units } = await import(`./search-fold.js${new URL(import.meta.url).search}`);

/**
 * @typedef {ReturnType<typeof spelt>} Spelt
 * @typedef {ReturnType<typeof page>} Page
 * @typedef {ReturnType<typeof car>} Car
 * @typedef {[id: string, vehicle: string, year: number]} Model
 * @typedef {[name: string, reading: string, models: Model[]]} CarRow
 * @typedef {{ address: string, title: string, description: string, words: string, ids: string[], parts: string[], readings: string[] }} PageRow
 * @typedef {{ [key in keyof PageRow]: PageRow[key][] }} Columns
 */

const EXACT = 1;
const PREFIX = 0.8;
const KIN = 0.7; // the same kanji with other kana between
const INSIDE = 0.6;
const COVERED = 0.5; // typed words that hold words of the page
const BENT = 0.5; // another ending: やめる and やめたい
const TOUCHED = 0.3; // names that hold some of the words typed
const STEP = 1 / 200; // what each place in a page's own list costs
const NAMING = 0.5; // so well is a part of a page met that is shown
const LATEST = 19; // from here on it costs no more
const PART = 0.9; // a part of a page, beside the page itself
const NAME = 3; // letters of a car's name that its beginning must have
const SHORTEST = 2; // letters of any other beginning

export const isExact = (/** @type {number} */ met) => met > PREFIX;
export const isBeginning = (/** @type {number} */ met) => met > KIN;

/** One kanji is a word; one kana is none. */
const counts = (/** @type {string} */ word) => word.length >= SHORTEST || /\p{Script=Han}/u.test(word);

/**
 * A text in every form in which it is compared.
 * @param {string} text
 * @param {number} lead what it is worth
 * @param {string} place the part of the page that it names
 */
export function spelt(text, lead = EXACT, place = "") {
  const plain = folded(text);
  return { plain, short: shortened(plain), kin: skeleton(plain), starts: runs(text).map(folded), units: units(text), lead, place };
}

/**
 * How well one name meets what was typed: 0 to 1.
 * @param {Spelt} typed
 * @param {Spelt} name
 */
function meets(typed, name) {
  if (name.plain === typed.plain) return name.lead;
  if (!counts(typed.plain)) return 0;
  if (typed.short.length >= SHORTEST && name.short === typed.short) return name.lead - STEP;
  if (name.plain.startsWith(typed.plain)) return PREFIX * name.lead;
  if (typed.kin && name.kin === typed.kin) return KIN * name.lead;
  const inside = typed.plain.length > SHORTEST ? name.plain.includes(typed.plain) : name.starts.some((start) => start.startsWith(typed.plain));
  return (inside ? INSIDE : Math.max(bent(typed.plain, name.plain), TOUCHED * held(typed.units, name.plain))) * name.lead;
}

/**
 * How well two words begin alike, as those do that differ in their endings; half of the shorter one at least.
 * @param {string} one
 * @param {string} other
 */
function bent(one, other) {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  const stem = alike >= SHORTEST && alike * 2 >= Math.min(one.length, other.length);
  return stem ? (BENT * alike) / Math.max(one.length, other.length) : 0;
}

/**
 * Which share of what was typed is made of words of the page.
 * @param {Spelt} typed
 * @param {Spelt[]} words
 */
function covered(typed, words) {
  /** @type {number[]} */
  const worth = new Array(typed.plain.length).fill(0);
  for (const { plain, lead } of words) {
    const at = typed.plain.indexOf(plain);
    if (at >= 0) for (let index = at; index < at + plain.length; index += 1) worth[index] = Math.max(worth[index], lead);
  }
  return (COVERED * worth.reduce((sum, each) => sum + each, 0)) / worth.length;
}

/**
 * One page out of the columns of the list.
 * @param {Columns} columns
 * @param {number} at
 */
function page(columns, at) {
  const { address, title, description, words, ids, parts, readings } = /** @type {PageRow} */ (
    Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column[at]]))
  );
  const names = [spelt(title), ...words.split(" ").filter(Boolean).map((word, place) => spelt(word, EXACT - Math.min(place, LATEST) * STEP))];
  const inTitle = runs(title).filter((run) => !/^[ぁ-ゖー]+$/.test(run)).map((run) => spelt(run));
  const contained = [...names, ...inTitle].filter(({ plain }) => counts(plain));
  for (const [place, id] of ids.entries()) {
    names.push(spelt(parts[place], PART, id));
    if (readings[place]) names.push(spelt(readings[place], PART, id));
  }
  return { address, title, description, parts: new Map(ids.map((id, place) => /** @type {const} */ ([id, parts[place]]))), names, contained };
}

/** @param {CarRow} row */
function car([name, reading, models]) {
  const forms = [name, reading].flatMap((text) => [text, ...text.split("・")]).filter(Boolean);
  return { name, models, forms: [...forms, ...models.map(([id]) => id)].map((form) => spelt(form)) };
}

/**
 * How well a car's name meets what was typed; a name between other words counts, too.
 * @param {string} words
 * @param {Car} car
 */
function driven(words, { forms }) {
  const typed = [words, ...words.split(/\s+/), ...runs(words)].map((word) => spelt(word));
  const same = (/** @type {Spelt} */ one, /** @type {Spelt} */ form) => form.plain === one.plain || (one.short.length >= NAME && form.short === one.short);
  if (typed.some((one) => forms.some((form) => same(one, form)))) return EXACT;
  return typed[0].plain.length >= NAME && forms.some(({ plain }) => plain.startsWith(typed[0].plain)) ? PREFIX : 0;
}

export class TitleList {
  /** @param {{ pages: Columns, cars: CarRow[], answers: Record<string, string> }} list titles.json; `answers` by kind of vehicle */
  constructor({ pages, cars, answers }) {
    this.pages = pages.address.map((_, at) => page(pages, at));
    this.cars = cars.map(car);
    this.answers = answers;
  }

  /**
   * Every page that is met, with how well, and its parts that are, best first.
   * @param {string} words
   */
  matching(words) {
    const typed = words.split(/\s+/).map((word) => spelt(word)).filter(({ plain }) => plain);
    return this.pages.flatMap((one) => {
      /** @type {Map<string, number>} */
      const parts = new Map();
      const each = typed.map((part) => {
        let best = covered(part, one.contained);
        for (const name of one.names) {
          const met = meets(part, name);
          if (met >= NAMING && name.place) parts.set(name.place, Math.max(met, parts.get(name.place) ?? 0));
          best = Math.max(best, met);
        }
        return best;
      });
      const met = each.reduce((sum, value) => sum + value, 0) / each.length;
      return met ? [{ page: one, met, parts: [...parts].sort((a, b) => b[1] - a[1]).map(([id]) => id) }] : [];
    });
  }

  /**
   * The cars that are named, those named in full first, each with the price page's answers for its models.
   * @param {string} words
   */
  carsIn(words) {
    const found = this.cars.map((each) => ({ ...each, met: driven(words, each) })).filter(({ met }) => met);
    return found.sort((one, other) => other.met - one.met).map(({ name, models, met }) => ({
      name,
      met,
      models: models.map(([id, vehicle, year]) => ({ id, year, answers: `${this.answers[vehicle]}&model=${encodeURIComponent(id)}` })),
    }));
  }
}
