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

/** Give the line end that the text has; what is written anew ends its lines as the first line does.
 * @param {string} tekst
 */
function lineEndOf(tekst) {
  return tekst.match(/\r\n|[\r\n]/)?.[0] ?? "\n";
}

/** Give the line end that stands before a place; "" where none does. One file may have several kinds.
 * @param {string} tekst
 * @param {number} place
 */
function endBefore(tekst, place) {
  return tekst.slice(Math.max(place - 2, 0), place).match(/(?:\r\n|[\r\n])$/)?.[0] ?? "";
}

/** Give the line end that stands behind a place; "" where none does.
 * @param {string} tekst
 * @param {number} place
 */
function endAt(tekst, place) {
  return tekst.slice(place, place + 2).match(/^(?:\r\n|[\r\n])/)?.[0] ?? "";
}

/**
 * @param {string} tekst
 * @param {number} place
 */
function lineStartOf(tekst, place) {
  return place === 0 ? 0 : Math.max(tekst.lastIndexOf("\n", place - 1), tekst.lastIndexOf("\r", place - 1)) + 1;
}

/**
 * @param {string} tekst
 * @param {number} place
 */
function restOfLine(tekst, place) {
  return tekst.slice(place).split(/[\r\n]/, 1)[0];
}

/** Give what may stand in the file of what was typed: each line end a newline, and nothing that cannot be written.
 * @param {string} value
 */
function cleaned(value) {
  return value.replace(EVERY_LINE_END, "\n").replace(UNWRITABLE, "");
}

/** @param {string} value */
function onOneLine(value) {
  return cleaned(value).replace(/\s*[\t\n]\s*/g, " ").trim();
}

/** @param {string} value */
function proseOf(value) {
  return cleaned(value).replace(/^\s+/, "").trimEnd();
}

/**
 * @param {string} value
 * @param {boolean} flow
 */
function isPlain(value, flow) {
  return BEGINS_PLAIN.test(value) && !MEANS_MORE.test(value) && !(flow && MEANS_MORE_IN_FLOW.test(value));
}

/** Quote a value: with single quotes, in which every sign stands for itself.
 * @param {string} value
 */
function quoted(value) {
  return /[\t\n]/.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}

/**
 * @param {string} value
 * @param {ViewNode["slags"]} slags
 * @param {boolean} flow
 */
function scalar(value, slags, flow) {
  if (value === "") return slags === "nøgle" || flow ? "''" : "";
  const isText = slags === "tekst" || slags === "prosa" || slags === "nøgle";
  const plain = isPlain(value, flow || slags === "nøgle" && /[:,[\]{}]/.test(value));
  return plain && !(isText && READ_AS_OTHER.test(value)) ? value : quoted(value);
}

/** @param {boolean} flow */
const itemIn = (flow) => (/** @type {string} */ item) => (isPlain(item, flow) ? item : quoted(item));

/** @param {string[]} items */
function flowList(items) {
  return `[${items.map(onOneLine).filter(Boolean).map(itemIn(true)).join(", ")}]`;
}

/** Count what two texts, or two lists, have in common at their beginning and then at their end.
 * @param {ArrayLike<string>} one
 * @param {ArrayLike<string>} other
 */
