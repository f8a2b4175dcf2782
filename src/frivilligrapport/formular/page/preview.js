// Draws what the report will say, from plain values: each text is set as text, and nothing of it is ever read as HTML.

/**
 * @param {Run} run
 * @returns {Node}
 */
function drawRun({ tekst, ny_linje, sprog, fed, kursiv, kode }) {
  if (ny_linje) return element("br");
  const words = sprog ? element("span", { lang: sprog }, tekst) : document.createTextNode(tekst);
  const strong = fed ? element("strong", {}, words) : words;
  const italic = kursiv ? element("em", {}, strong) : strong;
  return kode ? element("code", {}, italic) : italic;
}

/** @param {Run[]} [runs] */
function drawRuns(runs = []) {
  return runs.map(drawRun);
}

/** @param {Block} block */
function drawTable({ rækker = [] }) {
  const [head = [], ...rest] = rækker;
  const titles = element("tr", {}, ...head.map((runs) => element("th", { scope: "col" }, ...drawRuns(runs))));
  const rows = rest.map((cells) => element("tr", {}, ...cells.map((runs) => element("td", {}, ...drawRuns(runs)))));
  return element("table", {}, element("thead", {}, titles), element("tbody", {}, ...rows));
}

/** @param {Block} block */
function drawBlock(block) {
  if (block.art === "streg") return element("hr");
  if (block.art === "tabel") return drawTable(block);
  if (block.art === "overskrift") return element("p", { class: "mellemrubrik" }, ...drawRuns(block.ord));
  const sign = block.art === "punkt" ? `${block.nummer ? `${block.nummer}.` : "–"} ` : "";
  const kind = [block.art, block.citat ? "citeret" : ""].filter(Boolean).join(" ");
  return element("p", { class: kind }, sign, ...drawRuns(block.ord));
}

/**
 * @param {string} text
 * @param {string} [kind]
 */
function line(text, kind) {
  return text ? element("p", { class: kind }, text) : null;
}

/** @param {[string, string][]} rows */
function pairs(rows) {
  return rows.length ? element("dl", {}, ...rows.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)])) : null;
}

/** @param {Section} section */
function drawSection({ overskrift, tekst, svar, indsatser, også }) {
  return [
    element("h4", {}, overskrift),
    ...tekst.map(drawBlock),
    line(svar, "svag"),
    ...indsatser.map((one) => element(
      "div",
      { class: "vist-indsats" },
      element("p", {}, element("strong", {}, one.navn), one.tilstand ? ` (${one.tilstand})` : null),
      line(one.tal.join(" · "), "vist-tal"),
      ...one.beskrivelse.map(drawBlock),
      ...one.effekt.map(drawBlock),
      line(one.oplysninger, "svag"),
    )),
    også.length ? line(`Nævnt tidligere: ${også.join(", ")}`, "svag") : null,
  ];
}

/** @param {Story} story */
function drawStory({ titel, tekst, indsats, citat }) {
  return [
    element("h4", {}, titel),
    ...tekst.map(drawBlock),
    citat ? element("p", { class: "citeret" }, `»${citat.tekst}« ${citat.funktion}`) : null,
    line(indsats, "svag"),
  ];
}

/** @param {Proposal} proposal */
function drawProposal({ titel, begrundelse, gælder_for: whose }) {
  return [element("p", {}, element("strong", {}, titel)), ...begrundelse.map(drawBlock), line(whose, "svag")];
}

/** @param {Chapter} chapter */
function drawChapter(chapter) {
  /** @type {(title: string, parts: (Node | null)[]) => (Node | null)[]} */
  const titled = (title, parts) => (parts.length ? [element("h4", {}, title), ...parts] : []);
  return [
    line(chapter.overlinje, "overlinje"),
    element("h3", {}, chapter.titel),
    line(chapter.besked, "svag"),
    pairs(chapter.fakta),
    ...chapter.afsnit.flatMap(drawSection),
    ...chapter.historier.flatMap(drawStory),
    ...titled("Forslag til nye initiativer", chapter.forslag.flatMap(drawProposal)),
    ...titled("Det mangler i bidraget", chapter.mangler.length ? [pairs(chapter.mangler)] : []),
  ];
}

/** Show the chapter as the report will have it; without a preview what is shown stays.
 * @param {Preview | null} preview
 * @param {boolean} hasErrors
 */
function showPreview(preview, hasErrors) {
  if (!preview) return;
  const lacking = hasErrors ? "Der er fejl i filen. Det, der ikke kan læses, er ikke med i kapitlet her." : "";
  at("forhaandsvisning").replaceChildren(...[line(preview.besked || lacking, "svag"), line(preview.sammenfatning), ...drawChapter(preview.kapitel)].filter((one) => one !== null));
}

/** Say at each figure what the report will say of it; nothing is known of one with an error in it.
 * @param {Figure[]} figures
 * @param {Binding[]} bindings
 * @param {Finding[]} fund
 */
function showFates(figures, bindings, fund) {
  for (const { node, fate } of bindings) {
    if (!fate) continue;
    const isWrong = fund.some(({ alvor, start }) => alvor === "fejl" && node.start <= start && start <= node.slut);
    const figure = isWrong ? null : figures.find(({ start }) => start === node.start);
    setText(fate, figure ? `Rapporten skriver: ${figure.tekst}. ${figure.hvordan}` : "");
    fate.hidden = !figure;
  }
}
