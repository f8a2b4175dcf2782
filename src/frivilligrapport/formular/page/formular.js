// The page itself: what is shown follows from one state, the text and its view. Every change is a new state, so each can
// be taken back; the checks run in a worker and tell what they find whenever the text has rested.

const RECHECK_AFTER = 300;
const DRAFT_AFTER = 500;
const STUCK = "Tjekkene gik i stå ved denne tekst. Du kan skrive videre og gemme.";
const TITLE = document.title;
/** @type {Record<Exclude<DraftOutcome, "gemt">, string>} */
const DRAFT_WORDS = {
  slettet: "Kladden er slettet, og der gemmes ingen ny, før skemaet åbnes igen",
  "kan ikke": "Browseren kan ikke gemme en kladde. Gem filen, før du lukker siden.",
  "anden fane": "Skemaet er åbent i en anden fane, og det er kladden derfra, der er gemt.",
};
const textBox = controlAt("tekst", HTMLTextAreaElement);
const fileBox = controlAt("fil", HTMLInputElement);
const undoButton = controlAt("fortryd", HTMLButtonElement);
/** @type {PageData} */
const data = JSON.parse(at("data").textContent ?? "");
const given = { tekst: data.tekst, visning: data.visning && unfoldedView(data.visning) };
const drafts = draftsOf(data);
const checks = checksInWorker();

const IN_TEXT = { binding: null };