function commonEnds(one, other) {
  const shortest = Math.min(one.length, other.length);
  let head = 0;
  while (head < shortest && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** Give a list with a line for each item with other items; only the lines of what has changed are written.
 * @param {ListedField} field
 * @param {string[]} items
 * @param {string} tekst
 */
function patchedList(field, items, tekst) {
  const words = items.map(onOneLine).filter(Boolean).map(itemIn(false));
  const { værdi: old, punkter } = field;
  const { head, tail } = commonEnds(old, items);
  const both = Math.min(old.length, items.length) - tail;
  /** @type {Cut[]} */
  const edits = words.slice(head, both).map((word, number) => [punkter[head + number][0], punkter[head + number][1], word]);
  for (const [, , first, last] of punkter.slice(both, old.length - tail)) edits.push([...wholeLines(tekst, first, last), ""]);
  const more = words.slice(both, items.length - tail);
  if (more.length) {
    const [start, slut, first] = punkter[Math.max(both - 1, 0)];
    const dash = tekst.slice(first, start);
    const lines = more.map((word) => (both ? lineEndOf(tekst) + dash + word : dash + word + lineEndOf(tekst)));
    edits.push([both ? slut : first, both ? slut : first, lines.join("")]);
  }
  const patched = edits.sort((one, other) => other[0] - one[0]).reduce((text, [from, to, word]) => text.slice(0, from) + word + text.slice(to), tekst);
  return patched.slice(field.start, patched.length - (tekst.length - patchedUntil(field, items, tekst)));
}

/** Give lines with the line end before them, in place of the one behind.
 * @param {string} tekst
 * @param {number} start
 * @param {number} slut
 * @returns {Span}
 */
function wholeLines(tekst, start, slut) {
  const own = endBefore(tekst, slut).length;
  return own ? [start - endBefore(tekst, start).length, slut - own] : [start, slut];
}

/**
 * @param {string[]} items
 * @param {string[]} before
 */
function losesLast(items, before) {
  return items.length < before.length && items.at(-1) !== before.at(-1);
}

/** Give how much of what is written over a list stands behind its last item: a remark.
 * @param {ListedField} field
 * @param {string[]} items
 * @param {string} tekst
 */
function behindLast({ værdi, punkter }, items, tekst) {
  if (!losesLast(items, værdi)) return 0;
  const [, , first, last] = punkter[items.length];
  return wholeLines(tekst, first, last)[0] - punkter[items.length - 1][1];
}

/** Say how far a list is written over: the last item goes with the remark behind it.
 * @param {ListedField} field
 * @param {string[]} items
 * @param {string} tekst
 */
function patchedUntil({ værdi, punkter, slut }, items, tekst) {
  const [, , first, last] = punkter[punkter.length - 1];
  return losesLast(items, værdi) ? Math.max(slut, wholeLines(tekst, first, last)[1]) : slut;
}

/**
 * @param {string} value
 * @param {number} indryk
 * @param {string} header
 * @param {string} lineEnd
 */
function block(value, indryk, header, lineEnd) {
  const room = " ".repeat(indryk);
  return [header, ...value.split("\n").map((line) => (line.trim() ? room + line : ""))].join(lineEnd);
}

/** Give a value as it is to stand in the text. `raw` is what stands there now, whose form is kept where it can be; of a
 * text with lines of its own, `remark` stands behind the sign that begins them.
 * @param {Value} value
 * @param {ViewNode} field
 * @param {Surroundings} surroundings
 */
function written(value, field, { raw, remark, lineEnd, flow }) {
  if (Array.isArray(value)) return flowList(value);
  if (field.slags !== "prosa") return scalar(onOneLine(value), field.slags, flow);
  const prose = proseOf(value);
  // The text begins with a letter, and its lines where they are put: no digit need say how far they are moved in.
  const header = raw.match(/^[|>][^\r\n]*/)?.[0].replace(/^[|>]([+-]?)\d?([+-]?)/, "|$1$2") ?? "";
  const isRemarked = header.includes("#");
  const needsBlock = prose.includes("\n") || prose.length > LONGEST_PLAIN || !isPlain(prose, false);
  if (flow || (prose === "" && !isRemarked) || !(header || needsBlock)) return scalar(prose, field.slags, flow);
  return prose === "" ? header : block(prose, field.indryk, `${header || "|"}${remark}`, lineEnd);
}

/** Tell whether a place stands within braces or brackets, where signs mean more than elsewhere.
 * @param {string} tekst
 * @param {number} place
 */
function isInFlow(tekst, place) {
  const before = tekst.slice(lineStartOf(tekst, place), place).replace(/"[^"]*"|'[^']*'/g, "");
  return before.split(/[{[]/).length > before.split(/[}\]]/).length;
}

/** Give a value as one text: a list's words with commas between them.
 * @param {Value} value
 */
function textOf(value) {
  return [value].flat().join(", ");
}

/**
 * @param {Value} one
 * @param {Value} other
 */
function sameValue(one, other) {
  return Array.isArray(one) ? Array.isArray(other) && one.join("\n") === other.join("\n") : one === other;
}

/** Give the place of a mark and of the spaces before it, which are nothing without it.
 * @param {string} tekst
 * @param {Span} mark
 */
function markEdit(tekst, [start, slut]) {
  const before = tekst.slice(0, start).replace(/[ \t]+$/, "");
  return editOf(tekst, before.length, slut, "");
}

/** Carry what was typed in a text box over to the text, whose line ends and byte order mark the box does not hold.
 * @param {string} tekst
 * @param {string} shownBefore
 * @param {string} shownNow
 */
function typedOver(tekst, shownBefore, shownNow) {
  const { head, tail } = commonEnds(shownBefore, shownNow);
  return (
    tekst.slice(0, rawOffset(tekst, head)) +
    shownNow.slice(head, shownNow.length - tail).replaceAll("\n", lineEndOf(tekst)) +
    tekst.slice(rawOffset(tekst, shownBefore.length - tail))
  );
}

/** Give the text as a text box shows it: no byte order mark, and newlines alone.
 * @param {string} tekst
 */
function shown(tekst) {
  return tekst.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/**
 * @param {string} tekst
 * @param {number} offset
 */
function rawOffset(tekst, offset) {
  let raw = tekst.startsWith("\ufeff") ? 1 : 0;
  for (let seen = 0; seen < offset; seen += 1) raw += tekst[raw] === "\r" && tekst[raw + 1] === "\n" ? 2 : 1;
  return raw;
}

/** Give a name that none of the others has, with a number where it has to have one.
 * @param {string} stem
 * @param {string[]} taken
 */
function unused(stem, taken) {
  let name = stem;
  for (let number = 2; taken.includes(name); number += 1) name = `${stem}-${number}`;
  return name;
}

/** Make an id of a name, which is none of those that are taken; "" of one that has nothing to make it of.
 * @param {string} navn
 * @param {string[]} taken
 */
function idOf(navn, taken) {
  /** @type {Record<string, string>} */
  const letters = { æ: "ae", ø: "oe", å: "aa", ß: "ss" };
  const plain = onOneLine(navn).toLowerCase().replace(/[æøåß]/g, (one) => letters[one]).normalize("NFD");
  const stem = plain.replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");
  return stem && unused(stem, taken);
}
