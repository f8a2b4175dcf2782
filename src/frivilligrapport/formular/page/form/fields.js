// Draws one field: its label and help, what takes the answer, the answers that are ready, and last year's.

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
  const input = drawInput(node, ids, (value) => commands.answer(binding, value));
  const help = helpOf(node, input);
  const words = readyWordsOf(node).map((word) =>
    button(word, () => commands.chooseReady(binding, word), { about: `: ${title}`, kind: "lille ord" }));
  const name = input.isGroup ? element("legend", {}, node.felt === "svar" ? "Er der intet at skrive?" : node.navn) : element("label", { for: ids.input }, node.navn);
  const mark = element("span", { class: "maerke" });
  const last = lastAnswer(node, ids.last);
  const foundBox = element("div", { class: "fund", id: ids.found });
  const still = button("Ja, det passer stadig", () => commands.confirm(binding), { about: `: ${title}`, kind: "lille" });
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
    if (!(event.relatedTarget instanceof Node && input.control.contains(event.relatedTarget))) commands.leave(binding);
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
