// Python's memory after a start, kept on this device, so that the next visit starts from it.

/** @typedef {import("../types/engine.js").Manifest} Manifest */

const SNAPSHOTS = "engine-snapshots";

/**
 * Where snapshots are kept; null where a browser offers no storage, or no means to check what it kept.
 * @param {Manifest} manifest
 */
export function openStore(manifest) {
  try {
    return globalThis.caches && globalThis.crypto?.subtle ? new SnapshotStore(manifest) : null;
  } catch {
    return null;
  }
}

/** Python's memory after the start, under a key of all hashes. The digest stands beside it: Pyodide checks no contents. */
export class SnapshotStore {
  /** @param {Manifest} manifest */
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

  /** @param {Uint8Array<ArrayBuffer>} bytes */
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

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
