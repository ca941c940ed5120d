// The form on both its sides: what the visitor does becomes answers, what the engine says becomes its state.
import { fillYears, paintParts, readParts } from "../answers/days.js";
import { inTwo } from "./paint.js";

export class Form {
  constructor(element, answers, onAnswer) {
    this.element = element;
    this.answers = answers;
    this.questions = new Map([...element.querySelectorAll("[data-question]")].map((one) => [one.dataset.question, one]));
    for (const question of this.questions.values()) {
      if (question.querySelector("[data-part]")) fillYears(question, answers.days.today);
    }
    element.addEventListener("submit", (event) => event.preventDefault());
    element.addEventListener("input", ({ target }) => {
      const question = target.closest("[data-question]");
      if (!question || question.dataset.kind === "model") return;
      const value = read(question, answers.values[question.dataset.question] !== undefined && !answers.sample.has(question.dataset.question));
      if (value === undefined) return;
      if (question.dataset.question === "grade") answers.setGrade(value);
      else answers.set(question.dataset.question, value);
      onAnswer();
    });
  }

  /** Paints the engine's word on every question: shown or not, value, open choices, problem; and the summaries. */
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
      const place = this.element.querySelector(`[data-summary="${CSS.escape(section)}"]`);
      if (place && place.textContent !== text) place.textContent = text;
    }
    for (const section of this.element.querySelectorAll("details.sec")) {
      section.hidden = !section.querySelector(".q:not([hidden])");
      if (section.querySelector("[data-wrong]")) section.open = true;
    }
  }

  #paintValue(id, question, state) {
    const kind = question.dataset.kind;
    const own = this.answers.values[id];
    const value = state.problem && own !== undefined ? own : text(state.value ?? own);
    if (kind === "model") return;
    if (kind === "date" || kind === "month") {
      if (question.contains(document.activeElement) && own === undefined) return; // half chosen
      return paintParts(question, this.answers.sample.has(id) ? null : value);
    }
    const control = question.querySelector("input, select");
    if (kind === "flag") control.checked = value === "true";
    else if (control.type === "radio") {
      for (const radio of question.querySelectorAll("input")) radio.checked = radio.value === value;
    } else if (control !== document.activeElement || control.tagName === "SELECT") {
      const shown = scaled(control, value ?? "");
      if (control.value !== shown) control.value = shown;
    }
  }
}

/** The visitor's answer: text; null takes the answer back; undefined says nothing yet. */
function read(question, answered) {
  const kind = question.dataset.kind;
  if (kind === "date" || kind === "month") return readParts(question) ?? (answered ? null : undefined);
  const control = question.querySelector("input, select");
  if (kind === "flag") return String(control.checked);
  if (control.type === "radio") return question.querySelector("input:checked")?.value;
  if (kind !== "integer") return control.value || null;
  const typed = control.value.normalize("NFKC").replace(/[,\s、]/g, "");
  if (!typed) return null;
  const scale = Number(control.dataset.scale ?? 1);
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(typed)) return typed; // the engine says what is wrong with it
  const [whole, part = ""] = typed.split(".");
  return scale === 1 ? typed : String(BigInt(whole + part.padEnd(4, "0"))); // 200 (万円) → 2000000, no float
}

function scaled(control, value) {
  const scale = Number(control.dataset.scale ?? 1);
  return scale > 1 && /^\d+$/.test(value) && Number(value) % scale === 0 ? String(Number(value) / scale) : value;
}

function paintChoices(question, state) {
  const closed = (id) => Boolean(state.allowed) && !state.allowed.includes(id);
  for (const option of question.querySelectorAll("option[data-label]")) {
    option.hidden = option.disabled = closed(option.value);
  }
  for (const radio of question.querySelectorAll('input[type="radio"]')) {
    radio.closest(".opt").hidden = closed(radio.value);
  }
}

/** What is wrong in bold, then what to do, under the question; the controls point at it. */
function paintProblem(question, message) {
  const place = question.querySelector(".problem");
  if (!place) return;
  const shown = message ?? "";
  if (place.textContent !== shown) {
    place.replaceChildren(...(shown ? inTwo(shown) : []));
  }
  place.hidden = !shown;
  question.toggleAttribute("data-wrong", Boolean(shown));
  for (const control of question.querySelectorAll("input, select")) {
    if (shown) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

function text(value) {
  return value === null || value === undefined ? undefined : String(value);
}
