// What other choices would cost: on the options themselves, in the table, and beside set-ups the visitor kept.
import { paintHtml, signed } from "./paint.js";

const PAUSE = 250; // ms after the last answer: the price comes first

export class Comparison {
  constructor(root, answers, engine, onAnswer) {
    this.root = root;
    this.answers = answers;
    this.engine = engine;
    this.table = root.querySelector("[data-comparison]");
    this.keptPlace = root.querySelector("[data-kept]");
    this.note = root.querySelector("[data-keep-note]");
    root.querySelector(".cmp").addEventListener("click", ({ target }) => {
      const button = target.closest("button[data-act]");
      if (!button) return;
      const rows = [...this.keptPlace.querySelectorAll('button[data-act="drop"]')];
      if (button.dataset.act === "keep") answers.keep();
      if (button.dataset.act === "drop") answers.drop(rows.indexOf(button));
      if (button.dataset.act === "take") answers.take(parsed(button.dataset.answers));
      onAnswer();
      if (button.dataset.act === "keep") this.note.textContent = "残しました。答えを変えると、ならべてくらべられます。";
      if (button.dataset.act === "drop") this.root.querySelector('[data-act="keep"]').focus();
    });
  }

  /** Figures of older answers disappear at once; the new ones follow when the visitor pauses. */
  renew(delay = PAUSE) {
    this.root.dataset.renewing = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(), delay);
  }

  async #ask() {
    const { answers, engine } = this;
    const reply = await engine.ask({ ask: "alternatives", answers: answers.request() }, { newestOf: "alternatives" });
    if (!reply?.html) return;
    this.#paintDeltas(reply.deltas ?? {});
    paintHtml(this.table, reply.html.comparison ?? "");
    delete this.root.dataset.renewing;
    await this.#askKept();
  }

  async #askKept() {
    const { kept } = this.answers;
    this.root.querySelector("[data-kept-block]").hidden = !kept.length;
    if (!kept.length) return paintHtml(this.keptPlace, "");
    const now = this.answers.request();
    const { start_date, application_date } = now; // all of them as if begun on the same day
    const set_ups = [{ label: "いまの設定", answers: now }];
    kept.forEach((values, index) => set_ups.push({ label: `残した設定 ${index + 1}`, answers: { ...values, start_date, application_date } }));
    const reply = await this.engine.ask({ ask: "compare", set_ups }, { newestOf: "compare" });
    if (reply?.html) paintHtml(this.keptPlace, reply.html.comparison);
  }

  #paintDeltas(deltas) {
    for (const place of this.root.querySelectorAll(".answers .delta[data-delta]")) {
      const id = place.closest("[data-question]").dataset.question;
      const input = place.closest(".opt").querySelector("input");
      if (input.type === "radio") place.textContent = input.checked ? "いまの設定" : shown(deltas[id]?.[place.dataset.delta]);
      else place.textContent = shown(ofFlag(deltas[id], input.checked));
    }
    for (const option of this.root.querySelectorAll(".answers option[data-label]")) {
      const id = option.closest("[data-question]").dataset.question;
      const delta = option.selected ? null : deltas[id]?.[option.value];
      const text = Number.isInteger(delta) && delta !== 0 ? `${option.dataset.label}（${signed(delta)}）` : option.dataset.label;
      if (option.textContent !== text) option.textContent = text;
    }
  }
}

/** What a checked box saves or costs, or what checking it would. */
function ofFlag(deltas, checked) {
  const delta = deltas?.[checked ? "false" : "true"];
  return Number.isInteger(delta) ? (checked ? -delta : delta) || 0 : undefined;
}

function shown(delta) {
  return Number.isInteger(delta) ? signed(delta) : "";
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
