// What a start of Python loads, all at once.

/**
 * @typedef {import("../types/engine.js").Manifest} Manifest
 * @typedef {import("pyodide").PyodideConfig} PyodideConfig
 * @typedef {(stage: import("../types/engine.js").Progress["stage"], fraction: number) => void} Progress
 */

/** A start that did not come to its end, with the reason that the page is told. */
export class Broken extends Error {
  /** @param {import("../types/engine.js").Failure["reason"]} reason @param {unknown} error */
  constructor(reason, error) {
    super(error instanceof Error ? error.message : String(error), { cause: error });
    this.reason = reason;
  }
}

/**
 * All downloads at once. `broken` rejects when one fails: Pyodide itself would wait for ever.
 * @param {Manifest} manifest
 * @param {Progress} progress told of Pyodide's wasm
 */
export function openFiles(manifest, progress) {
  const plainFetch = self.fetch.bind(self);
  /** @type {(error: Broken) => void} */
  let reject;
  /** @type {Promise<never>} */
  const broken = new Promise((_, refuse) => {
    reject = refuse;
  });
  const breakOff = (/** @type {unknown} */ error) => {
    const found = new Broken("download", error);
    reject(found);
    return found;
  };
  broken.catch(() => {});
  self.fetch = async (...request) => {
    try {
      const response = await plainFetch(...request);
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      if (response.url.endsWith(".wasm")) reportBytes(response.clone(), Number(manifest.wasm_bytes), progress).catch(breakOff);
      return response;
    } catch (error) {
      throw breakOff(error);
    }
  };
  const text = async (/** @type {string} */ address) => (await self.fetch(address)).text();
  /** @type {Promise<{ default: NonNullable<PyodideConfig["createPyodideModule"]> }>} */
  const glue = import(`${manifest.pyodide}pyodide.asm.mjs`);
  /** @type {Promise<typeof import("pyodide")>} */
  const main = import(`${manifest.pyodide}pyodide.mjs`);
  for (const module of [glue, main]) module.catch(breakOff);
  const engine = self.fetch(manifest.engine).then(async (response) => new Uint8Array(await response.arrayBuffer()));
  engine.catch(() => {}); // told by broken
  const loadPyodide = async (/** @type {PyodideConfig} */ options) =>
    (await main).loadPyodide({
      indexURL: manifest.pyodide,
      stdLibURL: new URL(manifest.stdlib, self.location.href).href,
      createPyodideModule: async (settings) => (await glue).default(settings),
      env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", DESK: manifest.desk }, // a snapshot would fix the seed anyway
      ...options,
    });
  return { broken, engine, text, loadPyodide };
}

/** @param {Response} response @param {number} expected bytes @param {Progress} progress */
async function reportBytes(response, expected, progress) {
  let bytes = 0;
  let told = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    const fraction = Math.min(1, bytes / expected) * 0.6;
    if (fraction - told <= 0.02) continue;
    told = fraction;
    progress("download", fraction);
  }
  progress("python", 0.6);
}
