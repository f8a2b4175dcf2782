// The page itself: what is shown follows from one state, the text and its view. Every change is a new state, so each can
// be taken back; the checks run in a worker and tell what they find whenever the text has rested.

const RECHECK_AFTER = 300;
const DRAFT_AFTER = 500;
const IN_TEXT = { binding: null };
const STUCK = "Tjekkene gik i stå ved denne tekst. Du kan skrive videre og gemme.";
const TITLE = document.title;
/** @type {(id: string) => any} */
const at = (id) => document.getElementById(id);
/** @type {PageData} */
const data = JSON.parse(at("data").textContent);
const drafts = draftsOf(data);
const checks = checksInWorker();

const formular = {
  state: { tekst: data.tekst, visning: unfoldedView(data.visning) },
  // Every text that lies in a file.
  saved: new Set([data.tekst]),
  history: [],
  parts: [],
  typing: null,
  isPointing: false,
  isStuck: false,
  madeIds: new Set(),
  fund: [],
  seen: null,
  showsAll: false,
  mode: "skema",
  asked: null,
  timers: {},

  // ---------------------------------------------------------------------------------------------- changes

  /** Take over a new state; `label` says what can be taken back. */
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

  later(name, wait, then) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(then, wait);
  },

  /** Answer a field while somebody is in it: what is typed counts from where they began. */
  answer(binding, value) {
    if (this.typing?.binding !== binding) this.typing = { binding, base: this.state, node: binding.node };
    const next = answered(this.typing.base, this.typing.node, value);
    this.change(next, `svaret i »${binding.name}«`, this.typing);
  },

  leave(binding) {
    this.typing = null;
    binding.left = true;
    if (binding.node.felt === "navn") this.makeId(binding);
    this.whenStill(() => this.showFindings());
  },

  /** Wait until no mouse button is down: what is shown moves the page, and a click would miss what it was meant for. */
  whenStill(then) {
    if (this.isPointing) window.addEventListener("pointerup", () => setTimeout(then), { once: true });
    else then();
  },

  /** Give a new indsats its id, from its name; one that has been handed in before keeps its own. */
  makeId({ node }) {
    const list = [...nodesOf(this.state.visning)].find(({ type, børn }) => type === "liste" && børn.some((one) => one.børn?.includes(node)));
    const group = list?.børn.find((one) => one.børn?.includes(node));
    const own = group?.børn.find(({ felt }) => felt === "id");
    if (!own || own.værdi && !this.madeIds.has(own.værdi)) return;
    const isUsed = own.værdi && this.state.tekst.split(own.værdi).length > 2;
    const taken = list.børn.filter((one) => one !== group).map((one) => one.børn?.find(({ felt }) => felt === "id")?.værdi);
    const id = idOf(node.værdi, taken);
    if (!id || isUsed || id === own.værdi) return;
    this.madeIds.add(id);
    this.change(answered(this.state, own, id), "det korte navn");
  },

  chooseReady(binding, word) {
    binding.left = true;
    this.typing = null;
    this.change(answered(this.state, binding.node, Array.isArray(binding.node.værdi) ? [word] : word), `svaret i »${binding.name}«`);
    this.showFindings();
  },

  confirm(binding) {
    binding.left = true;
    this.typing = null;
    this.change(withoutMark(this.state, binding.node), `svaret i »${binding.name}«`);
    binding.focus.focus();
  },

  add(binding) {
    const { sti, tilføj } = binding.node;
    this.typing = null;
    for (const made of nodesOf(snippetOf(this.state, tilføj))) if (made.felt === "id" && made.værdi) this.madeIds.add(made.værdi);
    this.change(added(this.state, binding.node), `tilføjelsen til »${binding.name}«`);
    const place = this.bindings().find(({ node }) => node.sti === sti);
    const isNew = ({ node, root }) => node.type === "felt" && node.start >= tilføj.ved && place.root.contains(root);
    const first = this.bindings().find((one) => isNew(one) && one.node.felt !== "id");
    if (first) goTo(first);
    // What stands there is a proposal, to be written over.
    first?.focus.select?.();
  },

  remove(binding) {
    const [all, index] = [this.bindings(), this.bindings().indexOf(binding)];
    const around = all.slice(0, index).reverse().find((one) => one.isGroup && one.root.contains(binding.root));
    this.typing = null;
    const { name } = binding;
    this.change(removed(this.state, binding.node), `fjernelsen af »${name}«`);
    this.tell(`»${name}« er fjernet.`, { canUndo: true });
    (this.bindings().find((one) => one.node.sti === around?.node.sti) ?? around)?.focus.focus();
  },

  holdAgain(binding) {
    const { navn, start } = binding.node;
    this.typing = null;
    this.change(heldAgain(this.state, binding.node), `»${navn}«`);
    this.tell(`»${navn}« er skrevet ind. Sig, hvordan det gik i ${data.aar}.`, { canUndo: true });
    const group = this.bindings().find(({ node }) => node.type === "gruppe" && node.start === start);
    if (group) goTo(group);
  },

  replace(replacement, binding) {
    this.typing = null;
    this.change(replaced(this.state, replacement), `rettelsen i »${binding.name}«`);
    binding.focus.focus();
    this.check();
  },

  accept(finding, grund, binding) {
    this.typing = null;
    this.change(accepted(this.state, binding.node.start >= 0 ? binding.node.start : finding.start, finding.kode, grund), "grunden");
    binding.focus.focus();
    this.tell("Advarslen er accepteret. Grunden står i filen og kommer med i rapporten.", { canUndo: true });
    this.check();
  },

  undo() {
    const last = this.history.pop();
    this.typing = null;
    this.state = last.state;
    this.show();
    this.tell(`Fortrudt: ${last.label}.`);
    this.check();
    this.later("draft", DRAFT_AFTER, () => this.storeDraft());
  },

  // ---------------------------------------------------------------------------------------------- what is shown

  /** Give what is declared of a field, wherever it stands. */
  helpOf(om) {
    return this.state.visning.om[om]?.hjælp ?? "";
  },

  /** Give what an indsats is called; anything else is called what it is. */
  nameOf(id) {
    return namesOf(this.state.visning).get(id) ?? id;
  },

  bindings() {
    return this.parts.flatMap(({ bindings }) => bindings);
  },

  show(typingIn = null) {
    const { visning, tekst } = this.state;
    const asText = this.mode === "tekst" || !visning;
    at("skema").hidden = asText;
    at("filen").hidden = !asText;
    if (visning) {
      this.parts = showView(visning, this.parts, at("dele"), typingIn);
      drawContents(at("indhold"), this.parts);
    }
    const box = at("tekst");
    if (asText && box.value !== shown(tekst)) box.value = shown(tekst);
    at("tilbage").hidden = !visning;
    at("hvorfor-tekst").hidden = Boolean(visning);
    at("fortryd").disabled = !this.history.length;
    this.showFindings();
    this.showStatus();
  },

  showFindings() {
    const bindings = this.bindings();
    const isCurrent = this.seen?.tekst === this.state.tekst;
    const told = tellable(this.fund, this.state.visning ? bindings : [], this.state.tekst, this.showsAll);
    if (isCurrent && this.state.visning) showAtFields(told, bindings);
    if (isCurrent) {
      showSummary(at("opsummering"), told, !this.showsAll);
      showTextFindings(at("tekstfund"), this.fund);
      at("ret").hidden = !this.fund.some(({ erstatninger }) => erstatninger.length);
    }
    const wrong = told.some(({ finding }) => finding.alvor === "fejl");
    document.title = `${wrong ? "Fejl: " : ""}${TITLE}`;
  },

  showStatus() {
    const waiting = this.state.visning ? waitingIn(this.state.visning) : 0;
    const words = {
      henter: "Tjekkene gøres klar. Du kan skrive imens.",
      klar: this.seen?.tekst === this.state.tekst ? "Tjekkene er klar." : this.isStuck ? STUCK : "Ser efter …",
      "kan ikke": "Tjekkene kan ikke køre i denne browser. Du kan udfylde og gemme alligevel: filen bliver set efter, når den er sendt.",
    };
    setText(at("tjek"), words[checks.state]);
    setText(at("hvorfor-tekst"), WHY_TEXT[checks.state]);
    setText(at("rest"), waiting ? `${waiting} svar mangler` : "Alt er besvaret");
    setText(at("gemt"), this.saved.has(this.state.tekst) ? "" : "Ikke gemt som fil");
  },

  tell(words, { canUndo = false } = {}) {
    at("besked").replaceChildren(words, ...(canUndo ? [" ", button("Fortryd", () => this.undo(), { kind: "lille" })] : []));
  },

  showText(finding) {
    this.mode = "tekst";
    this.show();
    at("tekst").focus();
    selectInText(at("tekst"), this.state.tekst, finding ?? { start: 0, slut: 0 });
    if (!finding) at("filen-titel").scrollIntoView();
  },

  showForm() {
    if (!this.state.visning) return;
    this.mode = "skema";
    this.show();
    at("skema-titel").focus();
  },

  // ---------------------------------------------------------------------------------------------- checks

  /** Have the text looked at, unless it has been; gives whether what is known is of the text as it stands. */
  async check() {
    clearTimeout(this.timers.check);
    if (checks.state !== "klar") return false;
    const { tekst } = this.state;
    if (this.seen?.tekst === tekst) return true;
    this.showStatus();
    if (this.asked?.tekst !== tekst) this.asked = { tekst, answer: checks.ask({ gør: "se", tekst }) };
    const answer = await this.asked.answer;
    if (this.state.tekst !== tekst) return false;
    this.isStuck = !answer?.fund;
    if (this.isStuck) {
      this.showStatus();
      return false;
    }
    if (this.seen?.tekst !== tekst) this.sees(tekst, answer);
    return true;
  },

  sees(tekst, { fund, visning, forhåndsvisning }) {
    this.seen = { tekst };
    this.fund = fund ?? [];
    const { typing, parts } = this;
    this.state = { tekst, visning: unfoldedView(visning ?? null) };
    this.show(typing?.binding);
    // What is being typed counts from the new view where the form was drawn anew: a field may have come or gone.
    if (this.parts.some((part, number) => part !== parts[number])) this.typing = null;
    showPreview(at("forhaandsvisning"), forhåndsvisning, this.fund.some(({ alvor }) => alvor === "fejl"));
    showFates(forhåndsvisning?.tal ?? [], this.bindings(), this.fund);
  },

  async lookAtAll() {
    this.showsAll = true;
    await this.check();
    this.showFindings();
    const box = at("opsummering");
    if (!box.hidden) box.querySelector("h2").focus();
    else this.tell(NOTHING_FOUND[checks.state]);
  },

  async repair() {
    const answer = await checks.ask({ gør: "ret", tekst: this.state.tekst });
    if (!answer?.rettelser?.length) return this.tell("Der er ikke noget, der kan rettes med sikkerhed.");
    this.change({ tekst: answer.tekst, visning: null }, "rettelserne");
    this.tell(`Rettet: ${answer.rettelser.join(" · ")}`, { canUndo: true });
    return this.check();
  },

  // ---------------------------------------------------------------------------------------------- keeping

  /** Tell whether the text holds a CPR number; before the checks have looked, whether it may. */
  async holdsCpr() {
    if (await this.check()) return this.fund.some(({ kode }) => kode === "FR901");
    return mayHoldCpr(this.state.tekst);
  },

  async storeDraft() {
    const { state } = this;
    if (state.tekst === data.tekst && !drafts.exists()) return;
    if (await this.holdsCpr()) {
      setText(at("kladde"), "Kladden bliver ikke gemt, så længe der står noget, der ligner et CPR-nummer.");
      return;
    }
    if (state !== this.state && state.tekst !== this.state.tekst) return;
    const outcome = drafts.store(this.state);
    const time = new Date().toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" });
    const words = {
      gemt: `Kladde gemt i browseren kl. ${time}`,
      "slået fra": "Kladden er slettet, og der gemmes ingen ny",
      "kan ikke": "Browseren kan ikke gemme en kladde. Gem filen, før du lukker siden.",
      "anden fane": "Skemaet er åbent i en anden fane, og det er kladden derfra, der er gemt. Skriv videre dér, eller gem filen her.",
    };
    setText(at("kladde"), words[outcome]);
    at("kladde").classList.toggle("vigtig", outcome === "kan ikke" || outcome === "anden fane");
  },

  async save() {
    if (checks.state === "henter" && mayHoldCpr(this.state.tekst)) {
      this.tell("Der står noget, der kan være et CPR-nummer. Vent, til tjekkene er klar, og gem så.");
      return;
    }
    if (await this.holdsCpr()) {
      this.showsAll = true;
      this.showFindings();
      this.tell("Filen er ikke gemt: Der står noget, der ligner et CPR-nummer. Slet det, og gem så.");
      return;
    }
    download(this.state.tekst, data.filnavn);
    this.saved.add(this.state.tekst);
    this.showStatus();
    const counts = this.seen?.tekst === this.state.tekst && this.fund.length ? ` Der er ${countsOf(this.fund)} i den.` : "";
    this.tell(`${data.filnavn} er gemt, som regel i mappen Overførsler. Send den til den, der samler rapporten.${counts}`);
  },

  eraseDraft() {
    const isGone = drafts.erase();
    setText(at("kladde"), isGone ? "Kladden er slettet, og der gemmes ingen ny" : "Kladden kan ikke slettes i denne browser.");
    at("tidligere").hidden = true;
    this.tell("Kladden er slettet fra denne pc. Det, du ser, er her, til du lukker siden.");
  },

  async open(file) {
    const { tekst, afvist, isReencoded } = await readFile(file, data, checks);
    if (afvist) return this.tell(afvist);
    if (tekst === this.state.tekst) return this.tell(`»${file.name}« er den fil, du ser.`);
    this.typing = null;
    this.change({ tekst, visning: tekst === data.tekst ? unfoldedView(data.visning) : null }, `åbningen af »${file.name}«`);
    if (!isReencoded) this.saved.add(tekst);
    this.showStatus();
    const how = isReencoded ? " Bogstaverne var gemt på en ældre måde. Gem filen igen, så kan alle programmer læse dem." : "";
    this.tell(`»${file.name}« er åbnet.${how}`, { canUndo: true });
    return this.check();
  },

  restore() {
    const draft = drafts.restored();
    if (!draft) this.offerEarlier();
    if (!draft || draft.tekst === data.tekst) return;
    this.history.push({ state: this.state, label: "det, der blev hentet frem fra kladden" });
    this.state = { tekst: draft.tekst, visning: draft.visning };
    this.tell("Din kladde er hentet frem. Du kan skrive videre, hvor du slap.", { canUndo: true });
  },

  /** Offer the draft that was written in another making of this form: what is in this one may be newer. */
  offerEarlier() {
    const draft = drafts.earlier();
    if (!draft || draft.tekst === data.tekst) return;
    const take = button("Hent den frem", () => {
      place.hidden = true;
      this.change({ tekst: draft.tekst, visning: null }, "det, der blev hentet frem fra kladden");
      this.tell("Kladden er hentet frem.", { canUndo: true });
      this.check();
    });
    const place = at("tidligere");
    place.replaceChildren(`På denne pc ligger der en kladde, du har skrevet i et tidligere skema for ${data.forvaltning} ${data.aar}. `, take);
    place.hidden = false;
  },
};

