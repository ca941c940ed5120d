// What other choices would cost: on the options themselves, in the table, and beside set-ups the visitor kept.
import { all, around, hit, one } from "../page/elements.js";
import { signed } from "../page/figures.js";
import { paintHtml } from "../page/paint.js";
import { say } from "../page/words.js";

const PAUSE = 250; // ms after the last answer: the price comes first

/**
 * What other choices cost more, in yen a year by question and choice.
 * @typedef {Record<string, Record<string, number>>} Deltas
 */

export class Comparison {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} root
   * @param {import("../answers/quote-answers.js").Answers} answers
   * @param {import("../types/engine.js").Asks} engine
   * @param {() => void} onAnswer
   */
  constructor(root, answers, engine, onAnswer) {
    this.root = root;
    this.answers = answers;
    this.engine = engine;
    this.table = one(root, "[data-comparison]");
    this.keptPlace = one(root, "[data-kept]");
    this.note = one(root, "[data-keep-note]");
    one(root, ".cmp").addEventListener("click", (event) => {
      const button = hit(event, "button[data-act]");
      if (!button) return;
      const rows = all(this.keptPlace, 'button[data-act="drop"]');
      if (button.dataset.act === "keep") answers.keep();
      if (button.dataset.act === "drop") answers.drop(rows.indexOf(button));
      if (button.dataset.act === "take") answers.take(parsed(button.dataset.answers));
      onAnswer();
      if (button.dataset.act === "keep") this.note.textContent = say("price.kept_now");
      if (button.dataset.act === "drop") one(this.root, '[data-act="keep"]').focus();
    });
  }

  /** Figures of older answers disappear at once; the new ones follow when the visitor pauses. */
  renew(delay = PAUSE) {
    this.root.dataset.renewing = "";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), delay);
  }

  async #ask() {
    const { answers, engine } = this;
    const reply = await engine.ask({ ask: "alternatives", answers: answers.request() }, { newestOf: "alternatives" });
    if (!reply?.html) return;
    this.#paintDeltas(reply.deltas);
    paintHtml(this.table, reply.html.comparison);
    delete this.root.dataset.renewing;
    await this.#askKept();
  }

  async #askKept() {
    const { kept } = this.answers;
    one(this.root, "[data-kept-block]").hidden = !kept.length;
    if (!kept.length) return paintHtml(this.keptPlace, "");
    const now = this.answers.request();
    const { start_date, application_date } = now; // all of them as if begun on the same day
    const set_ups = [{ label: say("form.present"), answers: now }];
    for (const [index, values] of kept.entries()) {
      set_ups.push({ label: say("price.kept_number", { number: index + 1 }), answers: { ...values, start_date, application_date } });
    }
    const reply = await this.engine.ask({ ask: "compare", set_ups }, { newestOf: "compare" });
    if (reply?.html) paintHtml(this.keptPlace, reply.html.comparison);
  }

  /** @param {Deltas} deltas */
  #paintDeltas(deltas) {
    for (const place of all(this.root, ".answers .delta[data-delta]")) {
      const of = deltas[questionOf(place)];
      const input = one(around(place, ".opt"), "input", HTMLInputElement);
      if (input.type === "radio") place.textContent = input.checked ? say("form.present") : shown(of?.[place.dataset.delta ?? ""]);
      else place.textContent = shown(ofFlag(of, input.checked));
    }
    for (const option of all(this.root, ".answers option[data-label]", HTMLOptionElement)) {
      const delta = option.selected ? 0 : deltas[questionOf(option)]?.[option.value];
      const { label = "" } = option.dataset;
      const text = delta ? say("form.choice_delta", { choice: label, difference: signed(delta) }) : label;
      if (option.textContent !== text) option.textContent = text;
    }
  }
}

/**
 * The id of the question that an element of the form belongs to.
 * @param {Element} inner
 */
function questionOf(inner) {
  return around(inner, "[data-question]").dataset.question ?? "";
}

/**
 * What a checked box saves or costs, or what checking it would.
 * @param {Record<string, number> | undefined} deltas
 * @param {boolean} checked
 */
function ofFlag(deltas, checked) {
  const delta = deltas?.[checked ? "false" : "true"];
  return delta === undefined ? undefined : (checked ? -delta : delta) || 0; // no −0
}

/** @param {number | undefined} delta */
function shown(delta) {
  return delta === undefined ? "" : signed(delta);
}

/**
 * @param {string | undefined} text
 * @returns {Record<string, unknown>}
 */
function parsed(text) {
  try {
    return JSON.parse(text ?? "") ?? {};
  } catch {
    return {};
  }
}
