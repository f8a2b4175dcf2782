// Shows what was found: at the field that it is about, and in a summary with links, in the same words. Of a field that
// nobody has left yet, nothing is said.

/** Give the binding that a finding belongs to: the empty field that it leads up to, the field that it points at or whose
 * name it points at, or the innermost group around it; null when it is about the file.
 * @param {Finding} finding
 * @param {Binding[]} bindings
 * @param {string} tekst
 * @returns {Binding | null}
 */
function ownerOf({ start, slut }, bindings, tekst) {
  const inText = bindings.filter(({ node }) => node.start >= 0);
  const fields = inText.filter(({ node }) => node.type === "felt");
  // A name that is itself an answer, such as a unit, is told with its colon where the value behind it is missing.
  const isMissed = (/** @type {Binding} */ { node }) => node.start === node.slut && start < node.start && /:[ ]*$/.test(tekst.slice(start, node.start)) && tekst.slice(slut, node.start).trim() === "";
  const missed = fields.find(isMissed);
  if (missed) return missed;
  const pointedAt = fields.find(({ node }) => node.start <= start && start <= node.slut);
  if (pointedAt) return pointedAt;
  const lineEnd = tekst.indexOf("\n", start);
  const behindName = fields.filter(({ node }) => start < node.start && (lineEnd < 0 || node.start <= lineEnd));
  if (behindName.length) return behindName.reduce((one, other) => (one.node.start <= other.node.start ? one : other));
  const around = inText.filter(({ node }) => node.type !== "felt" && node.start <= start && start < node.slut);
  const width = (/** @type {Binding} */ { node }) => node.slut - node.start;
  return around.sort((one, other) => width(one) - width(other))[0] ?? null;
}

/** @param {Finding[]} fund */
function sortedFindings(fund) {
  const weight = (/** @type {Finding} */ { alvor }) => (alvor === "fejl" ? 0 : 1);
  return [...fund].sort((one, other) => weight(one) - weight(other) || one.start - other.start);
}

/**
 * @param {Binding} binding
 * @param {Binding[]} bindings
 */
function isLeft(binding, bindings) {
  if (binding.left) return true;
  if (!binding.isGroup) return false;
  return bindings.some((one) => one.left && one !== binding && binding.root.contains(one.root));
}

/** Give each finding with its binding; only those that may be told now, unless all have been asked for.
 * @param {Finding[]} fund
 * @param {Binding[]} bindings
 * @param {string} tekst
 * @param {boolean} all
 */
function tellable(fund, bindings, tekst, all) {
  const owned = sortedFindings(fund).map((finding) => ({ finding, owner: ownerOf(finding, bindings, tekst) }));
  return owned.filter(({ owner }) => all || (owner && isLeft(owner, bindings)));
}

/** @param {Finding} finding */
function wordsOf(finding) {
  return `${finding.alvor === "fejl" ? "Fejl" : "Advarsel"}: ${finding.besked}`;
}

/** Write the findings at their fields; a box whose findings are the same stays, with what is being typed in it.
 * @param {OwnedFinding[]} told
 * @param {Binding[]} bindings
 */
function showAtFields(told, bindings) {
  for (const binding of bindings) {
    const now = told.filter(({ owner }) => owner === binding).map(({ finding }) => finding);
    const words = (/** @type {Finding[]} */ found) => found.map((one) => [one.kode, one.besked, one.råd, ...one.erstatninger.map(({ tekst }) => tekst)].join("\n")).join("\n\n");
    const isSame = words(now) === words(binding.found);
    binding.found = now;
    if (!isSame) binding.foundBox.replaceChildren(...now.map((finding, index) => drawFinding(finding, () => binding.found[index], binding)));
    const isWrong = now.some(({ alvor }) => alvor === "fejl");
    binding.root.classList.toggle("har-fejl", isWrong);
    binding.root.classList.toggle("har-advarsel", !isWrong && now.length > 0);
    if (binding.invalid) {
      if (isWrong) binding.invalid.setAttribute("aria-invalid", "true");
      else binding.invalid.removeAttribute("aria-invalid");
    }
    binding.describe();
  }
}

/** Draw one finding: its words, what may stand instead as buttons, and for a warning a way to accept it.
 * @param {Finding} finding
 * @param {() => Finding} current
 * @param {Binding} binding
 */
