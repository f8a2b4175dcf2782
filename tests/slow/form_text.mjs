// Lets the page's own writer answer fields: reads {files, tasks} on stdin, and prints for each task what the text and the
// places in its view have become.
// Use: node form_text.mjs TEXT_FOLDER < tasks.json
import { readFileSync } from "node:fs";
import { join } from "node:path";

const names = ["answered", "added", "removed", "heldAgain", "withoutMark", "unfoldedView", "nodesOf", "typedOver", "shown", "idOf"];
const page = new Function(`"use strict";\n${["text.js", "view.js", "edits.js"].map((name) => readFileSync(join(process.argv[2], name), "utf8")).join("\n")}\nreturn { ${names.join(", ")} };`)();
const { files, tasks } = JSON.parse(readFileSync(0, "utf8"));
const states = files.map(({ tekst, visning }) => ({ tekst, visning: page.unfoldedView(visning) }));
const places = ({ type, sti, start, slut, mærke, mangler }) => ({ type, sti, start, slut, mærke: mærke ?? null, ved: mangler?.ved ?? null });

const answers = {
  prosa: ["Kort", "To\n\nafsnit: med # tegn\n- punkt", "uoplyst", `${"Lang ".repeat(30)}slut.`, ""],
  liste: [["a", "b, c"], ["én"], []],
  henvisninger: [["a", "b"], []],
  valg: ["uoplyst", "ingen"],
};
const others = ["Ny tekst", "a: b", "ca. 80", "# nej", "Bål, brød [og] {sang}", "slut:", "uoplyst", ""];

// Does many things one after the other, as where there is no program to give a new view; `frø` says which.
function many(state, { antal, frø }) {
  let seed = frø;
  const any = (from) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return from[(seed >> 8) % from.length];
  };
  const step = (now) => {
    const node = any([...page.nodesOf(now.visning)]);
    if (node.låst || node.slags === "nøgle" || ["id", "forvaltning", "aar"].includes(node.felt)) return now;
    if (node.type === "felt") return page.answered(now, node, any(answers[node.slags] ?? others));
    if (node.type === "afholdt") return page.heldAgain(now, node);
    const ways = [node.tilføj && page.added, node.fjern && page.removed].filter(Boolean);
    return ways.length ? any(ways)(now, node) : now;
  };
  let now = state;
  for (let number = 0; number < antal; number += 1) now = step(now);
  const fields = [...page.nodesOf(now.visning)].filter(({ type, værdi }) => type === "felt" && værdi.length);
  return { tekst: now.tekst, felter: fields.map(({ felt, værdi }) => [felt, værdi]) };
}

const outcomes = tasks.map(({ fil, nr, gør, værdi }) => {
  if (gør === "many") return many(states[fil], værdi);
  if (gør === "idOf" || gør === "typedOver") return { svar: page[gør](...værdi) };
  const node = [...page.nodesOf(states[fil].visning)][nr];
  const next = gør === "answered" ? page.answered(states[fil], node, værdi) : page[gør](states[fil], node);
  return { tekst: next.tekst, steder: [...page.nodesOf(next.visning)].map(places) };
});
console.log(JSON.stringify(outcomes));
