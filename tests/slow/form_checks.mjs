// Opens a form from disk in a headless browser, without network, and asks its worker every question of a file.
// Use: node form_checks.mjs PUPPETEER_FOLDER chrome|firefox BROWSER FORM.html QUESTIONS.json SERVER OUT.json [without]
// OUT.json is when the form was drawn, what the worker told and when, its answers (the last about the page's own text)
// and how long each took, all in milliseconds; what came of trying to send something to SERVER; and what the browser
// complained of. With `without` the browser has no WebAssembly, and OUT.json says whether there is a worker.
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

// Before the page: keep the worker that it makes, and see when the first field is drawn.
function watch() {
  const told = [];
  const Real = window.Worker;
  window.watched = { told, drawn: 0, worker: null };
  window.Worker = function Worker(...given) {
    const worker = new Real(...given);
    worker.addEventListener("message", ({ data }) => {
      if (data.tilstand) told.push([data.tilstand, data.besked, performance.now()]);
    });
    window.watched.worker ??= worker;
    return worker;
  };
  const look = () => {
    if (document.querySelector("main input, main textarea")) window.watched.drawn = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// Asks the page's own worker, with numbers that the page does not use.
async function ask(asked) {
  const first = 1_000_000;
  const { worker, told } = window.watched;
  const answers = [];
  const { tekst } = JSON.parse(document.getElementById("data").textContent);
  const all = [...asked, { gør: "se", tekst }];
  await new Promise((done) => {
    if (told.some(([state]) => state === "klar")) done();
    worker.addEventListener("message", ({ data }) => data.tilstand && data.tilstand !== "henter" && done());
  });
  for (const [nr, one] of all.entries()) {
    const began = performance.now();
    const answer = await new Promise((done) => {
      worker.addEventListener("message", function hear({ data }) {
        if (data.nr !== first + nr) return;
        worker.removeEventListener("message", hear);
        done(data);
      });
      worker.postMessage({ ...one, nr: first + nr });
    });
    answers.push([{ ...answer, nr }, performance.now() - began]);
  }
  return { drawn: window.watched.drawn, told, answers };
}

// Tries what the policy must stop, in the page and in a worker of its kind.
async function send(to) {
  const attempt = `fetch(${JSON.stringify(to)}).then(() => "sent", () => "stopped")`;
  new Image().src = to;
  const inWorker = new Promise((done) => {
    const source = `data:text/javascript,${encodeURIComponent(`${attempt}.then(postMessage)`)}`;
    const worker = new Worker(source, { type: "module" });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = () => done("stopped");
  });
  return [await fetch(to).then(() => "sent", () => "stopped"), await inWorker];
}

try {
  const page = await opened.newPage();
  page.on("console", (said) => complaints.push(said.text()));
  page.on("pageerror", (fault) => complaints.push(String(fault)));
  await page.evaluateOnNewDocument(watch);
  await page.goto(pathToFileURL(form).href);
  if (without) {
    writeFileSync(out, JSON.stringify({ worker: await page.evaluate(() => startWorker()), complaints }));
  } else {
    await page.waitForFunction(() => window.watched.worker && window.watched.drawn);
    const found = await page.evaluate(ask, JSON.parse(readFileSync(questions, "utf8")));
    writeFileSync(out, JSON.stringify({ ...found, tried: await page.evaluate(send, server), complaints }));
  }
} finally {
  await opened.close();
}
