// Stock Pyodide as its documentation starts it, running the same engine from its sources.
self.onmessage = async ({ data }) => {
  try {
    const sources = fetch("/stock/engine.json").then((response) => response.json());
    const book = fetch("/stock/book.json").then((response) => response.text());
    const { loadPyodide } = await import("/stock/pyodide/pyodide.mjs");
    const pyodide = await loadPyodide();
    for (const [name, text] of Object.entries(await sources)) {
      pyodide.FS.mkdirTree(`/home/pyodide/${name}`.replace(/\/[^/]*$/, ""));
      pyodide.FS.writeFile(`/home/pyodide/${name}`, text);
    }
    pyodide.FS.writeFile("/home/pyodide/book.json", await book);
    pyodide.runPython(`from quote_engine.desk import Desk\ndesk = Desk(open("book.json", encoding="utf-8").read())`);
    const reply = pyodide.runPython("desk.reply");
    postMessage({ text: reply(data) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
