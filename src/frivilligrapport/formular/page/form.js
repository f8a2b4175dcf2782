// Draws the view of the file as a form. Each drawn node is a binding {node, root, update}: when the view comes anew in
// the same shape, only what a binding holds is exchanged, so nobody loses their place.

const NAMING_FIELDS = ["navn", "overskrift", "titel", "enhed_og_maerke", "hvad", "punkt", "fil"];
let drawn = 0;

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

function setText(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

function hidden(text) {
  return element("span", { class: "usynlig" }, text);
}

function button(text, onclick, { about = "", kind = "" } = {}) {
  return element("button", { type: "button", class: kind || null, onclick }, text, about && hidden(` ${about}`));
}

function nextId(stem) {
  drawn += 1;
  return `${stem}-${drawn}`;
}

/** Give what a view looks like, without what is in it: two views of one shape are drawn alike.
 * @param {ViewNode} node
 */
function shapeOf(node) {
  const parts = [...(node.svar_felt ? [node.svar_felt] : []), ...(node.børn ?? [])].map(shapeOf);
  const choices = node.slags ? choicesOf(node).map(({ navn }) => navn).join() : "";
  return `${node.type} ${node.felt} ${node.slags ?? ""} ${node.sjælden} ${node.låst ?? ""} ${choices} (${parts.join()})`;
}

/** @param {ViewNode} group */
function titleOf(group) {
  if (PART_TITLES[group.felt] && group.sti.startsWith("del/")) return PART_TITLES[group.felt];
  const naming = NAMING_FIELDS.map((felt) => group.børn.find((child) => child.felt === felt)).find(Boolean);
  const value = naming && !Array.isArray(naming.værdi) ? (naming.værdi ?? "").trim() : "";
  return value || (naming ? "Uden navn" : group.titel || group.navn);
}

const namesIn = new WeakMap();

/** Give what a view calls each indsats, by id; kept with the view, as every reference to one asks.
 * @param {View} visning
 */
function namesOf(visning) {
  if (!namesIn.has(visning)) {
    const groups = (visning.dele.find(({ felt }) => felt === "indsatser")?.børn ?? []).filter(({ type }) => type === "gruppe");
    namesIn.set(visning, new Map(groups.map((group) => [group.børn.find(({ felt }) => felt === "id")?.værdi, titleOf(group)])));
  }
  return namesIn.get(visning);
}

// ------------------------------------------------------------------------------------------------ fields

/** Give a field's help; what can be chosen is seen, and need not be told.
 * @param {ViewNode} field
 */
function helpOf(field, input) {
  if (field.felt === "filstatus") return "";
  if (field.låst) return "Det står på en måde, som skemaet ikke kan vise. Ret det i filens tekst.";
  const help = field.hjælp ?? "";
  if (input.isGroup || input.focus.tagName === "SELECT") {
    const about = help.replace(/(?<=\.) .*/s, "").replace(/(?:, fx |: )[^.]*(?=\.)/, "").replace(/^Id'(?:erne|et) på /, "");
    return about.charAt(0).toUpperCase() + about.slice(1);
  }
  // What is chosen or written by its name needs no word of what the file calls it.
  if (field.slags === "henvisning" && choicesOf(field).length) return help.replace(/id'et på /, "").replace(/, fx [^.]*(?=\.)/, "");
  const isList = field.slags === "liste" || field.slags === "henvisninger";
  return [help, isList ? "Skriv én på hver linje." : ""].filter(Boolean).join(" ");
}

/** Draw last year's answer: a few words beside this year's, a text folded. */
function lastAnswer(node, ids) {
  const said = element("p", { id: ids.last, class: "sidst" });
  const title = element("summary", {});
  const root = node.slags === "prosa" ? element("details", { class: "sidst" }, title, said) : said;
  const tell = (words) => {
    const [, text, year] = words.match(/^(.*) \((\d{4})\)$/s) ?? [null, "", ""];
    if (root !== said) setText(title, `Det skrev I i ${year}`);
    // Lines that were broken to fit a text file are one paragraph here.
    setText(said, root === said ? `Sidste år: ${words}` : text.replace(/(\S)\n(?=[^\s\-*>|#])(?!\d+[.)] )/g, "$1 "));
    root.hidden = words === "";
  };
  return { root, tell };
}

function readyWordsOf(node) {
  return node.felt === "svar" ? node.valg : node.hurtigsvar ?? [];
}

function readyAnswers(node, binding) {
  if (node.låst) return [];
  return readyWordsOf(node).map((word) =>
    button(word, () => formular.chooseReady(binding, word), { about: `: ${binding.name}`, kind: "lille ord" }));
}

/** Draw a field: its label, help, answer, ready answers, last year's answer, and room for what is found.
 * @param {ViewNode} node
 * @param {string} title
 */
function drawField(node, title) {
  const ids = { input: nextId("felt"), help: nextId("hjaelp"), last: nextId("sidst"), found: nextId("fund") };
  const binding = { node, name: title, left: false, found: [] };
  const input = drawInput(node, ids, (value) => formular.answer(binding, value));
  const help = node.om === "Tal.antal" ? "" : helpOf(node, input);
  const words = readyAnswers(node, binding);
  const name = input.isGroup ? element("legend", {}, node.felt === "svar" ? "Er der intet at skrive?" : node.navn) : element("label", { for: ids.input }, node.navn);
  const mark = element("span", { class: "maerke" });
  const last = lastAnswer(node, ids);
  const found = element("div", { class: "fund", id: ids.found });
  const ready = element("div", { class: "hurtigsvar" });
  const root = element(
    input.isGroup ? "fieldset" : "div",
    { class: `felt felt-${node.slags}` },
    name,
    mark,
    help ? element("p", { class: "hjaelp", id: ids.help }, help) : null,
    found,
    element("div", { class: "svar" }, input.control, ready),
    last.root,
  );
  const fate = node.slags === "tal" ? element("p", { class: "skaebne", hidden: true }) : null;
  if (fate) root.append(fate);
  const still = button("Ja, det passer stadig", () => formular.confirm(binding), { about: `: ${title}`, kind: "lille" });
  ready.append(...words, still);
  input.control.addEventListener("focusout", (event) => {
    if (!input.control.contains(event.relatedTarget)) formular.leave(binding);
  });
  const describe = () => {
    const parts = [help && ids.help, binding.node.sidst && binding.node.slags !== "prosa" && ids.last, binding.found.length && ids.found].filter(Boolean);
    const described = input.isGroup ? root : input.focus;
    if (parts.length) described.setAttribute("aria-describedby", parts.join(" "));
    else described.removeAttribute("aria-describedby");
  };
  const update = (now, isTyping = false) => {
    binding.node = now;
    if (!isTyping && !sameValue(input.read(), now.værdi)) input.write(now.værdi);
    const word = Array.isArray(now.værdi) ? "" : now.værdi;
    words.forEach((one, number) => one.setAttribute("aria-pressed", String(word === readyWordsOf(now)[number] && !now.mærke)));
    const isReady = readyWordsOf(now).includes(word);
    const asks = Boolean(now.mærke);
    mark.textContent = asks ? (isReady || word === "" ? "Mangler svar" : "Passer det stadig?") : "";
    mark.hidden = !asks;
    still.hidden = !asks || isReady || word === "";
    const isSame = now.felt === "filstatus" || (now.sidst ?? "").startsWith(`${[now.værdi].flat().join(", ")} (`);
    last.tell(isSame ? "" : now.sidst ?? "");
    root.classList.toggle("mangler-svar", asks);
    root.classList.toggle("uoplyst", isReady);
    describe();
  };
  const focus = node.felt === "svar" ? words[0] : input.focus;
  Object.assign(binding, { root, update, focus, foundBox: found, fate, describe, invalid: input.isGroup ? null : input.focus });
  input.write(node.værdi);
  update(node);
  return binding;
}

// ------------------------------------------------------------------------------------------------ groups and lists

/** Draw what hangs together; gives the bindings of the node and of all in it, in the view's order.
 * @param {ViewNode} node
 * @param {number} level
 */
function drawNode(node, level) {
  if (node.type === "afholdt") return [drawHeld(node)];
  return node.type === "liste" ? drawList(node, level) : drawGroup(node, level);
}

function drawChildren(node, level, body) {
  const usual = element("div", { class: "boern" });
  const rare = element("div", { class: "boern" });
  const bindings = [];
  if (node.svar_felt) bindings.push(...drawInto(usual, node.svar_felt, level, titleOfAny(node)));
  for (const child of node.børn) bindings.push(...drawInto(isRare(child, node) ? rare : usual, child, level));
  const inFront = IN_FRONT[node.felt] ?? [];
  const place = ({ dataset }) => (inFront.indexOf(dataset.felt) + inFront.length + 1) % (inFront.length + 1);
  if (node.type === "gruppe" && inFront.length) usual.append(...[...usual.children].sort((one, other) => place(one) - place(other)));
  body.append(usual);
  if (rare.children.length) body.append(drawRare(node, rare));
  return bindings;
}

// What everybody tells of these stands in front, all else is folded away.
const IN_FRONT = {
  indsatser: ["navn", "tilstand", "tal", "beskrivelse"],
  tal: ["enhed_og_maerke", "antal"],
};

/**
 * @param {ViewNode} child
 * @param {ViewNode} node
 */
function isRare(child, node) {
  if (node.felt === "andet") return !isTold(child);
  const inFront = node.type === "gruppe" && IN_FRONT[node.felt];
  return inFront ? !inFront.includes(child.felt) && !child.mærke : child.sjælden;
}

function drawRare(node, rare) {
  const told = node.børn.filter((child) => isRare(child, node) && isTold(child)).map(({ navn, titel }) => lowFirst(navn ?? titel));
  const more = told.length ? element("span", { class: "udfyldt" }, ` ${told.join(", ")}`) : null;
  // The part of what is seldom told has that name itself, and says here what it holds.
  const names = node.felt === "andet" ? node.børn.filter((child) => isRare(child, node)).map(({ navn, titel }) => navn ?? titel) : [];
  const name = names.length ? [names.join(", ")] : ["Flere oplysninger", hidden(` om ${titleOfAny(node)}`)];
  const summary = element("summary", {}, ...name, more);
  return element("details", { class: "flere" }, summary, rare);
}

/** @param {ViewNode} node */
function isTold(node) {
  return node.type === "felt" ? node.start >= 0 && node.værdi.length > 0 : node.børn.length > 0;
}

function drawInto(place, node, level, name = node.navn) {
  const bindings = node.type === "felt" ? [drawField(node, name)] : drawNode(node, level);
  bindings[0].root.dataset.felt = node.felt;
  place.append(bindings[0].root);
  return bindings;
}

function titleOfAny(node) {
  return node.type === "gruppe" ? titleOf(node) : node.navn ?? node.titel;
}

/** Draw an indsats folded, as a list of them is long; other groups stand open.
 * @param {ViewNode} node
 * @param {number} level
 */
function drawGroup(node, level) {
  const binding = { node, found: [], name: titleOf(node), isGroup: true };
  const isFolded = node.felt === "indsatser";
  const found = element("div", { class: "fund", id: nextId("fund") });
  const title = element(`h${level}`, { tabindex: "-1" });
  const state = element("span", { class: "tilstand" });
  const remove = button("Fjern", () => formular.remove(binding), { kind: "lille fjern" });
  const add = node.tilføj ? button(`Skriv ${lowFirst(node.titel ?? node.navn)}`, () => formular.add(binding)) : null;
  const body = element("div", { class: "indhold" });
  const bindings = drawChildren(node, Math.min(level + 1, 6), body);
  const help = node.hjælp && !isFolded ? element("p", { class: "hjaelp" }, node.hjælp) : null;
  const content = [help, found, ...(node.svar_felt ? [add, body] : [body, add]), remove];
  const root = isFolded
    ? element("details", { class: `gruppe gruppe-${node.felt}` }, element("summary", {}, title, state), element("div", { class: "foldet" }, ...content))
    : element(level === 2 ? "section" : "div", { class: `gruppe gruppe-${node.felt}`, role: level === 2 ? null : "group" }, title, ...content);
  if (!isFolded) {
    title.id = nextId("titel");
    root.setAttribute("aria-labelledby", title.id);
  }
  const update = (now) => {
    binding.node = now;
    binding.name = titleOf(now);
    title.textContent = binding.name;
    remove.hidden = !now.fjern || now.felt === "kontakt";
    remove.setAttribute("aria-label", `Fjern ${binding.name}`);
    const waiting = waitingIn(now);
    const tilstand = now.børn.find((child) => child.felt === "tilstand")?.værdi ?? "";
    state.textContent = isFolded ? [tilstand, waiting ? `${waiting} svar mangler` : ""].filter(Boolean).join(" · ") : "";
    state.classList.toggle("venter", waiting > 0);
  };
  Object.assign(binding, { root, update, focus: title, foundBox: found });
  update(node);
  return [binding, ...bindings];
}

/** Count the answers that are awaited in a node.
 * @param {ViewNode | View} node
 */
function waitingIn(node) {
  return [...nodesOf(node)].filter(({ type, mærke }) => type === "felt" && mærke).length;
}

function lowFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * @param {ViewNode} node
 * @param {number} level
 */
function drawList(node, level) {
  const binding = { node, found: [], name: level === 2 ? PART_TITLES[node.felt] ?? node.navn : node.navn, isGroup: true };
  const found = element("div", { class: "fund", id: nextId("fund") });
  const title = element(`h${level}`, { tabindex: "-1", id: nextId("titel") }, binding.name);
  const body = element("div", { class: "indhold" });
  const bindings = drawChildren(node, Math.min(level + 1, 6), body);
  const add = button(addWord(node), () => formular.add(binding), { kind: "tilfoej" });
  const help = node.felt === "tal" ? formular.helpOf("Tal.antal") : node.hjælp;
  const root = element(
    level === 2 ? "section" : "div",
    { class: `liste liste-${node.felt}`, role: level === 2 ? null : "group", "aria-labelledby": title.id },
    title,
    help ? element("p", { class: "hjaelp" }, help) : null,
    found,
    ...(node.svar_felt ? [add, body] : [body, add]),
  );
  const update = (now) => {
    binding.node = now;
    add.hidden = !now.tilføj;
  };
  Object.assign(binding, { root, update, focus: title, foundBox: found });
  update(node);
  return [binding, ...bindings];
}

function addWord(list) {
  return `Tilføj ${list.ét ?? lowFirst(list.navn)}`;
}

/** @param {ViewNode} node */
function drawHeld(node) {
  const binding = { node, found: [], name: node.navn, isGroup: true };
  const found = element("div", { class: "fund" });
  const yes = button("Ja, skriv det ind", () => formular.holdAgain(binding), { about: `: ${node.navn}`, kind: "lille" });
  const root = element(
    "div",
    { class: "afholdt" },
    element("p", {}, element("strong", {}, node.navn), " blev holdt sidste år. Blev det holdt igen?"),
    found,
    yes,
  );
  Object.assign(binding, { root, update: (now) => { binding.node = now; }, focus: yes, foundBox: found });
  return binding;
}

// ------------------------------------------------------------------------------------------------ the whole form

const USUAL_PARTS = ["kontakt", "status", "perspektiver", "indsatser", "forslag", "historier", "mangler"];
const PART_TITLES = { status: "Året", filstatus: "Færdig", andet: "Flere oplysninger" };
// Whose file it is and of which year is settled by the form.
const SETTLED = ["forvaltning", "aar"];

/** Give the parts as the form shows them: what is seldom told together, and last whether the file is done.
 * @param {View} visning
 */
function partsOf({ dele }) {
  const together = (felt, børn, navn) => ({ type: "gruppe", sti: `del/${felt}`, felt, navn, børn, start: -1, slut: -1, fjern: null });
  // A part that stands in another shape than its own is shown as one value.
  const whole = (part) => (part.type === "felt" ? together(part.felt, [part], part.navn) : part);
  const usual = USUAL_PARTS.map((felt) => dele.find((part) => part.felt === felt)).filter(Boolean).map(whole);
  const rest = dele.filter(({ felt }) => ![...USUAL_PARTS, ...SETTLED, "filstatus"].includes(felt));
  const done = dele.filter(({ felt }) => felt === "filstatus");
  return [
    ...usual,
    ...(rest.length ? [together("andet", rest)] : []),
    ...(done.length ? [together("filstatus", done)] : []),
  ];
}

/** Draw a part of the file as a section of the page, with a place of its own to go to.
 * @param {ViewNode} part
 */
function drawPart(part) {
  const bindings = drawNode(part, 2);
  bindings[0].root.id = `del-${part.felt}`;
  bindings[0].root.classList.add("del");
  return { shape: shapeOf(part), bindings, root: bindings[0].root };
}

/** Bring the form in line with a view; what has the same shape is kept, with the focus and what is folded out.
 * @param {View} visning
 * @param {Part[]} parts
 * @param {HTMLElement} place
 * @param {Binding} typing
 */
function showView(visning, parts, place, typing) {
  const now = partsOf(visning).map((part, number) => {
    const before = parts[number];
    if (before?.shape !== shapeOf(part)) return redrawn(part, before);
    const nodes = [...nodesOf(part)];
    before.bindings.forEach((binding, index) => binding.update(nodes[index], binding === typing));
    return before;
  });
  parts.slice(now.length).forEach((part) => part.root.remove());
  now.forEach((part) => { if (part.root.parentNode !== place) place.append(part.root); });
  return now;
}

/**
 * @param {ViewNode} part
 * @param {Part} before
 */
function redrawn(part, before) {
  const made = drawPart(part);
  if (!before) return made;
  const same = sameBindings(before.bindings, made.bindings);
  for (const [old, binding] of same) {
    binding.left = old.left;
    if (old.root instanceof HTMLDetailsElement && binding.root instanceof HTMLDetailsElement) binding.root.open ||= old.root.open;
    const flere = (one) => one.root.querySelector(":scope > .indhold > .flere, :scope > .foldet > .indhold > .flere");
    if (flere(old)?.open && flere(binding)) flere(binding).open = true;
  }
  const focused = same.find(([old]) => old.root.contains(document.activeElement) && (old.node.type === "felt" || old.focus === document.activeElement));
  const caret = focused && [focused[0].focus.selectionStart, focused[0].focus.selectionEnd];
  const again = focused && twinOf(document.activeElement, focused[1]);
  before.root.replaceWith(made.root);
  if (focused) takeFocus(again, caret);
  return made;
}

/** Find in a new drawing what had the focus in the old: of several to choose from, the one with the same answer.
 * @param {Binding} binding
 */
function twinOf(active, binding) {
  const isSame = ({ type, value }) => type === active.type && value === active.value;
  const isChosen = active.type === "radio" || active.type === "checkbox";
  return (isChosen && [...binding.root.querySelectorAll("input")].find(isSame)) || binding.focus;
}

/**
 * @param {any} place
 * @param {number[]} caret
 */
function takeFocus(place, [from, to]) {
  place.focus({ preventScroll: true });
  if (from != null && place.setSelectionRange) place.setSelectionRange(from, to);
}

/** Pair bindings of the old and the new drawing that are of the same thing, by their key.
 * @param {Binding[]} before
 * @param {Binding[]} now
 */
function sameBindings(before, now) {
  const byKey = new Map(before.filter(({ node }) => node.felt !== "svar").map((one) => [one.node.sti, one]));
  return now.map((one) => [byKey.get(one.node.sti), one]).filter(([old]) => old);
}

/** Draw the page's contents: a link to each part, with how much awaits an answer there.
 * @param {HTMLElement} place
 * @param {Part[]} parts
 */
function drawContents(place, parts) {
  const links = parts.map(({ root, bindings }) => {
    const waiting = waitingIn(bindings[0].node);
    const link = element("a", { href: `#${root.id}` }, bindings[0].name);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      formular.showForm();
      bindings[0].focus.focus();
      root.scrollIntoView();
    });
    return element("li", {}, link, waiting ? element("span", { class: "antal" }, String(waiting), hidden(" svar mangler")) : null);
  });
  place.replaceChildren(...links);
}
