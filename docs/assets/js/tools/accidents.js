// The accidents of the outlook: one row of native lists for each, added and taken away with buttons.
import { MOST_ACCIDENTS } from "../answers/tool-answers.js";
import { all, around, hit, one } from "../page/elements.js";
import { say } from "../page/words.js";

export class AccidentList {
  /** @param {HTMLElement} root @param {import("../answers/tool-answers.js").ToolAnswers} answers @param {() => void} onAnswer */
  constructor(root, answers, onAnswer) {
    this.answers = answers;
    this.onAnswer = onAnswer;
    this.kinds = answers.page.kinds ?? {};
    this.list = one(root, "[data-accidents]");
    this.row = one(one(root, "[data-accident-row]", HTMLTemplateElement).content, "li");
    this.add = one(root, '[data-act="add-accident"]', HTMLButtonElement);
    this.add.addEventListener("click", () => this.#add());
    this.list.addEventListener("input", (event) => {
      event.stopPropagation(); // the form around it reads questions of the book only
      this.#read();
    });
    this.list.addEventListener("click", (event) => {
      const button = hit(event, '[data-act="drop-accident"]');
      if (button) this.#drop(this.#rows().indexOf(around(button, "li")));
    });
  }

  /** Shows the answers' accidents; rows that already do stay as they are, and so does the keyboard. */
  paint() {
    const { accidents, values } = this.answers;
    while (this.list.childElementCount > accidents.length) this.list.lastElementChild?.remove();
    while (this.list.childElementCount < accidents.length) this.list.append(this.row.cloneNode(true));
    this.#rows().forEach((row, index) => {
      const { year, kind } = accidents[index];
      const [yearList, kindList] = lists(row);
      for (const [which, list] of [yearList, kindList].entries()) {
        list.id = `accident-${index + 1}-${list.dataset.accident}`;
        all(row, "label", HTMLLabelElement)[which].htmlFor = list.id;
      }
      if (yearList.value !== String(year)) yearList.value = String(year);
      if (kindList.value !== kind) kindList.value = kind;
      const late = year > Number(values.years) ? say("outlook.too_late") : "";
      one(row, "[data-accident-detail]").textContent = late || this.kinds[kind];
      one(row, "[data-accident-name]").textContent = say("outlook.this_accident", { year, accident: kindList.selectedOptions[0].text });
    });
    this.add.disabled = accidents.length >= MOST_ACCIDENTS;
  }

  #rows() {
    return all(this.list, ":scope > li");
  }

  #read() {
    this.#change(this.#rows().map((row) => {
      const [year, kind] = lists(row);
      return { year: Number(year.value), kind: kind.value };
    }));
  }

  #add() {
    const { accidents, values } = this.answers;
    const last = accidents.at(-1);
    const year = Math.min(last ? last.year + 1 : 1, Number(values.years));
    this.#change([...accidents, { year, kind: last?.kind ?? Object.keys(this.kinds)[0] }]);
    lists(this.#rows()[accidents.length])[0].focus();
  }

  /** @param {number} index */
  #drop(index) {
    this.#change(this.answers.accidents.filter((_, which) => which !== index));
    const rows = this.#rows();
    const next = rows[Math.min(index, rows.length - 1)];
    (next ? one(next, "button") : this.add).focus();
  }

  /** @param {import("../answers/tool-answers.js").Accident[]} accidents */
  #change(accidents) {
    this.answers.setAccidents(accidents);
    this.onAnswer();
  }
}

/**
 * The year and the kind of one row.
 * @param {HTMLElement} row
 */
function lists(row) {
  return all(row, "select", HTMLSelectElement);
}
