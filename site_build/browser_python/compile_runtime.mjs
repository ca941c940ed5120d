// Packs the browser's standard library and engine with the very Pyodide that will run them.
// Standard input: {"pack": Python source, "sources": {path: text}, "book": JSON text, "requests": [...], "desk": module, "into": folder}
// Writes stdlib.zip and engine.zip into that folder and prints the engine's replies as JSON.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPyodide } from "pyodide";

// Node would print the failing line, and Pyodide is one line of a million characters.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

const job = JSON.parse(readFileSync(0, "utf8"));
// Column positions in tracebacks are of no use to a reader and weigh a fifth of the compiled code.
const pyodide = await loadPyodide({ env: { PYTHONNODEBUGRANGES: "1", PYTHONHASHSEED: "0" } });
pyodide.FS.writeFile("/lib/pack.py", job.pack);
pyodide.FS.writeFile("/lib/job.json", JSON.stringify(job));
const run = (code) => pyodide.runPython(code);
const save = (name, code) => {
  const bytes = run(code);
  writeFileSync(join(job.into, name), bytes.toJs());
  bytes.destroy();
};

run(`
import sys, json
sys.path.append("/lib")
import pack
job = json.load(open("/lib/job.json", encoding="utf-8"))
`);
const replies = run(`json.dumps(pack.answer(job["sources"], job["book"], job["requests"], job["desk"]))`);
save("stdlib.zip", "pack.pack_stdlib()");
save("engine.zip", `pack.pack_engine(job["sources"])`);
process.stdout.write(replies);
