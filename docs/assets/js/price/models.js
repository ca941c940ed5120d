// The search for a car: by name, reading or 型式, in the list the page carries. Results are plain buttons.

const MOST_FOUND = 8;

export class ModelSearch {
  constructor(question, answers, onAnswer) {
    if (!question) return;
    this.answers = answers;
    this.models = answers.page.models;
    this.input = question.querySelector("[data-search]");
    this.list = question.querySelector("[data-found]");
    this.count = question.querySelector("[data-found-count]");
    this.chosen = question.querySelector("[data-chosen]");
    this.keys = this.models.map((model) => plain(`${model.name} ${model.yomi} ${model.id} ${model.maker}${model.name}`));
    this.input.addEventListener("input", () => this.#search());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
      if (event.key === "ArrowDown") this.list.querySelector("button")?.focus();
    });
    this.list.addEventListener("click", (event) => {
      const id = event.target.closest("button")?.dataset.model;
      if (!id) return;
      answers.set("model", id);
      onAnswer();
      this.paint();
      this.chosen.querySelector("button").focus();
    });
    question.querySelector('[data-act="forget-model"]').addEventListener("click", () => {
      answers.set("model", null);
      onAnswer();
      this.paint();
      this.input.focus();
    });
  }

  /** Shows the chosen car, or the empty search. */
  paint() {
    if (!this.input) return;
    const model = this.models.find((one) => one.id === this.answers.values.model);
    this.chosen.hidden = !model;
    if (!model) return;
    this.chosen.querySelector("[data-chosen-name]").textContent = `${model.name}（${model.id}）`;
    this.chosen.querySelector("[data-chosen-detail]").textContent = described(model);
    this.input.value = "";
    this.#search();
  }

  #search() {
    const words = this.input.value.trim().split(/\s+/).map(plain).filter(Boolean);
    const found = words.length ? this.models.filter((_, index) => words.every((word) => this.keys[index].includes(word))) : [];
    this.list.replaceChildren(...found.slice(0, MOST_FOUND).map(row));
    const more = found.length > MOST_FOUND ? `${MOST_FOUND}件まで出しています。型式も入れると、しぼれます。` : "";
    const none = "一覧に見つかりません。下で車の種類を選んでください。";
    this.count.textContent = !words.length ? "" : found.length ? `${found.length}件あります。${more}` : none;
  }
}

function row(model) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const name = document.createElement("b");
  const detail = document.createElement("span");
  button.type = "button";
  button.className = "opt";
  button.dataset.model = model.id;
  name.textContent = `${model.name}（${model.id}）`;
  detail.className = "d";
  detail.textContent = described(model);
  button.append(name, detail);
  item.append(button);
  return item;
}

function described(model) {
  return `${model.maker}、${model.vehicle}、${Number(model.launched.slice(0, 4))}年発売`;
}

/** One spelling for all: half-width, small letters, ひらがな for カタカナ, no hyphens. */
function plain(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[-‐−・\s]/g, "");
}
