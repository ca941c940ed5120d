// What the measuring browser runs: a first price from the site's engine, from stock Pyodide, and series of prices.

const functions = {
  /** Milliseconds from nothing to the first price, by the site's own client. */
  async site(request) {
    const from = performance.now();
    const { createEngine } = await import("/assets/js/engine/engine-client.js");
    let snapshot = false;
    const reply = await new Promise((resolve, reject) => {
      const engine = createEngine({ onReady: (how) => { ({ snapshot } = how); }, onFailure: (why) => reject(new Error(JSON.stringify(why))) });
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

  /** Milliseconds per quote with trace, answers in JSON to quotes in JSON, in batches through the worker. */
  async siteSeries(answers, rounds) {
    const manifest = await (await fetch("/app/manifest.json")).json();
    const worker = new Worker(manifest.worker, { type: "module" });
    const until = (test) => new Promise((resolve) => {
      worker.onmessage = ({ data }) => test(data) && resolve(data);
    });
    const ready = until((data) => data.ready);
    worker.postMessage({ start: manifest, snapshot: false });
    await ready;
    const text = JSON.stringify({ ask: "quotes", list: answers });
    const times = [];
    let quotes;
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      const answered = until((data) => data.text);
      worker.postMessage({ id: round, text });
      ({ quotes } = JSON.parse((await answered).text));
      times.push((performance.now() - from) / answers.length);
    }
    worker.terminate();
    return { annual: quotes.map((quote) => quote.annual), times };
  },

  /**
   * The same by publicodes, without a worker or JSON between: the total, and as its trace what a page would have to
   * ask for, since nothing tells beforehand which steps apply: each cover, and each step of a cover that has a price.
   */
  async publicodesSeries(rules, situations, covers, rounds) {
    const { default: Engine } = await import("/publicodes/index.js");
    const from = performance.now();
    const engine = new Engine(rules);
    const build = performance.now() - from;
    const price = (situation) => {
      engine.setSituation(situation);
      const total = engine.evaluate("total").nodeValue;
      const trace = [];
      for (const [cover, steps] of covers) {
        // A cover that costs nothing is passed over, in publicodes' favour.
        if (engine.evaluate(cover).nodeValue) for (const step of steps) trace.push(engine.evaluate(step).nodeValue);
      }
      return { total, trace };
    };
    const annual = situations.map((situation) => price(situation).total);
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
