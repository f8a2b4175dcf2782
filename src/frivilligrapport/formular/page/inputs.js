// Draws what takes an answer, for each kind of field. Each gives {control, focus, read, write}: what is put on the page,
// what takes the focus, what has been answered, and how an answer is shown.

const FEW_CHOICES = 4;

/** Give what can be chosen: the words that the field takes, or the names that it may refer to, as people call them. */
function choicesOf(field) {
  if (field.slags === "ja_nej") return [{ værdi: "ja", navn: "ja" }, { værdi: "nej", navn: "nej" }];
  if (field.valg?.length) return field.valg.map((værdi, number) => ({ værdi, navn: værdi, forklaring: field.forklaringer?.[number] ?? "" }));
  if (field.slags !== "henvisninger" && field.slags !== "henvisning") return [];
  return (field.forslag ?? []).map((værdi) => ({ værdi, navn: formular.nameOf(værdi) }));
}

// What these are about may also be something that the file does not hold.
const REFERS_FREELY = ["Mangel.hvor", "IkkeSammeSom.indsats"];

/** Tell whether a field takes only one of its choices. */
function isChoice(field) {
  return ["valg", "ja_nej", "henvisning"].includes(field.slags) && !REFERS_FREELY.includes(field.om) && choicesOf(field).length > 0;
}

/** Draw what takes the answer: gives {control, read, write}, where `control` is or holds what takes the focus. */
function drawInput(field, ids, answer) {
  if (field.låst) return lockedInput(ids);
  if (field.felt === "svar") return readyInput(field);
  if (field.slags === "prosa") return proseInput(ids, answer);
  if (field.slags === "liste" || field.slags === "henvisninger") return listInput(field, ids, answer);
  if (isChoice(field)) return choiceInput(field, ids, answer);
  return lineInput(field, ids, answer);
}

function lineInput(field, ids, answer) {
  const proposals = (field.forslag ?? []).length ? element("datalist", { id: `${ids.input}-forslag` }) : null;
  const names = field.slags === "henvisning" ? choicesOf(field) : [];
  const nameOf = (value) => names.find(({ værdi, navn }) => værdi === value && navn !== value)?.navn ?? "";
  proposals?.append(...field.forslag.map((value) => element("option", { value, label: nameOf(value) || null })));
  const meaning = names.length ? element("span", { class: "forklaring" }) : null;
  const control = element("input", {
    id: ids.input,
    type: "text",
    class: `input-${field.slags}`,
    list: proposals?.id,
    autocomplete: "off",
    spellcheck: String(field.slags === "tekst"),
  });
  const write = (value) => {
    control.value = value;
    if (meaning) meaning.textContent = nameOf(value);
  };
  control.addEventListener("input", () => answer(control.value));
  // Whoever writes what people call it means what the file calls it.
  control.addEventListener("change", () => {
    const plain = (words) => words.trim().toLowerCase();
    const meant = names.find(({ navn }) => plain(navn) === plain(control.value));
    write(meant?.værdi ?? control.value);
    if (meant) answer(meant.værdi);
  });
  // A word such as uoplyst is there to be written over.
  control.addEventListener("focus", () => { if (field.hurtigsvar?.includes(control.value)) control.select(); });
  const placed = proposals ? element("span", { class: "svar" }, control, proposals, meaning) : control;
  return { control: placed, focus: control, read: () => control.value, write };
}

/** Draw nothing but room: a short answer in place of a whole list or group is given with its buttons. */
function readyInput(field) {
  let shown = field.værdi;
  const control = element("span", {});
  return { control, focus: control, isGroup: true, read: () => shown, write: (value) => { shown = value; } };
}

function lockedInput(ids) {
  const control = element("textarea", { id: ids.input, rows: "2", readonly: true });
  return { control, focus: control, read: () => control.value, write: (value) => { control.value = value; } };
}

