// Fills in forms in headless Chromium, as people do, and prints as JSON what became of each try. The program answers from
// beside the browser, as the worker in the page would: what is tried here is the page.
// Use: node form_page.mjs PLAYWRIGHT_FOLDER AXE_FOLDER CHROMIUM PAGES_FOLDER PYTHON ANSWERS.py
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [playwright, axe, executablePath, folder, python, answers] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(playwright, "index.mjs")));
const checker = readFileSync(join(axe, "axe.min.js"), "utf8");
const CPR = "010199-5000";

const program = spawn(python, [answers], { stdio: ["pipe", "pipe", "inherit"] });
const asked = [];
createInterface({ input: program.stdout }).on("line", (line) => asked.shift()(JSON.parse(line)));
const ask = (question) => new Promise((resolve) => {
  asked.push(resolve);
  program.stdin.write(`${JSON.stringify(question)}\n`);
});

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

// Stands where the page's own worker is: `state` is how far it gets.
const standIn = (state) => {
  window.startWorker = () => {
    if (state === "kan ikke") return null;
    const worker = new EventTarget();
    const tell = (told) => worker.dispatchEvent(new MessageEvent("message", { data: told }));
    const { sti, filer } = JSON.parse(document.getElementById("data").textContent);
    worker.postMessage = async (question) => tell(await window.askProgram({ sti, filer, ...question }));
    if (state === "klar") setTimeout(() => tell({ tilstand: "klar" }));
    return worker;
  };
};

async function contextOf({ state = "klar", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  await context.exposeFunction("askProgram", ask);
  await context.addInitScript(standIn, state);
  return context;
}

async function opened(name, options = {}) {
  const context = options.context ?? await contextOf(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = [];
  page.on("pageerror", (fault) => faults.push(String(fault)));
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  if ((options.state ?? "klar") === "klar") await seen(page);
  return { page, context, faults };
}

// Waits until the checks have looked at the text as it stands.
const seen = (page) => page.waitForFunction(() => formular.seen === formular.state.tekst);
const text = (page) => page.evaluate(() => formular.state.tekst);
const words = (page, id) => page.locator(`#${id}`).innerText();
const drafts = (page) => page.evaluate(() => Object.values({ ...localStorage }).join("\n"));

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#gem").click()]);
  return readFileSync(await download.path());
}

async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
}

const number = (page) => page.locator(".felt-tal .input-tal").first();

