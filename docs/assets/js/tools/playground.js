// The editors' playground: files of data/ edited in the page, tried by the checker in the worker. Nothing is sent or kept.
import { createEngine } from "../engine/engine-client.js";
import { hit, make, one } from "../page/elements.js";
import { signed, yen } from "../page/figures.js";
import { say } from "../page/words.js";

/**
 * @typedef {import("../types/replies.js").Tried} Tried
 * @typedef {import("../types/replies.js").Told} Told
 */

const STILL = 400; // ms without typing until the files are tried
const PATIENCE = 120_000; // the checker reads every file when it starts
const MANIFEST = new URL("../../../app/playground.json", import.meta.url);

const root = one(document, "[data-playground]");
const chosen = one(root, "select", HTMLSelectElement);
const text = one(root, "textarea", HTMLTextAreaElement);
const lines = one(root, ".play-lines");
const status = one(root, "[role=status]");
const problems = one(root, "[data-problems]");
const prices = one(root, "[data-prices]");
/** @type {Map<string, string>} */
const changed = new Map(); // path → text, of the files that differ from the published ones
/** @type {Record<string, string>} */
let published = {};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

const engine = createEngine({
  manifest: MANIFEST,
  patience: PATIENCE,
  onFailure: ({ reason, detail }) => {
    console.warn("the checker stopped:", reason, detail);
    tell(say("playground.failed"));
  },
});

open().catch((error) => {
  console.warn(error);
  tell(say("playground.no_files"));
});

async function open() {
  const manifest = await (await fetch(MANIFEST)).json();
  published = (await (await fetch(manifest.book)).json()).data;
  show();
  chosen.addEventListener("change", show);
  text.addEventListener("input", edited);
  text.addEventListener("scroll", () => {
    lines.scrollTop = text.scrollTop;
  });
  root.addEventListener("click", (event) => act(hit(event, "button[data-act]")));
  attempt();
}

function show() {
  text.value = changed.get(chosen.value) ?? published[chosen.value];
  text.scrollTop = 0;
  number();
}

/** @param {Set<number>} wrong lines */
function number(wrong = new Set()) {
  const count = text.value.split("\n").length;
  lines.replaceChildren(...Array.from({ length: count }, (_, at) => make("span", wrong.has(at + 1) ? { class: "wrong" } : {}, String(at + 1))));
  lines.scrollTop = text.scrollTop;
}

function edited() {
  if (text.value === published[chosen.value]) changed.delete(chosen.value);
  else changed.set(chosen.value, text.value);
  number();
  tell(say("playground.checking"));
  clearTimeout(waiting);
  waiting = setTimeout(attempt, STILL);
}

async function attempt() {
  const reply = await engine.ask({ files: Object.fromEntries(changed) }, { newestOf: "files" });
  if (!reply) return;
  number(new Set(reply.problems.filter(({ file }) => file === chosen.value).map(({ line }) => line)));
  problems.replaceChildren(...reply.problems.map(problem));
  prices.replaceChildren(...(reply.prices.length ? priced(reply) : []));
  tell(summary(reply));
}

/** @param {Tried} tried */
function summary({ problems: found, prices: cases }) {
  if (found.length) return say("playground.mistakes", { count: found.length });
  if (!changed.size) return say("playground.published");
  const moved = cases.filter(({ before, after }) => before !== after).length;
  return say("playground.moved", { count: moved, all: cases.length });
}

/** @param {Told} told */
function problem({ file, line, column, text: said }) {
  const place = { "data-act": "jump", "data-file": file, "data-line": String(line), "data-column": String(column) };
  const button = make("button", { type: "button", class: "btn", ...place }, say("playground.to_line", { line }));
  return make("div", { class: "terminal" }, make("pre", { tabindex: "0" }, make("code", {}, said)), button);
}

/** @param {Tried} tried */
function priced({ prices: cases, start }) {
  const steps = new Map(cases.flatMap((each) => each.steps).map((step) => [step.label + step.does + step.source, step]));
  const items = [...steps.values()].map(({ label, does, source }) => make("li", {}, say("playground.step", { step: label, does }), " ", make("code", {}, source)));
  const heads = [say("playground.before"), say("playground.after"), say("playground.difference")].map((name) => make("th", { scope: "col" }, name));
  const table = make(
    "table",
    {},
    make("caption", {}, start ? say("playground.annual_from", { start }) : say("playground.annual")),
    make("thead", {}, make("tr", {}, make("td", {}), ...heads)),
    make("tbody", {}, ...cases.map(row)),
  );
  return items.length ? [table, make("p", {}, say("playground.changed")), make("ul", {}, ...items)] : [table];
}

/** @param {import("../types/replies.js").TriedPrice} price */
function row({ label, before, after }) {
  const cell = (/** @type {string} */ name, /** @type {string} */ words) => make("td", { "data-h": name }, words);
  const difference = before === null || after === null ? say("playground.none") : signed(after - before);
  return make(
    "tr",
    before === after ? {} : { class: "moved" },
    make("th", { scope: "row" }, label),
    cell(say("playground.before"), amount(before)),
    cell(say("playground.after"), amount(after)),
    cell(say("playground.difference"), difference),
  );
}

/** @param {number | null} annual in yen */
function amount(annual) {
  return annual === null ? say("playground.no_price") : yen(annual);
}

/** @param {HTMLElement | null} button */
function act(button) {
  if (!button) return;
  const { act: name, file, line, column } = button.dataset;
  if (name === "reset") {
    text.value = published[chosen.value];
    edited();
  }
  if (name === "download") download();
  if (name === "jump" && file) jump(file, Number(line), Number(column));
}

function download() {
  const address = URL.createObjectURL(new Blob([text.value], { type: "application/yaml" }));
  make("a", { href: address, download: chosen.value.replace(/^.*\//, "") }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/**
 * Puts the cursor where a problem stands, in whichever file that is.
 * @param {string} file
 * @param {number} line
 * @param {number} column
 */
function jump(file, line, column) {
  if (file !== chosen.value && file in published) {
    chosen.value = file;
    show();
  }
  const before = text.value.split("\n").slice(0, line - 1).join("\n").length;
  const at = before + (line > 1 ? 1 : 0) + column - 1;
  text.focus();
  text.setSelectionRange(at, at);
  text.scrollTop = Math.max(0, (line - 6) * Number.parseFloat(getComputedStyle(text).lineHeight));
}

/** @param {string} words */
function tell(words) {
  if (status.textContent !== words) status.textContent = words;
}
