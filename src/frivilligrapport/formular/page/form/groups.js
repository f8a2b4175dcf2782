// Draws what holds fields: groups, lists, and what was held last year; what is seldom told in one is folded away.

/** What everybody tells of these stands in front, all else is folded away.
 * @type {Record<string, string[]>}
 */
const IN_FRONT = {
  indsatser: ["navn", "tilstand", "tal", "beskrivelse"],
  tal: ["enhed_og_maerke", "antal"],
};

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

/** Draw an indsats folded, as a list of them is long; other groups stand open.
 * @param {ViewNode} node
 * @param {number} level
 */
function drawGroup(node, level) {
  const isFolded = node.felt === "indsatser";
  const foundBox = element("div", { class: "fund", id: nextId("fund") });
  const title = heading(level, { tabindex: "-1", id: nextId("titel") });
  const state = element("span", { class: "tilstand" });
  const remove = button("Fjern", () => commands.remove(binding), { kind: "lille fjern" });
  const add = node.tilføj ? button(`Skriv ${lowFirst(node.titel || node.navn)}`, () => commands.add(binding)) : null;
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
  const add = button(`Tilføj ${node.ét}`, () => commands.add(binding), { kind: "tilfoej" });
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
  const yes = button("Ja, skriv det ind", () => commands.holdAgain(binding), { about: `: ${node.navn}`, kind: "lille" });
  const asked = element("p", {}, element("strong", {}, node.navn), " blev holdt sidste år. Blev det holdt igen?");
  const root = element("div", { class: "afholdt" }, asked, foundBox, yes);
  const update = (/** @type {ViewNode} */ now) => { binding.node = now; };
  const binding = groupBinding({ node, name: node.navn, root, focus: yes, foundBox, update });
  return binding;
}
