// How an answer is written in the file's text, and where that text's lines begin and end.

const EVERY_LINE_END = /\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]/g;
// What YAML cannot hold, or nobody can see: controls, halves of characters, byte order marks within a text.
const UNWRITABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BEGINS_PLAIN = /^[\p{L}\p{N}(§»«½¼¾]/u;
const MEANS_MORE = /:(?:\s|$)|\s#|[\t\n]/;
const MEANS_MORE_IN_FLOW = /[,[\]{}:]/;
// Other readers of YAML than the program take these for something else than text.
const READ_AS_OTHER = /^(?:true|false|yes|no|on|off|null|y|n|[\d.,_:+-]+(?:e[+-]?\d+)?)$/i;
const LONGEST_PLAIN = 90;

/** Give the line end that the text has; what is written anew ends its lines as the first line does. */
function lineEndOf(tekst) {
  return tekst.match(/\r\n|[\r\n]/)?.[0] ?? "\n";
}

/** Give the line end that stands before a place, or behind it; "" where none does. One file may have several kinds. */
function endBefore(tekst, place) {
  return tekst.slice(Math.max(place - 2, 0), place).match(/(?:\r\n|[\r\n])$/)?.[0] ?? "";
}

function endAt(tekst, place) {
  return tekst.slice(place, place + 2).match(/^(?:\r\n|[\r\n])/)?.[0] ?? "";
}

function lineStartOf(tekst, place) {
  return place === 0 ? 0 : Math.max(tekst.lastIndexOf("\n", place - 1), tekst.lastIndexOf("\r", place - 1)) + 1;
}

function restOfLine(tekst, place) {
  return tekst.slice(place).match(/^[^\r\n]*/)[0];
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

/** Give a list with a line for each item with other items; only the lines of what has changed are written.
 * @param {ViewNode} field
 * @param {string[]} items
 * @param {string} tekst
 */
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
  const own = endBefore(tekst, slut).length;
  return own ? [start - endBefore(tekst, start).length, slut - own] : [start, slut];
}

function losesLast(items, before) {
  return items.length < before.length && items.at(-1) !== before.at(-1);
}

/** Give how much of what is written over a list stands behind its last item: a remark.
 * @param {ViewNode} field
 * @param {string[]} items
 * @param {string} tekst
 */
function behindLast({ værdi, punkter }, items, tekst) {
  if (!losesLast(items, værdi)) return 0;
  return wholeLines(tekst, ...punkter[items.length].slice(2))[0] - punkter[items.length - 1][1];
}

/** Say how far a list is written over: the last item goes with the remark behind it.
 * @param {ViewNode} field
 * @param {string[]} items
 * @param {string} tekst
 */
function patchedUntil({ værdi, punkter, slut }, items, tekst) {
  return losesLast(items, værdi) ? Math.max(slut, wholeLines(tekst, ...punkter.at(-1).slice(2))[1]) : slut;
}

function block(value, indryk, header, lineEnd) {
  const room = " ".repeat(indryk);
  return [header, ...value.split("\n").map((line) => (line.trim() ? room + line : ""))].join(lineEnd);
}

/** Give a value as it is to stand in the text. `raw` is what stands there now, whose form is kept where it can be; of a
 * text with lines of its own, `remark` stands behind the sign that begins them. */
function written(value, field, { raw, remark, lineEnd, flow }) {
  if (Array.isArray(value)) return flowList(value);
  if (field.slags !== "prosa") return scalar(onOneLine(value), field.slags, flow);
  const prose = proseOf(value);
  // The text begins with a letter, and its lines where they are put: no digit need say how far they are moved in.
  const header = raw.match(/^[|>][^\r\n]*/)?.[0].replace(/^[|>]([+-]?)\d?([+-]?)/, "|$1$2");
  const isRemarked = header?.includes("#");
  const needsBlock = prose.includes("\n") || prose.length > LONGEST_PLAIN || !isPlain(prose, false);
  if (flow || (prose === "" && !isRemarked) || !(header || needsBlock)) return scalar(prose, field.slags, flow);
  return prose === "" ? header : block(prose, field.indryk, `${header ?? "|"}${remark}`, lineEnd);
}

/** Tell whether a place stands within braces or brackets, where signs mean more than elsewhere. */
function isInFlow(tekst, place) {
  const before = tekst.slice(lineStartOf(tekst, place), place).replace(/"[^"]*"|'[^']*'/g, "");
  return before.split(/[{[]/).length > before.split(/[}\]]/).length;
}

function sameValue(one, other) {
  return Array.isArray(one) ? Array.isArray(other) && one.join("\n") === other.join("\n") : one === other;
}

/** Give the place of a mark and of the spaces before it, which are nothing without it.
 * @param {string} tekst
 * @param {Span} mark
 */
function markEdit(tekst, [start, slut]) {
  const before = tekst.slice(0, start);
  return editOf(tekst, before.length - before.match(/[ \t]*$/)[0].length, slut, "");
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
