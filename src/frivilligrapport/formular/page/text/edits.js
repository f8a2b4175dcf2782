// What an answer makes of a state {tekst, visning}. All is pure: what is not answered stays character for character.

/** Cut the mark that says that a field awaits an answer.
 * @param {ShownState} state
 * @param {ViewNode} field
 * @returns {ShownState}
 */
function withoutMark(state, field) {
  if (!field.mærke) return state;
  const edit = markEdit(state.tekst, field.mærke);
  const visning = movedView(state.visning, edit, field, (moved) => ({ ...moved, mærke: null }));
  return { tekst: applied(state.tekst, edit), visning };
}

/** Take a field that need not be there out of the text again, when its line holds nothing else.
 * @param {ShownState} state
 * @param {ViewNode} field
 * @returns {ShownState | null}
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
 * @param {ShownState} state
 * @param {ViewNode} field
 * @param {Value} value
 * @returns {ShownState}
 */
function answered(state, field, value) {
  const kept = keptOf(value, field);
  if (sameValue(kept, field.værdi)) return withoutMark(state, field);
  const isEmpty = kept.length === 0;
  if (field.mangler && isEmpty) return state;
  if (isEmpty && !field.mangler && !field.mærke) {
    const without = withdrawn(state, field);
    if (without) return without;
  }
  const { tekst } = state;
  const items = Array.isArray(kept) ? kept : [];
  const patch = isListed(field) && items.length ? field : null;
  const until = patch ? patchedUntil(patch, items, tekst) : field.slut;
  const stands = { ved: field.start, slet_til: until, før: patch ? "" : field.før, efter: "" };
  const { ved, slet_til, før, efter } = field.mangler ?? stands;
  const mark = field.mærke && markEdit(tekst, field.mærke);
  const behind = field.mangler ? "" : restOfLine(tekst, slet_til);
  const how = {
    raw: mark && mark.slut <= slet_til ? tekst.slice(ved, mark.start) + tekst.slice(mark.slut, slet_til) : tekst.slice(ved, slet_til),
    remark: (mark && mark.start >= slet_til ? behind.slice(0, mark.start - slet_til) : behind).trimEnd(),
    lineEnd: lineEndOf(tekst),
    flow: !field.mangler && isInFlow(tekst, ved),
  };
  const text = patch ? patchedList(patch, items, tekst) : written(kept, field, how);
  // A remark behind a value would be read as part of a text with lines of its own: it has gone to the sign before them.
  const slut = field.slags === "prosa" && endAt(text, restOfLine(text, 0).length) ? slet_til + behind.length : slet_til;
  const isMarkWithin = field.mærke && field.mærke[0] >= ved && field.mærke[1] <= slut;
  const start = ved + før.length;
  const edit = editOf(tekst, ved, slut, før + text + efter);
  const rest = patch ? behindLast(patch, items, tekst) : 0;
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
      før: patch ? field.før : "",
      punkter: null,
      mærke: field.mærke && !isMarkWithin ? [movedPosition(field.mærke[0], edit, false), movedPosition(field.mærke[1], edit, false)] : null,
    }),
    (parent, before) => (field.felt === "svar" ? withWord(parent, before, field, place) : besideValue(parent, before, field, place)),
  );
  const next = { tekst: applied(tekst, edit), visning };
  const marked = mark && !isMarkWithin ? fieldAt(visning, start) : null;
  return marked ? withoutMark(next, marked) : next;
}

/** Give a value as it is kept: what cannot be written is left out.
 * @param {Value} value
 * @param {ViewNode} field
 */
function keptOf(value, field) {
  if (Array.isArray(value)) return value.map(onOneLine).filter(Boolean);
  return field.slags === "prosa" ? proseOf(value) : onOneLine(value);
}

/** Tell whether a field is a list with a line for each item, so that each can be written by itself.
 * @param {ViewNode} field
 * @returns {field is ListedField}
 */
function isListed(field) {
  return Array.isArray(field.værdi) && field.punkter !== null && field.punkter.length > 0;
}

/** Let what is put into a list or a group write over the word that has just been written in its place.
 * @param {ViewNode} parent
 * @param {ViewNode} before
 * @param {ViewNode} field
 * @param {WrittenPlace} place
 */
