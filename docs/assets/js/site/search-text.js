/* The words of the pages: Pagefind's index, fetched when the search is first used, and anew when a newer one has taken its place. */
/** @type {typeof import("./search-fold.js")} */
const { folded, held, hiragana, katakana, runs, units } = await import(`./search-fold.js${new URL(import.meta.url).search}`);

const LOOKED = 24; // pages whose words are compared with what was typed
const FEW = 4; // pages; so few ask for the words one by one, too
const BREAK = /(?<=。)|\. |\n/; // between sentences, and as Pagefind joins headings and cells
const ALONE = /^[ぁ-ゖァ-ヺー]$/; // one kana is no word
const APART = 0.8;
const SOME = 0.4;
const ENDING = /^[ぁ-ゖ]{1,2}$/; // a particle or an ending

/**
 * What of Pagefind is used here.
 * @typedef {{ init(): Promise<void>, destroy(): Promise<void>, search(term: string): Promise<{ results: Result[] }> }} Pagefind
 * @typedef {{ id: string, data(): Promise<Found> }} Result
 * @typedef {{ raw_url: string, content: string, sub_results: { url: string, locations: number[] }[] }} Found
 * @typedef {{ before: string, mark: string, after: string }} Excerpt the words in their sentence
 * @typedef {{ made: string, bundle: Pagefind }} Index `made` is the stamp of the index
 */

/** @type {Promise<Index> | undefined} */
let index;
let tries = 0;

/**
 * What tells one index from another: Pagefind's entry, a few bytes that name the rest.
 * @param {URL} base
 */
async function stamp(base) {
  const answer = await fetch(new URL("pagefind-entry.json", base), { cache: "no-store" });
  if (!answer.ok) throw new Error(`pagefind-entry.json: ${answer.status}`);
  return answer.text();
}

/** @param {URL} base @returns {Promise<Index>} */
async function begin(base) {
  tries += 1;
  const address = new URL("pagefind.js", base);
  if (tries > 1) address.search = String(tries); // Firefox keeps an import that failed
  const [made, bundle] = await Promise.all([stamp(base), import(address.href)]);
  await bundle.init();
  return { made, bundle };
}

/**
 * The index, fetched when it is first asked for.
 * @param {URL} base
 */
export function load(base) {
  index ??= begin(base).catch((error) => {
    index = undefined;
    throw error;
  });
  return index;
}

/**
 * Whether another index has taken the place of the one loaded; its pieces are gone then, and Pagefind does not say so.
 * @param {URL} base
 */
export async function isOld(base) {
  try {
    const [{ made }, now] = await Promise.all([load(base), stamp(base)]);
    return made !== now;
  } catch {
    return false; // no connection: what is loaded is all there is
  }
}

/** Lets the index go, so that the next question loads it anew. */
export async function forget() {
  const old = index;
  index = undefined;
  await old?.then(({ bundle }) => bundle.destroy()).catch(() => {});
}

/**
 * What is typed in the kana that a page may have it in.
 * @param {string} words
 */
function spellings(words) {
  const typed = words.normalize("NFKC");
  return [...new Set([typed, hiragana(typed), katakana(typed)])];
}

/**
 * The words that a browser sees, or else the runs of one script; no single kana.
 * @param {string} words
 */
function pieces(words) {
  const seen = "Segmenter" in Intl ? [...new Intl.Segmenter("ja", { granularity: "word" }).segment(words)].map(({ segment }) => segment) : runs(words);
  return seen.filter((word) => folded(word) && !ALONE.test(word));
}

/**
 * Pagefind's results for the words, in all their spellings; where these are few, for each of the words.
 * @param {Pagefind} bundle
 * @param {string} words
 */
async function results(bundle, words) {
  /** @type {Map<string, Result>} */
  const found = new Map();
  const gather = async (/** @type {string} */ term) => {
    for (const result of (await bundle.search(term)).results) if (!found.has(result.id)) found.set(result.id, result);
  };
  const cut = spellings(words).map(pieces).filter((some) => some.length);
  for (const some of cut) await gather(some.join(" "));
  if (found.size < FEW) for (const piece of new Set(cut.flat())) if (!ENDING.test(piece)) await gather(piece);
  return [...found.values()].slice(0, LOOKED);
}

/**
 * The first sentence that says the words as they were typed; null where only headings, tables or another spelling do.
 * @param {string} content
 * @param {string} words
 * @returns {Excerpt | null}
 */
function excerpt(content, words) {
  const sentences = content.split(BREAK).map((sentence) => sentence.trim()).filter((sentence) => sentence.endsWith("。"));
  for (const word of [words, ...words.split(/\s+/)].flatMap(spellings).filter(folded)) {
    for (const sentence of sentences) {
      const at = sentence.toLowerCase().indexOf(word.toLowerCase());
      const end = at + word.length;
      if (at >= 0) return { before: sentence.slice(0, at), mark: sentence.slice(at, end), after: sentence.slice(end) };
    }
  }
  return null;
}

/**
 * How much of what was typed a page says: 1 all of it as it was typed, less for its words apart, less still for some of them.
 * @param {string} content
 * @param {string} words
 */
function says(content, words) {
  const text = folded(content);
  if (words.split(/\s+/).every((word) => text.includes(folded(word)))) return 1;
  const share = held(units(words), text);
  return share === 1 ? APART : share * SOME;
}

/**
 * The pages that speak of the words, in Pagefind's order.
 * @param {URL} base
 * @param {string} words
 */
export async function ask(base, words) {
  const { bundle } = await load(base);
  const pages = await Promise.all((await results(bundle, words)).map((result) => result.data()));
  return pages.map((page, rank) => {
    const said = says(page.content, words);
    const parts = page.sub_results.filter(({ url }) => url.includes("#")).sort((one, other) => other.locations.length - one.locations.length);
    return {
      address: page.raw_url.replace(/^\//, ""),
      rank,
      said,
      excerpt: said === 1 ? excerpt(page.content, words) : null,
      parts: parts.map(({ url }) => decodeURIComponent(url.split("#")[1])),
    };
  });
}
