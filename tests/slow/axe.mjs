// Opens pages in headless Chromium and prints, as JSON, what axe-core finds in each, in each dress.
// Use: node axe.mjs PLAYWRIGHT_FOLDER AXE_FOLDER CHROMIUM PAGE.html ...
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [playwright, axe, executablePath, ...pages] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(playwright, "index.mjs")));
const checker = readFileSync(join(axe, "axe.min.js"), "utf8");
const dresses = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  "narrow and dark": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
};
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const reasons = (node) => node.any.map((check) => check.data?.messageKey).filter(Boolean);
const described = ({ id, nodes }) => nodes.map((node) => `${id} ${reasons(node)}: ${node.target.join(" ")}`);

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const findings = [];
for (const page of pages) {
  for (const [dress, options] of Object.entries(dresses)) {
    const tab = await browser.newPage({ ...options, offline: true });
    const asked = [];
    tab.on("request", (request) => asked.push(request.url()));
    await tab.goto(pathToFileURL(page).href);
    const width = await tab.evaluate(() => document.documentElement.scrollWidth);
    const scripts = await tab.evaluate(() => document.scripts.length);
    await tab.evaluate(checker);
    const { violations, incomplete, passes } = await tab.evaluate((values) => axe.run({ runOnly: values }), tags);
    findings.push({
      page,
      dress,
      scripts,
      passes: passes.length,
      overflow: width - options.viewport.width,
      fetched: asked.filter((url) => !url.startsWith("data:")).slice(1),
      violations: violations.flatMap(described),
      incomplete: incomplete.flatMap(described),
    });
    await tab.close();
  }
}
await browser.close();
console.log(JSON.stringify(findings));