const formular = {
  /** @type {State} */
  state: given,
  // Every text that lies in a file.
  saved: new Set([data.tekst]),
  /** @type {Past[]} */
  history: [],
  /** @type {Part[]} */
  parts: [],
  /** @type {Typing | null} */
  typing: null,
  isPointing: false,
  isStuck: false,
  /** @type {Set<string>} */
  madeIds: new Set(),
  /** @type {Finding[]} */
  fund: [],
  /** The text that the findings are of. @type {string | null} */
  seen: null,
  showsAll: false,
  showsText: false,
  /** @type {{ tekst: string, answer: Promise<Answer | null> } | null} */
  asked: null,
  /** @type {Record<string, number>} */
  timers: {},

  // ---------------------------------------------------------------------------------------------- changes

  /** Take over a new state; `label` says what can be taken back.
   * @param {State} next
   * @param {string} label
   * @param {Past["typing"]} [typing]
   */
  change(next, label, typing = null) {
    if (next.tekst === this.state.tekst) return;
    const isSameTyping = typing && this.history.at(-1)?.typing === typing;
    if (!isSameTyping) this.history.push({ state: this.state, label, typing });
    this.state = next;
    this.tell("");
    this.show(typing?.binding);
    this.later("check", RECHECK_AFTER, () => this.check());
    this.later("draft", DRAFT_AFTER, () => this.storeDraft());
  },

  /** Give the state with its form; whoever answers in the form has one.
   * @returns {ShownState}
   */
  shown() {
    const { tekst, visning } = this.state;
    if (!visning) throw new Error("the file is not shown as a form");
    return { tekst, visning };
  },

  /**
   * @param {string} name
   * @param {number} wait
   * @param {() => void} then
   */
  later(name, wait, then) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(then, wait);
  },

  /** Answer a field while somebody is in it: what is typed counts from where they began.
   * @param {Binding} binding
   * @param {Value} value
   */
  answer(binding, value) {
    /** @type {Typing} */
    const typing = this.typing?.binding === binding ? this.typing : { binding, base: this.shown(), node: binding.node };
    this.typing = typing;
    this.change(answered(typing.base, typing.node, value), `svaret i »${binding.name}«`, typing);
  },

  /** @param {Binding} binding */
  leave(binding) {
    this.typing = null;
    binding.left = true;
    if (binding.node.felt === "navn") this.makeId(binding.node);
    this.whenStill(() => this.showFindings());
  },

  /** Wait until no mouse button is down: what is shown moves the page, and a click would miss what it was meant for.
   * @param {() => void} then
   */
  whenStill(then) {
    if (this.isPointing) window.addEventListener("pointerup", () => setTimeout(then), { once: true });
    else then();
  },

  /** Give a new indsats its id, from its name; one that has been handed in before keeps its own.
   * @param {ViewNode} naming
   */
  makeId(naming) {
    const state = this.shown();
    const list = [...nodesOf(state.visning)].find(({ type, børn }) => type === "liste" && børn.some((one) => one.børn.includes(naming)));
    const group = list?.børn.find((one) => one.børn.includes(naming));
    const own = group && childOf(group, "id");
    const before = textOf(own?.værdi ?? "");
    if (!list || !own || (before && !this.madeIds.has(before))) return;
    const isUsed = before && state.tekst.split(before).length > 2;
    const id = idOf(textOf(naming.værdi), list.børn.filter((one) => one !== group).map((one) => valueIn(one, "id")));
    if (!id || isUsed || id === before) return;
    this.madeIds.add(id);
    this.change(answered(state, own, id), "det korte navn");
  },

  /** Take over a state that is not typed but pressed; the field counts as left.
   * @param {Binding} binding
   * @param {ShownState} next
   */
  press(binding, next) {
    binding.left = true;
    this.typing = null;
    this.change(next, `svaret i »${binding.name}«`);
  },

  /**
   * @param {Binding} binding
   * @param {string} word
   */
  chooseReady(binding, word) {
    this.press(binding, answered(this.shown(), binding.node, Array.isArray(binding.node.værdi) ? [word] : word));
    this.showFindings();
  },

  /** @param {Binding} binding */
  confirm(binding) {
    this.press(binding, withoutMark(this.shown(), binding.node));
    binding.focus.focus();
  },

  /** @param {Binding} binding */
  add(binding) {
    const { sti, tilføj } = binding.node;
    if (!tilføj) return;
    const state = this.shown();
    this.typing = null;
    for (const made of nodesOf(snippetOf(state, tilføj))) if (made.felt === "id" && made.værdi) this.madeIds.add(textOf(made.værdi));
    this.change(added(state, binding.node), `tilføjelsen til »${binding.name}«`);
    const place = this.bindings().find(({ node }) => node.sti === sti);
    const first = this.bindings().find(({ node, root }) =>
      node.type === "felt" && node.felt !== "id" && node.start >= tilføj.ved && place?.root.contains(root));
    if (!first) return;
    goTo(first);
    // What stands there is a proposal, to be written over.
    if (isTextBox(first.focus)) first.focus.select();
  },

  /** @param {Binding} binding */
  remove(binding) {
    const [all, index] = [this.bindings(), this.bindings().indexOf(binding)];
    const around = all.slice(0, index).reverse().find((one) => one.isGroup && one.root.contains(binding.root));
    this.typing = null;
    const { name } = binding;
    this.change(removed(this.shown(), binding.node), `fjernelsen af »${name}«`);
    this.tell(`»${name}« er fjernet.`, this.undoing());
    (this.bindings().find((one) => one.node.sti === around?.node.sti) ?? around)?.focus.focus();
  },

  /** @param {Binding} binding */
  holdAgain(binding) {
    const { navn, start } = binding.node;
    this.typing = null;
    this.change(heldAgain(this.shown(), binding.node), `»${navn}«`);
    this.tell(`»${navn}« er skrevet ind. Sig, hvordan det gik i ${data.aar}.`, this.undoing());
    const group = this.bindings().find(({ node }) => node.type === "gruppe" && node.start === start);
    if (group) goTo(group);
  },

  /**
   * @param {Replacement} replacement
   * @param {Binding} binding
   */
  replace(replacement, binding) {
    this.typing = null;
    this.change(replaced(this.shown(), replacement), `rettelsen i »${binding.name}«`);
    binding.focus.focus();
    this.check();
  },

  /**
   * @param {Finding} finding
   * @param {string} grund
   * @param {Binding} binding
   */
  accept(finding, grund, binding) {
    this.typing = null;
    this.change(accepted(this.state, binding.node.start >= 0 ? binding.node.start : finding.start, finding.kode, grund), "grunden");
    binding.focus.focus();
    this.tell("Advarslen er accepteret. Grunden står i filen og kommer med i rapporten.", this.undoing());
    this.check();
  },

  undo() {
    const last = this.history.pop();
    if (!last) return;
    this.typing = null;
    this.state = last.state;
    this.show();
    this.tell(`Fortrudt: ${last.label}.`);
    this.check();
    this.later("draft", DRAFT_AFTER, () => this.storeDraft());
  },

  // ---------------------------------------------------------------------------------------------- what is shown

  /** Give what is declared of a field, wherever it stands.
   * @param {string} om
   */
  helpOf(om) {
    return this.state.visning?.om[om]?.hjælp ?? "";
  },

  /** Give what an indsats is called; anything else is called what it is.
   * @param {string} id
   */
  nameOf(id) {
    return (this.state.visning && namesOf(this.state.visning).get(id)) ?? id;
  },

  /** Give the year of what was told before. */
  yearBefore() {
    return this.state.visning?.aar_før ?? "";
  },

  bindings() {
    return this.parts.flatMap(({ bindings }) => bindings);
  },

  /** @param {Binding | null} [typingIn] */
  show(typingIn = null) {
    const { visning, tekst } = this.state;
    const asText = this.showsText || !visning;
    at("skema").hidden = asText;
    at("filen").hidden = !asText;
    if (visning) {
      this.parts = showView(visning, this.parts, typingIn);
      drawContents(this.parts);
    }
    if (asText && textBox.value !== shown(tekst)) textBox.value = shown(tekst);
    at("tilbage").hidden = !visning;
    at("hvorfor-tekst").hidden = Boolean(visning);
    undoButton.disabled = !this.history.length;
    this.showFindings();
    this.showStatus();
  },

  showFindings() {
    const bindings = this.bindings();
    const told = tellable(this.fund, this.state.visning ? bindings : [], this.state.tekst, this.showsAll);
    if (this.seen === this.state.tekst) {
      if (this.state.visning) showAtFields(told, bindings);
      showSummary(told, !this.showsAll);
      showTextFindings(this.fund);
      at("ret").hidden = !this.fund.some(({ erstatninger }) => erstatninger.length);
    }
    const wrong = told.some(({ finding }) => finding.alvor === "fejl");
    document.title = `${wrong ? "Fejl: " : ""}${TITLE}`;
  },

  showStatus() {
    const { visning } = this.state;
    const waiting = visning ? waitingIn(visning) : 0;
    const words = {
      henter: "Tjekkene gøres klar. Du kan skrive imens.",
      klar: this.seen === this.state.tekst ? "Tjekkene er klar." : this.isStuck ? STUCK : "Ser efter …",
      "kan ikke": "Tjekkene kan ikke køre i denne browser. Du kan udfylde og gemme alligevel: filen bliver set efter, når den er sendt.",
    };
    setText(at("tjek"), words[checks.state]);
    setText(at("hvorfor-tekst"), WHY_TEXT[checks.state]);
    // Of a file that is not shown as a form nobody knows what is answered.
    setText(at("rest"), waiting ? `${waiting} svar mangler` : visning ? "Alt er besvaret" : "");
    setText(at("gemt"), this.saved.has(this.state.tekst) ? "" : "Ikke gemt som fil");
  },

  /** Say something at the foot of the page, with a button to do something about it.
   * @param {string} words
   * @param {HTMLButtonElement | null} [action]
   */
  tell(words, action = null) {
    at("besked").replaceChildren(words, ...(action ? [" ", action] : []));
  },

  undoing() {
    return button("Fortryd", () => this.undo(), { kind: "lille" });
  },

  /** @param {Finding | null} [finding] */
  showText(finding = null) {
    this.showsText = true;
    this.show();
    textBox.focus();
    selectInText(finding ?? { start: 0, slut: 0 });
    if (!finding) at("filen-titel").scrollIntoView();
  },

  showForm() {
    if (!this.state.visning) return;
    this.showsText = false;
    this.show();
    at("skema-titel").focus();
  },

  // ---------------------------------------------------------------------------------------------- checks

  /** Have the text looked at, unless it has been; gives whether what is known is of the text as it stands. */
  async check() {
    clearTimeout(this.timers.check);
    if (checks.state !== "klar") return false;
    const { tekst } = this.state;
    if (this.seen === tekst) return true;
    this.showStatus();
    if (this.asked?.tekst !== tekst) this.asked = { tekst, answer: checks.ask({ gør: "se", tekst }) };
    const answer = await this.asked.answer;
    if (this.state.tekst !== tekst) return false;
    this.isStuck = !answer?.fund;
    if (!answer?.fund) {
      this.showStatus();
      return false;
    }
    if (this.seen !== tekst) this.sees(tekst, answer);
    return true;
  },

  /**
   * @param {string} tekst
   * @param {Answer} answer
   */
  sees(tekst, { fund = [], visning, forhåndsvisning }) {
    this.seen = tekst;
    this.fund = fund;
    const { typing, parts } = this;
    this.state = { tekst, visning: visning ? unfoldedView(visning) : null };
    this.show(typing?.binding);
    // What is being typed counts from the new view where the form was drawn anew: a field may have come or gone.
    if (this.parts.some((part, number) => part !== parts[number])) this.typing = null;
    showPreview(forhåndsvisning ?? null, this.fund.some(({ alvor }) => alvor === "fejl"));
    showFates(forhåndsvisning?.tal ?? [], this.bindings(), this.fund);
  },

  async lookAtAll() {
    this.showsAll = true;
    await this.check();
    this.showFindings();
    if (!at("opsummering").hidden) at("opsummering-titel").focus();
    else this.tell(NOTHING_FOUND[checks.state]);
  },

  async repair() {
    const answer = await checks.ask({ gør: "ret", tekst: this.state.tekst });
    if (!answer?.rettelser?.length || !answer.tekst) return this.tell("Der er ikke noget, der kan rettes med sikkerhed.");
    this.change({ tekst: answer.tekst, visning: null }, "rettelserne");
    this.tell(`Rettet: ${answer.rettelser.join(" · ")}`, this.undoing());
    return this.check();
  },

  // ---------------------------------------------------------------------------------------------- keeping

  /** Tell whether the text holds a CPR number; before the checks have looked, whether it may. */
  holdsCpr() {
    const { tekst } = this.state;
    return this.seen === tekst ? this.fund.some(({ kode }) => kode === "FR901") : mayHoldCpr(tekst);
  },

  /** Keep what has been typed when the checks have looked at it. */
  async storeDraft() {
    const { tekst } = this.state;
    await this.check();
    if (tekst === this.state.tekst) this.keepDraft();
  },

  keepDraft() {
    const { tekst } = this.state;
    if (tekst === data.tekst && !drafts.exists()) return;
    if (this.holdsCpr()) setText(at("kladde"), "Kladden bliver ikke gemt, så længe der står noget, der ligner et CPR-nummer.");
    else this.showDraft(drafts.store(this.state, this.saved.has(tekst)));
  },

  /** Say what has become of the draft.
   * @param {DraftOutcome} outcome
   */
  showDraft(outcome) {
    const time = new Date().toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" });
    const words = outcome === "gemt" ? `Kladde gemt i browseren kl. ${time}` : DRAFT_WORDS[outcome];
    const taking = button("Gem kladden herfra i stedet", () => {
      drafts.takeOver();
      this.keepDraft();
    }, { kind: "lille" });
    at("kladde").replaceChildren(words, ...(outcome === "anden fane" ? [" ", taking] : []));
    at("kladde").classList.toggle("vigtig", outcome === "kan ikke" || outcome === "anden fane");
  },

  async save() {
    if (checks.state === "henter" && mayHoldCpr(this.state.tekst)) {
      this.tell("Der står noget, der kan være et CPR-nummer. Vent, til tjekkene er klar, og gem så.");
      return;
    }
    await this.check();
    if (this.holdsCpr()) {
      this.showsAll = true;
      this.showFindings();
      this.tell("Filen er ikke gemt: Der står noget, der ligner et CPR-nummer. Slet det, og gem så.");
      return;
    }
    download(this.state.tekst, data.filnavn);
    this.saved.add(this.state.tekst);
    this.keepDraft();
    this.showStatus();
    const counts = this.fund.length ? ` Der er ${countsOf(this.fund)} i den.` : "";
    const looked = this.seen === this.state.tekst ? counts : " Den er ikke set efter.";
    this.tell(`${data.filnavn} er gemt, som regel i mappen Overførsler. Send den til den, der samler rapporten.${looked}`);
  },

  eraseDraft() {
    if (drafts.erase()) this.showDraft("slettet");
    else setText(at("kladde"), "Kladden kan ikke slettes i denne browser.");
    at("tidligere").hidden = true;
    this.tell("Kladden er slettet fra denne pc. Det, du ser, er her, til du lukker siden.");
  },

  /** @param {File} file */
  async open(file) {
    const found = await readFile(file, data);
    if ("afvist" in found) return this.tell(found.afvist);
    const { tekst, isReencoded } = found;
    if (tekst === this.state.tekst) return this.tell(`»${file.name}« er den fil, du ser.`);
    this.typing = null;
    this.change(tekst === data.tekst ? given : { tekst, visning: null }, `åbningen af »${file.name}«`);
    if (!isReencoded) this.saved.add(tekst);
    this.showStatus();
    const how = isReencoded ? " Bogstaverne var gemt på en ældre måde. Gem filen igen, så kan alle programmer læse dem." : "";
    this.tell(`»${file.name}« er åbnet.${how}`, this.undoing());
    return this.check();
  },

  restore() {
    const draft = drafts.restored();
    if (!draft) this.offerEarlier();
    if (!draft || draft.tekst === data.tekst) return;
    this.state = { tekst: draft.tekst, visning: draft.visning };
    if (draft.erGemt) this.saved.add(draft.tekst);
    const anew = button("Begynd forfra", () => {
      this.typing = null;
      this.change(given, "at begynde forfra");
      this.tell("Skemaet er, som du fik det.", this.undoing());
    }, { kind: "lille" });
    this.tell("Din kladde er hentet frem. Du kan skrive videre, hvor du slap.", anew);
  },

  /** Offer the draft that was written in another making of this form: what is in this one may be newer. */
  offerEarlier() {
    const tekst = drafts.earlier();
    if (tekst === null || tekst === data.tekst) return;
    const take = button("Hent den frem", () => {
      place.hidden = true;
      this.change({ tekst, visning: null }, "det, der blev hentet frem fra kladden");
      this.tell("Kladden er hentet frem.", this.undoing());
      this.check();
    });
    const place = at("tidligere");
    place.replaceChildren(`På denne pc ligger der en kladde, du har skrevet i et tidligere skema for ${data.forvaltning} ${data.aar}. `, take);
    place.hidden = false;
  },
};

