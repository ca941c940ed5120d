/* Sheets to fill in: what is written stays on this device, can be printed and wiped. Nothing is sent. */
import { all, hit, one } from "../page/elements.js";
import { say } from "../page/words.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** @param {HTMLFormElement} form @param {() => void} changed called after every change */
export function startSheet(form, changed = () => {}) {
  const key = `sheet:${form.dataset.sheet}`;
  const status = one(form, "[role=status]");
  const empty = status.textContent ?? "";
  const tell = (/** @type {string} */ words) => {
    if (status.textContent !== words) status.textContent = words;
  };
  const fields = () => fieldsOf(form);
  const written = () => Object.fromEntries(
    fields()
      .map((field) => [field.name, isBox(field) ? field.checked : field.value])
      .filter(([, value]) => value),
  );

  const keep = () => {
    const values = written();
    try {
      if (Object.keys(values).length) localStorage.setItem(key, JSON.stringify(values));
      else localStorage.removeItem(key);
      tell(Object.keys(values).length ? say("sheet.kept") : empty);
    } catch {
      tell(say("sheet.not_kept"));
    }
    changed();
  };
  const restore = () => {
    const values = kept(key);
    for (const field of fields()) {
      if (isBox(field)) field.checked = values[field.name] === true;
      else field.value = String(values[field.name] ?? "");
    }
    if (Object.keys(values).length) tell(say("sheet.kept"));
    changed();
  };
  const clear = () => {
    // biome-ignore lint/suspicious/noAlert: the browser's own question cannot be overlooked, and needs no words of ours but these
    if (!window.confirm(say("sheet.wipe"))) return;
    for (const field of fields()) {
      if (isBox(field)) field.checked = false;
      else field.value = "";
    }
    keep();
    tell(say("sheet.wiped"));
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", keep);
  form.addEventListener("click", (event) => {
    if (hit(event, "[data-print]")) window.print();
    if (hit(event, "[data-clear]")) clear();
    const name = hit(event, "[data-now]")?.dataset.now;
    const moment = fields().find((field) => field.name === name);
    if (!moment) return;
    moment.value = new Date().toLocaleString("ja-JP", { dateStyle: "long", timeStyle: "short" });
    keep();
  });
  for (const tools of all(form, ".sheet-tools")) tools.hidden = false;
  restore();
}

/**
 * What there is to fill in.
 * @param {HTMLFormElement} form
 */
function fieldsOf(form) {
  return /** @type {Field[]} */ (all(form, "input[name], select[name], textarea[name]"));
}

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
function isBox(field) {
  return field.type === "checkbox";
}

/**
 * What was written earlier; nothing where storage is blocked or holds no sheet.
 * @param {string} key
 * @returns {Record<string, unknown>}
 */
function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

for (const form of all(document, "form[data-sheet]:not([data-choice])", HTMLFormElement)) startSheet(form);
