// Draws the view of the file as a form. Each drawn node is a binding {node, root, update}: when the view comes anew in
// the same shape, only what a binding holds is exchanged, so nobody loses their place.

const NAMING_FIELDS = ["navn", "overskrift", "titel", "enhed_og_maerke", "hvad", "punkt", "fil"];

/** Give what a view looks like, without what is in it: two views of one shape are drawn alike.
 * @param {ViewNode} node
 * @returns {string}
 */
function shapeOf(node) {
  const choices = choicesOf(node).map(({ navn }) => navn).join();
  return `${node.type} ${node.felt} ${node.slags} ${node.sjælden} ${node.låst} ${choices} (${partsIn(node).map(shapeOf).join()})`;
}

/** Give what a group is called: by its own name where it has one.
 * @param {ViewNode} group
 */
function titleOf(group) {
  if (PART_TITLES[group.felt] && group.sti.startsWith("del/")) return PART_TITLES[group.felt];
  const naming = NAMING_FIELDS.find((felt) => childOf(group, felt));
  const name = naming ? valueIn(group, naming).trim() : "";
  if (name || !naming) return name || group.titel || group.navn;
  return group.navn || `${upFirst(group.ét)} uden navn`;
}

/** @type {WeakMap<View, Map<string, string>>} */
const namesIn = new WeakMap();

/** Give what a view calls each indsats, by id; kept with the view, as every reference to one asks.
 * @param {View} visning
 */
function namesOf(visning) {
  const kept = namesIn.get(visning);
  if (kept) return kept;
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const list of visning.dele.filter(({ felt }) => felt === "indsatser")) {
    for (const group of groupsIn(list)) {
      const id = valueIn(group, "id");
      names.set(id, [names.get(id), titleOf(group)].filter(Boolean).join(" og "));
    }
  }
  namesIn.set(visning, names);
  return names;
}

// ------------------------------------------------------------------------------------------------ fields

/** Give a field's help; what can be chosen is seen, and need not be told.
 * @param {ViewNode} field
 * @param {Input} input
 */
