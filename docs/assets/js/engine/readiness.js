// Whether Python is ready, and what the visitor sees until then: the built-in price stays, progress shows, failure is said.

import { one } from "../page/elements.js";

/**
 * @typedef {import("../types/engine.js").Ask} Ask
 * @typedef {import("../types/engine.js").Asks} Asks
 * @typedef {import("../types/engine.js").Engine} Engine
 */

/** @implements {Asks} */
export class Readiness {
  #pending = 0;
  #failed = false;
  /** @type {Engine | undefined} */
  #client;

  /** @param {HTMLElement} root @param {() => void} onReady called when a start that failed has succeeded after all */
  constructor(root, onReady) {
    this.root = root;
    this.part = (/** @type {string} */ name) => one(root, `[data-${name}]`);
    this.onReady = onReady;
    this.engine = this.#create();
    one(this.part("failure"), '[data-act="retry"]').addEventListener("click", () => this.#retry());
    this.#progress(0);
  }

  /**
   * As the engine's own `ask`; null when there is no answer to be had or a newer question replaced this one.
   * @template {Ask} Q
   * @param {import("../types/engine.js").Question<Q>} request
   * @param {import("../types/engine.js").Options} [options]
   */
  async ask(request, options) {
    this.#pending += 1;
    this.root.setAttribute("aria-busy", "true"); // what is on the page does not answer its form yet
    try {
      const engine = this.#client ?? (await this.engine); // at once where possible: the worker counts while the page draws
      return engine ? await engine.ask(request, options) : null;
    } finally {
      this.#pending -= 1;
      if (!this.#pending) this.root.removeAttribute("aria-busy");
    }
  }

  /** @returns {Promise<Engine | null>} null where not even the client's script arrived */
  async #create() {
    try {
      const { createEngine } = await import("./engine-client.js");
      const engine = createEngine({
        onProgress: ({ fraction }) => this.#progress(fraction),
        onReady: () => this.#ready(),
        onFailure: () => this.#fail(),
      });
      engine.start();
      this.#client = engine;
      return engine;
    } catch {
      this.#fail();
      return null;
    }
  }

  /** @param {number} fraction */
  #progress(fraction) {
    const bar = this.part("progress");
    const percent = Math.round(fraction * 100);
    bar.hidden = false;
    bar.setAttribute("aria-valuenow", String(percent));
    one(bar, "[data-progress-bar]", SVGElement).setAttribute("width", `${Math.max(2, percent)}%`);
    this.part("getting-ready").hidden = false;
    this.part("failure").hidden = true;
  }

  #ready() {
    for (const name of ["progress", "getting-ready", "failure"]) this.part(name).hidden = true;
    if (this.#failed) this.onReady(); // questions asked meanwhile are gone
    this.#failed = false;
  }

  #fail() {
    this.#failed = true;
    for (const name of ["progress", "getting-ready"]) this.part(name).hidden = true;
    this.part("failure").hidden = false;
  }

  async #retry() {
    const engine = await this.engine;
    if (!engine) return location.reload(); // the address keeps the answers
    this.#progress(0);
    engine.retry();
  }
}
