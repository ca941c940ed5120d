// The search for a car: by name, reading or 型式, in the list the page carries. Results are plain buttons.
import { find, hit, make, one } from "../page/elements.js";
import { say } from "../page/words.js";

const MOST_FOUND = 8;

/** @typedef {import("../types/replies.js").NamedModel} NamedModel */

export class ModelSearch {
  /** @param {HTMLElement} question @param {import("../answers/quote-answers.js").Answers} answers @param {() => void} onAnswer */
  constructor(question, answers, onAnswer) {
    this.answers = answers;
    this.models = /** @type {NamedModel[]} */ (answers.page.models); // a page that searches for cars names them
    this.input = one(question, "[data-search]", HTMLInputElement);
    this.list = one(question, "[data-found]");
    this.count = one(question, "[data-found-count]");
    this.chosen = one(question, "[data-chosen]");
    this.keys = this.models.map((model) => plain(`${model.name} ${model.yomi} ${model.id} ${model.maker}${model.name}`));
    this.input.addEventListener("input", () => this.#search());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
      if (event.key === "ArrowDown") find(this.list, "button")?.focus();
    });
    this.list.addEventListener("click", (event) => {
      const id = hit(event, "button")?.dataset.model;
      if (!id) return;
      answers.set("model", id);
      onAnswer();
      this.paint();
      one(this.chosen, "button").focus();
    });
    one(question, '[data-act="forget-model"]').addEventListener("click", () => {
      answers.set("model", null);
      onAnswer();
      this.paint();
      this.input.focus();
    });
  }

  /** Shows the chosen car, or the empty search. */
  paint() {
    const model = this.models.find(({ id }) => id === this.answers.values.model);
    this.chosen.hidden = !model;
    if (!model) return;
    one(this.chosen, "[data-chosen-name]").textContent = named(model);
    one(this.chosen, "[data-chosen-detail]").textContent = described(model);
    this.input.value = "";
    this.#search();
  }

  #search() {
    const words = this.input.value.trim().split(/\s+/).map(plain).filter(Boolean);
    const found = words.length ? this.models.filter((_, index) => words.every((word) => this.keys[index].includes(word))) : [];
    this.list.replaceChildren(...found.slice(0, MOST_FOUND).map(row));
    const more = found.length > MOST_FOUND ? say("form.found_more", { most: MOST_FOUND }) : "";
    const said = found.length ? say("form.found", { count: found.length }) + more : say("form.found_none");
    this.count.textContent = words.length ? said : "";
  }
}

/** @param {NamedModel} model */
function row(model) {
  const name = make("b", {}, named(model));
  const detail = make("span", { class: "d" }, described(model));
  return make("li", {}, make("button", { type: "button", class: "opt", "data-model": model.id }, name, detail));
}

/** @param {NamedModel} model */
function named({ name, id }) {
  return say("form.model", { name, id });
}

/** @param {NamedModel} model */
function described({ maker, vehicle, launched }) {
  return say("form.model_help", { maker, vehicle, year: Number(launched.slice(0, 4)) });
}

/**
 * One spelling for all: half-width, small letters, ひらがな for カタカナ, no hyphens.
 * @param {string} text
 */
function plain(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[-‐−・\s]/g, "");
}
