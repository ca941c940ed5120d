// The engine's worker: starts Python from the site's own files, then answers questions, text in and text out.
//
// In:  {start: manifest, snapshot: true|false}   once; false forgets the stored snapshot and starts afresh
//      {id, text}                                a question
// Out: {progress: {stage, fraction}}, {ready: {snapshot}}, {failure: {reason, detail}}, {id, text}

// The only Python in this file. A restored snapshot has already run it.
const BOOTSTRAP = `
import os, sys
from importlib import import_module
sys.path.insert(0, "/lib/engine.zip")
with open("/lib/book.json", encoding="utf-8") as book:
    desk = import_module(os.environ["DESK"]).Desk(book.read())
reply = desk.reply_bytes
`;
const UTF8 = new TextDecoder();
const SNAPSHOTS = "engine-snapshots";
const IDLE_BEFORE_STORING = 1500; // ms after the last answer, so that nobody waits for it

let reply = null;
let rest = () => {}; // called after each answer

self.onmessage = async ({ data }) => {
  if (!data.start) return answer(data);
  try {
    postMessage({ ready: { snapshot: await start(data.start, data.snapshot) } });
  } catch (error) {
    fail(error.reason ?? "crash", error);
  }
};

// What Pyodide leaves unhandled when its start breaks.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail(event.reason?.reason ?? "crash", event.reason);
});

function answer({ id, text }) {
  try {
    postMessage({ id, text: replied(text) });
    rest();
  } catch (error) {
    fail("crash", error);
  }
}

/** As bytes: Pyodide turns a long Japanese str into a JavaScript string character by character, twice as slowly. */
function replied(text) {
  const bytes = reply(text);
  const view = bytes.getBuffer("u8");
  try {
    return UTF8.decode(view.data);
  } finally {
    view.release();
    bytes.destroy();
  }
}

function fail(reason, error) {
  postMessage({ failure: { reason, detail: String(error?.message ?? error) } });
}

function progress(stage, fraction) {
  postMessage({ progress: { stage, fraction } });
}

/** Starts from the snapshot if there is a sound one, else from the files; tells whether it was the snapshot. */
async function start(manifest, maySnapshot) {
  progress("download", 0);
  refuseBlockedWasm();
  const files = openFiles(manifest);
  const store = openStore(manifest);
  const bytes = maySnapshot ? await store?.read() : await store?.forget();
  if (bytes) {
    try {
      await Promise.race([restore(manifest, files, bytes), files.broken]);
      return true;
    } catch (error) {
      if (error.reason) throw error; // a file did not arrive: not the snapshot's fault
      console.warn("starting without the snapshot:", error);
      await store.forget();
    }
  }
  const pyodide = await Promise.race([load(manifest, files, Boolean(store)), files.broken]);
  if (store) storeWhenIdle(store, pyodide);
  return false;
}

async function load(manifest, files, withSnapshot) {
  const book = files.text(manifest.book);
  book.catch(() => {}); // told by files.broken
  const pyodide = await files.loadPyodide(withSnapshot ? { _makeSnapshot: true } : {});
  progress("engine", 0.9);
  pyodide.FS.writeFile("/lib/engine.zip", await files.engine);
  pyodide.FS.writeFile("/lib/book.json", await book);
  pyodide.runPython(BOOTSTRAP);
  reply = pyodide.globals.get("reply");
  replied(modelCase(await book));
  return pyodide;
}

/** The first model case of the book under the edition in force, as a question: its answer warms the engine up. */
function modelCase(text) {
  const { examples, editions, present } = JSON.parse(text);
  const answers = { start_date: present ?? editions?.[0].start, ...examples?.[0]?.answers };
  return JSON.stringify({ id: 0, ask: "page", answers });
}

async function restore(manifest, files, bytes) {
  const pyodide = await files.loadPyodide({ _loadSnapshot: bytes });
  progress("engine", 0.9);
  pyodide.FS.writeFile("/lib/engine.zip", await files.engine); // for imports that happen late
  reply = pyodide.globals.get("reply");
  replied("{}"); // any answer will do: it shows that the restored engine runs
}

