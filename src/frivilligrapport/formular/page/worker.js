// Runs the program beside the page: starts Pyodide from what the page hands over, then answers its questions in order.
// It is a module worker from a data: URL, the one kind that both Chromium and Firefox start on file://.
"use strict";

/** @type {{ nr: number }[]} */
const waiting = [];
/** @type {((question: string) => string) | null} */
let answer = null;
let known = {};

const say = (/** @type {string} */ tilstand, /** @type {string} */ besked) => postMessage({ tilstand, besked });

/** @param {string} base64 */
function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const signs = atob(base64);
  const found = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) found[at] = signs.charCodeAt(at);
  return found;
}

/** Give the files that were packed into one: the length of their list, the list, and the files in its order.
 * @param {string} base64
 */
async function unpacked(base64) {
  const stream = new Blob([bytes(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const length = new DataView(packed.buffer).getUint32(0);
  let at = 4 + length;
  const files = new Map();
  for (const [name, size] of JSON.parse(new TextDecoder().decode(packed.subarray(4, at)))) {
    files.set(name, packed.subarray(at, at + size));
    at += size;
  }
  return files;
}

/** Start the program; gives what answers its questions, JSON for JSON.
 * @param {string} base64
 * @returns {Promise<(question: string) => string>}
 */
async function start(base64) {
  const files = await unpacked(base64);
  const part = (/** @type {string} */ name) => {
    const found = files.get(name);
    if (!found) throw new Error(`${name} is not in the page`);
    return found;
  };
  const load = (/** @type {string} */ name) => import(URL.createObjectURL(new Blob([part(name)], { type: "text/javascript" })));
  // Pyodide fetches its parts by name; here they are at hand, and nothing else is fetched at all.
  globalThis.fetch = async (url) => {
    const name = String(url).split("/").pop() ?? "";
    return new Response(part(name), { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "" } });
  };
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([load("pyodide.mjs"), load("pyodide.asm.mjs")]);
  const python = await loadPyodide({
    indexURL: "https://formular.invalid/",
    createPyodideModule,
    lockFileContents: JSON.parse(new TextDecoder().decode(part("lock.json"))),
    stdout: () => {},
    stderr: () => {},
  });
  for (const [name, data] of files) {
    if (name.startsWith("program/")) {
      python.FS.mkdirTree(`/${name.slice(0, name.lastIndexOf("/"))}`);
      python.FS.writeFile(`/${name}`, data);
    }
  }
  python.runPython("import sys; sys.path.insert(0, '/program')");
  const program = python.pyimport("frivilligrapport.formular.answering");
  const readings = python.globals.get("dict")();
  return (question) => program.answer(question, readings);
}

/**
 * @param {(question: string) => string} ask
 * @param {{ nr: number }} question
 */
function reply(ask, question) {
  try {
    postMessage(JSON.parse(ask(JSON.stringify({ ...known, ...question }))));
  } catch (fault) {
    postMessage({ nr: question.nr, fejl: String(fault) });
  }
}

addEventListener("message", async ({ data }) => {
  if (answer) {
    reply(answer, data);
  } else if (data.koersel === undefined) {
    waiting.push(data);
  } else {
    known = data.kendt;
    say("henter", "Tjekkene bliver gjort klar …");
    try {
      const ask = await start(data.koersel);
      say("klar", "Tjekkene er klar.");
      waiting.splice(0).forEach((question) => reply(ask, question));
      answer = ask;
    } catch (fault) {
      say("kan ikke", `Tjekkene kan ikke køre i denne browser. Du kan stadig udfylde og gemme. (${fault})`);
    }
  }
});
