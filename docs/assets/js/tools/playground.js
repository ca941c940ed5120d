// The editors' playground: files of data/ edited in the page, tried by the checker in the worker. Nothing is sent or kept.
import { createEngine } from "../engine/engine-client.js";
import { hit, make, one } from "../page/elements.js";
import { signed, yen } from "../page/figures.js";

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
    say("検査を動かせませんでした。ページを読み直してください。");
  },
});

open().catch((error) => {
  console.warn(error);
  say("ファイルを読めませんでした。ページを読み直してください。");
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
  say("調べています。");
  clearTimeout(waiting);
  waiting = setTimeout(attempt, STILL);
}

async function attempt() {
  const reply = await engine.ask({ files: Object.fromEntries(changed) }, { newestOf: "files" });
  if (!reply) return;
  number(new Set(reply.problems.filter(({ file }) => file === chosen.value).map(({ line }) => line)));
  problems.replaceChildren(...reply.problems.map(problem));
  prices.replaceChildren(...(reply.prices.length ? priced(reply) : []));
  say(summary(reply));
}

/** @param {Tried} tried */
function summary({ problems: found, prices: cases }) {
  if (found.length) return `まちがいが${found.length}件あります。`;
  if (!changed.size) return "公開中の中身です。まちがいはありません。";
  const moved = cases.filter(({ before, after }) => before !== after).length;
  return `まちがいはありません。見本の${cases.length}人のうち、${moved}人の値段が変わります。`;
}

/** @param {Told} told */
function problem({ file, line, column, text: said }) {
  const place = { "data-act": "jump", "data-file": file, "data-line": String(line), "data-column": String(column) };
  const button = make("button", { type: "button", class: "btn", ...place }, `${line}行目へ`);
  return make("div", { class: "terminal" }, make("pre", { tabindex: "0" }, make("code", {}, said)), button);
}

/** @param {Tried} tried */
function priced({ prices: cases, start }) {
  const steps = new Map(cases.flatMap((each) => each.steps).map((step) => [step.label + step.does + step.source, step]));
  const items = [...steps.values()].map(({ label, does, source }) => make("li", {}, `${label}（${does}） `, make("code", {}, source)));
  const heads = ["前", "あと", "差"].map((name) => make("th", { scope: "col" }, name));
  const table = make(
    "table",
    {},
    make("caption", {}, start ? `年払の掛金（${start}に始めるとき）` : "年払の掛金"),
    make("thead", {}, make("tr", {}, make("td", {}), ...heads)),
    make("tbody", {}, ...cases.map(row)),
  );
  return items.length ? [table, make("p", {}, "変わった行："), make("ul", {}, ...items)] : [table];
}

/** @param {import("../types/replies.js").TriedPrice} price */
function row({ label, before, after }) {
  const cell = (/** @type {string} */ name, /** @type {string} */ words) => make("td", { "data-h": name }, words);
  const difference = before === null || after === null ? "－" : signed(after - before);
  return make(
    "tr",
    before === after ? {} : { class: "moved" },
    make("th", { scope: "row" }, label),
    cell("前", amount(before)),
    cell("あと", amount(after)),
    cell("差", difference),
  );
}

/** @param {number | null} annual in yen */
function amount(annual) {
  return annual === null ? "計算できません" : yen(annual);
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
function say(words) {
  if (status.textContent !== words) status.textContent = words;
}
