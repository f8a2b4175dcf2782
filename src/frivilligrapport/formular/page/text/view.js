// The view of a file: its nodes with all that is told of them, and where they stand when the text has been edited. All is
// pure: the places follow the text until the program gives a new view.

/** What stands for all that is not told of a node.
 * @type {ViewNode}
 */
const NOTHING_TOLD = {
  type: "felt", sti: "", om: "", felt: "", navn: "", titel: "", ét: "", hjælp: "", sjælden: false, spørgsmål: "",
  start: -1, slut: -1, børn: [], mærke: null, fjern: null, tilføj: null, svar: null, svar_felt: null,
  slags: "", værdi: "", valg: [], forklaringer: [], forslag: [], hurtigsvar: [], krævet: false, låst: false, bliver: false,
  sidst: "", indryk: 0, før: "", mangler: null, punkter: null, tekst: "", visning: "", forskud: 0, også: null,
};

/** Give a node and all in it with what is declared of each, which a view tells once for all.
 * @param {Told} node
 * @param {View["om"]} om
 * @returns {ViewNode}
 */
function unfolded(node, om) {
  const declared = node.om ? om[node.om] : {};
  const svar_felt = node.svar_felt ? unfolded(node.svar_felt, om) : null;
  return { ...NOTHING_TOLD, ...declared, ...node, svar_felt, børn: (node.børn ?? []).map((child) => unfolded(child, om)) };
}

/** Give what the program tells of a file as the page has it.
 * @param {ToldView} visning
 * @returns {View}
 */
function unfoldedView(visning) {
  return { ...visning, dele: visning.dele.map((part) => unfolded(part, visning.om)) };
}

/** Give what is shown of lines that can be put into the text, its places counted from the first of them.
 * @param {ShownState} state
 * @param {Snippet} snippet
 */
function snippetOf({ visning }, snippet) {
  return unfolded(visning.skabeloner[snippet.visning], visning.om);
}

/** Give what a node consists of, in the view's order.
 * @param {ViewNode} node
 */
function partsIn(node) {
  return node.svar_felt ? [node.svar_felt, ...node.børn] : node.børn;
}

/** Give each node of a view, or of a node and all in it, in the view's order.
 * @param {ViewNode | View} whole
 * @returns {Generator<ViewNode>}
 */
function* nodesOf(whole) {
  if (!("dele" in whole)) yield whole;
  for (const part of "dele" in whole ? whole.dele : partsIn(whole)) yield* nodesOf(part);
}

/** Find the field that begins at a place.
 * @param {View} visning
 * @param {number} place
 */
function fieldAt(visning, place) {
  return [...nodesOf(visning)].find(({ type, start }) => type === "felt" && start === place);
}

/** @param {ViewNode} list */
function groupsIn(list) {
  return list.børn.filter(({ type }) => type === "gruppe");
}

/**
 * @param {ViewNode} group
 * @param {string} felt
 */
function childOf(group, felt) {
  return group.børn.find((child) => child.felt === felt);
}

/** Give the value of a group's field; "" where it has none.
 * @param {ViewNode} group
 * @param {string} felt
 */
function valueIn(group, felt) {
  return textOf(childOf(group, felt)?.værdi ?? "");
}

/** Count the answers that are awaited in a node.
 * @param {ViewNode | View} node
 */
function waitingIn(node) {
  return [...nodesOf(node)].filter(({ type, mærke }) => type === "felt" && mærke).length;
}

// ------------------------------------------------------------------------------------------------ edits

/** Make an edit: what stands from `start` to `slut` becomes `text`.
 * @param {string} tekst
 * @param {number} start
 * @param {number} slut
 * @param {string} text
 * @returns {Edit}
 */
function editOf(tekst, start, slut, text) {
  // Lines that are put in behind a line stand, to all that is told in whole lines, before the next.
  const linjer = start === slut && endAt(text, 0) ? endAt(tekst, start).length : 0;
  const lineEnd = text === "" ? endBefore(tekst, start) : endBefore(text, text.length);
  return { start, slut, tekst: text, linjer, cutTo: start + text.length - lineEnd.length };
}

/**
 * @param {string} tekst
 * @param {Edit} edit
 */
function applied(tekst, edit) {
  return tekst.slice(0, edit.start) + edit.tekst + tekst.slice(edit.slut);
}

/** Move a position; `stays` settles what becomes of one that is just where something is put in.
 * @param {number} position
 * @param {{ start: number, slut: number, tekst: string }} edit
 * @param {boolean} stays
 */
function movedPosition(position, edit, stays) {
  if (position < 0 || position <= edit.start && (stays || edit.start !== edit.slut || position < edit.start)) return position;
  if (position < edit.slut) return edit.start + edit.tekst.length;
  return position + edit.tekst.length - (edit.slut - edit.start);
}

/** Move a range; `where` is what it is to the edited node, which settles what becomes of one that just touches the edit.
 * @param {Span} range
 * @param {Edit} typed
 * @param {Where} where
 * @returns {Span}
 */
