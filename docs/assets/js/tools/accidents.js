// The accidents of the outlook: one row of native lists for each, added and taken away with buttons.

const MOST = 30;

export class AccidentList {
  constructor(root, answers, onAnswer) {
    this.answers = answers;
    this.onAnswer = onAnswer;
    this.list = root.querySelector("[data-accidents]");
    this.row = root.querySelector("[data-accident-row]").content.firstElementChild;
    this.add = root.querySelector('[data-act="add-accident"]');
    this.add.addEventListener("click", () => this.#add());
    this.list.addEventListener("input", (event) => {
      event.stopPropagation(); // the form around it reads questions of the book only
      this.#read();
    });
    this.list.addEventListener("click", ({ target }) => {
      const button = target.closest('[data-act="drop-accident"]');
      if (button) this.#drop([...this.list.children].indexOf(button.closest("li")));
    });
  }

  /** Shows the answers' accidents; rows that already do stay as they are, and so does the keyboard. */
  paint() {
    const { accidents, page, values } = this.answers;
    while (this.list.childElementCount > accidents.length) this.list.lastElementChild.remove();
    while (this.list.childElementCount < accidents.length) this.list.append(this.row.cloneNode(true));
    accidents.forEach(({ year, kind }, index) => {
      const row = this.list.children[index];
      const lists = row.querySelectorAll("select");
      row.querySelectorAll("label").forEach((label, which) => {
        lists[which].id = `accident-${index + 1}-${lists[which].dataset.accident}`;
        label.htmlFor = lists[which].id;
      });
      if (lists[0].value !== String(year)) lists[0].value = String(year);
      if (lists[1].value !== kind) lists[1].value = kind;
      const late = year > Number(values.years) ? "見通す年より先なので、まだ入っていません。" : "";
      row.querySelector("[data-accident-detail]").textContent = late || page.kinds[kind];
      row.querySelector("[data-accident-name]").textContent = `（契約${year}年目、${lists[1].selectedOptions[0].textContent}）`;
    });
    this.add.disabled = accidents.length >= MOST;
  }

  #read() {
    const rows = [...this.list.children].map((row) => row.querySelectorAll("select"));
    this.#change(rows.map(([year, kind]) => ({ year: Number(year.value), kind: kind.value })));
  }

  #add() {
    const { accidents, values, page } = this.answers;
    const last = accidents.at(-1);
    const year = Math.min(last ? last.year + 1 : 1, Number(values.years));
    this.#change([...accidents, { year, kind: last?.kind ?? Object.keys(page.kinds)[0] }]);
    this.list.lastElementChild.querySelector("select").focus();
  }

  #drop(index) {
    this.#change(this.answers.accidents.filter((_, which) => which !== index));
    const next = this.list.children[Math.min(index, this.list.childElementCount - 1)];
    (next?.querySelector("button") ?? this.add).focus();
  }

  #change(accidents) {
    this.answers.setAccidents(accidents);
    this.onAnswer();
  }
}
