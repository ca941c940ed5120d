// The form on both its sides: what the visitor does becomes answers, what the engine says becomes its state.
import { fillYears, paintParts, readParts } from "../answers/days.js";
import { all, around, find, hit, inTwo, one } from "../page/elements.js";

/**
 * @typedef {import("../types/replies.js").FormState} FormState
 * @typedef {import("../types/replies.js").QuestionState} QuestionState
 * @typedef {HTMLInputElement | HTMLSelectElement} Control
 */

export class Form {
  /**
   * @param {HTMLFormElement} element
   * @param {import("../answers/quote-answers.js").Answers} answers
   * @param {() => void} onAnswer
   */
  constructor(element, answers, onAnswer) {
    this.element = element;
    this.answers = answers;
    this.questions = new Map(all(element, "[data-question]").map((question) => [question.dataset.question ?? "", question]));
    for (const question of this.questions.values()) {
      if (find(question, "[data-part]")) fillYears(question, answers.days.today);
    }
    element.addEventListener("submit", (event) => event.preventDefault());
    element.addEventListener("input", (event) => {
      const question = hit(event, "[data-question]");
      const id = question?.dataset.question;
      if (!question || !id || question.dataset.kind === "model") return;
      const value = read(question, answers.values[id] !== undefined && !answers.sample.has(id));
      if (value === undefined) return;
      if (id === "grade" && value !== null) answers.setGrade(value);
      else answers.set(id, value);
      onAnswer();
    });
  }

  /**
   * Paints the engine's word on every question: shown or not, value, open choices, problem; and the summaries.
   * @param {FormState} form
   */
  paint(form) {
    for (const [id, question] of this.questions) {
      const state = form.questions[id];
      if (!state) continue;
      question.hidden = !state.shown;
      this.#paintValue(id, question, state);
      paintChoices(question, state);
      paintProblem(question, state.problem);
    }
    for (const [section, text] of Object.entries(form.summaries)) {
      const place = find(this.element, `[data-summary="${CSS.escape(section)}"]`);
      if (place && place.textContent !== text) place.textContent = text;
    }
    for (const section of all(this.element, "details.sec", HTMLDetailsElement)) {
      section.hidden = !find(section, ".q:not([hidden])");
      if (find(section, "[data-wrong]")) section.open = true;
    }
  }

  /** @param {string} id @param {HTMLElement} question @param {QuestionState} state */
  #paintValue(id, question, state) {
    const { kind } = question.dataset;
    const own = this.answers.values[id];
    const value = state.problem && own !== undefined ? own : (state.value ?? own);
    if (kind === "model") return;
    if (kind === "date" || kind === "month") {
      if (question.contains(document.activeElement) && own === undefined) return; // half chosen
      return paintParts(question, this.answers.sample.has(id) ? null : value);
    }
    const control = controlOf(question);
    if (kind === "flag") check(control, value === "true");
    else if (control.type === "radio") {
      for (const radio of all(question, "input", HTMLInputElement)) radio.checked = radio.value === value;
    } else if (control !== document.activeElement || control.tagName === "SELECT") {
      const shown = scaled(control, value ?? "");
      if (control.value !== shown) control.value = shown;
    }
  }
}

/**
 * The first control of a question; all of them are inputs or lists.
 * @param {HTMLElement} question
 */
function controlOf(question) {
  return /** @type {Control} */ (one(question, "input, select"));
}

/** @param {Control} control a box to tick @param {boolean} checked */
function check(control, checked) {
  if (control instanceof HTMLInputElement) control.checked = checked;
}

/**
 * The visitor's answer: text; null takes the answer back; undefined says nothing yet.
 * @param {HTMLElement} question
 * @param {boolean} answered whether there is an answer to take back
 */
function read(question, answered) {
  const { kind } = question.dataset;
  if (kind === "date" || kind === "month") return readParts(question) ?? (answered ? null : undefined);
  const control = controlOf(question);
  if (kind === "flag") return String(control instanceof HTMLInputElement && control.checked);
  if (control.type === "radio") return find(question, "input:checked", HTMLInputElement)?.value;
  if (kind !== "integer") return control.value || null;
  const typed = control.value.normalize("NFKC").replace(/[,\s、]/g, "");
  if (!typed) return null;
  const scale = Number(control.dataset.scale ?? 1);
  if (!/^\d{1,9}(?:\.\d{1,4})?$/.test(typed)) return typed; // the engine says what is wrong with it
  const [whole, part = ""] = typed.split(".");
  return scale === 1 ? typed : String(BigInt(whole + part.padEnd(4, "0"))); // 200 (万円) → 2000000, no float
}

/** @param {Control} control @param {string} value in the unit of the engine */
function scaled(control, value) {
  const scale = Number(control.dataset.scale ?? 1);
  return scale > 1 && /^\d+$/.test(value) && Number(value) % scale === 0 ? String(Number(value) / scale) : value;
}

/** @param {HTMLElement} question @param {QuestionState} state */
function paintChoices(question, state) {
  const closed = (/** @type {string} */ id) => state.allowed !== null && !state.allowed.includes(id);
  for (const option of all(question, "option[data-label]", HTMLOptionElement)) {
    option.hidden = closed(option.value);
    option.disabled = option.hidden;
  }
  for (const radio of all(question, 'input[type="radio"]', HTMLInputElement)) {
    around(radio, ".opt").hidden = closed(radio.value);
  }
}

/**
 * What is wrong in bold, then what to do, under the question; the controls point at it.
 * @param {HTMLElement} question
 * @param {string | null} message
 */
function paintProblem(question, message) {
  const place = find(question, ".problem");
  if (!place) return;
  const shown = message ?? "";
  if (place.textContent !== shown) {
    place.replaceChildren(...(shown ? inTwo(shown) : []));
  }
  place.hidden = !shown;
  question.toggleAttribute("data-wrong", Boolean(shown));
  for (const control of all(question, "input, select")) {
    if (shown) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}