function listen() {
  at("gem").addEventListener("click", () => formular.save());
  undoButton.addEventListener("click", () => formular.undo());
  at("se-efter").addEventListener("click", () => formular.lookAtAll());
  at("vis-filen").addEventListener("click", () => formular.showText());
  at("tilbage").addEventListener("click", () => formular.showForm());
  at("ret").addEventListener("click", () => formular.repair());
  at("slet-kladde").addEventListener("click", () => formular.eraseDraft());
  at("aabn").addEventListener("click", () => fileBox.click());
  fileBox.addEventListener("change", () => {
    const [file] = fileBox.files ?? [];
    if (file) formular.open(file);
    fileBox.value = "";
  });
  textBox.addEventListener("input", () => {
    const { tekst } = formular.state;
    formular.change({ tekst: typedOver(tekst, shown(tekst), textBox.value), visning: null }, "rettelsen i teksten", IN_TEXT);
  });
  // Whoever saves as in other programs means the file, and not the page.
  window.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    formular.save();
  });
  // A file that is dropped on the page is opened in the form, and not in its place.
  window.addEventListener("dragover", (event) => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); });
  window.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    formular.open(file);
  });
  window.addEventListener("pointerdown", () => { formular.isPointing = true; }, true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { formular.isPointing = false; }, true);
  window.addEventListener("beforeunload", (event) => {
    if (!formular.saved.has(formular.state.tekst)) event.preventDefault();
  });
  // Whoever leaves just after the last word has not waited for the draft.
  window.addEventListener("pagehide", () => formular.keepDraft());
  window.addEventListener("storage", (event) => {
    const outcome = drafts.heard(event);
    if (outcome) formular.showDraft(outcome);
  });
}

at("forvaltning").textContent = data.navn;
at("skema-titel").textContent = `Statusfil ${data.aar}`;
at("gem").textContent = `Gem ${data.filnavn}`;
at("om").textContent = `Skemaet er lavet af frivilligrapport ${data.version}. Det er én fil, som hverken henter noget eller sender noget.`;
controlAt("forhaand", HTMLDetailsElement).open = matchMedia("(min-width: 84rem)").matches;
listen();
formular.restore();
formular.show();
// The program stands last in the page, behind a form that can be used already.
document.addEventListener("DOMContentLoaded", () => {
  const licences = document.getElementById("licenser");
  at("vilkaar").textContent = licences?.textContent ?? "";
  at("vilkaar").hidden = !licences;
  checks.start((state) => {
    formular.showStatus();
    if (state === "klar") formular.check();
  });
});
