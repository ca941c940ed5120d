// Put into a page of the site by the browser tests: workers and clients to ask, and a look at what is stored.
() => {
  window.workerFor = async (snapshot) => {
    const manifest = await (await fetch("/app/manifest.json")).json();
    const worker = new Worker(manifest.worker, { type: "module" });
    const stages = [];
    const ready = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => {
        if (data.progress) stages.push(data.progress);
        else resolve(data);
      };
      worker.postMessage({ start: manifest, snapshot });
    });
    const ask = (texts) => new Promise((resolve) => {
      const replies = [];
      worker.onmessage = ({ data }) => {
        replies.push(data.text ?? JSON.stringify(data));
        if (replies.length === texts.length) resolve(replies);
      };
      texts.forEach((text, id) => worker.postMessage({ id, text }));
    });
    return { worker, ready, stages, ask };
  };
  window.hashes = (texts) => Promise.all(texts.map(async (text) => {
    const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)); // UTF-16, so that lone surrogates count too
    const hash = await crypto.subtle.digest("SHA-256", units);
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }));
  window.client = async (options = {}) => {
    const { createEngine } = await import("/assets/js/engine/engine-client.js");
    const seen = { progress: [], ready: null, failure: null };
    const engine = createEngine({
      onProgress: (step) => seen.progress.push(step),
      onReady: (how) => { seen.ready = how; },
      onFailure: (why) => { seen.failure = why; },
      ...options,
    });
    const settled = async () => { while (!seen.ready && !seen.failure) await new Promise((go) => setTimeout(go, 20)); };
    return { engine, seen, settled };
  };
  window.snapshots = async () => {
    const cache = await caches.open("engine-snapshots");
    return (await cache.keys()).map((request) => request.url);
  };
}