function drawFinding(finding, current, binding) {
  const instead = finding.erstatninger.map(({ tekst }, index) =>
    button(`Skriv »${tekst}«`, () => commands.replace(current().erstatninger[index], binding), { kind: "lille" }));
  return element(
    "div",
    { class: finding.alvor === "fejl" ? "et-fund fejl" : "et-fund advarsel" },
    element("p", {}, element("strong", {}, wordsOf(finding)), " ", finding.råd),
    instead.length ? element("div", { class: "knapper" }, ...instead) : null,
    finding.alvor === "advarsel" && finding.accepteres ? drawAcceptance(current, binding) : null,
  );
}

/**
 * @param {() => Finding} current
 * @param {Binding} binding
 */
function drawAcceptance(current, binding) {
  const id = nextId("grund");
  const reason = element("input", { type: "text", id, autocomplete: "off" });
  const accept = () => {
    if (reason.value.trim()) commands.accept(current(), reason.value, binding);
    else reason.focus();
  };
  reason.addEventListener("keydown", (event) => { if (event.key === "Enter") accept(); });
  return element(
    "details",
    { class: "accepter" },
    element("summary", {}, "Det skal være sådan"),
    element("label", { for: id }, "Hvorfor? Grunden bliver trykt i rapporten."),
    element("div", { class: "svar" }, reason, button("Acceptér advarslen", accept, { kind: "lille" })),
  );
}

/**
 * @param {number} number
 * @param {string} one
 * @param {string} more
 */
function counted(number, one, more) {
  return number ? `${number} ${number === 1 ? one : more}` : "";
}

/** @param {Finding[]} fund */
function countsOf(fund) {
  const wrong = fund.filter(({ alvor }) => alvor === "fejl").length;
  return [counted(wrong, "fejl", "fejl"), counted(fund.length - wrong, "advarsel", "advarsler")].filter(Boolean).join(" og ");
}

/** Fill the summary: a heading with the counts, and a link to each place.
 * @param {OwnedFinding[]} told
 * @param {boolean} onlyTold
 */
function showSummary(told, onlyTold) {
  const list = told.map(({ finding, owner }) => {
    const go = () => (owner ? goTo(owner) : formular.showText(finding));
    return element("li", { class: finding.alvor }, `${owner ? placeName(owner) : "Hele filen"}: `, jump(owner?.focus.id ?? "filen", finding.besked, go));
  });
  at("opsummering").hidden = !list.length;
  at("opsummering-titel").textContent = `Der er ${countsOf(told.map(({ finding }) => finding))}${onlyTold ? " i det, du har skrevet" : ""}`;
  at("fundliste").replaceChildren(...list);
}

/** @param {Binding} binding */
function placeName(binding) {
  const names = [binding.name];
  for (let group = binding.root.parentElement?.closest(".gruppe"); group; group = group.parentElement?.closest(".gruppe")) {
    const title = group.querySelector("h2, h3, h4, h5, h6")?.textContent;
    if (title && title !== names[0]) names.unshift(title);
  }
  return names.join(", ");
}

/** Fold out all that hides a binding, and go to it.
 * @param {Binding} binding
 */
function goTo(binding) {
  /** @type {HTMLElement | null} */
  let place = binding.root;
  for (; place; place = place.parentElement) if (place instanceof HTMLDetailsElement) place.open = true;
  binding.focus.focus();
  binding.root.scrollIntoView({ block: "nearest" });
}

/** List what was found by line, for who has the text before them; a line's link goes to the place.
 * @param {Finding[]} fund
 */
function showTextFindings(fund) {
  at("tekstfund").replaceChildren(...sortedFindings(fund).map((finding) => {
    const go = () => {
      at("tekst").focus();
      selectInText(finding);
    };
    return element("li", { class: finding.alvor }, jump("tekst", `Linje ${finding.linje}`, go), `: ${wordsOf(finding)} ${finding.råd ?? ""}`);
  }));
}

/** @param {{ start: number, slut: number }} place */
function selectInText({ start, slut }) {
  const { tekst } = formular.state;
  const from = shown(tekst.slice(0, start)).length;
  textBox.setSelectionRange(from, from + shown(tekst.slice(start, slut)).length);
}
