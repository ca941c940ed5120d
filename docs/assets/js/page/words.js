// The words of this page's scripts: editors write them in data/words, the build puts those that are asked for into the page.
// A module writes say("site.copied") or say("site.found", { count }): ids written out, slots by name, as the checker counts on.

/**
 * Texts by id, and for each counter its words, each with the largest number it is used for; the last has none.
 * @type {{ texts: Record<string, string>, counters: Record<string, [number | null, string][]> }}
 */
const { texts, counters } = JSON.parse(document.getElementById("page-words")?.textContent ?? '{"texts":{},"counters":{}}');

/**
 * The sentence with its slots filled; {count:つ} takes the counter that goes with the number.
 * @param {string} id
 * @param {Record<string, string | number>} slots
 */
export function say(id, slots = {}) {
  return texts[id].replace(/\{([a-z_]+)(?::([^{}:]+))?\}/g, (_, slot, counter) => slots[slot] + (counter ? counted(Number(slots[slot]), counters[counter]) : ""));
}

/** @param {number} number @param {[number | null, string][]} steps */
function counted(number, steps) {
  return steps.find(([upTo]) => upTo === null || number <= upTo)?.[1] ?? "";
}
