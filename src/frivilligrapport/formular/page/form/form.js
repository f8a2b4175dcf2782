// Draws the view of the file as a form. Each drawn node is a binding {node, root, update}: when the view comes anew in
// the same shape, only what a binding holds is exchanged, so nobody loses their place.

const USUAL_PARTS = ["kontakt", "status", "perspektiver", "indsatser", "forslag", "historier", "mangler"];
// Whose file it is and of which year is settled by the form.
const SETTLED = ["forvaltning", "aar"];

/** Give what a view looks like, without what is in it: two views of one shape are drawn alike.
 * @param {ViewNode} node
 * @returns {string}
 */
function shapeOf(node) {
  const choices = choicesOf(node).map(({ navn }) => navn).join();
  return `${node.type} ${node.felt} ${node.slags} ${node.sjælden} ${node.låst} ${choices} (${partsIn(node).map(shapeOf).join()})`;
}

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
