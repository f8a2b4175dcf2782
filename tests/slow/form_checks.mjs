// Opens a form from disk in a headless browser, without network, and asks its worker every question of a file.
// Use: node form_checks.mjs PUPPETEER_FOLDER chrome|firefox BROWSER FORM.html QUESTIONS.json SERVER OUT.json [without]
// OUT.json is what the worker told and when (in milliseconds), its answers (the last about the page's own text) and how long each took, what came of trying
// to send something to SERVER, and what the browser complained of. With `without` the browser has no WebAssembly.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, browser, executablePath, form, questions, server, out, without] = process.argv.slice(2);
const { default: puppeteer } = await import(pathToFileURL(join(folder, "lib/puppeteer/puppeteer-core.js")));
const args = browser === "chrome" ? ["--no-sandbox", ...(without ? ["--js-flags=--jitless"] : [])] : [];
const extraPrefsFirefox = without ? { "javascript.options.wasm": false } : {};
const settings = { browser, executablePath, headless: true, args, extraPrefsFirefox, protocolTimeout: 240_000 };
const opened = await puppeteer.launch(settings);
const complaints = [];
try {
  const page = await opened.newPage();
  page.on("console", (said) => complaints.push(said.text()));
  page.on("pageerror", (fault) => complaints.push(String(fault)));
  await page.goto(pathToFileURL(form).href);
  const found = await page.evaluate(async (asked) => {
    const began = performance.now();
    const worker = startArbejder();
    if (!worker) return { worker: null };
    const told = [];
    const answers = [];
    let since = began;
    await new Promise((done) => {
      worker.onmessage = ({ data }) => {
        if (data.tilstand) {
          told.push([data.tilstand, data.besked, performance.now() - began]);
          if (data.tilstand === "kan ikke") done();
        } else {
          answers.push([data, performance.now() - since]);
          since = performance.now();
          if (answers.length === asked.length + 1) done();
        }
      };
      asked.forEach((one, nr) => worker.postMessage({ ...one, nr }));
      const { tekst } = JSON.parse(document.getElementById("data").textContent);
      worker.postMessage({ gør: "se", nr: asked.length, tekst });
    });
    return { told, answers };
  }, JSON.parse(readFileSync(questions, "utf8")));
  // What the page and a worker of its kind may try, the policy must stop.
  found.tried = await page.evaluate(async (to) => {
    const attempt = `fetch(${JSON.stringify(to)}).then(() => "sent", () => "stopped")`;
    const image = new Image();
    image.src = to;
    const inWorker = new Promise((done) => {
      const source = `${attempt}.then(postMessage)`;
      const worker = new Worker(`data:text/javascript,${encodeURIComponent(source)}`, { type: "module" });
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = () => done("stopped");
    });
    return [await fetch(to).then(() => "sent", () => "stopped"), await inWorker];
  }, server);
  writeFileSync(out, JSON.stringify({ ...found, complaints }));
} finally {
  await opened.close();
}
