// What the measuring browser runs: a first price from the site's engine, from stock Pyodide, and series of prices.

const functions = {
  /** Milliseconds from nothing to the first price, by the site's own client. */
  async site(request) {
    const from = performance.now();
    const { createEngine } = await import("/assets/js/engine-client.js");
    let snapshot = false;
    const reply = await new Promise((resolve, reject) => {
      const engine = createEngine({ onReady: (how) => (snapshot = how.snapshot), onFailure: (why) => reject(new Error(JSON.stringify(why))) });
      engine.ask(request).then(resolve);
    });
    return { ms: performance.now() - from, annual: reply.quote.annual, snapshot };
  },

  /** The same from stock Pyodide: its own files, the engine's sources, no preparation. */
  async stock(request) {
    const from = performance.now();
    const worker = new Worker("/bench/stock-worker.js", { type: "module" });
    const text = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.text));
      worker.onerror = reject;
      worker.postMessage(JSON.stringify(request));
    });
    return { ms: performance.now() - from, annual: JSON.parse(text).quote.annual };
  },

  async snapshotKept() {
    const cache = await caches.open("engine-snapshots");
    for (let i = 0; i < 100; i++) {
      if ((await cache.keys()).length) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  },

  /** Milliseconds per quote with trace, JSON text to JSON text, through the worker; `rounds` medians-to-be. */
  async siteSeries(requests, rounds) {
    const manifest = await (await fetch("/app/manifest.json")).json();
    const worker = new Worker(manifest.worker, { type: "module" });
    let received;
    worker.onmessage = ({ data }) => received(data);
    const until = (test) => new Promise((resolve) => (received = (data) => test(data) && resolve(data)));
    const ready = until((data) => data.ready);
    worker.postMessage({ start: manifest, snapshot: false });
    await ready;
    const texts = requests.map((request) => JSON.stringify(request));
    const annual = [];
    for (const text of texts) {
      const answered = until((data) => data.text);
      worker.postMessage({ id: 1, text });
      annual.push(JSON.parse((await answered).text).quote.annual);
    }
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      const last = until((data) => data.id === texts.length);
      texts.forEach((text, i) => worker.postMessage({ id: i + 1, text }));
      await last;
      times.push((performance.now() - from) / texts.length);
    }
    worker.terminate();
    return { annual, times };
  },

  /** The same by publicodes, without a worker between. */
  async publicodesSeries(rules, situations, rounds) {
    const { default: Engine } = await import("/publicodes/index.js");
    const from = performance.now();
    const engine = new Engine(rules);
    const build = performance.now() - from;
    const price = (situation) => engine.setSituation(situation).evaluate("total").nodeValue;
    const annual = situations.map(price);
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      for (const situation of situations) price(situation);
      times.push((performance.now() - start) / situations.length);
    }
    return { annual, times, build };
  },
};

globalThis.bench = functions;
document.documentElement.dataset.bench = "ready";
