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

export function createEngine({ onProgress, onReady, onFailure, patience = PATIENCE, manifest = MANIFEST } = {}) {
  let worker = null;
  let state = "idle"; // idle, starting, ready, failed
  let mayUseSnapshot = true;
  let watchdog;
  let attempt = 0;
  let lastId = 0;
  let onItsWay = null;
  const waiting = new Map(); // channel → question, in the order of asking

  function start() {
    if (state !== "idle") return;
    state = "starting";
    if (typeof WebAssembly !== "object") return fail("no-webassembly");
    if (typeof Worker !== "function") return fail("no-worker");
    watch();
    launch().catch((error) => fail("download", error.message));
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
    if (state !== "ready" || onItsWay || !waiting.size) return;
    const [channel, question] = waiting.entries().next().value;
    waiting.delete(channel);
    onItsWay = question;
    watch();
    worker.postMessage({ id: question.id, text: question.text });
  }

  function watch() {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => fail("timeout", `${patience} ms`), patience);
  }

  /** Waiting questions stay for a retry; the one on its way is given up, lest it fail again. */
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