function listen() {
  at("gem").addEventListener("click", () => formular.save());
  at("fortryd").addEventListener("click", () => formular.undo());
  at("se-efter").addEventListener("click", () => formular.lookAtAll());
  at("vis-filen").addEventListener("click", () => formular.showText());
  at("tilbage").addEventListener("click", () => formular.showForm());
  at("ret").addEventListener("click", () => formular.repair());
  at("slet-kladde").addEventListener("click", () => formular.eraseDraft());
  at("aabn").addEventListener("click", () => at("fil").click());
  at("fil").addEventListener("change", (/** @type {any} */ { target }) => {
    const [file] = target.files;
    target.value = "";
    if (file) formular.open(file);
  });
  at("tekst").addEventListener("input", (/** @type {any} */ { target }) => {
    const { tekst } = formular.state;
    formular.change({ tekst: typedOver(tekst, shown(tekst), target.value), visning: null }, "rettelsen i teksten", IN_TEXT);
  });
  window.addEventListener("pointerdown", () => { formular.isPointing = true; }, true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { formular.isPointing = false; }, true);
  window.addEventListener("beforeunload", (event) => {
    if (!formular.saved.has(formular.state.tekst)) event.preventDefault();
  });
  window.addEventListener("storage", ({ key }) => {
    if (key === drafts.key && drafts.isElsewhere()) formular.storeDraft();
  });
}

at("forvaltning").textContent = data.navn;
at("skema-titel").textContent = `Statusfil ${data.aar}`;
at("gem").textContent = `Gem ${data.filnavn}`;
at("om").textContent = `Skemaet er lavet af frivilligrapport ${data.version}. Det er én fil, som hverken henter noget eller sender noget.`;
at("forhaand").open = matchMedia("(min-width: 84rem)").matches;
listen();
formular.restore();
formular.show();
// The program stands last in the page, behind a form that can be used already.
document.addEventListener("DOMContentLoaded", () => {
  at("vilkaar").textContent = at("licenser")?.textContent ?? "";
  at("vilkaar").hidden = !at("licenser");
  checks.start((state) => {
    formular.showStatus();
    if (state === "klar") formular.check();
  });
});
