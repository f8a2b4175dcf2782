// Opens `preview` in headless Chromium, saves files of the work folder as an editor would, and prints, as JSON, what the
// window then shows.
// Use: node preview.mjs PLAYWRIGHT_FOLDER AXE_FOLDER CHROMIUM ADDRESS STATUS_FILE TEMPLATE
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [playwright, axe, executablePath, address, file, template] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(playwright, "index.mjs")));
const checker = readFileSync(join(axe, "axe.min.js"), "utf8");
const text = readFileSync(file, "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const dresses = { light: [1280, "light"], dark: [1280, "dark"], narrow: [320, "light"], "narrow and dark": [320, "dark"] };
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP ondt.example 127.0.0.1"],
});
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const said = [];
tab.on("console", (message) => said.push(message.text()));
tab.on("pageerror", (error) => said.push(error.message));
const result = { axe: {}, wide: {} };

const page = () => tab.locator("#rammer iframe:not(.kommer)").contentFrame();
const shown = (words) => page().locator("main", { hasText: words }).waitFor();
const words = (place) => tab.locator(place).innerText();

// An editor writes a new file and puts it in place of the old.
function save(content) {
  writeFileSync(`${file}.ny`, content);
  renameSync(`${file}.ny`, file);
  return performance.now();
}

async function inEachDress(name) {
  for (const [dress, [width, colorScheme]] of Object.entries(dresses)) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.emulateMedia({ colorScheme });
    const { violations } = await tab.evaluate(([run]) => axe.run({ exclude: ["iframe"] }, { runOnly: run }), [tags]);
    result.axe[`${name}, ${dress}`] = violations.flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.target}`));
    result.wide[`${name}, ${dress}`] = await tab.evaluate(() => document.documentElement.scrollWidth) - width;
  }
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.emulateMedia({ colorScheme: "light" });
}

await tab.goto(address);
await shown("21 projekter");
await tab.evaluate(checker);
await inEachDress("in order");
result.documents = await tab.locator("#dokumenter a").allInnerTexts();

// A save: the new figure, where the reader was.
const scroll = () => tab.evaluate(() => document.querySelector("#rammer iframe").contentWindow.scrollY);
await tab.evaluate(() => document.querySelector("#rammer iframe").contentWindow.scrollTo(0, 700));
result.before = await scroll();
const saved = save(text.replace("projekter: 21", "projekter: 34"));
await shown("34 projekter");
result.seconds = (performance.now() - saved) / 1000;
result.after = await scroll();

// A figure: its line.
await page().locator("a[href*='kilde-']", { hasText: "34 projekter" }).first().click();
await tab.locator("#kilde").waitFor();
result.source = [await words("#kilde .sted"), await words("#kilde mark")];

// A broken file: what is wrong, and the last good page.
save(text.replace("projekter: 21", "projekter: [55"));
await tab.locator("#holdt").waitFor();
result.held = await words("#holdt");
result.finding = await words("#fund li:first-child");
result.kept = await page().locator("main").innerText();
await inEachDress("broken");

// What a contributor writes is words, on the page and beside it.
save(text.replace("projekter: 21", "projekter: <img src=x onerror=alert(1)>"));
await tab.locator("#fund", { hasText: "<img" }).waitFor();
result.markup = await tab.locator("#fund img").count();

// Mended.
save(text.replace("projekter: 21", "projekter: 89"));
await shown("89 projekter");
await tab.locator("#holdt").waitFor({ state: "hidden" });
result.mended = await words("#resume");

// A template in a folder that was not there, and a mistake in it.
mkdirSync(dirname(template));
writeFileSync(template, '{% extends "indbygget/_side.html.j2" %}{% block bund %}<p>Trykt hos os.</p>{% endblock %}');
await page().locator(".bund", { hasText: "Trykt hos os." }).waitFor();
writeFileSync(template, '{% extends "indbygget/_side.html.j2" %}\n{% block bund %}{{ titl }}{% endblock %}');
await tab.locator("#standset").waitFor();
result.stopped = await words("#standset");
result.bottom = await page().locator(".bund").innerText();
rmSync(dirname(template), { recursive: true });
await tab.locator("#standset").waitFor({ state: "hidden" });

// The other document, and back.
await tab.locator("#dokumenter a", { hasText: "Faktaark" }).click();
await page().locator(".arkhoved, .arklinjer").first().waitFor();
await page().locator("a[href*='kilde-']").first().click();
await tab.locator("#kilde mark", { hasText: "89" }).waitFor();
await tab.goBack();
await shown("89 projekter");

// A page from elsewhere, whose name leads to this machine.
const foreign = await browser.newPage();
result.foreign = (await foreign.goto(address.replace("127.0.0.1", "ondt.example"))).status();
result.said = said;
await browser.close();
console.log(JSON.stringify(result));