function helpOf(field, input) {
  if (field.felt === "filstatus" || field.om === "Tal.antal") return "";
  if (field.låst) return "Det står på en måde, som skemaet ikke kan vise. Ret det i filens tekst.";
  const help = field.hjælp;
  if (input.isGroup || input.focus.tagName === "SELECT") {
    return upFirst(help.replace(/(?<=\.) .*/s, "").replace(/(?:, fx |: )[^.]*(?=\.)/, "").replace(/^Id'(?:erne|et) på /, ""));
  }
  // What is chosen or written by its name needs no word of what the file calls it.
  if (field.slags === "henvisning" && choicesOf(field).length) return help.replace(/id'et på /, "").replace(/, fx [^.]*(?=\.)/, "");
  const isList = field.slags === "liste" || field.slags === "henvisninger";
  return [help, isList ? "Skriv én på hver linje." : ""].filter(Boolean).join(" ");
}

const LISTED = new Intl.ListFormat("da", { type: "conjunction" });

/** Draw last year's answer: a few words beside this year's, a text folded. It is not told where it is this year's too.
 * @param {ViewNode} node
 * @param {string} id
 */
function lastAnswer(node, id) {
  const said = element("p", { id, class: "sidst" });
  const title = element("summary", {});
  const root = node.slags === "prosa" ? element("details", { class: "sidst" }, title, said) : said;
  const tell = (/** @type {ViewNode} */ now) => {
    const words = LISTED.format([now.værdi].flat().map((one) => (refersTo(now) ? formular.nameOf(one) : one)));
    root.hidden = ["", words].includes(now.sidst) || now.felt === "filstatus";
    const year = formular.yearBefore();
    setText(title, `Det skrev I i ${year}`);
    // Lines that were broken to fit a text file are one paragraph here.
    setText(said, root === said ? `Sidste år: ${now.sidst} (${year})` : now.sidst.replace(/(\S)\n(?=[^\s\-*>|#])(?!\d+[.)] )/g, "$1 "));
  };
  return { root, tell };
}

/** @param {ViewNode} node */
function readyWordsOf(node) {
  if (node.låst) return [];
  return node.felt === "svar" ? node.valg : node.hurtigsvar;
}

/** Draw a field: its label, help, answer, ready answers, last year's answer, and room for what is found.
 * @param {ViewNode} node
 * @param {string} title
 * @returns {Binding}
 */
function drawField(node, title) {
  const ids = { input: nextId("felt"), help: nextId("hjaelp"), last: nextId("sidst"), found: nextId("fund") };
  const input = drawInput(node, ids, (value) => formular.answer(binding, value));
  const help = helpOf(node, input);
  const words = readyWordsOf(node).map((word) =>
    button(word, () => formular.chooseReady(binding, word), { about: `: ${title}`, kind: "lille ord" }));
  const name = input.isGroup ? element("legend", {}, node.felt === "svar" ? "Er der intet at skrive?" : node.navn) : element("label", { for: ids.input }, node.navn);
  const mark = element("span", { class: "maerke" });
  const last = lastAnswer(node, ids.last);
  const foundBox = element("div", { class: "fund", id: ids.found });
  const still = button("Ja, det passer stadig", () => formular.confirm(binding), { about: `: ${title}`, kind: "lille" });
  const ready = element("div", { class: "hurtigsvar" }, ...words, still);
  const fate = node.slags === "tal" ? element("p", { class: "skaebne", hidden: true }) : null;
  const root = element(
    input.isGroup ? "fieldset" : "div",
    { class: `felt felt-${node.slags}` },
    name,
    mark,
    help ? element("p", { class: "hjaelp", id: ids.help }, help) : null,
    foundBox,
    element("div", { class: "svar" }, node.felt === "svar" ? null : input.control, ready),
    last.root,
    fate,
  );
  input.control.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && input.control.contains(event.relatedTarget))) formular.leave(binding);
  });
  const describe = () => {
    const parts = [help && ids.help, !last.root.hidden && node.slags !== "prosa" && ids.last, binding.found.length && ids.found].filter(Boolean);
    const described = input.isGroup ? root : input.focus;
    if (parts.length) described.setAttribute("aria-describedby", parts.join(" "));
    else described.removeAttribute("aria-describedby");
  };
  const update = (/** @type {ViewNode} */ now, isTyping = false) => {
    binding.node = now;
    if (!isTyping && !sameValue(input.read(), now.værdi)) input.write(now.værdi);
    const word = Array.isArray(now.værdi) ? "" : now.værdi;
    words.forEach((one, number) => one.setAttribute("aria-pressed", String(word === readyWordsOf(now)[number] && !now.mærke)));
    const isReady = readyWordsOf(now).includes(word);
    const asks = Boolean(now.mærke);
    mark.textContent = asks ? (isReady || word === "" ? "Mangler svar" : "Passer det stadig?") : "";
    mark.hidden = !asks;
    still.hidden = !asks || isReady || word === "";
    last.tell(now);
    root.classList.toggle("mangler-svar", asks);
    root.classList.toggle("uoplyst", isReady);
    describe();
  };
  /** @type {Binding} */
  const binding = {
    node, name: title, root, foundBox, found: [], fate, update, describe, isGroup: false, left: false,
    focus: node.felt === "svar" ? words[0] ?? root : input.focus,
    invalid: input.isGroup ? null : input.focus,
  };
  input.write(node.værdi);
  update(node);
  return binding;
}

// ------------------------------------------------------------------------------------------------ groups and lists

/** Draw what hangs together; gives the bindings of the node and of all in it, in the view's order.
 * @param {ViewNode} node
 * @param {number} level
 * @param {string} [name]
 * @returns {Binding[]}
 */
function drawNode(node, level, name = node.navn) {
  if (node.type === "felt") return [drawField(node, name)];
  if (node.type === "afholdt") return [drawHeld(node)];
  return node.type === "liste" ? drawList(node, level) : drawGroup(node, level);
}

/** Make the binding of what holds other nodes.
 * @param {Pick<Binding, "node" | "name" | "root" | "focus" | "foundBox" | "update">} drawn
 * @returns {Binding}
 */
function groupBinding(drawn) {
  return { ...drawn, found: [], isGroup: true, left: false, fate: null, invalid: null, describe: () => {} };
}

/**
 * @param {ViewNode} node
 * @param {number} level
 * @param {HTMLElement} body
 */
function drawChildren(node, level, body) {
  const usual = element("div", { class: "boern" });
  const rare = element("div", { class: "boern" });
  const bindings = node.svar_felt ? drawInto(usual, node.svar_felt, level, titleOfAny(node)) : [];
  for (const child of node.børn) bindings.push(...drawInto(isRare(child, node) ? rare : usual, child, level));
  const inFront = IN_FRONT[node.felt] ?? [];
  const place = (/** @type {Element} */ one) => {
    const felt = one instanceof HTMLElement ? one.dataset.felt ?? "" : "";
    return (inFront.indexOf(felt) + inFront.length + 1) % (inFront.length + 1);
  };
  if (node.type === "gruppe" && inFront.length) usual.append(...[...usual.children].sort((one, other) => place(one) - place(other)));
  body.append(usual);
  if (rare.children.length) body.append(drawRare(node, rare));
  return bindings;
}

/** What everybody tells of these stands in front, all else is folded away.
 * @type {Record<string, string[]>}
 */
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

/**
 * @param {ViewNode} node
 * @param {HTMLElement} rare
 */
function drawRare(node, rare) {
  const folded = node.børn.filter((child) => isRare(child, node));
  const told = folded.filter(isTold).map((child) => lowFirst(child.navn || child.titel));
  const more = told.length ? element("span", { class: "udfyldt" }, ` ${told.join(", ")}`) : null;
  // The part of what is seldom told has that name itself, and says here what it holds.
  const names = node.felt === "andet" ? folded.map(({ navn, titel }) => navn || titel) : [];
  const name = names.length ? [names.join(", ")] : ["Flere oplysninger", hidden(` om ${titleOfAny(node)}`)];
  return element("details", { class: "flere" }, element("summary", {}, ...name, more), rare);
}

/** @param {ViewNode} node */
function isTold(node) {
  return node.type === "felt" ? node.start >= 0 && node.værdi.length > 0 : node.børn.length > 0;
}

/**
 * @param {HTMLElement} place
 * @param {ViewNode} node
 * @param {number} level
 * @param {string} [name]
 */
function drawInto(place, node, level, name) {
  const bindings = drawNode(node, level, name);
  bindings[0].root.dataset.felt = node.felt;
  place.append(bindings[0].root);
  return bindings;
}

/** @param {ViewNode} node */
function titleOfAny(node) {
  return node.type === "gruppe" ? titleOf(node) : node.navn || node.titel;
}

/** Draw an indsats folded, as a list of them is long; other groups stand open.
 * @param {ViewNode} node
 * @param {number} level
 */
function drawGroup(node, level) {
  const isFolded = node.felt === "indsatser";
  const foundBox = element("div", { class: "fund", id: nextId("fund") });
  const title = heading(level, { tabindex: "-1", id: nextId("titel") });
  const state = element("span", { class: "tilstand" });
  const remove = button("Fjern", () => formular.remove(binding), { kind: "lille fjern" });
  const add = node.tilføj ? button(`Skriv ${lowFirst(node.titel || node.navn)}`, () => formular.add(binding)) : null;
  const body = element("div", { class: "indhold" });
  const bindings = drawChildren(node, Math.min(level + 1, 6), body);
  const help = node.hjælp && !isFolded ? element("p", { class: "hjaelp" }, node.hjælp) : null;
  const content = [help, foundBox, ...(node.svar_felt ? [add, body] : [body, add]), remove];
  const root = isFolded
    ? element("details", { class: `gruppe gruppe-${node.felt}` }, element("summary", {}, title, state), element("div", { class: "foldet" }, ...content))
    : framed("gruppe", node, level, title, ...content);
  const update = (/** @type {ViewNode} */ now) => {
    binding.node = now;
    binding.name = titleOf(now);
    title.textContent = binding.name;
    remove.hidden = !now.fjern || now.felt === "kontakt";
    remove.setAttribute("aria-label", `Fjern ${binding.name}`);
    const waiting = waitingIn(now);
    state.textContent = isFolded ? [valueIn(now, "tilstand"), waiting ? `${waiting} svar mangler` : ""].filter(Boolean).join(" · ") : "";
    state.classList.toggle("venter", waiting > 0);
  };
  const binding = groupBinding({ node, name: titleOf(node), root, focus: title, foundBox, update });
  update(node);
  return [binding, ...bindings];
}

/** Put what belongs to a group or a list together under its title: a part of the page, or a group in one.
 * @param {"gruppe" | "liste"} kind
 * @param {ViewNode} node
 * @param {number} level
 * @param {HTMLElement} title
 * @param {(Node | null)[]} content
 */
function framed(kind, node, level, title, ...content) {
  const attributes = { class: `${kind} ${kind}-${node.felt}`, role: level === 2 ? null : "group", "aria-labelledby": title.id };
  return element(level === 2 ? "section" : "div", attributes, title, ...content);
}

/**
 * @param {ViewNode} node
 * @param {number} level
 */
function drawList(node, level) {
  const name = level === 2 ? PART_TITLES[node.felt] ?? node.navn : node.navn;
  const foundBox = element("div", { class: "fund", id: nextId("fund") });
  const title = heading(level, { tabindex: "-1", id: nextId("titel") }, name);
  const body = element("div", { class: "indhold" });
  const bindings = drawChildren(node, Math.min(level + 1, 6), body);
  const add = button(`Tilføj ${node.ét}`, () => formular.add(binding), { kind: "tilfoej" });
  const help = node.felt === "tal" ? formular.helpOf("Tal.antal") : node.hjælp;
  const root = framed(
    "liste",
    node,
    level,
    title,
    help ? element("p", { class: "hjaelp" }, help) : null,
    foundBox,
    ...(node.svar_felt ? [add, body] : [body, add]),
  );
  const update = (/** @type {ViewNode} */ now) => {
    binding.node = now;
    add.hidden = !now.tilføj;
  };
  const binding = groupBinding({ node, name, root, focus: title, foundBox, update });
  update(node);
  return [binding, ...bindings];
}

/** @param {ViewNode} node */
function drawHeld(node) {
  const foundBox = element("div", { class: "fund" });
  const yes = button("Ja, skriv det ind", () => formular.holdAgain(binding), { about: `: ${node.navn}`, kind: "lille" });
  const asked = element("p", {}, element("strong", {}, node.navn), " blev holdt sidste år. Blev det holdt igen?");
  const root = element("div", { class: "afholdt" }, asked, foundBox, yes);
  const update = (/** @type {ViewNode} */ now) => { binding.node = now; };
  const binding = groupBinding({ node, name: node.navn, root, focus: yes, foundBox, update });
  return binding;
}

// ------------------------------------------------------------------------------------------------ the whole form

const USUAL_PARTS = ["kontakt", "status", "perspektiver", "indsatser", "forslag", "historier", "mangler"];
/** @type {Record<string, string>} */
const PART_TITLES = { status: "Året", filstatus: "Færdig", andet: "Flere oplysninger" };
// Whose file it is and of which year is settled by the form.
const SETTLED = ["forvaltning", "aar"];

/** Give the parts as the form shows them: what is seldom told together, and last whether the file is done.
 * @param {View} visning
 */
function partsOf({ dele }) {
  /** @type {(felt: string, børn: ViewNode[], navn?: string) => ViewNode} */
  const together = (felt, børn, navn = "") => ({ ...NOTHING_TOLD, type: "gruppe", sti: `del/${felt}`, felt, navn, børn });
  const named = (/** @type {string} */ felt) => dele.filter((part) => part.felt === felt);
  // A part that stands in another shape than its own is shown as one value.
  const usual = USUAL_PARTS.flatMap(named).map((part) => (part.type === "felt" ? together(part.felt, [part], part.navn) : part));
  const rest = dele.filter(({ felt }) => ![...USUAL_PARTS, ...SETTLED, "filstatus"].includes(felt));
  const done = named("filstatus");
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
 * @param {Binding | null} typing
 * @returns {Part[]}
 */
function showView(visning, parts, typing) {
  const now = partsOf(visning).map((part, number) => {
    const before = parts[number];
    if (before?.shape !== shapeOf(part)) return redrawn(part, before);
    const nodes = [...nodesOf(part)];
    before.bindings.forEach((binding, index) => binding.update(nodes[index], binding === typing));
    return before;
  });
  parts.slice(now.length).forEach((part) => part.root.remove());
  now.forEach((part) => { if (!part.root.parentNode) at("dele").append(part.root); });
  return now;
}

/**
 * @param {ViewNode} part
 * @param {Part} [before]
 */
function redrawn(part, before) {
  const made = drawPart(part);
  if (!before) return made;
  const same = sameBindings(before.bindings, made.bindings);
  for (const [old, binding] of same) {
    binding.left = old.left;
    if (old.root instanceof HTMLDetailsElement && binding.root instanceof HTMLDetailsElement) binding.root.open ||= old.root.open;
    const [was, is] = [foldedIn(old), foldedIn(binding)];
    if (was?.open && is) is.open = true;
  }
  const active = document.activeElement;
  const focused = active && same.find(([old]) => old.root.contains(active) && (old.node.type === "felt" || old.focus === active));
  const again = focused && twinOf(active, focused[1]);
  const [from, to] = isTextBox(active) ? [active.selectionStart, active.selectionEnd] : [null, null];
  before.root.replaceWith(made.root);
  again?.focus({ preventScroll: true });
  if (isTextBox(again) && from !== null) again.setSelectionRange(from, to);
  return made;
}

/** Give what is seldom told in a node, folded in the form.
 * @param {Binding} binding
 * @returns {HTMLDetailsElement | null}
 */
function foldedIn({ root }) {
  return root.querySelector(":scope > .indhold > .flere, :scope > .foldet > .indhold > .flere");
}

/** Find in a new drawing what had the focus in the old: of several to choose from, the one with the same answer.
 * @param {Element} active
 * @param {Binding} binding
 * @returns {HTMLElement}
 */
function twinOf(active, binding) {
  if (!(active instanceof HTMLInputElement) || active.type === "text") return binding.focus;
  return [...binding.root.querySelectorAll("input")].find(({ type, value }) => type === active.type && value === active.value) ?? binding.focus;
}

/** Pair bindings of the old and the new drawing that are of the same thing, by their key.
 * @param {Binding[]} before
 * @param {Binding[]} now
 */
function sameBindings(before, now) {
  const byKey = new Map(before.filter(({ node }) => node.felt !== "svar").map((one) => [one.node.sti, one]));
  return now.flatMap((one) => {
    const old = byKey.get(one.node.sti);
    return old ? [/** @type {const} */ ([old, one])] : [];
  });
}

/** Draw the page's contents: a link to each part, with how much awaits an answer there.
 * @param {Part[]} parts
 */
function drawContents(parts) {
  const links = parts.map(({ root, bindings: [binding] }) => {
    const waiting = waitingIn(binding.node);
    const link = jump(root.id, binding.name, () => {
      formular.showForm();
      binding.focus.focus();
      root.scrollIntoView();
    });
    return element("li", {}, link, waiting ? element("span", { class: "antal" }, String(waiting), hidden(" svar mangler")) : null);
  });
  at("indhold").replaceChildren(...links);
}
