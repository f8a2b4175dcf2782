// Draws what takes an answer, for each kind of field. Each gives {control, focus, read, write}: what is put on the page,
// what takes the focus, what has been answered, and how an answer is shown.

const FEW_CHOICES = 4;

/** Give what can be chosen: the words that the field takes, or the names that it may refer to, as people call them.
 * @param {ViewNode} field
 * @returns {Option[]}
 */
function choicesOf(field) {
  const plain = (/** @type {string} */ værdi, number = -1) => ({ værdi, navn: værdi, forklaring: field.forklaringer[number] ?? "" });
  if (field.slags === "ja_nej") return ["ja", "nej"].map((word) => plain(word));
  if (field.valg.length) return field.valg.map(plain);
  return refersTo(field) ? field.forslag.map((værdi) => ({ ...plain(værdi), navn: formular.nameOf(værdi) })) : [];
}

/** Tell whether a field holds the ids of indsatser, or other names that stand elsewhere.
 * @param {ViewNode} field
 */
function refersTo({ slags }) {
  return slags === "henvisninger" || slags === "henvisning";
}

// What these are about may also be something that the file does not hold.
const REFERS_FREELY = ["Mangel.hvor", "IkkeSammeSom.indsats"];

/** Tell whether a field takes only one of its choices.
 * @param {ViewNode} field
 */
function isChoice(field) {
  return ["valg", "ja_nej", "henvisning"].includes(field.slags) && !REFERS_FREELY.includes(field.om) && choicesOf(field).length > 0;
}

/** Draw what takes the answer, and hands it on.
 * @param {ViewNode} field
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 * @returns {Input}
 */
function drawInput(field, ids, answer) {
  if (field.låst) return lockedInput(ids);
  if (field.felt === "svar") return readyInput(field);
  if (field.slags === "prosa") return proseInput(ids, answer);
  if (field.slags === "liste" || field.slags === "henvisninger") return listInput(field, ids, answer);
  if (isChoice(field)) return choiceInput(field, ids, answer);
  return lineInput(field, ids, answer);
}

/**
 * @param {ViewNode} field
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 * @returns {Input}
 */
function lineInput(field, ids, answer) {
  const names = field.slags === "henvisning" ? choicesOf(field) : [];
  const nameOf = (/** @type {string} */ value) => names.find(({ værdi, navn }) => værdi === value && navn !== value)?.navn ?? "";
  const options = field.forslag.map((value) => element("option", { value, label: nameOf(value) || null }));
  const proposals = options.length ? element("datalist", { id: `${ids.input}-forslag` }, ...options) : null;
  const meaning = names.length ? element("span", { class: "forklaring" }) : null;
  const control = element("input", {
    id: ids.input,
    type: "text",
    class: `input-${field.slags}`,
    list: proposals?.id,
    autocomplete: "off",
    spellcheck: String(field.slags === "tekst"),
  });
  const write = (/** @type {Value} */ value) => {
    control.value = textOf(value);
    if (meaning) meaning.textContent = nameOf(control.value);
  };
  control.addEventListener("input", () => answer(control.value));
  // Whoever writes what people call it means what the file calls it.
  control.addEventListener("change", () => {
    const plain = (/** @type {string} */ words) => words.trim().toLowerCase();
    const meant = names.find(({ navn }) => plain(navn) === plain(control.value));
    write(meant?.værdi ?? control.value);
    if (meant) answer(meant.værdi);
  });
  // A word such as uoplyst is there to be written over.
  control.addEventListener("focus", () => { if (field.hurtigsvar.includes(control.value)) control.select(); });
  const placed = proposals ? element("span", { class: "svar" }, control, proposals, meaning) : control;
  return { control: placed, focus: control, isGroup: false, read: () => control.value, write };
}

/** Draw nothing but room: a short answer in place of a whole list or group is given with its buttons.
 * @param {ViewNode} field
 * @returns {Input}
 */
function readyInput(field) {
  let shown = field.værdi;
  const control = element("span", {});
  return { control, focus: control, isGroup: true, read: () => shown, write: (value) => { shown = value; } };
}

/**
 * @param {FieldIds} ids
 * @returns {Input}
 */
function lockedInput(ids) {
  const control = element("textarea", { id: ids.input, rows: "2", readonly: true });
  return { control, focus: control, isGroup: false, read: () => control.value, write: (value) => { control.value = textOf(value); } };
}

/**
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 * @returns {Input}
 */
function proseInput(ids, answer) {
  const control = element("textarea", { id: ids.input, rows: "3", spellcheck: "true" });
  const grow = () => {
    control.style.height = "auto";
    if (control.scrollHeight) control.style.height = `${control.scrollHeight + 3}px`;
  };
  control.addEventListener("input", () => { grow(); answer(control.value); });
  control.addEventListener("focus", () => { grow(); if (control.value === "uoplyst") control.select(); });
  const write = (/** @type {Value} */ value) => { control.value = textOf(value); requestAnimationFrame(grow); };
  return { control, focus: control, isGroup: false, read: () => control.value, write };
}

