// Fills in a form in headless Firefox without the program, as people do, and prints as JSON what became of it.
// Use: node form_firefox.mjs PUPPETEER_FOLDER FIREFOX FORM.html SAVED
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, executablePath, form, saved] = process.argv.slice(2);
const { default: puppeteer } = await import(pathToFileURL(join(folder, "lib/puppeteer/puppeteer-core.js")));
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, protocolTimeout: 60_000 });
const faults = [];

// Before the page: no worker, and what is saved is kept.
function prepare() {
  window.startWorker = () => null;
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.blob = blob;
    return make.call(URL, blob);
  };
}

async function opened() {
  const page = await browser.newPage();
  page.on("pageerror", (fault) => faults.push(String(fault)));
  await page.evaluateOnNewDocument(prepare);
  await page.goto(pathToFileURL(form).href);
  return page;
}

const text = (page) => page.evaluate(() => formular.state.tekst);
const pressed = (page, words) => page.evaluate((name) => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith(name)).click();
}, words);
const postkasse = () => [...document.querySelectorAll(".felt")].find((one) => one.querySelector("label")?.textContent === "Postkasse").querySelector("input");

try {
  const page = await opened();
  const before = await text(page);
  await pressed(page, "Fjern");
  const without = await text(page);
  await pressed(page, "Fortryd");
  const back = (await text(page)) === before;
  await page.evaluate(`(${postkasse})().focus()`);
  await page.keyboard.type("æ@kommunen.example");
  await page.keyboard.press("Tab");
  await pressed(page, "Tilføj forslag");
  await page.keyboard.type("Flere: cykler");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.getElementById("kladde").textContent.startsWith("Kladde gemt"));
  const typed = await text(page);
  await pressed(page, "Gem suf.yaml");
  await page.waitForFunction(() => window.blob);
  writeFileSync(saved, await page.evaluate(() => window.blob.text()));
  const next = await opened();
  const restored = (await text(next)) === typed;
  const told = await next.evaluate(() => document.getElementById("besked").textContent);
  await pressed(next, "Slet kladden");
  const left = await next.evaluate(() => localStorage.length);
  console.log(JSON.stringify({ removed: without !== before, back, restored, told, left, faults }));
} finally {
  await browser.close();
}
