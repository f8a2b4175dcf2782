// Opens pages in headless Chromium and prints, as JSON, what axe-core finds in each, in each dress, and what is wider
// than the window.
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
  printed: { viewport: { width: 794, height: 1123 }, colorScheme: "light" },
};
const widths = [320, 400, 480, 520, 560, 600, 660, 700, 720, 768, 900, 1024, 1040, 1100, 1200, 1280, 1920];
const tableRoles = new Set(["table", "rowgroup", "row", "columnheader", "rowheader", "cell", "caption"]);
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const reasons = (node) => node.any.map((check) => check.data?.messageKey).filter(Boolean);
const described = ({ id, nodes }) => nodes.map((node) => `${id} ${reasons(node)}: ${node.target.join(" ")}`);

// What scrolls by itself and cannot be reached with the keyboard: nothing in it, nor itself, takes the focus.
const scrollers = () => [...document.body.querySelectorAll("*")].filter((one) => {
  const { overflowX, overflowY } = getComputedStyle(one);
  const scrolls = (overflow, inner, outer) => /auto|scroll/.test(overflow) && inner > outer + 1;
  const does = scrolls(overflowX, one.scrollWidth, one.clientWidth) || scrolls(overflowY, one.scrollHeight, one.clientHeight);
  return does && !one.querySelector("a[href]");
}).map((one) => `${one.tagName} ${one.className}`);

// How many parts of tables a screen reader is told of, by their roles, and what the tables are called.
async function tables(tab) {
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const found = { names: [] };
  for (const { ignored, role, name } of nodes) {
    const part = role?.value === "gridcell" ? "cell" : role?.value;
    if (ignored || !tableRoles.has(part)) continue;
    found[part] = (found[part] ?? 0) + 1;
    if (part === "table") found.names.push(name?.value ?? "");
  }
  return found;
}

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const findings = [];
const overflows = [];
for (const page of pages) {
  for (const [dress, options] of Object.entries(dresses)) {
    const tab = await browser.newPage({ ...options, offline: true });
    const asked = [];
    tab.on("request", (request) => asked.push(request.url()));
    await tab.goto(pathToFileURL(page).href);
    if (dress === "printed") await tab.emulateMedia({ media: "print" });
    const stops = await tab.evaluate(() => [...document.querySelectorAll("[tabindex]")].map((one) => one.outerHTML));
    const scrolling = await tab.evaluate(scrollers);
    const heard = await tables(tab);
    const scripts = await tab.evaluate(() => document.scripts.length);
    await tab.evaluate(checker);
    const { violations, incomplete, passes } = await tab.evaluate((values) => axe.run({ runOnly: values }), tags);
    findings.push({
      page,
      dress,
      scripts,
      stops,
      scrolling,
      heard,
      passes: passes.length,
      fetched: asked.filter((url) => !url.startsWith("data:")).slice(1),
      violations: violations.flatMap(described),
      incomplete: incomplete.flatMap(described),
    });
    await tab.close();
  }
  const tab = await browser.newPage({ offline: true });
  await tab.goto(pathToFileURL(page).href);
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 800 });
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) overflows.push(`${page}: ${wide} at ${width}`);
  }
  await tab.close();
}
await browser.close();
console.log(JSON.stringify({ findings, overflows }));
