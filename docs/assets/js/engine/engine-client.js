// The page's side of the engine: starts the worker when asked, keeps one question on its way and the newest waiting.
//
//   const engine = createEngine({ onProgress, onReady, onFailure });
//   engine.start();                                              on intent or idle; `ask` starts it too
//   const reply = await engine.ask({ ask: "page", answers }, { newestOf: "page" });
//   if (reply) paint(reply);                                     null: a newer question of the channel took its place
//
// onProgress({stage, fraction})   stage: download, python, engine
// onReady({snapshot})             may come after a time-out too, when a slow start succeeds in the end
// onFailure({reason, detail})     reason: no-webassembly, no-worker, download, timeout, crash; `retry()` starts anew

const PATIENCE = 20_000; // ms until readiness, and for any one answer
const MANIFEST = new URL("../../../app/manifest.json", import.meta.url);

/**
 * @typedef {import("../types/engine.js").Engine} Engine
 * @typedef {import("../types/engine.js").Failure} Failure
 * @typedef {{ id: number, channel: string | symbol, text: string, superseded?: boolean, resolve: (reply: any) => void }} Waiting
 *   a question until it is answered; `any`: its reply is what Engine.ask promises
 */

/**
 * @param {{
 *   onProgress?: (progress: import("../types/engine.js").Progress) => void,
 *   onReady?: (ready: import("../types/engine.js").Ready) => void,
 *   onFailure?: (failure: Failure) => void,
 *   patience?: number,
 *   manifest?: URL,
 * }} options
 * @returns {Engine}
 */
export function createEngine({ onProgress, onReady, onFailure, patience = PATIENCE, manifest = MANIFEST } = {}) {
  /** @type {Worker | null} */
  let worker = null;
  /** @type {Engine["state"]} */
  let state = "idle";
  let mayUseSnapshot = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let watchdog;
  let attempt = 0;
  let lastId = 0;
  /** @type {Waiting | null} */
  let onItsWay = null;
  /** @type {Map<string | symbol, Waiting>} */
  const waiting = new Map(); // channel → question, in the order of asking

  function start() {
    if (state !== "idle") return;
    state = "starting";
    if (typeof WebAssembly !== "object") return fail("no-webassembly");
    if (typeof Worker !== "function") return fail("no-worker");
    watch();
    launch().catch((error) => fail("download", String(error?.message ?? error)));
  }

  async function launch() {
    const mine = ++attempt;
    const response = await fetch(manifest);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    const settings = await response.json();
    if (mine !== attempt || worker) return; // a retry is under way
    const own = new Worker(new URL(settings.worker, manifest), { type: "module" });
    worker = own;
    own.onmessage = ({ data }) => own === worker && receive(data);
    own.onerror = (event) => {
      event.preventDefault();
      if (own === worker) fail("crash", event.message);
    };
    own.postMessage({ start: settings, snapshot: mayUseSnapshot });
  }

  /** @param {import("../types/engine.js").FromWorker} data */
  function receive(data) {
    if (data.progress) return onProgress?.(data.progress);
    if (data.failure) return fail(data.failure.reason, data.failure.detail);
    if (data.ready) {
      state = "ready";
      clearTimeout(watchdog);
      onReady?.(data.ready);
    } else {
      if (data.id !== onItsWay?.id) return;
      clearTimeout(watchdog);
      const question = onItsWay;
      onItsWay = null;
      question.resolve(question.superseded ? null : JSON.parse(data.text));
    }
    sendNext();
  }

  /**
   * @param {object} request
   * @param {import("../types/engine.js").Options} [options]
   * @returns {Promise<any>} what Engine.ask promises
   */
  function ask(request, { newestOf = Symbol("alone") } = {}) {
    start();
    if (onItsWay?.channel === newestOf) onItsWay.superseded = true;
    waiting.get(newestOf)?.resolve(null);
    waiting.delete(newestOf);
    return new Promise((resolve) => {
      const id = ++lastId;
      waiting.set(newestOf, { id, channel: newestOf, text: JSON.stringify({ ...request, id }), resolve });
      sendNext();
    });
  }

  function sendNext() {
    const [question] = waiting.values();
    if (state !== "ready" || !worker || onItsWay || !question) return;
    waiting.delete(question.channel);
    onItsWay = question;
    watch();
    worker.postMessage({ id: question.id, text: question.text });
  }

  function watch() {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => fail("timeout", `${patience} ms`), patience);
  }

  /**
   * Waiting questions stay for a retry; the one on its way is given up, lest it fail again.
   * @param {Failure["reason"]} reason
   */
  function fail(reason, detail = "") {
    clearTimeout(watchdog);
    const starting = state === "starting";
    state = "failed";
    if (!(reason === "timeout" && starting)) dismiss(); // a slow download goes on and may still succeed
    onItsWay?.resolve(null);
    onItsWay = null;
    onFailure?.({ reason, detail });
  }

  function dismiss() {
    worker?.terminate();
    worker = null;
  }

  function retry() {
    if (state !== "failed") return;
    dismiss();
    mayUseSnapshot = false;
    state = "idle";
    start();
  }

  return {
    start,
    ask,
    retry,
    get state() {
      return state;
    },
  };
}
