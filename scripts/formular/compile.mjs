// Compiles the program, PyYAML and what they use of the standard library to the bytecode of Pyodide's own Python.
// Use: node compile.mjs PYODIDE_FOLDER SOURCE_FOLDER QUESTIONS.json OUT_FOLDER
// Writes python_stdlib.zip, program.json (each module's path and its bytecode in Base64) and answers.json.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, sources, questions, out] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const { info } = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));
const asked = readFileSync(questions, "utf8");

// Asked of both, so that what was left out is missed here and not in a browser.
const ask = `
import json, sys
sys.path.insert(0, place)
from frivilligrapport.formular.answering import answer
json.dumps([answer(json.dumps(one)) for one in json.loads(asked)])
`;

async function start(place, more) {
  const python = await loadPyodide({ indexURL: pyodide, lockFileContents: { info, packages: {} }, ...more });
  python.globals.set("asked", asked);
  python.globals.set("place", place);
  return python;
}

function put(fs, from, to) {
  fs.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [at, there] = [join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isDirectory()) put(fs, at, there);
    else fs.writeFile(there, readFileSync(at));
  }
}

const whole = await start("/src", {});
put(whole.FS, sources, "/src");
const answers = whole.runPython(ask);
const [library, program] = whole.runPython(readFileSync(new URL("compile.py", import.meta.url), "utf8")).toJs();
writeFileSync(join(out, "python_stdlib.zip"), library);
writeFileSync(join(out, "program.json"), program);
writeFileSync(join(out, "answers.json"), answers);

const trimmed = await start("/program", { stdLibURL: join(out, "python_stdlib.zip") });
for (const [path, code] of Object.entries(JSON.parse(program))) {
  const place = `/program/${path}`;
  trimmed.FS.mkdirTree(place.slice(0, place.lastIndexOf("/")));
  trimmed.FS.writeFile(place, Buffer.from(code, "base64"));
}
if (trimmed.runPython(ask) !== answers) throw new Error("the trimmed runtime answers otherwise than the whole one");
