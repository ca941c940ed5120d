// The engine's worker: starts Python from the site's own files, then answers questions, text in and text out.
//
// In:  {start: manifest, snapshot: true|false}   once; false forgets the stored snapshot and starts afresh
//      {id, text}                                a question
// Out: {progress: {stage, fraction}}, {ready: {snapshot}}, {failure: {reason, detail}}, {id, text}
import { Broken, openFiles } from "./downloads.js"; // the build puts these modules into this file
import { openStore } from "./snapshots.js";

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
const IDLE_BEFORE_STORING = 1500; // ms after the last answer, so that nobody waits for it

/**
 * @typedef {import("../types/engine.js").Manifest} Manifest
 * @typedef {import("pyodide").PyodideAPI} Pyodide
 * @typedef {ReturnType<typeof openFiles>} Files
 */

/** @type {(text: string) => import("pyodide/ffi").PyBuffer} */
let reply = () => {
  throw new Error("asked before the start");
};
let rest = () => {}; // called after each answer

self.onmessage = async (/** @type {MessageEvent<import("../types/engine.js").ToWorker>} */ { data }) => {
  if (!data.start) return answer(data);
  try {
    tell({ ready: { snapshot: await start(data.start, data.snapshot) } });
  } catch (error) {
    fail(error);
  }
};

// What Pyodide leaves unhandled when its start breaks.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail(event.reason);
});

/** @param {{ id: number, text: string }} question */
function answer({ id, text }) {
  try {
    tell({ id, text: replied(text) });
    rest();
  } catch (error) {
    fail(error);
  }
}

/**
 * As bytes: Pyodide turns a long Japanese str into a JavaScript string character by character, twice as slowly.
 * @param {string} text
 */
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

/** @param {unknown} error */
function fail(error) {
  const reason = error instanceof Broken ? error.reason : "crash";
  tell({ failure: { reason, detail: error instanceof Error ? error.message : String(error) } });
}

/** @param {import("../types/engine.js").Progress["stage"]} stage @param {number} fraction */
function progress(stage, fraction) {
  tell({ progress: { stage, fraction } });
}

/** @param {import("../types/engine.js").FromWorker} message */
function tell(message) {
  postMessage(message);
}

/**
 * Starts from the snapshot if there is a sound one, else from the files; tells whether it was the snapshot.
 * @param {Manifest} manifest
 * @param {boolean} maySnapshot
 */
async function start(manifest, maySnapshot) {
  progress("download", 0);
  refuseBlockedWasm();
  const files = openFiles(manifest, progress);
  const store = openStore(manifest);
  const bytes = maySnapshot ? await store?.read() : await store?.forget();
  if (bytes) {
    try {
      await Promise.race([restore(files, bytes), files.broken]);
      return true;
    } catch (error) {
      if (error instanceof Broken) throw error; // a file did not arrive: not the snapshot's fault
      console.warn("starting without the snapshot:", error);
      await store?.forget();
    }
  }
  const pyodide = await Promise.race([load(manifest, files, Boolean(store)), files.broken]);
  if (store) storeWhenIdle(store, pyodide);
  return false;
}

/** @param {Manifest} manifest @param {Files} files @param {boolean} withSnapshot */
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

/**
 * The first model case of the book under the edition in force, as a question: its answer warms the engine up.
 * @param {string} text
 */
function modelCase(text) {
  const { examples, editions, present } = JSON.parse(text);
  const answers = { start_date: present ?? editions?.[0].start, ...examples?.[0]?.answers };
  return JSON.stringify({ id: 0, ask: "page", answers });
}

/** @param {Files} files @param {Uint8Array} bytes */
async function restore(files, bytes) {
  const pyodide = await files.loadPyodide({ _loadSnapshot: bytes });
  progress("engine", 0.9);
  pyodide.FS.writeFile("/lib/engine.zip", await files.engine); // for imports that happen late
  reply = pyodide.globals.get("reply");
  replied("{}"); // any answer will do: it shows that the restored engine runs
}

/** Without 'wasm-unsafe-eval' Pyodide neither starts nor fails; eight bytes of wasm tell at once. */
function refuseBlockedWasm() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: Broken passes it on
    throw new Broken("no-webassembly", error);
  }
}

/**
 * The memory is copied before the first question, so that nothing a visitor enters is ever in it; the disk can wait.
 * @param {import("./snapshots.js").SnapshotStore} store
 * @param {Pyodide} pyodide
 */
function storeWhenIdle(store, pyodide) {
  let bytes;
  try {
    bytes = /** @type {Uint8Array<ArrayBuffer>} */ (pyodide.makeMemorySnapshot()); // Pyodide shares no memory
  } catch (error) {
    console.warn("no snapshot made:", error);
    return;
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
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
