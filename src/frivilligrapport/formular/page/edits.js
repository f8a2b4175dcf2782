// What an answer makes of a state {tekst, visning}. All is pure: what is not answered stays character for character, and
// the view's places follow the text until the program gives a new view.

// ------------------------------------------------------------------------------------------------ positions

/** Make an edit: what stands from `start` to `slut` becomes `text`.
 * @param {string} tekst
 * @param {number} start
 * @param {number} slut
 * @param {string} text
 */
function editOf(tekst, start, slut, text) {
  // Lines that are put in behind a line stand, to all that is told in whole lines, before the next.
  const linjer = start === slut && endAt(text, 0) ? endAt(tekst, start).length : 0;
  const lineEnd = text === "" ? endBefore(tekst, start) : endBefore(text, text.length);
  return { start, slut, tekst: text, linjer, cutTo: start + text.length - lineEnd.length };
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

/** Move the spot where something that is not there can be put in. */
function movedSpot(spot, edit, where) {
  const isCut = edit.start < spot.ved && spot.ved < edit.slut;
  const move = (one) => (isCut ? edit.cutTo : movedPosition(one, edit, where === "before"));
  return { ...spot, ved: move(spot.ved), slet_til: move(spot.slet_til) };
}

/** Give a node with all its places moved by an edit; `where` is what it is to the edited node: before, around, after.
 * @param {ViewNode} node
 * @param {Edit} edit
 * @param {Where} where
 */
function movedNode(node, edit, where) {
  const moved = { ...node };
  if ("start" in node) [moved.start, moved.slut] = movedRange([node.start, node.slut], edit, where);
  if (node.fjern) moved.fjern = movedCut(node.fjern, edit, where);
  // A mark stands behind what it asks for.
  if (node.mærke) moved.mærke = movedRange(node.mærke, edit, where === "around" ? "after" : where);
  if (node.også) moved.også = movedRange(node.også, edit, where);
  if (node.punkter) moved.punkter = node.punkter.map((item) => [...movedRange(item.slice(0, 2), edit, where), ...movedRange(item.slice(2), edit, where)]);
  if (node.mangler) moved.mangler = movedSpot(node.mangler, edit, where);
  // A list may stand elsewhere in the text than in the view's order.
  const isAbove = where === "after" && node.børn?.some(({ start }) => start >= 0 && start < edit.start);
  if (node.tilføj) moved.tilføj = movedSpot(node.tilføj, edit, isAbove ? "before" : where);
  return moved;
}

/** Give the view after an edit at `target`; `change` gives what the target itself has become, null when it is gone, and
 * `around` what then holds of the node that it is part of.
 * @param {View} visning
 * @param {Edit} edit
 * @param {ViewNode | null} target
 * @param {(moved: ViewNode, moveChild: (node: ViewNode) => ViewNode) => ViewNode | null} change
 * @param {(moved: ViewNode, before: ViewNode) => ViewNode} [around]
 */
function movedView(visning, edit, target, change, around = (node) => node) {
  let reached = false;
  const holds = (node) => node === target || [...(node.børn ?? []), node.svar_felt].some((child) => child && holds(child));
  const move = (node) => {
    if (node !== target) return moveChild(node);
    const become = change(movedNode(node, edit, "around"), moveChild);
    reached = true;
    return become;
  };
  const moveChild = (node) => {
    const moved = movedNode(node, edit, holds(node) ? "around" : reached ? "after" : "before");
    if (node.svar_felt) moved.svar_felt = move(node.svar_felt);
    if (node.børn) moved.børn = node.børn.map(move).filter(Boolean);
    return target && (node.svar_felt === target || node.børn?.includes(target)) ? around(moved, node) : moved;
  };
  return { ...visning, dele: visning.dele.map(move).filter(Boolean) };
}

/**
 * @param {string} tekst
 * @param {Edit} edit
 */
function applied(tekst, edit) {
  return tekst.slice(0, edit.start) + edit.tekst + tekst.slice(edit.slut);
}

// ------------------------------------------------------------------------------------------------ answers

/** Cut the mark that says that a field awaits an answer.
 * @param {State} state
 * @param {ViewNode} field
 */
function withoutMark(state, field) {
  if (!field.mærke) return state;
  const edit = markEdit(state.tekst, field.mærke);
  const visning = movedView(state.visning, edit, field, (moved) => ({ ...moved, mærke: null }));
  return { tekst: applied(state.tekst, edit), visning };
}

/** Take a field that need not be there out of the text again, when its line holds nothing else.
 * @param {State} state
 * @param {ViewNode} field
 */
function withdrawn(state, field) {
  const { tekst } = state;
  const lineStart = lineStartOf(tekst, field.start);
  const before = tekst.slice(lineStart, field.start);
  const lineEnd = endBefore(tekst, lineStart);
  const isAlone = /^ *[^\s#"'{[-][^#{[]*:[ ]*$/.test(before) && restOfLine(tekst, field.slut) === "";
  const isRemarked = /^[|>][^\r\n]*#/.test(tekst.slice(field.start, field.slut));
  if (field.krævet || field.bliver || field.felt === "svar" || !isAlone || isRemarked || !lineEnd) return null;
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

/** Give the state in which a field has a value. What was there already is left as it stands, but for its mark.
 * @param {State} state
 * @param {ViewNode} field
 * @param {string | string[]} value
 */
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
  const isPatch = Boolean(field.punkter?.length) && kept.length > 0;
  const until = isPatch ? patchedUntil(field, kept, tekst) : field.slut;
  const stands = { ved: field.start, slet_til: until, før: isPatch ? "" : field.før ?? "", efter: "" };
  const { ved, slet_til, før, efter } = field.mangler ?? stands;
  const mark = field.mærke && markEdit(tekst, field.mærke);
  const behind = field.mangler ? "" : restOfLine(tekst, slet_til);
  const how = {
    raw: mark && mark.slut <= slet_til ? tekst.slice(ved, mark.start) + tekst.slice(mark.slut, slet_til) : tekst.slice(ved, slet_til),
    remark: (mark && mark.start >= slet_til ? behind.slice(0, mark.start - slet_til) : behind).trimEnd(),
    lineEnd: lineEndOf(tekst),
    flow: !field.mangler && isInFlow(tekst, ved),
  };
  const text = isPatch ? patchedList(field, kept, tekst) : written(kept, field, how);
  // A remark behind a value would be read as part of a text with lines of its own: it has gone to the sign before them.
  const slut = field.slags === "prosa" && endAt(text, restOfLine(text, 0).length) ? slet_til + behind.length : slet_til;
  const isMarkWithin = field.mærke && field.mærke[0] >= ved && field.mærke[1] <= slut;
  const start = ved + før.length;
  const edit = editOf(tekst, ved, slut, før + text + efter);
  const rest = isPatch ? behindLast(field, kept, tekst) : 0;
  const place = { ved, start, slut: start + text.length - rest, efter, edit };
  const visning = movedView(
    state.visning,
    edit,
    field,
    (moved) => ({
      ...moved,
      værdi: kept,
      start,
      slut: place.slut,
      mangler: null,
      før: isPatch ? field.før : "",
      punkter: null,
      mærke: field.mærke && !isMarkWithin ? field.mærke.map((one) => movedPosition(one, edit, false)) : null,
    }),
    (parent, before) => (field.felt === "svar" ? withWord(parent, before, field, place) : besideValue(parent, before, field, place)),
  );
  const next = { tekst: applied(tekst, edit), visning };
  if (!mark || isMarkWithin) return next;
  return withoutMark(next, [...nodesOf(next.visning)].find((node) => node.type === "felt" && node.start === start));
}

/** Let what is put into a list or a group write over the word that has just been written in its place. */
function withWord(parent, before, field, { start, slut, efter }) {
  if (!before.tilføj || efter) return { ...parent, tilføj: null };
  const { ved, tekst, forskud, visning } = before.tilføj;
  const isNew = Boolean(field.mangler);
  const word = [isNew ? start - 1 : ved, slut];
  const tilføj = { ved: word[0], slet_til: isNew ? slut : Math.max(slut, parent.tilføj.slet_til), tekst: isNew ? tekst.slice(forskud) : tekst, visning, forskud: isNew ? 0 : forskud };
  return { ...parent, tilføj, børn: withAlso(parent.børn, word) };
}

/** Let an event that is held again take the place of a word, or of nothing.
 * @param {ViewNode[]} children
 * @param {Span} word
 */
function withAlso(children, word) {
  return children.map((one) => (one.type === "afholdt" ? { ...one, også: word } : one));
}

/** Keep the places in a group whose one value stands on the line of its name, such as `frivillige: 15`. What is put in
 * beside it gives the group lines of its own, and goes above that value; what comes later goes below. */
function besideValue(parent, before, field, { ved, start, slut, efter, edit }) {
  const short = before.børn?.find(({ mangler }) => mangler?.efter)?.mangler;
  if (!short || field.slags === "nøgle") return parent;
  const own = before.børn.indexOf(field);
  const beside = (number) => {
    if (!efter) return { ved: short.ved, slet_til: start, efter: short.efter };
    return number < own ? { ved, slet_til: ved, efter: "" } : { ved: slut, slet_til: slut, efter: "" };
  };
  const end = edit.start + edit.tekst.length;
  const isEmptyValue = (one) => efter && one.type === "felt" && one.start === one.slut && one.start === ved;
  const place = (one, number) => {
    const old = before.børn[number];
    if (old === field) return one;
    if (isEmptyValue(old)) return { ...one, start: end, slut: end, før: "" };
    if (one.mangler) return { ...one, mangler: { ...one.mangler, ...beside(number) } };
    if (!one.tilføj) return one;
    const tekst = efter ? one.tilføj.tekst.slice(0, -efter.length) : one.tilføj.tekst;
    const at = beside(number);
    return { ...one, tilføj: { ...one.tilføj, tekst, ved: at.ved, slet_til: at.slet_til } };
  };
  return { ...parent, børn: parent.børn.map(place) };
}

/** Give a node and all in it with what is declared of each, which a view tells once for all.
 * @param {ViewNode} node
 * @param {View['om']} om
 */
function unfolded(node, om) {
  const whole = { ...om[node.om], ...node };
  if (node.svar_felt) whole.svar_felt = unfolded(node.svar_felt, om);
  if (node.børn) whole.børn = node.børn.map((child) => unfolded(child, om));
  return whole;
}

/** @param {View | null} visning */
function unfoldedView(visning) {
  return visning && { ...visning, dele: visning.dele.map((part) => unfolded(part, visning.om)) };
}

function* nodesOf(node) {
  const parts = node.dele ?? [...(node.svar_felt ? [node.svar_felt] : []), ...(node.børn ?? [])];
  if (!node.dele) yield node;
  for (const part of parts) yield* nodesOf(part);
}

/** Give a snippet's view as it stands when the snippet begins at `ved`.
 * @param {ViewNode} node
 * @param {number} ved
 */
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

/** @param {ViewNode} list */
function groupsIn(list) {
  return (list.børn ?? []).filter(({ type }) => type === "gruppe");
}

/** Leave the removal of a list's only item to the next view: what must stand in its place is known there.
 * @param {ViewNode} child
 */
function asOnlyItem(child) {
  return child.type === "gruppe" ? { ...child, fjern: null } : child;
}

/** Say what to cut so that lines that have just been put in are gone again, where others of their list stay. */
function cutOf(tekst, start, slut, others) {
  return others ? [start, slut + endAt(tekst, slut).length, ""] : null;
}

/** Put one more item into a list, or put a group there that is not in the text.
 * @param {State} state
 * @param {ViewNode} node
 */
function added(state, node) {
  const { ved, slet_til, tekst, forskud, visning: name } = node.tilføj;
  const snippet = placed(snippetOf(state, node.tilføj), ved + forskud);
  const { slut } = snippet;
  const efter = tekst.slice(slut - ved);
  const edit = editOf(state.tekst, ved, slet_til, tekst);
  const next = applied(state.tekst, edit);
  const start = ved + endAt(tekst, 0).length;
  const groups = groupsIn(node);
  const become = (moved, moveChild) => {
    if (node.type === "gruppe") return { ...snippet, sti: node.sti, sjælden: node.sjælden, start, fjern: null };
    const old = node.børn.map(moveChild).map(groups.length === 1 ? asOnlyItem : (child) => child);
    const held = old.filter(({ type }) => type === "afholdt").map((one) => ({ ...one, også: null }));
    const item = { ...snippet, fjern: cutOf(next, start, slut, groups.length) };
    const tilføj = { ved: slut, slet_til: slut, tekst: tekst.slice(forskud, slut - ved), visning: name, forskud: 0 };
    return { ...moved, svar: null, svar_felt: null, børn: [...old.filter(({ type }) => type !== "afholdt"), item, ...held], tilføj };
  };
  const around = (parent, before) => besideValue(parent, before, node, { ved, start: ved, slut, efter, edit });
  return withOwnName({ tekst: next, visning: movedView(state.visning, edit, node, become, around) }, snippet, groups);
}

/** Give an item that has just been put in an id, or a key, that none of the others has.
 * @param {State} state
 * @param {ViewNode} item
 * @param {ViewNode[]} others
 */
function withOwnName(state, item, others) {
  const nameIn = (/** @type {ViewNode} */ { børn }) => børn.find(({ felt, slags }) => felt === "id" || slags === "nøgle");
  const taken = others.map((one) => nameIn(one)?.værdi);
  const own = nameIn(item);
  if (!own || !taken.includes(own.værdi)) return state;
  const stem = own.slags === "nøgle" && !own.værdi.endsWith("(ny)") ? `${own.værdi} (ny)` : own.værdi;
  let name = stem;
  for (let number = 2; taken.includes(name); number += 1) name = `${stem}-${number}`;
  return answered(state, [...nodesOf(state.visning)].find(({ type, start }) => type === "felt" && start === own.start), name);
}

/** Take a group out of the text.
 * @param {State} state
 * @param {ViewNode} group
 */
function removed(state, group) {
  const [start, slut, instead = ""] = group.fjern;
  const edit = editOf(state.tekst, start, slut, instead);
  const around = (parent, before) => (parent.type === "liste" ? withoutItem(parent, before, edit) : parent);
  return { tekst: applied(state.tekst, edit), visning: movedView(state.visning, edit, group, () => null, around) };
}

/** Give a list that has lost an item. Where it was the last, what is put in takes the place of the word that says so.
 * @param {ViewNode} list
 * @param {ViewNode} before
 * @param {Edit} edit
 */
function withoutItem(list, before, edit) {
  const rest = list.børn.filter(({ type }) => type !== "afholdt").length;
  if (rest) return rest === 1 ? { ...list, børn: list.børn.map(asOnlyItem) } : list;
  const [said] = edit.tekst.match(/^ [^\s#]+/) ?? [];
  const word = said && [edit.start, edit.start + said.length];
  const tilføj = word && before.tilføj ? { ...before.tilføj, ved: word[0], slet_til: word[1] } : null;
  return { ...list, tilføj, børn: word ? withAlso(list.børn, word) : [] };
}

/** Put what stood as a remark from last year into the text as an item of this year.
 * @param {State} state
 * @param {ViewNode} held
 */
function heldAgain(state, held) {
  const edit = editOf(state.tekst, held.start, held.slut, held.tekst);
  const shown = placed(snippetOf(state, held), held.start + held.forskud);
  const tekst = applied(state.tekst, edit);
  const { slut } = shown;
  const around = (list, before) => {
    const others = groupsIn(before).length;
    const item = { ...shown, fjern: cutOf(tekst, held.start, slut, others) };
    const børn = list.børn.map((one) => (one === shown ? item : others === 1 ? asOnlyItem(one) : one));
    const ved = others && list.tilføj ? Math.max(list.tilføj.ved, slut) : slut;
    return { ...list, børn, tilføj: list.tilføj && { ...list.tilføj, ved, slet_til: ved } };
  };
  const next = { tekst, visning: movedView(state.visning, edit, held, () => shown, around) };
  if (!held.også) return next;
  // The word that says that there are none goes when there is one.
  const [from, to] = held.også;
  const cut = editOf(tekst, from, to, "");
  const list = [...nodesOf(next.visning)].find(({ børn }) => børn?.some(({ type, start }) => type === "gruppe" && start === shown.start));
  return { tekst: applied(tekst, cut), visning: movedView(next.visning, cut, list, (moved, moveChild) => ({
    ...moved, svar: null, svar_felt: null, børn: list.børn.map(moveChild).map((one) => ({ ...one, også: null })),
  })) };
}

/** Write a reason to accept a finding, as a remark above the line that it is about.
 * @param {State} state
 * @param {number} place
 * @param {string} kode
 * @param {string} grund
 */
function accepted(state, place, kode, grund) {
  const { tekst } = state;
  const lineStart = lineStartOf(tekst, place);
  const room = tekst.slice(lineStart).match(/^\ufeff?[ ]*/)[0].replace("\ufeff", "");
  const remark = `${room}# frivilligrapport: accepter ${kode} fordi ${onOneLine(grund)}${lineEndOf(tekst)}`;
  const edit = editOf(tekst, lineStart, lineStart, remark);
  return { tekst: applied(tekst, edit), visning: state.visning && movedView(state.visning, edit, null, null) };
}

/** Write what a finding offers instead. The value is as it was until the next view, which follows at once.
 * @param {State} state
 * @param {Replacement} replacement
 */
function replaced(state, { start, slut, tekst }) {
  const edit = editOf(state.tekst, start, slut, tekst);
  const field = [...nodesOf(state.visning)].find((node) => node.type === "felt" && node.start >= 0 && node.start <= start && slut <= node.slut);
  return { tekst: applied(state.tekst, edit), visning: movedView(state.visning, edit, field ?? null, (moved) => moved) };
}

