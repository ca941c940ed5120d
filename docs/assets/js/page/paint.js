// Puts what the engine wrote into the page, keeping what the visitor had open and where the keyboard was.
import { all, find } from "./elements.js";

/** @type {WeakMap<Element, string>} */
const painted = new WeakMap();

/**
 * Replaces the contents of `place` by markup of the engine. Scripts in it would not run: it is parsed apart.
 * @param {HTMLElement} place
 * @param {string} html
 */
export function paintHtml(place, html) {
  if (painted.get(place) === html) return;
  painted.set(place, html);
  const open = new Set(all(place, "details[open]").map((one) => one.dataset.key));
  const { activeElement } = document;
  const focused = activeElement && place.contains(activeElement) ? pathTo(activeElement, place) : null;
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  for (const one of all(fresh, "details", HTMLDetailsElement)) one.open = open.has(one.dataset.key);
  const unfold = fold(fresh);
  place.replaceChildren(...fresh.childNodes);
  const again = focused && at(focused, place);
  if (again instanceof HTMLElement || again instanceof SVGElement) again.focus({ preventScroll: true });
  requestAnimationFrame(() => setTimeout(unfold)); // once the visible part is on the screen
}

/**
 * Takes out what stands in closed details, most of the markup; the returned function puts it back.
 * @param {HTMLElement} body
 */
function fold(body) {
  const folded = all(body, "details:not([open])")
    .filter((one) => !one.parentElement?.closest("details:not([open])"))
    .map((one) => ({ one, rest: [...one.childNodes].filter((node) => node.nodeName !== "SUMMARY") }));
  for (const { one, rest } of folded) one.replaceChildren(...[...one.childNodes].filter((node) => !rest.includes(node)));
  return () => {
    for (const { one, rest } of folded) one.append(...rest);
  };
}

/**
 * Where a focused element stands: in which details, and as which of its focusable parts.
 * @param {Element} element
 * @param {HTMLElement} place
 */
function pathTo(element, place) {
  const key = element.closest("details")?.dataset.key ?? null;
  return { key, index: focusable(scope(key, place)).indexOf(element) };
}

/** @param {{ key: string | null, index: number }} path @param {HTMLElement} place */
function at({ key, index }, place) {
  const parts = focusable(scope(key, place));
  return parts[index] ?? parts[0];
}

/** @param {string | null} key @param {HTMLElement} place */
function scope(key, place) {
  return (key && find(place, `details[data-key="${CSS.escape(key)}"]`)) || place;
}

/**
 * @param {HTMLElement} room
 * @returns {Element[]}
 */
function focusable(room) {
  return [...room.querySelectorAll("a, button, summary, input, select, [tabindex]")];
}

const STILL = 1000; // ms without typing until a screen reader hears the result

/**
 * A function that puts the newest sentence into `place` once typing has stopped.
 * @param {HTMLElement} place
 */
export function politely(place) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return (/** @type {string} */ sentence) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (place.textContent !== sentence) place.textContent = sentence;
    }, STILL);
  };
}