function withWord(parent, before, field, { start, slut, efter }) {
  if (!before.tilføj || !parent.tilføj || efter) return { ...parent, tilføj: null };
  const { ved, tekst, forskud, visning } = before.tilføj;
  const isNew = Boolean(field.mangler);
  /** @type {Span} */
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
 * beside it gives the group lines of its own, and goes above that value; what comes later goes below.
 * @param {ViewNode} parent
 * @param {ViewNode} before
 * @param {ViewNode} field
 * @param {WrittenPlace} place
 * @returns {ViewNode}
 */
function besideValue(parent, before, field, { ved, start, slut, efter, edit }) {
  const short = before.børn.find(({ mangler }) => mangler?.efter)?.mangler;
  if (!short || field.slags === "nøgle") return parent;
  const own = before.børn.indexOf(field);
  const beside = (/** @type {number} */ number) => {
    if (!efter) return { ved: short.ved, slet_til: start, efter: short.efter };
    return number < own ? { ved, slet_til: ved, efter: "" } : { ved: slut, slet_til: slut, efter: "" };
  };
  const end = edit.start + edit.tekst.length;
  const isEmptyValue = (/** @type {ViewNode} */ one) => efter && one.type === "felt" && one.start === one.slut && one.start === ved;
  /** @type {(one: ViewNode, number: number) => ViewNode} */
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

/** Leave the removal of a list's only item to the next view: what must stand in its place is known there.
 * @param {ViewNode} child
 */
function asOnlyItem(child) {
  return child.type === "gruppe" ? { ...child, fjern: null } : child;
}

/** Say what to cut so that lines that have just been put in are gone again, where others of their list stay.
 * @param {string} tekst
 * @param {number} start
 * @param {number} slut
 * @param {number} others
 * @returns {Cut | null}
 */
function cutOf(tekst, start, slut, others) {
  return others ? [start, slut + endAt(tekst, slut).length, ""] : null;
}

/** Put one more item into a list, or put a group there that is not in the text.
 * @param {ShownState} state
 * @param {ViewNode} node
 * @returns {ShownState}
 */
function added(state, node) {
  if (!node.tilføj) return state;
  const { ved, slet_til, tekst, forskud, visning: name } = node.tilføj;
  const snippet = placed(snippetOf(state, node.tilføj), ved + forskud);
  const { slut } = snippet;
  const efter = tekst.slice(slut - ved);
  const edit = editOf(state.tekst, ved, slet_til, tekst);
  const next = applied(state.tekst, edit);
  const start = ved + endAt(tekst, 0).length;
  const groups = groupsIn(node);
  /** @type {(moved: ViewNode, moveChild: (node: ViewNode) => ViewNode) => ViewNode} */
  const become = (moved, moveChild) => {
    if (node.type === "gruppe") return { ...snippet, sti: node.sti, sjælden: node.sjælden, start, fjern: null };
    const old = node.børn.map(moveChild).map(groups.length === 1 ? asOnlyItem : (child) => child);
    const held = old.filter(({ type }) => type === "afholdt").map((one) => ({ ...one, også: null }));
    const item = { ...snippet, fjern: cutOf(next, start, slut, groups.length) };
    const tilføj = { ved: slut, slet_til: slut, tekst: tekst.slice(forskud, slut - ved), visning: name, forskud: 0 };
    return { ...moved, svar: null, svar_felt: null, børn: [...old.filter(({ type }) => type !== "afholdt"), item, ...held], tilføj };
  };
  /** @type {(parent: ViewNode, before: ViewNode) => ViewNode} */
  const around = (parent, before) => besideValue(parent, before, node, { ved, start: ved, slut, efter, edit });
  return withOwnName({ tekst: next, visning: movedView(state.visning, edit, node, become, around) }, snippet, groups);
}

/** Give an item that has just been put in an id, or a key, that none of the others has.
 * @param {ShownState} state
 * @param {ViewNode} item
 * @param {ViewNode[]} others
 */
function withOwnName(state, item, others) {
  const nameIn = (/** @type {ViewNode} */ { børn }) => børn.find(({ felt, slags }) => felt === "id" || slags === "nøgle");
  const taken = others.flatMap((one) => nameIn(one)?.værdi ?? []);
  const own = nameIn(item);
  const name = own ? textOf(own.værdi) : "";
  const field = own && taken.includes(name) ? fieldAt(state.visning, own.start) : null;
  if (!field) return state;
  return answered(state, field, unused(field.slags === "nøgle" && !name.endsWith("(ny)") ? `${name} (ny)` : name, taken));
}

/** Take a group out of the text.
 * @param {ShownState} state
 * @param {ViewNode} group
 * @returns {ShownState}
 */
function removed(state, group) {
  if (!group.fjern) return state;
  const [start, slut, instead] = group.fjern;
  const edit = editOf(state.tekst, start, slut, instead);
  /** @type {(parent: ViewNode, before: ViewNode) => ViewNode} */
  const around = (parent, before) => (parent.type === "liste" ? withoutItem(parent, before, edit) : parent);
  return { tekst: applied(state.tekst, edit), visning: movedView(state.visning, edit, group, () => null, around) };
}

/** Give a list that has lost an item. Where it was the last, what is put in takes the place of the word that says so.
 * @param {ViewNode} list
 * @param {ViewNode} before
 * @param {Edit} edit
 * @returns {ViewNode}
 */
function withoutItem(list, before, edit) {
  const rest = list.børn.filter(({ type }) => type !== "afholdt").length;
  if (rest) return rest === 1 ? { ...list, børn: list.børn.map(asOnlyItem) } : list;
  const [said] = edit.tekst.match(/^ [^\s#]+/) ?? [];
  /** @type {Span | null} */
  const word = said ? [edit.start, edit.start + said.length] : null;
  const tilføj = word && before.tilføj ? { ...before.tilføj, ved: word[0], slet_til: word[1] } : null;
  return { ...list, tilføj, børn: word ? withAlso(list.børn, word) : [] };
}

/** Put what stood as a remark from last year into the text as an item of this year.
 * @param {ShownState} state
 * @param {ViewNode} held
 * @returns {ShownState}
 */
function heldAgain(state, held) {
  const edit = editOf(state.tekst, held.start, held.slut, held.tekst);
  const shown = placed(snippetOf(state, held), held.start + held.forskud);
  const tekst = applied(state.tekst, edit);
  const { slut } = shown;
  /** @type {(list: ViewNode, before: ViewNode) => ViewNode} */
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
  const list = [...nodesOf(next.visning)].find(({ børn }) => børn.some(({ type, start }) => type === "gruppe" && start === shown.start)) ?? null;
  return { tekst: applied(tekst, cut), visning: movedView(next.visning, cut, list, (moved, moveChild) => ({
    ...moved, svar: null, svar_felt: null, børn: (list ?? moved).børn.map(moveChild).map((one) => ({ ...one, også: null })),
  })) };
}

/** Write a reason to accept a finding, as a remark above the line that it is about.
 * @param {State} state
 * @param {number} place
 * @param {string} kode
 * @param {string} grund
 * @returns {State}
 */
function accepted(state, place, kode, grund) {
  const { tekst } = state;
  const first = lineStartOf(tekst, place);
  const lineStart = tekst[first] === "\ufeff" ? first + 1 : first;
  const [room] = restOfLine(tekst, lineStart).match(/^ */) ?? [""];
  const remark = `${room}# frivilligrapport: accepter ${kode} fordi ${onOneLine(grund)}${lineEndOf(tekst)}`;
  const edit = editOf(tekst, lineStart, lineStart, remark);
  return { tekst: applied(tekst, edit), visning: state.visning && movedView(state.visning, edit, null) };
}

/** Write what a finding offers instead. The value is as it was until the next view, which follows at once.
 * @param {ShownState} state
 * @param {Replacement} replacement
 * @returns {ShownState}
 */
function replaced({ tekst, visning }, { start, slut, tekst: instead }) {
  const edit = editOf(tekst, start, slut, instead);
  const field = [...nodesOf(visning)].find((node) => node.type === "felt" && node.start >= 0 && node.start <= start && slut <= node.slut);
  return { tekst: applied(tekst, edit), visning: movedView(visning, edit, field ?? null) };
}
