// The words of this page's scripts: editors write them in data/words, the build puts those that are asked for into the page.
// A module writes say("site.copied") or say("site.found", { count }): ids written out, slots by name, as the checker counts on.
const { texts, counters } = JSON.parse(document.getElementById("page-words")?.textContent ?? '{"texts":{},"counters":{}}');

/** The sentence with its slots filled; {count:つ} takes the counter that goes with the number. */
export function say(id, slots = {}) {
  return texts[id].replace(/\{([a-z_]+)(?::([^{}:]+))?\}/g, (_, slot, counter) => slots[slot] + (counter ? counted(slots[slot], counters[counter]) : ""));
}

function counted(number, steps) {
  return steps.find(([upTo]) => upTo === null || number <= upTo)[1];
}
