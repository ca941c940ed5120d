// Finding elements and making them. A page holds what its script looks for: where it does not, the script stops and says so.

/**
 * A class of elements, HTMLElement where none is named.
 * @template {Element} E
 * @typedef {new () => E} Kind
 */

/**
 * The first element below `root` that `selector` names; null if there is none.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E | null}
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  return found && of(found, selector, kind);
}

/**
 * The first element below `root` that `selector` names; throws a TypeError if there is none.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E}
 */
export function one(root, selector, kind) {
  return of(root.querySelector(selector), selector, kind);
}

/**
 * All elements below `root` that `selector` names.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E[]}
 */
export function all(root, selector, kind) {
  return Array.from(root.querySelectorAll(selector), (found) => of(found, selector, kind));
}

/**
 * The element around `inner` that `selector` names, or `inner` itself; throws a TypeError if there is none.
 * @template {Element} [E=HTMLElement]
 * @param {Element} inner
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E}
 */
export function around(inner, selector, kind) {
  return of(inner.closest(selector), selector, kind);
}

/**
 * The element named by `selector` in which an event happened; null if it happened elsewhere.
 * @template {Element} [E=HTMLElement]
 * @param {Event} event
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E | null}
 */
export function hit({ target }, selector, kind) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found && of(found, selector, kind);
}

/**
 * @template {Element} E
 * @param {Element | null} element
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E}
 */
function of(element, selector, kind) {
  if (element instanceof (kind ?? HTMLElement)) return /** @type {E} */ (element);
  throw new TypeError(`${selector}: ${element ? element.nodeName : "nothing"}, not ${(kind ?? HTMLElement).name}`);
}

/**
 * An element with text and children, for the few notes the scripts write themselves.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * A message as what is wrong, in bold, and what to do.
 * @param {string} message
 */
export function inTwo(message) {
  const end = message.indexOf("。") + 1 || message.length;
  return [make("b", {}, message.slice(0, end)), message.slice(end)];
}
