// The answers in the address: always current, never sent, and not written more often than browsers allow.
import { all } from "../page/elements.js";

const BETWEEN = 120; // ms; browsers refuse an address that changes with every key

export class Address {
  /** @type {string | undefined} */
  #written;
  /** @type {ReturnType<typeof setTimeout> | null} */
  #writing = null;

  /** @param {HTMLElement} root @param {() => string} fragment tells the answers as they are to stand in the address */
  constructor(root, fragment) {
    this.root = root;
    this.fragment = fragment;
    addEventListener("pagehide", () => this.write());
  }

  /** Whether the address is what this page wrote last: then there is nothing to read. */
  get own() {
    return location.hash === this.#written;
  }

  /** Writes now, and once more for all that changes in the next moment. */
  schedule() {
    if (this.#writing !== null) return;
    this.write();
    this.#writing = setTimeout(() => {
      this.#writing = null;
      this.write();
    }, BETWEEN);
  }

  write() {
    const fragment = this.fragment();
    this.#written = fragment;
    carry(this.root, fragment);
    if (location.hash === fragment) return;
    try {
      history.replaceState(history.state, "", fragment || location.pathname + location.search);
    } catch {
      // Too many changes for this browser: the next one, or leaving the page, writes the newest.
    }
  }
}

/**
 * Links to other pages that understand the same answers take them along.
 * @param {HTMLElement} root
 * @param {string} fragment
 */
function carry(root, fragment) {
  for (const link of all(root, "a[data-carry]", HTMLAnchorElement)) link.hash = fragment;
}
