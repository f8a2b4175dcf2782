// Writes answers into the file's text. All is pure: a state {tekst, visning} and an answer give a new state, and what is
// not answered stays character for character.

const EVERY_LINE_END = /\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]/g;
// What YAML cannot hold, or nobody can see: controls, halves of characters, byte order marks within a text.
const UNWRITABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BEGINS_PLAIN = /^[\p{L}\p{N}(§»«½¼¾]/u;
const MEANS_MORE = /:(?:\s|$)|\s#|[\t\n]/;
const MEANS_MORE_IN_FLOW = /[,[\]{}:]/;
// Other readers of YAML than the program take these for something else than text.
const READ_AS_OTHER = /^(?:true|false|yes|no|on|off|null|y|n|[\d.,_:+-]+(?:e[+-]?\d+)?)$/i;
const LONGEST_PLAIN = 90;

function lineEndOf(tekst) {
  return /\r\n/.test(tekst) ? "\r\n" : "\n";
}

/** Give what may stand in the file of what was typed: each line end a newline, and nothing that cannot be written. */
function cleaned(value) {
  return value.replace(EVERY_LINE_END, "\n").replace(UNWRITABLE, "");
}

function onOneLine(value) {
  return cleaned(value).replace(/\s*[\t\n]\s*/g, " ").trim();
}

function proseOf(value) {
  return cleaned(value).replace(/^\s+/, "").trimEnd();
}

function isPlain(value, flow) {
  return BEGINS_PLAIN.test(value) && !MEANS_MORE.test(value) && !(flow && MEANS_MORE_IN_FLOW.test(value));
}

/** Quote a value: with single quotes, in which every sign stands for itself. */
function quoted(value) {
  return /[\t\n]/.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}

function scalar(value, slags, flow) {
  if (value === "") return slags === "nøgle" || flow ? "''" : "";
  const isText = slags === "tekst" || slags === "prosa" || slags === "nøgle";
  const plain = isPlain(value, flow || slags === "nøgle" && /[:,[\]{}]/.test(value));
  return plain && !(isText && READ_AS_OTHER.test(value)) ? value : quoted(value);
}

function flowList(items) {
  return `[${items.map(onOneLine).filter(Boolean).map((item) => (isPlain(item, true) ? item : quoted(item))).join(", ")}]`;
}

/** Give a list with a line for each item with other items; only the lines of what has changed are written. */
function patchedList(field, items, tekst) {
  const words = items.map(onOneLine).filter(Boolean).map((item) => (isPlain(item, false) ? item : quoted(item)));
  const old = field.værdi;
  let head = 0;
  while (head < Math.min(old.length, items.length) && old[head] === items[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, items.length) - head && old.at(-1 - tail) === items.at(-1 - tail)) tail += 1;
  const both = Math.min(old.length, items.length) - tail;
  const { punkter } = field;
  const edits = words.slice(head, both).map((word, number) => [punkter[head + number][0], punkter[head + number][1], word]);
  edits.push(...punkter.slice(both, old.length - tail).map(([, , start, slut]) => [...wholeLines(tekst, start, slut), ""]));
  const more = words.slice(both, items.length - tail);
  if (more.length) {
    const [start, slut, lineStart] = punkter[Math.max(both - 1, 0)];
    const dash = tekst.slice(lineStart, start);
    const lines = more.map((word) => (both ? lineEndOf(tekst) + dash + word : dash + word + lineEndOf(tekst)));
    edits.push([both ? slut : lineStart, both ? slut : lineStart, lines.join("")]);
  }
  const patched = edits.sort((one, other) => other[0] - one[0]).reduce((text, [from, to, word]) => text.slice(0, from) + word + text.slice(to), tekst);
  return patched.slice(field.start, patched.length - (tekst.length - patchedUntil(field, items, tekst)));
}

/** Give lines with the line end before them, in place of the one behind. */
function wholeLines(tekst, start, slut) {
  const lineEnd = lineEndOf(tekst);
  return tekst.endsWith(lineEnd, slut) ? [start - lineEnd.length, slut - lineEnd.length] : [start, slut];
}

/** Say how far a list is written over: the last item goes with the remark behind it. */
function patchedUntil({ værdi, punkter, slut }, items, tekst) {
  const goes = items.length < værdi.length && items.at(-1) !== værdi.at(-1);
  return goes ? Math.max(slut, wholeLines(tekst, ...punkter.at(-1).slice(2))[1]) : slut;
}

function block(value, indryk, header, lineEnd) {
  const room = " ".repeat(indryk);
  return [header, ...value.split("\n").map((line) => (line.trim() ? room + line : ""))].join(lineEnd);
}

/** Give a value as it is to stand in the text; `raw` is what stands there now, whose form is kept where it can be. */
function written(value, field, raw, lineEnd, flow) {
  if (Array.isArray(value)) return flowList(value);
  if (field.slags !== "prosa") return scalar(onOneLine(value), field.slags, flow);
  const prose = proseOf(value);
  const inBlock = /^[|>]/.test(raw);
  const needsBlock = prose.includes("\n") || prose.length > LONGEST_PLAIN || !isPlain(prose, false);
  if (flow || prose === "" || !(inBlock || needsBlock)) return scalar(prose, field.slags, flow);
  const header = inBlock ? raw.split(/\r?\n/, 1)[0].replace(/^>/, "|") : "|";
  return block(prose, field.indryk, header, lineEnd);
}

/** Tell whether a place stands within braces or brackets, where signs mean more than elsewhere. */
function isInFlow(tekst, place) {
  const before = tekst.slice(tekst.lastIndexOf("\n", place - 1) + 1, place).replace(/"[^"]*"|'[^']*'/g, "");
  return before.split(/[{[]/).length > before.split(/[}\]]/).length;
}

function sameValue(one, other) {
  return Array.isArray(one) ? Array.isArray(other) && one.join("\n") === other.join("\n") : one === other;
}

/** Give the place of a mark and of the spaces before it, which are nothing without it. */
function markEdit(tekst, [start, slut]) {
  const before = tekst.slice(0, start);
  return editOf(tekst, before.length - before.match(/[ \t]*$/)[0].length, slut, "");
}

// ------------------------------------------------------------------------------------------------ positions

/** Make an edit: what stands from `start` to `slut` becomes `text`. */
function editOf(tekst, start, slut, text) {
  const lineEnd = lineEndOf(tekst);
  // Lines that are put in behind a line stand, to all that is told in whole lines, before the next.
  const putsInLines = start === slut && text.startsWith(lineEnd) && tekst.startsWith(lineEnd, start);
  const cutsLines = text === "" && tekst.endsWith(lineEnd, start) && start > 0;
  return { start, slut, tekst: text, linjer: putsInLines ? lineEnd.length : 0, forrige: cutsLines ? start - lineEnd.length : start };
}

/** Move a position; `stays` settles what becomes of one that is just where something is put in. */
function movedPosition(position, edit, stays) {
  if (position < 0 || position <= edit.start && (stays || edit.start !== edit.slut || position < edit.start)) return position;
  if (position < edit.slut) return edit.start + edit.tekst.length;
  return position + edit.tekst.length - (edit.slut - edit.start);
}

function movedRange(range, typed, around) {
  const edit = { ...typed, start: typed.start + typed.linjer, slut: typed.slut + typed.linjer };
  return range && [movedPosition(range[0], edit, around), movedPosition(range[1], edit, !around), ...range.slice(2)];
}

/** Move the spot where something that is not there can be put in. */
function movedSpot(spot, edit, where) {
  const isCut = edit.start < spot.ved && spot.ved < edit.slut;
  const move = (one) => (isCut ? edit.forrige + edit.tekst.length : movedPosition(one, edit, where === "before"));
  return { ...spot, ved: move(spot.ved), slet_til: move(spot.slet_til) };
}

/** Give a node with all its places moved by an edit; `where` is what it is to the edited node: before, around, after. */
function movedNode(node, edit, where) {
  const around = where === "around";
  const moved = { ...node };
  if ("start" in node) [moved.start, moved.slut] = movedRange([node.start, node.slut], edit, around);
  for (const key of ["fjern", "mærke"]) if (node[key]) moved[key] = movedRange(node[key], edit, around && key === "fjern");
  if (node.mangler) moved.mangler = movedSpot(node.mangler, edit, where);
  if (node.også) moved.også = movedRange(node.også, edit, false);
  if (node.punkter) moved.punkter = node.punkter.map((item) => [...movedRange(item.slice(0, 2), edit, false), ...movedRange(item.slice(2), edit, false)]);
  if (node.tilføj) {
    moved.tilføj = movedSpot(node.tilføj, edit, where);
  }
  return moved;
}

/** Give the view after an edit at `target`; `change` gives what the target itself has become, or null when it is gone. */
function movedView(visning, edit, target, change) {
  let reached = false;
  const holds = (node) => node === target || [...(node.børn ?? []), node.svar_felt].some((child) => child && holds(child));
  const move = (node) => {
    if (node === target) {
      const become = change(movedNode(node, edit, "around"), moveChild);
      reached = true;
      return become;
    }
    return moveChild(node);
  };
  const moveChild = (node) => {
    const moved = movedNode(node, edit, holds(node) ? "around" : reached ? "after" : "before");
    if (node.svar_felt) moved.svar_felt = move(node.svar_felt);
    if (node.børn) moved.børn = node.børn.map(move).filter(Boolean);
    if (edit.langForm && node.børn?.includes(target)) moved.børn = moved.børn.map((one) => inLongForm(one, edit.langForm));
    // What begins a list that now has an answer is known to the next view.
    if (node.svar_felt && node.svar_felt === target && target.mangler) moved.tilføj = null;
    return node.børn?.includes(target) && target.type !== "felt" ? withSafeRemovals(moved) : moved;
  };
  return { ...visning, dele: visning.dele.map(move).filter(Boolean) };
}

/** Give what is not there a place in a group that has just got lines of its own: `frivillige: 15` was one line. */
function inLongForm(node, ved) {
  if (node.tilføj) return { ...node, tilføj: null };
  return node.mangler ? { ...node, mangler: { ...node.mangler, ved, slet_til: ved, efter: "" } } : node;
}

function applied(tekst, edit) {
  return tekst.slice(0, edit.start) + edit.tekst + tekst.slice(edit.slut);
}

// ------------------------------------------------------------------------------------------------ answers

/** Cut the mark that says that a field awaits an answer. */
function withoutMark(state, field) {
  if (!field.mærke) return state;
  const edit = markEdit(state.tekst, field.mærke);
  const visning = movedView(state.visning, edit, field, (moved) => ({ ...moved, mærke: null }));
  return { tekst: applied(state.tekst, edit), visning };
}

/** Take a field that need not be there out of the text again, when its line holds nothing else. */
function withdrawn(state, field) {
  const { tekst } = state;
  const lineStart = tekst.lastIndexOf("\n", field.start - 1) + 1;
  const before = tekst.slice(lineStart, field.start);
  const lineEnd = lineEndOf(tekst);
  const isAlone = /^ *[^\s#"'{[-][^#{[]*:[ ]*$/.test(before) && /^\r?(?:\n|$)/.test(tekst.slice(field.slut));
  if (field.krævet || field.felt === "svar" || !isAlone || lineStart < lineEnd.length) return null;
  const edit = editOf(tekst, lineStart - lineEnd.length, field.slut, "");
  const visning = movedView(state.visning, edit, field, (moved) => ({
    ...moved,
    værdi: Array.isArray(field.værdi) ? [] : "",
    punkter: null,
    start: -1,
    slut: -1,
    mangler: { ved: edit.start, slet_til: edit.start, før: lineEnd + before.trimEnd() + " ", efter: "" },
  }));
  return { tekst: applied(tekst, edit), visning };
}

/** Give the state in which a field has a value. What was there already is left as it stands, but for its mark. */
function answered(state, field, value) {
  const kept = Array.isArray(value) ? value.map(onOneLine).filter(Boolean) : field.slags === "prosa" ? proseOf(value) : onOneLine(value);
  if (sameValue(kept, field.værdi)) return withoutMark(state, field);
  const isEmpty = kept.length === 0;
  if (field.mangler && isEmpty) return state;
  if (isEmpty && !field.mangler && !field.mærke) {
    const without = withdrawn(state, field);
    if (without) return without;
  }
  const { tekst } = state;
  const lineEnd = lineEndOf(tekst);
  const isPatch = Boolean(field.punkter?.length) && kept.length > 0;
  const until = isPatch ? patchedUntil(field, kept, tekst) : field.slut;
  const stands = { ved: field.start, slet_til: until, før: isPatch ? "" : field.før ?? "", efter: "" };
  const { ved, slet_til: slut, før, efter } = field.mangler ?? stands;
  const isMarkWithin = field.mærke && field.mærke[0] >= ved && field.mærke[1] <= slut;
  const mark = field.mærke && markEdit(tekst, field.mærke);
  const raw = isMarkWithin ? tekst.slice(ved, mark.start) + tekst.slice(mark.slut, slut) : tekst.slice(ved, slut);
  const text = isPatch ? patchedList(field, kept, tekst) : written(kept, field, raw, lineEnd, !field.mangler && isInFlow(tekst, ved));
  const start = ved + før.length;
  const isLong = field.mangler && (slut > ved || efter !== "");
  const edit = { ...editOf(tekst, ved, slut, før + text + efter), langForm: isLong ? start + text.length : 0 };
  const visning = movedView(state.visning, edit, field, (moved) => ({
    ...moved,
    værdi: kept,
    start,
    slut: start + text.length,
    mangler: null,
    før: isPatch ? field.før : "",
    punkter: null,
    mærke: field.mærke && !isMarkWithin ? field.mærke.map((one) => movedPosition(one, edit, false)) : null,
  }));
  const next = { tekst: applied(tekst, edit), visning };
  if (!mark || isMarkWithin) return next;
  return withoutMark(next, [...nodesOf(next.visning)].find((node) => node.type === "felt" && node.start === start));
}

/** Give a node and all in it with what is declared of each, which a view tells once for all. */
function unfolded(node, om) {
  const whole = { ...om[node.om], ...node };
  if (node.svar_felt) whole.svar_felt = unfolded(node.svar_felt, om);
  if (node.børn) whole.børn = node.børn.map((child) => unfolded(child, om));
  return whole;
}

function unfoldedView(visning) {
  return visning && { ...visning, dele: visning.dele.map((part) => unfolded(part, visning.om)) };
}

function* nodesOf(node) {
  const parts = node.dele ?? [...(node.svar_felt ? [node.svar_felt] : []), ...(node.børn ?? [])];
  if (!node.dele) yield node;
  for (const part of parts) yield* nodesOf(part);
}

/** Give a snippet's view as it stands when the snippet begins at `ved`. */
function placed(node, ved) {
  const at = (position) => (position < 0 ? position : position + ved);
  const moved = { ...node };
  for (const key of ["start", "slut"]) if (key in node) moved[key] = at(node[key]);
  for (const key of ["fjern", "mærke"]) if (node[key]) moved[key] = [at(node[key][0]), at(node[key][1]), ...node[key].slice(2)];
  for (const key of ["mangler", "tilføj"]) {
    if (node[key]) moved[key] = { ...node[key], ved: at(node[key].ved), slet_til: at(node[key].slet_til) };
  }
  if (node.punkter) moved.punkter = node.punkter.map((item) => item.map(at));
  if (node.svar_felt) moved.svar_felt = placed(node.svar_felt, ved);
  if (node.børn) moved.børn = node.børn.map((child) => placed(child, ved));
  return moved;
}

/** Give what is shown of lines that can be put into the text, its places counted from the first of them. */
function snippetOf({ visning }, addition) {
  return unfolded(visning.skabeloner[addition.visning], visning.om);
}

/** Leave the removal of a list's only item to the next view: what must stand in its place is known there. */
function withSafeRemovals(list) {
  if (list.type !== "liste" || list.børn.filter((child) => child.type === "gruppe").length > 2) return list;
  return { ...list, børn: list.børn.map((child) => (child.type === "gruppe" ? { ...child, fjern: null } : child)) };
}

/** Put one more item into a list, or put a group there that is not in the text. */
function added(state, node) {
  const { ved, slet_til, tekst, forskud } = node.tilføj;
  const snippet = placed(snippetOf(state, node.tilføj), ved + forskud);
  const isLong = ved + tekst.length > snippet.slut;
  const edit = { ...editOf(state.tekst, ved, slet_til, tekst), langForm: isLong ? snippet.slut : 0 };
  const held = node.børn.filter(({ type }) => type === "afholdt");
  const groups = node.børn.filter(({ type }) => type !== "afholdt");
  const become = (moved, moveChild) => {
    if (node.type === "gruppe") return { ...snippet, sti: node.sti, sjælden: node.sjælden, start: ved };
    return withSafeRemovals({ ...moved, svar: null, svar_felt: null, børn: [...groups.map(moveChild), snippet, ...held.map(moveChild)] });
  };
  return { tekst: applied(state.tekst, edit), visning: movedView(state.visning, edit, node, become) };
}

/** Take a group out of the text. */
function removed(state, group) {
  const [start, slut, instead = ""] = group.fjern;
  const edit = editOf(state.tekst, start, slut, instead);
  return { tekst: applied(state.tekst, edit), visning: movedView(state.visning, edit, group, () => null) };
}

/** Put what stood as a remark from last year into the text as an item of this year. */
function heldAgain(state, held) {
  const edit = editOf(state.tekst, held.start, held.slut, held.tekst);
  const shown = placed(snippetOf(state, held), held.start + held.forskud);
  const next = { tekst: applied(state.tekst, edit), visning: movedView(state.visning, edit, held, () => shown) };
  if (!held.også) return next;
  // The word that says that there are none goes when there is one.
  const [start, slut] = held.også;
  const cut = editOf(next.tekst, start, slut, "");
  const list = [...nodesOf(next.visning)].find(({ børn }) => børn?.includes(shown) || børn?.some(({ start: at }) => at === shown.start));
  return { tekst: applied(next.tekst, cut), visning: movedView(next.visning, cut, list, (moved, moveChild) => ({
    ...moved, svar: null, svar_felt: null, tilføj: null, børn: list.børn.map(moveChild).map((one) => ({ ...one, også: null })),
  })) };
}

/** Write a reason to accept a finding, as a remark above the line that it is about. */
function accepted(state, place, kode, grund) {
  const { tekst } = state;
  const lineStart = tekst.lastIndexOf("\n", place - 1) + 1;
  const room = tekst.slice(lineStart).match(/^\ufeff?[ ]*/)[0].replace("\ufeff", "");
  const remark = `${room}# frivilligrapport: accepter ${kode} fordi ${onOneLine(grund)}${lineEndOf(tekst)}`;
  const edit = editOf(tekst, lineStart, lineStart, remark);
  return { tekst: applied(tekst, edit), visning: state.visning && movedView(state.visning, edit, null, null) };
}

/** Write what a finding offers instead. The value is as it was until the next view, which follows at once. */
function replaced(state, { start, slut, tekst }) {
  const edit = editOf(state.tekst, start, slut, tekst);
  const field = [...nodesOf(state.visning)].find((node) => node.type === "felt" && node.start >= 0 && node.start <= start && slut <= node.slut);
  return { tekst: applied(state.tekst, edit), visning: movedView(state.visning, edit, field ?? null, (moved) => moved) };
}

/** Carry what was typed in a text box over to the text, whose line ends and byte order mark the box does not hold. */
function typedOver(tekst, shownBefore, shownNow) {
  let head = 0;
  const shortest = Math.min(shownBefore.length, shownNow.length);
  while (head < shortest && shownBefore[head] === shownNow[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && shownBefore.at(-1 - tail) === shownNow.at(-1 - tail)) tail += 1;
  const lineEnd = lineEndOf(tekst);
  return (
    tekst.slice(0, rawOffset(tekst, head)) +
    shownNow.slice(head, shownNow.length - tail).replaceAll("\n", lineEnd) +
    tekst.slice(rawOffset(tekst, shownBefore.length - tail))
  );
}

/** Give the text as a text box shows it: no byte order mark, and newlines alone. */
function shown(tekst) {
  return tekst.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

function rawOffset(tekst, offset) {
  let raw = tekst.startsWith("\ufeff") ? 1 : 0;
  for (let seen = 0; seen < offset; seen += 1) raw += tekst[raw] === "\r" && tekst[raw + 1] === "\n" ? 2 : 1;
  return raw;
}

/** Make an id of a name, which is none of those that are taken. */
function idOf(navn, taken) {
  const letters = { æ: "ae", ø: "oe", å: "aa", ß: "ss" };
  const plain = onOneLine(navn).toLowerCase().replace(/[æøåß]/g, (one) => letters[one]).normalize("NFD");
  const stem = plain.replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");
  if (!stem) return "";
  let number = 1;
  while (taken.includes(number === 1 ? stem : `${stem}-${number}`)) number += 1;
  return number === 1 ? stem : `${stem}-${number}`;
}
