// Lets the page's own writer answer fields: reads {files, tasks} on stdin, and prints for each task what the text and the
// places in its view have become.
// Use: node form_text.mjs text.js < tasks.json
import { readFileSync } from "node:fs";

const names = ["answered", "added", "removed", "heldAgain", "withoutMark", "unfoldedView", "nodesOf", "typedOver", "shown", "idOf"];
const page = new Function(`"use strict";\n${readFileSync(process.argv[2], "utf8")}\nreturn { ${names.join(", ")} };`)();
const { files, tasks } = JSON.parse(readFileSync(0, "utf8"));
const states = files.map(({ tekst, visning }) => ({ tekst, visning: page.unfoldedView(visning) }));
const places = ({ type, sti, start, slut, mærke, mangler }) => ({ type, sti, start, slut, mærke: mærke ?? null, ved: mangler?.ved ?? null });

const outcomes = tasks.map(({ fil, nr, gør, værdi }) => {
  if (gør === "idOf" || gør === "typedOver") return { svar: page[gør](...værdi) };
  const node = [...page.nodesOf(states[fil].visning)][nr];
  const next = gør === "answered" ? page.answered(states[fil], node, værdi) : page[gør](states[fil], node);
  return { tekst: next.tekst, steder: [...page.nodesOf(next.visning)].map(places) };
});
console.log(JSON.stringify(outcomes));