/** All downloads at once. `broken` rejects when one fails: Pyodide itself would wait for ever. */
function openFiles(manifest) {
  const plainFetch = self.fetch.bind(self);
  let breakOff;
  const broken = new Promise((_, reject) => (breakOff = reject));
  broken.catch(() => {});
  self.fetch = async (...request) => {
    try {
      const response = await plainFetch(...request);
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      if (response.url.endsWith(".wasm")) reportBytes(response.clone(), Number(manifest.wasm_bytes)).catch(breakOff);
      return response;
    } catch (error) {
      breakOff(Object.assign(error, { reason: "download" }));
      throw error;
    }
  };
  const text = async (address) => (await self.fetch(address)).text();
  const glue = import(`${manifest.pyodide}pyodide.asm.mjs`);
  const main = import(`${manifest.pyodide}pyodide.mjs`);
  for (const module of [glue, main]) module.catch((error) => breakOff(Object.assign(error, { reason: "download" })));
  const engine = self.fetch(manifest.engine).then(async (response) => new Uint8Array(await response.arrayBuffer()));
  engine.catch(() => {}); // told by broken
  const loadPyodide = async (options) =>
    (await main).loadPyodide({
      indexURL: manifest.pyodide,
      stdLibURL: new URL(manifest.stdlib, self.location.href).href,
      createPyodideModule: async (settings) => (await glue).default(settings),
      env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", DESK: manifest.desk }, // a snapshot would fix the seed anyway
      ...options,
    });
  return { broken, engine, text, loadPyodide };
}

async function reportBytes(response, expected) {
  let bytes = 0;
  let told = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    const fraction = Math.min(1, bytes / expected) * 0.6;
    if (fraction - told > 0.02) progress("download", (told = fraction));
  }
  progress("python", 0.6);
}

/** Without 'wasm-unsafe-eval' Pyodide neither starts nor fails; eight bytes of wasm tell at once. */
function refuseBlockedWasm() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    throw Object.assign(error, { reason: "no-webassembly" });
  }
}

/** The memory is copied before the first question, so that nothing a visitor enters is ever in it; the disk can wait. */
function storeWhenIdle(store, pyodide) {
  let bytes;
  try {
    bytes = pyodide.makeMemorySnapshot();
  } catch (error) {
    console.warn("no snapshot made:", error);
    return;
  }
  let timer;
  rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      rest = () => {};
      // Private windows and full disks refuse; the next visit then starts from the files.
      store.write(bytes).catch((error) => console.warn("no snapshot kept:", error));
    }, IDLE_BEFORE_STORING);
  };
  rest();
}

/** Where snapshots are kept; null where a browser offers no storage, or no means to check what it kept. */
function openStore(manifest) {
  try {
    return globalThis.caches && globalThis.crypto?.subtle ? new SnapshotStore(manifest) : null;
  } catch {
    return null;
  }
}

/** Python's memory after the start, under a key of all hashes. The digest stands beside it: Pyodide checks no contents. */
class SnapshotStore {
  constructor(manifest) {
    this.key = new URL(`/app/snapshot?${new URLSearchParams(manifest)}`, self.location.href).href;
  }

  async read() {
    try {
      const response = await (await caches.open(SNAPSHOTS)).match(this.key);
      if (!response) return null;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.headers.get("x-digest") === (await digest(bytes))) return bytes;
      console.warn("the stored snapshot is damaged");
      return await this.forget();
    } catch {
      return null;
    }
  }

  async write(bytes) {
    const cache = await caches.open(SNAPSHOTS);
    for (const request of await cache.keys()) if (request.url !== this.key) await cache.delete(request);
    await cache.put(this.key, new Response(bytes, { headers: { "x-digest": await digest(bytes) } }));
  }

  async forget() {
    try {
      await (await caches.open(SNAPSHOTS)).delete(this.key);
    } catch {
      // no storage: nothing to forget
    }
    return null;
  }
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