/**
 * @param {ViewNode} field
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 */
function choiceInput(field, ids, answer) {
  const isOffered = (/** @type {Option} */ { værdi }) => field.felt !== "filstatus" || værdi !== "godkendt" || field.værdi === "godkendt";
  const choices = choicesOf(field).filter(isOffered);
  return choices.length <= FEW_CHOICES ? radios(choices, ids, answer) : dropdown(choices, ids, answer);
}

/** Draw a choice with its label; gives what is chosen with, and both on one line.
 * @param {"radio" | "checkbox"} type
 * @param {{ id: string, name?: string }} ids
 * @param {Option} option
 * @param {() => void} onchange
 */
function choice(type, ids, { værdi, navn, forklaring }, onchange) {
  const input = element("input", { type, ...ids, value: værdi, onchange });
  const meaning = forklaring && forklaring !== "Ja." && forklaring !== "Nej." ? element("span", { class: "forklaring" }, ` ${forklaring}`) : null;
  return { input, line: element("span", { class: "valgmulighed" }, input, element("label", { for: ids.id }, navn, meaning)) };
}

/**
 * @param {Option[]} choices
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 * @returns {Input}
 */
function radios(choices, ids, answer) {
  const drawn = choices.map((one, number) =>
    choice("radio", { name: ids.input, id: number ? `${ids.input}-${number}` : ids.input }, one, () => answer(one.værdi)));
  const options = drawn.map(({ input }) => input);
  const control = element("div", { class: "valg" }, ...drawn.map(({ line }) => line));
  const read = () => options.find((one) => one.checked)?.value ?? "";
  const write = (/** @type {Value} */ value) => options.forEach((one) => { one.checked = one.value === value; });
  return { control, focus: options[0] ?? control, isGroup: true, read, write };
}

/**
 * @param {Option[]} choices
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 * @returns {Input}
 */
function dropdown(choices, ids, answer) {
  const options = choices.map(({ værdi, navn }) => element("option", { value: værdi }, navn));
  const select = element("select", { id: ids.input }, element("option", { value: "" }, "Vælg"), ...options);
  const meaning = element("span", { class: "forklaring" });
  const explain = () => { meaning.textContent = choices.find(({ værdi }) => værdi === select.value)?.forklaring ?? ""; };
  select.addEventListener("change", () => { explain(); answer(select.value); });
  const write = (/** @type {Value} */ typed) => {
    const value = textOf(typed);
    // What stands in the file is shown, also when it is none of the choices.
    if (![...select.options].some((one) => one.value === value)) select.append(element("option", { value }, value));
    select.value = value;
    explain();
  };
  const control = element("div", { class: "svar" }, select, meaning);
  return { control, focus: select, isGroup: false, read: () => select.value, write };
}

/**
 * @param {ViewNode} field
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 */
function listInput(field, ids, answer) {
  const choices = choicesOf(field);
  return choices.length ? checkboxes(choices, ids, answer) : lines(ids, answer);
}

/**
 * @param {Option[]} choices
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 * @returns {Input}
 */
function checkboxes(choices, ids, answer) {
  const control = element("div", { class: "valg kryds" });
  /** @type {HTMLInputElement[]} */
  const options = [];
  const read = () => options.filter((one) => one.checked).map((one) => one.value);
  const add = (/** @type {Option} */ one) => {
    const { input, line } = choice("checkbox", { id: options.length ? `${ids.input}-${options.length}` : ids.input }, one, () => answer(read()));
    control.append(line);
    options.push(input);
  };
  choices.forEach((one) => add(one));
  const write = (/** @type {Value} */ value) => {
    const values = [value].flat();
    const known = options.map((one) => one.value);
    values.filter((one) => !known.includes(one)).forEach((one) => add({ værdi: one, navn: one, forklaring: "" }));
    options.forEach((one) => { one.checked = values.includes(one.value); });
  };
  return { control, focus: options[0] ?? control, isGroup: true, read, write };
}

const BULLET = /^[•▪◦‣·\uf0b7*–-]\s+/;

/** Draw a box with a line for each item. What is pasted as a list has the signs of one, which are no part of the words.
 * @param {FieldIds} ids
 * @param {(value: Value) => void} answer
 * @returns {Input}
 */
function lines(ids, answer) {
  /** @type {string[]} */
  let given = [];
  const control = element("textarea", { id: ids.input, rows: "1", class: "linjer", spellcheck: "true" });
  const plain = (/** @type {string} */ item) => (given.includes(item) ? item : item.replace(BULLET, "").replace(/[,;]$/, ""));
  const read = () => control.value.split("\n").map((one) => plain(one.trim())).filter(Boolean);
  const fit = () => { control.rows = Math.max(1, control.value.split("\n").length); };
  const write = (/** @type {Value} */ value) => {
    given = [value].flat();
    control.value = given.join("\n");
    fit();
  };
  control.addEventListener("input", () => { fit(); answer(read()); });
  control.addEventListener("change", () => write(read()));
  return { control, focus: control, isGroup: false, read, write };
}
