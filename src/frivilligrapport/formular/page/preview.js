// Draws what the report will say, from plain values: each text is set as text, and nothing of it is ever read as HTML.

const RUN_MARKS = { fed: "strong", kursiv: "em", kode: "code" };

function drawRun(run) {
  if (run.ny_linje) return element("br");
  const tags = Object.entries(RUN_MARKS).filter(([mark]) => run[mark]);
  const words = run.sprog ? element("span", { lang: run.sprog }, run.tekst) : document.createTextNode(run.tekst);
  return tags.reduce((inner, [, tag]) => element(tag, {}, inner), words);
}

function drawRuns(runs) {
  return (runs ?? []).map(drawRun);
}

function drawTable({ rækker }) {
  const row = (cells, tag) => element("tr", {}, ...cells.map((runs) => element(tag, tag === "th" ? { scope: "col" } : {}, ...drawRuns(runs))));
  const [head, ...rest] = rækker;
  return element("table", {}, element("thead", {}, row(head, "th")), element("tbody", {}, ...rest.map((cells) => row(cells, "td"))));
}

function drawBlock(block) {
  if (block.art === "streg") return element("hr");
  if (block.art === "tabel") return drawTable(block);
  if (block.art === "overskrift") return element("p", { class: "mellemrubrik" }, ...drawRuns(block.ord));
  const sign = block.art === "punkt" ? `${block.nummer ? `${block.nummer}.` : "–"} ` : "";
  const kind = [block.art, block.citat ? "citeret" : ""].filter(Boolean).join(" ");
  return element("p", { class: kind }, sign, ...drawRuns(block.ord));
}

function drawBlocks(blocks) {
  return (blocks ?? []).map(drawBlock);
}

function line(text, kind) {
  return text ? element("p", { class: kind }, text) : null;
}

function pairs(rows) {
  return rows.length ? element("dl", {}, ...rows.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)])) : null;
}

function drawSection({ overskrift, tekst, svar, indsatser, også }) {
  return [
    element("h4", {}, overskrift),
    ...drawBlocks(tekst),
    line(svar, "svag"),
    ...indsatser.map((one) => element(
      "div",
      { class: "vist-indsats" },
      element("p", {}, element("strong", {}, one.navn), one.tilstand ? ` (${one.tilstand})` : null),
      line(one.tal.join(" · "), "vist-tal"),
      ...drawBlocks(one.beskrivelse),
      ...drawBlocks(one.effekt),
      line(one.oplysninger, "svag"),
    )),
    også.length ? line(`Nævnt tidligere: ${også.join(", ")}`, "svag") : null,
  ];
}

function drawStory({ titel, tekst, indsats, citat }) {
  return [
    element("h4", {}, titel),
    ...drawBlocks(tekst),
    citat ? element("p", { class: "citeret" }, `»${citat.tekst}« ${citat.funktion}`) : null,
    line(indsats, "svag"),
  ];
}

function drawProposal({ titel, begrundelse, gælder_for: whose }) {
  return [element("p", {}, element("strong", {}, titel)), ...drawBlocks(begrundelse), line([whose].flat().join(", "), "svag")];
}

function drawChapter(chapter) {
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

/** Show the chapter as the report will have it; without a preview what is shown stays. */
function showPreview(place, preview, hasErrors) {
  if (!preview) return;
  const lacking = hasErrors ? "Der er fejl i filen. Det, der ikke kan læses, er ikke med i kapitlet her." : "";
  place.replaceChildren(...[line(preview.besked || lacking, "svag"), line(preview.sammenfatning), ...drawChapter(preview.kapitel)].filter(Boolean));
}

/** Say at each figure what the report will say of it; nothing is known of one with an error in it.
 * @param {Binding[]} bindings
 * @param {Finding[]} fund
 */
function showFates(figures, bindings, fund) {
  for (const { node, fate } of bindings.filter((one) => one.fate)) {
    const isWrong = fund.some(({ alvor, start }) => alvor === "fejl" && node.start <= start && start <= node.slut);
    const figure = isWrong ? null : figures.find(({ start }) => start === node.start);
    setText(fate, figure ? `Rapporten skriver: ${figure.tekst}. ${figure.hvordan}` : "");
    fate.hidden = !figure;
  }
}
