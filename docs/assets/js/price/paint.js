// Puts what the engine wrote into the page, keeping what the visitor had open and where the keyboard was.

/** Replaces the contents of `place` by markup of the engine. Scripts in it would not run: it is parsed apart. */
export function paintHtml(place, html) {
  if (painted.get(place) === html) return;
  painted.set(place, html);
  const open = new Set([...place.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  const focused = place.contains(document.activeElement) ? pathTo(document.activeElement, place) : null;
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  for (const one of fresh.querySelectorAll("details")) one.open = open.has(one.dataset.key);
  const unfold = fold(fresh);
  place.replaceChildren(...fresh.childNodes);
  if (focused) find(focused, place)?.focus({ preventScroll: true });
  requestAnimationFrame(() => setTimeout(unfold)); // once the visible part is on the screen
}

const painted = new WeakMap();

/** Takes out what stands in closed details, most of the markup; the returned function puts it back. */
function fold(body) {
  const folded = [...body.querySelectorAll("details:not([open])")]
    .filter((one) => !one.parentElement.closest("details:not([open])"))
    .map((one) => [one, [...one.childNodes].filter((node) => node.localName !== "summary")]);
  for (const [one, rest] of folded) one.replaceChildren(...[...one.childNodes].filter((node) => !rest.includes(node)));
  return () => folded.forEach(([one, rest]) => one.append(...rest));
}

/** Where a focused element stands: in which details, and as which of its focusable parts. */
function pathTo(element, place) {
  const key = element.closest("details")?.dataset.key ?? null;
  return { key, index: focusable(scope(key, place)).indexOf(element) };
}

function find({ key, index }, place) {
  const parts = focusable(scope(key, place));
  return parts[index] ?? parts[0];
}

function scope(key, place) {
  return (key && place.querySelector(`details[data-key="${CSS.escape(key)}"]`)) || place;
}

function focusable(scope) {
  return [...scope.querySelectorAll("a, button, summary, input, select, [tabindex]")];
}

/** An element with text and children, for the few notes the script writes itself. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A message as what is wrong, in bold, and what to do. */
export function inTwo(message) {
  const end = message.indexOf("。") + 1 || message.length;
  return [make("b", {}, message.slice(0, end)), message.slice(end)];
}

/** +1,240円, −780円, ±0円 */
export function signed(amount) {
  const digits = Math.abs(amount).toLocaleString("ja-JP");
  return `${amount > 0 ? "+" : amount < 0 ? "−" : "±"}${digits}円`;
}

const STILL = 1000; // ms without typing until a screen reader hears the result

/** A function that puts the newest sentence into `place` once typing has stopped. */
export function politely(place) {
  let waiting;
  return (sentence) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (place.textContent !== sentence) place.textContent = sentence;
    }, STILL);
  };
}
