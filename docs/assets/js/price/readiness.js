// Whether Python is ready, and what the visitor sees until then: the built-in price stays, progress shows, failure is said.

export class Readiness {
  constructor(root, onReady) {
    this.root = root;
    this.pending = 0;
    this.part = (name) => root.querySelector(`[data-${name}]`);
    this.onReady = onReady;
    this.engine = this.#create();
    this.part("failure").querySelector('[data-act="retry"]').addEventListener("click", () => this.#retry());
    this.#progress(0);
  }

  /** As the engine's own `ask`; null when there is no answer to be had or a newer question replaced this one. */
  async ask(request, options) {
    this.pending += 1;
    this.root.setAttribute("aria-busy", "true"); // what is on the page does not answer its form yet
    try {
      const engine = this.client ?? (await this.engine); // at once where possible: the worker counts while the page draws
      return engine ? await engine.ask(request, options) : null;
    } finally {
      this.pending -= 1;
      if (!this.pending) this.root.removeAttribute("aria-busy");
    }
  }

  async #create() {
    try {
      const { createEngine } = await import("../engine/engine-client.js");
      const engine = createEngine({
        onProgress: ({ fraction }) => this.#progress(fraction),
        onReady: () => this.#ready(),
        onFailure: () => this.#failed(),
      });
      engine.start();
      this.client = engine;
      return engine;
    } catch {
      this.#failed();
      return null;
    }
  }

  #progress(fraction) {
    const bar = this.part("progress");
    const percent = Math.round(fraction * 100);
    bar.hidden = false;
    bar.setAttribute("aria-valuenow", String(percent));
    this.part("progress-bar").setAttribute("width", `${Math.max(2, percent)}%`);
    this.part("getting-ready").hidden = false;
    this.part("failure").hidden = true;
  }

  #ready() {
    for (const name of ["progress", "getting-ready", "failure"]) this.part(name).hidden = true;
    if (this.failed) this.onReady(); // questions asked meanwhile are gone
    this.failed = false;
  }

  #failed() {
    this.failed = true;
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