function proseInput(ids, answer) {
  const control = element("textarea", { id: ids.input, rows: "3", spellcheck: "true" });
  const grow = () => {
    control.style.height = "auto";
    if (control.scrollHeight) control.style.height = `${control.scrollHeight + 3}px`;
  };
  control.addEventListener("input", () => { grow(); answer(control.value); });
  control.addEventListener("focus", () => { grow(); if (control.value === "uoplyst") control.select(); });
  const write = (value) => { control.value = value; requestAnimationFrame(grow); };
  return { control, focus: control, read: () => control.value, write };
}

function choiceInput(field, ids, answer) {
  const isOffered = ({ værdi }) => field.felt !== "filstatus" || værdi !== "godkendt" || field.værdi === "godkendt";
  const choices = choicesOf(field).filter(isOffered);
  return choices.length <= FEW_CHOICES ? radios(choices, ids, answer) : dropdown(choices, ids, answer);
}

function radios(choices, ids, answer) {
  const control = element("div", { class: "valg" });
  const options = choices.map(({ værdi, navn, forklaring }, number) => {
    const id = number ? `${ids.input}-${number}` : ids.input;
    const input = element("input", { type: "radio", name: ids.input, id, value: værdi, onchange: () => answer(værdi) });
    const label = element("label", { for: id }, navn, forklaring && forklaring !== "Ja." && forklaring !== "Nej." ? element("span", { class: "forklaring" }, ` ${forklaring}`) : null);
    control.append(element("span", { class: "valgmulighed" }, input, label));
    return input;
  });
  const read = () => options.find((one) => one.checked)?.value ?? "";
  const write = (value) => options.forEach((one) => { one.checked = one.value === value; });
  return { control, focus: options[0], isGroup: true, read, write };
}

function dropdown(choices, ids, answer) {
  const select = element("select", { id: ids.input }, element("option", { value: "" }, "Vælg"));
  const meaning = element("span", { class: "forklaring" });
  const explain = () => { meaning.textContent = choices.find(({ værdi }) => værdi === select.value)?.forklaring ?? ""; };
  choices.forEach(({ værdi, navn }) => select.append(element("option", { value: værdi }, navn)));
  select.addEventListener("change", () => { explain(); answer(select.value); });
  const write = (value) => {
    // What stands in the file is shown, also when it is none of the choices.
    if (![...select.options].some((one) => one.value === value)) select.append(element("option", { value }, value));
    select.value = value;
    explain();
  };
  return { control: element("div", { class: "svar" }, select, meaning), focus: select, read: () => select.value, write };
}

function listInput(field, ids, answer) {
  return choicesOf(field).length ? checkboxes(field, ids, answer) : lines(ids, answer);
}

function checkboxes(field, ids, answer) {
  const control = element("div", { class: "valg kryds" });
  const options = [];
  const read = () => options.filter((one) => one.checked).map((one) => one.value);
  const add = ({ værdi, navn }) => {
    const id = options.length ? `${ids.input}-${options.length}` : ids.input;
    const input = element("input", { type: "checkbox", id, value: værdi, onchange: () => answer(read()) });
    control.append(element("span", { class: "valgmulighed" }, input, element("label", { for: id }, navn)));
    options.push(input);
  };
  choicesOf(field).forEach(add);
  const write = (values) => {
    const known = options.map((one) => one.value);
    values.filter((one) => !known.includes(one)).forEach((one) => add({ værdi: one, navn: one }));
    options.forEach((one) => { one.checked = values.includes(one.value); });
  };
  return { control, focus: options[0], isGroup: true, read, write };
}

function lines(ids, answer) {
  const control = element("textarea", { id: ids.input, rows: "1", class: "linjer", spellcheck: "true" });
  const read = () => control.value.split("\n").map((one) => one.trim()).filter(Boolean);
  const fit = () => { control.rows = Math.max(1, control.value.split("\n").length); };
  control.addEventListener("input", () => { fit(); answer(read()); });
  return { control, focus: control, read, write: (values) => { control.value = values.join("\n"); fit(); } };
}