function movedRange(range, typed, where) {
  const edit = { ...typed, start: typed.start + typed.linjer, slut: typed.slut + typed.linjer };
  const isEmpty = range[0] === range[1];
  const startStays = where === "around" || (isEmpty && where === "before");
  const endStays = isEmpty ? where === "before" : where !== "around";
  return [movedPosition(range[0], edit, startStays), movedPosition(range[1], edit, endStays)];
}

/** Move the lines to cut; those that end the text begin with the line end before them, and end without one.
 * @param {Cut} cut
 * @param {Edit} edit
 * @param {Where} where
 * @returns {Cut}
 */
function movedCut(cut, edit, where) {
  const [start, slut] = movedRange([cut[0], cut[1]], edit, where);
  const more = edit.tekst.length;
  return [edit.linjer && cut[0] === edit.start ? cut[0] + more : start, edit.linjer && cut[1] === edit.start && where === "around" ? cut[1] + more : slut, cut[2]];
}

/** Move the spot where something that is not there can be put in.
 * @template {Spot} Any
 * @param {Any} spot
 * @param {Edit} edit
 * @param {Where} where
 * @returns {Any}
 */
function movedSpot(spot, edit, where) {
  const isCut = edit.start < spot.ved && spot.ved < edit.slut;
  const move = (/** @type {number} */ one) => (isCut ? edit.cutTo : movedPosition(one, edit, where === "before"));
  return { ...spot, ved: move(spot.ved), slet_til: move(spot.slet_til) };
}

/** Give a node with all its places moved by an edit; `where` is what it is to the edited node: before, around, after.
 * @param {ViewNode} node
 * @param {Edit} edit
 * @param {Where} where
 * @returns {ViewNode}
 */
function movedNode(node, edit, where) {
  const move = (/** @type {number} */ start, /** @type {number} */ slut) => movedRange([start, slut], edit, where);
  const [start, slut] = move(node.start, node.slut);
  // A list may stand elsewhere in the text than in the view's order.
  const isAbove = where === "after" && node.børn.some((child) => child.start >= 0 && child.start < edit.start);
  return {
    ...node,
    start,
    slut,
    fjern: node.fjern && movedCut(node.fjern, edit, where),
    // A mark stands behind what it asks for.
    mærke: node.mærke && movedRange(node.mærke, edit, where === "around" ? "after" : where),
    også: node.også && movedRange(node.også, edit, where),
    punkter: node.punkter && node.punkter.map(([begin, end, first, last]) => [...move(begin, end), ...move(first, last)]),
    mangler: node.mangler && movedSpot(node.mangler, edit, where),
    tilføj: node.tilføj && movedSpot(node.tilføj, edit, isAbove ? "before" : where),
  };
}

/** Give the view after an edit at `target`; `change` gives what the target itself has become, null when it is gone, and
 * `around` what then holds of the node that it is part of.
 * @param {View} visning
 * @param {Edit} edit
 * @param {ViewNode | null} target
 * @param {(moved: ViewNode, moveChild: (node: ViewNode) => ViewNode) => ViewNode | null} [change]
 * @param {(moved: ViewNode, before: ViewNode) => ViewNode} [around]
 * @returns {View}
 */
function movedView(visning, edit, target, change = (node) => node, around = (node) => node) {
  let reached = false;
  /** @type {(node: ViewNode) => boolean} */
  const holds = (node) => node === target || partsIn(node).some(holds);
  /** @type {(node: ViewNode) => ViewNode | null} */
  const move = (node) => {
    if (node !== target) return moveChild(node);
    const become = change(movedNode(node, edit, "around"), moveChild);
    reached = true;
    return become;
  };
  /** @type {(node: ViewNode) => ViewNode} */
  const moveChild = (node) => {
    const moved = movedNode(node, edit, holds(node) ? "around" : reached ? "after" : "before");
    moved.svar_felt = node.svar_felt && move(node.svar_felt);
    moved.børn = node.børn.flatMap((child) => move(child) ?? []);
    return target && partsIn(node).includes(target) ? around(moved, node) : moved;
  };
  return { ...visning, dele: visning.dele.flatMap((part) => move(part) ?? []) };
}

/** Give a snippet's view as it stands when the snippet begins at `ved`.
 * @param {ViewNode} node
 * @param {number} ved
 * @returns {ViewNode}
 */
function placed(node, ved) {
  const at = (/** @type {number} */ position) => (position < 0 ? position : position + ved);
  const { fjern, mærke, mangler, tilføj, punkter, svar_felt } = node;
  return {
    ...node,
    start: at(node.start),
    slut: at(node.slut),
    fjern: fjern && [at(fjern[0]), at(fjern[1]), fjern[2]],
    mærke: mærke && [at(mærke[0]), at(mærke[1])],
    mangler: mangler && { ...mangler, ved: at(mangler.ved), slet_til: at(mangler.slet_til) },
    tilføj: tilføj && { ...tilføj, ved: at(tilføj.ved), slet_til: at(tilføj.slet_til) },
    punkter: punkter && punkter.map(([start, slut, first, last]) => [at(start), at(slut), at(first), at(last)]),
    svar_felt: svar_felt && placed(svar_felt, ved),
    børn: node.børn.map((child) => placed(child, ved)),
  };
}