const tries = {
  async unchanged() {
    const found = {};
    for (const file of readdirSync(folder).filter((one) => one.endsWith(".yaml"))) {
      const { page, context, faults } = await opened(file.replace(".yaml", ""), { state: "kan ikke" });
      const before = readFileSync(join(folder, file));
      found[file] = { same: before.equals(await saved(page)), faults };
      await context.close();
    }
    return found;
  },

  // Goes through the page with Tab alone, and answers what asks for an answer.
  async keyboard() {
    const { page, context, faults } = await opened("nyt");
    let steps = 0;
    for (; steps < 900; steps += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const at = document.activeElement;
        const field = at.closest(".felt");
        const isAsked = field?.classList.contains("mangler-svar");
        if (at === document.body) return { what: "end" };
        if (at.id === "gem") return { what: "save" };
        if (at.tagName === "SUMMARY" && at.parentElement.matches(".gruppe:not([open])")) return { what: "press" };
        if (at.tagName === "BUTTON" && isAsked && at.textContent.startsWith("Ja, det passer")) return { what: "press" };
        if (at.tagName === "BUTTON" && isAsked && field.querySelector("legend") && at.textContent.startsWith("ingen")) return { what: "press" };
        if (at.tagName === "TEXTAREA" && isAsked) return { what: "type", words: "Vi har lært meget: nu er vi flere." };
        if (at.matches(".input-tal") && isAsked) return { what: "type", words: "ca. 80" };
        if (at.matches(".input-tekst") && isAsked && at.value === "uoplyst") return { what: "type", words: "frivillig@kommunen.example" };
        if (at.type === "radio" && at.value === "udkast") return { what: "down" };
        return { what: "go on" };
      });
      if (stop.what === "press") await page.keyboard.press("Enter");
      if (stop.what === "type") await page.keyboard.type(stop.words);
      if (stop.what === "down") await page.keyboard.press("ArrowDown");
      if (stop.what === "save" || stop.what === "end") break;
      await seen(page);
    }
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    writeFileSync(join(folder, "udfyldt.txt"), readFileSync(await download.path()));
    const rest = await words(page, "rest");
    await context.close();
    return { rest, faults, steps };
  },

  async errors() {
    const { page, context, faults } = await opened("nyt");
    await unfold(page);
    const told = async () => ({
      title: await page.title(),
      summary: (await page.locator("#opsummering").isVisible()) ? await words(page, "opsummering") : "",
      invalid: await page.locator("[aria-invalid]").count(),
      at: await page.locator(".et-fund:visible").allInnerTexts(),
    });
    await number(page).click();
    await page.keyboard.type("20-30.000");
    await seen(page);
    const typing = await told();
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.querySelector("[aria-invalid]"));
    const left = await told();
    const described = await number(page).evaluate((one) => one.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));
    await page.locator("#opsummering a").first().click();
    const focused = await page.evaluate(() => document.activeElement.value);
    await page.getByRole("button", { name: "Skriv »20.000-30.000«" }).first().click();
    await seen(page);
    const mended = { value: await number(page).inputValue(), ...(await told()) };
    await page.locator("#se-efter").click();
    await page.waitForFunction(() => document.activeElement.id === "opsummering-titel");
    await page.getByText("Det skal være sådan").first().click();
    await page.getByLabel("Hvorfor? Grunden").first().fill("Der var byfest.");
    await page.getByRole("button", { name: "Acceptér advarslen" }).first().click();
    await seen(page);
    const accepted = { text: (await text(page)).split("\n").filter((line) => line.includes("accepter ")), ...(await told()) };
    await context.close();
    return { typing, left, described, focused, mended, accepted, faults };
  },

  async changes() {
    const { page, context, faults } = await opened("nyt");
    const before = await text(page);
    await unfold(page);
    await page.getByRole("button", { name: "Fjern Cykling uden Alder" }).click();
    await seen(page);
    const without = !(await text(page)).includes("id: cykling-uden-alder");
    const focused = await page.evaluate(() => document.activeElement.textContent);
    await page.locator("#besked button").click();
    const undone = (await text(page)) === before;
    await page.getByRole("button", { name: "Tilføj indsats" }).click();
    await page.keyboard.type("Blå Økologi & Æbler");
    await page.keyboard.press("Tab");
    await seen(page);
    const added = (await text(page)).match(/- id: (bl.*)\n {4}navn: (.*)/)?.slice(1);
    await page.getByRole("button", { name: "Ja, skriv det ind" }).first().click();
    await seen(page);
    const last = page.locator(".gruppe-indsatser").filter({ hasText: "Blå Økologi & Æbler" });
    await last.getByRole("button", { name: "Tilføj tal" }).click();
    await page.keyboard.type("deltagere");
    await page.keyboard.press("Tab");
    const counts = (await text(page)).match(/Blå Økologi & Æbler'?\n(?: {4}.*\n)*? {4}tal:\n {6}(.*):/)?.[1];
    const held = /\n {2}- id: uddannelse-af-lokale-grupper\n/.test(await text(page));
    while (await page.locator("#fortryd").isEnabled()) await page.locator("#fortryd").click();
    const back = (await text(page)) === before;
    await context.close();
    return { without, focused, undone, added, counts, held, back, faults };
  },

  async crash() {
    const { page, context } = await opened("nyt");
    await page.getByLabel("Postkasse").fill("ny@kommunen.example");
    await page.getByText("Kladde gemt").waitFor();
    await page.close({ runBeforeUnload: false });
    const { page: next, faults } = await opened("nyt", { context });
    const restored = await next.getByLabel("Postkasse").inputValue();
    const told = await words(next, "besked");
    next.on("dialog", (dialog) => dialog.accept());
    await next.getByLabel("Postkasse").fill("hurtig@kommunen.example");
    await next.reload();
    const quick = await next.getByLabel("Postkasse").inputValue();
    await next.getByRole("button", { name: "Begynd forfra" }).click();
    const anew = await next.getByLabel("Postkasse").inputValue();
    await next.locator("#fortryd").click();
    const back = await next.getByLabel("Postkasse").inputValue();
    await saved(next);
    await next.reload();
    const unsaved = await words(next, "gemt");
    await next.locator("#slet-kladde").click();
    const left = await drafts(next);
    await next.getByLabel("Postkasse").fill("tredje@kommunen.example");
    await next.waitForTimeout(700);
    const kept = await drafts(next);
    await context.close();
    return { restored, told, quick, anew, back, unsaved, left, kept, faults };
  },

  // Writes a draft in one making of the form, and opens the next, which was made of another file.
  async earlierDraft() {
    const { page, context } = await opened("nyt");
    await page.getByLabel("Postkasse").fill("ny@kommunen.example");
    await page.getByText("Kladde gemt").waitFor();
    await page.close({ runBeforeUnload: false });
    const { page: next, faults } = await opened("nyere", { context });
    const before = await next.getByLabel("Postkasse").inputValue();
    const told = await words(next, "tidligere");
    await next.getByRole("button", { name: "Hent den frem" }).click();
    await seen(next);
    const fetched = await next.getByLabel("Postkasse").inputValue();
    const offered = await next.locator("#tidligere").isVisible();
    await next.locator("#slet-kladde").click();
    const left = await drafts(next);
    await context.close();
    return { before, told, fetched, offered, left, faults };
  },

  // Opens a file whose parts all stand in another shape than their own.
  async oddParts() {
    const { page, context, faults } = await opened("skaeve");
    const found = {};
    for (const part of ["kontakt", "status", "indsatser", "historier", "andet"]) {
      const place = page.locator(`#del-${part}`);
      found[part] = { shown: await place.locator("textarea[readonly]").first().inputValue(), wrong: await place.locator(".et-fund").count() };
    }
    await page.locator("#se-efter").click();
    await page.waitForFunction(() => document.activeElement.id === "opsummering-titel");
    found.told = await page.locator("#del-status .et-fund").allInnerTexts();
    await context.close();
    return { found, faults };
  },

  // Answers with the arrow keys a field that was not in the file, so that it is drawn anew.
  async arrows() {
    const { page, context, faults } = await opened("nyt");
    await unfold(page);
    await page.locator("input[type=radio][value=ja]").first().focus();
    await page.keyboard.press("ArrowDown");
    await seen(page);
    const at = await page.evaluate(() => [document.activeElement.value, document.activeElement.checked]);
    await context.close();
    return { at, faults };
  },

  // Prints the form, in which every indsats is folded, and says how much of the first can be seen then.
  async printed() {
    const { page, context, faults } = await opened("nyt");
    const name = page.locator(".gruppe-indsatser .felt-tekst input").first();
    const folded = await name.isVisible();
    await page.emulateMedia({ media: "print" });
    const found = { folded, name: await name.isVisible(), save: await page.locator("#gem").isVisible() };
    await context.close();
    return { found, faults };
  },

  async cpr() {
    const { page, context, faults } = await opened("nyt");
    let downloads = 0;
    page.on("download", () => { downloads += 1; });
    await page.getByLabel("Postkasse").fill(`kontakt ${CPR}`);
    await page.locator("#kladde", { hasText: "CPR" }).waitFor();
    await page.locator("#gem").click();
    await page.locator("#besked", { hasText: "CPR" }).waitFor();
    const told = await words(page, "besked");
    const stored = (await drafts(page)).includes("5000");
    await context.close();
    const early = await opened("nyt", { state: "henter" });
    early.page.on("download", () => { downloads += 1; });
    await early.page.getByLabel("Postkasse").fill(`kontakt ${CPR}`);
    await early.page.locator("#gem").click();
    const waits = await words(early.page, "besked");
    await early.page.waitForTimeout(700);
    const storedEarly = (await drafts(early.page)).includes("5000");
    await early.page.getByLabel("Postkasse").fill("kontakt@kommunen.example");
    const without = (await saved(early.page)).includes("kontakt@kommunen.example");
    await early.context.close();
    return { told, stored, waits, storedEarly, downloads: downloads - 1, without, faults };
  },

  async badInput() {
    const { page, context, faults } = await opened("nyt");
    const before = await text(page);
    const told = {};
    const files = {
      "andet år": ["suf.yaml", "forvaltning: SUF\når: 2014\n"],
      "anden forvaltning": ["tmf.yaml", "forvaltning: TMF\når: 2015\n"],
      "hele navnet": ["tmf.yaml", "forvaltning: Teknik- og Miljøforvaltningen  # TMF\når: 2015\n"],
      "i anførselstegn": ["tmf.yaml", `"forvaltning": "TMF"\n'år': '2015'\n`],
      "ingens fil": ["rapport.yaml", "titel: Frivillighed\når: 2014\n"],
      "fem MB": ["suf.yaml", `forvaltning: SUF\når: 2015\n# ${"x".repeat(5_000_000)}`],
      Word: ["suf.docx", Buffer.from([0x50, 0x4b, 3, 4, 20, 0])],
      "ikke en statusfil": ["brev.yaml", "Kære alle\n"],
      "rykket ind": ["tmf.yaml", "# Vores fil\n---\n  forvaltning: TMF\n  år: 2015\n"],
      "i klammer": ["tmf.yaml", "{forvaltning: TMF, år: 2015}\n"],
      billede: ["billede.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
      Mac: ["suf.yaml", Buffer.from([0x6b, 0x8c, 0x72, 0x65, 0x0a])],
    };
    for (const [why, [name, content]] of Object.entries(files)) {
      await page.locator("#fil").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
      await page.locator("#besked", { hasText: `»${name}«` }).waitFor();
      told[why] = await words(page, "besked");
      await page.evaluate(() => document.getElementById("besked").replaceChildren());
    }
    const unchanged = (await text(page)) === before;
    await context.close();
    return { told, unchanged, faults };
  },

  // Pastes a list as it comes from Word into a field with a line for each item.
  async pastedList() {
    const { page, context, faults } = await opened("nyt");
    await unfold(page);
    const field = page.getByLabel("Partnere", { exact: true }).first();
    await field.fill("• Ældre Sagen,\n\n–\tRøde Kors;\n- Café - på hjørnet\n");
    await page.keyboard.press("Tab");
    await seen(page);
    const found = { box: await field.inputValue(), text: (await text(page)).match(/partnere: (.*)/)?.[1] };
    await context.close();
    return { ...found, faults };
  },

  // Saves with the keys of other programs, and drops a file on the page.
  async asElsewhere() {
    const { page, context, faults } = await opened("nyt");
    await page.getByLabel("Postkasse").fill("s@kommunen.example");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    const isSaved = readFileSync(await download.path(), "utf8").includes("s@kommunen.example");
    const dropped = (await text(page)).replace("s@kommunen.example", "d@kommunen.example");
    const wasStopped = await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], "suf.yaml"));
      return ["dragover", "drop"].map((kind) => !document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })));
    }, dropped);
    await page.locator("#besked", { hasText: "er åbnet" }).waitFor();
    await seen(page);
    const shown = await page.getByLabel("Postkasse").inputValue();
    await context.close();
    return { isSaved, wasStopped, shown, faults };
  },

  // Opens the same file in encodings that the program reads, and takes each opening back.
  async encodings() {
    const { page, context, faults } = await opened("nyt");
    const before = await text(page);
    const changed = before.replace("Medlem af", "Leder på æ, ø og å af");
    const open = async (where, buffer) => {
      await where.evaluate(() => document.getElementById("besked").replaceChildren());
      await where.locator("#fil").setInputFiles({ name: "suf.yaml", mimeType: "text/yaml", buffer });
      await where.locator("#besked", { hasText: "»suf.yaml«" }).waitFor();
      return { told: await words(where, "besked"), unsaved: await words(where, "gemt") };
    };
    const windows = Buffer.from(changed.replace(/[^\u0000-\u00ff]/g, "-"), "latin1");
    const utf16 = Buffer.from(`\ufeff${changed}`, "utf16le");
    const found = {};
    for (const [name, buffer] of Object.entries({ windows, utf16, utf8: Buffer.from(changed) })) {
      found[name] = await open(page, buffer);
      found[name].isThere = (await text(page)).includes("Leder på æ, ø og å af");
      await page.locator("#besked button").click();
      found[name].back = (await text(page)) === before && (await words(page, "gemt"));
    }
    await context.close();
    const early = await opened("nyt", { state: "henter" });
    found.early = await open(early.page, windows);
    await early.context.close();
    const without = await opened("nyt", { state: "kan ikke" });
    found.without = await open(without.page, windows);
    await without.context.close();
    return { ...found, faults };
  },

  // Adds one of a kind, answers its first field and leaves it.
  async begun() {
    const { page, context, faults } = await opened("nyt");
    await unfold(page);
    const found = {};
    const count = () => page.evaluate(() => formular.fund.length);
    const before = await count();
    for (const [name, answer] of [["Tilføj tal", "plejecentre"], ["Tilføj indsats", "Bænke"], ["Tilføj historie", "Bænke"]]) {
      await page.getByRole("button", { name }).first().click();
      await page.keyboard.type(answer);
      await page.keyboard.press("Tab");
      await seen(page);
      found[name] = { lacks: (await count()) > before, told: await page.locator(".et-fund").allInnerTexts() };
      while (await page.locator("#fortryd").isEnabled()) await page.locator("#fortryd").click();
      await seen(page);
    }
    const indsats = page.locator(".gruppe-indsatser").first();
    await indsats.getByRole("button", { name: "Tilføj tal" }).click();
    await page.keyboard.type("plejecentre");
    await page.keyboard.press("Tab");
    await seen(page);
    await page.keyboard.press("Tab");
    const about = await page.locator(".felt-tal", { hasText: "Der står ikke noget tal" }).locator("label").allInnerTexts();
    await context.close();
    return { found, about, faults };
  },

  async namesOfWhatIsMissing() {
    const { page, context, faults } = await opened("nyt");
    await unfold(page);
    await page.getByRole("button", { name: "Tilføj mangel" }).click();
    const field = page.getByLabel("Hvor", { exact: true }).last();
    const offered = await field.evaluate((one) => Object.fromEntries([...one.list.options].map(({ value, label }) => [value, label])));
    const help = await page.locator(".felt", { has: field }).locator(".hjaelp").innerText();
    await field.fill("cykling uden alder ");
    await page.keyboard.press("Tab");
    await seen(page);
    const named = { value: await field.inputValue(), beside: await page.locator(".felt", { has: field }).locator(".forklaring").innerText() };
    const isWritten = /hvor: cykling-uden-alder\n/.test(await text(page));
    await field.fill("filstatus");
    await page.keyboard.press("Tab");
    const other = await field.inputValue();
    await context.close();
    return { offered, help, named, isWritten, other, faults };
  },

  async brokenFile() {
    const { page, context, faults } = await opened("nyt");
    const broken = (await text(page)).replace("kontakt:\n  funktion", "kontakt:\n\tfunktion");
    await page.locator("#fil").setInputFiles({ name: "suf.yaml", mimeType: "text/plain", buffer: Buffer.from(broken) });
    await page.locator("#tekstfund li").first().waitFor();
    const shown = { form: await page.locator("#skema").isVisible(), rest: await words(page, "rest"), found: await page.locator("#tekstfund li").allInnerTexts() };
    await page.locator("#ret").click();
    await page.locator("#skema").waitFor();
    const repaired = !(await text(page)).includes("\t");
    await page.locator("#vis-filen").click();
    const box = page.locator("#tekst");
    await box.fill((await box.inputValue()).replace("Medlem af", "Leder af"));
    await seen(page);
    await page.locator("#tilbage").click();
    const followed = await page.getByLabel("Funktion").first().inputValue();
    await context.close();
    return { shown, repaired, followed, faults };
  },

  async noStore() {
    const context = await contextOf();
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("forbidden", "SecurityError"); } });
    });
    const forbidden = await opened("nyt", { context });
    await forbidden.page.getByLabel("Postkasse").fill("a@kommunen.example");
    await forbidden.page.locator("#kladde", { hasText: "kan ikke" }).waitFor();
    const told = await words(forbidden.page, "kladde");
    const works = (await saved(forbidden.page)).includes("a@kommunen.example");
    await context.close();
    const full = await opened("nyt");
    await full.page.evaluate(() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    });
    await full.page.getByLabel("Postkasse").fill("a@kommunen.example");
    await full.page.locator("#kladde", { hasText: "kan ikke" }).waitFor();
    const whenFull = await words(full.page, "kladde");
    await full.context.close();
    return { told, works, whenFull, faults: [...forbidden.faults, ...full.faults] };
  },

  async twoTabs() {
    const { page: first, context, faults } = await opened("nyt");
    const { page: second } = await opened("nyt", { context });
    const kladde = (page, hasText) => page.locator("#kladde", { hasText }).waitFor();
    const write = (page, one) => page.getByLabel("Postkasse").fill(`${one}@kommunen.example`);
    const kept = async () => (await drafts(first)).match(/([a-z]+)@kommunen\.example/)?.[1] ?? "";
    await write(first, "f");
    await kladde(first, "Kladde gemt");
    await write(second, "s");
    await kladde(second, "anden fane");
    const found = { told: await words(second, "kladde"), first: await kept() };
    await second.getByRole("button", { name: "Gem kladden herfra i stedet" }).click();
    await kladde(second, "Kladde gemt");
    await kladde(first, "anden fane");
    found.second = await kept();
    await first.locator("#slet-kladde").click();
    await kladde(second, "slettet");
    await write(second, "igen");
    await second.waitForTimeout(700);
    found.deleted = [await words(first, "kladde"), await words(second, "kladde"), await kept()];
    await context.close();
    return { ...found, faults };
  },

  async withoutChecks() {
    const { page, context, faults } = await opened("nyt", { state: "kan ikke" });
    const told = await words(page, "tjek");
    await unfold(page);
    await page.getByRole("button", { name: "Tilføj forslag" }).click();
    await page.keyboard.type("Flere følgevenner");
    await number(page).fill("ca. 80");
    await page.getByLabel("Postkasse").fill("p@kommunen.example");
    writeFileSync(join(folder, "uden-tjek.txt"), await saved(page));
    const savedAs = await words(page, "besked");
    for (const _ of [1, 2]) await page.getByRole("button", { name: "Tilføj bidragyder" }).click();
    const twice = { names: (await text(page)).match(/^bidragydere:/gm).length, shown: await page.locator(".gruppe-bidragydere").count() };
    await page.locator("#se-efter").click();
    const lookedAt = await words(page, "besked");
    const buffer = Buffer.from((await text(page)).replace("ca. 80", "ca. 90"));
    await page.locator("#fil").setInputFiles({ name: "suf.yaml", mimeType: "text/yaml", buffer });
    await page.locator("#tekst").waitFor();
    const asText = await words(page, "hvorfor-tekst");
    await context.close();
    return { told, savedAs, lookedAt, asText, twice, faults };
  },

  async barriers() {
    const dresses = {
      light: { colorScheme: "light" },
      dark: { colorScheme: "dark" },
      narrow: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const found = {};
    for (const [dress, options] of Object.entries(dresses)) {
      const { page, context } = await opened("nyt", options);
      await unfold(page);
      await number(page).fill("20-30.000");
      await page.getByRole("button", { name: "Tilføj forslag" }).click();
      await page.keyboard.press("Tab");
      await page.locator("#se-efter").click();
      await page.waitForFunction(() => document.activeElement.id === "opsummering-titel");
      await page.evaluate(checker);
      const wrong = async () => (await page.evaluate((values) => axe.run({ runOnly: values }), tags)).violations
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
      found[dress] = { form: await wrong(), errors: await page.locator(".et-fund.fejl").count() };
      found[dress].wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.locator("#vis-filen").click();
      found[dress].text = dress === "dark" ? await wrong() : [];
      await context.close();
    }
    return found;
  },
};

const outcome = {};
const chosen = process.env.FORSOEG?.split(",") ?? Object.keys(tries);
for (const name of chosen) {
  const began = performance.now();
  outcome[name] = await tries[name]();
  if (process.env.FORSOEG) console.error(name, Math.round(performance.now() - began));
}
await browser.close();
program.stdin.end();
console.log(JSON.stringify(outcome));
