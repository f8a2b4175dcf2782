// The page itself: what is shown follows from one state, the text and its view. Every change is a new state, so each can
// be taken back; the checks run in a worker and tell what they find whenever the text has rested.

const RECHECK_AFTER = 300;
const DRAFT_AFTER = 500;
const STUCK = "Tjekkene gik i stå ved denne tekst. Du kan skrive videre og gemme.";
const TITLE = document.title;
const textBox = controlAt("tekst", HTMLTextAreaElement);
const undoButton = controlAt("fortryd", HTMLButtonElement);
/** @type {PageData} */
const data = JSON.parse(at("data").textContent ?? "");
const given = { tekst: data.tekst, visning: data.visning && unfoldedView(data.visning) };
const checks = checksInWorker();

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
    this.later("draft", DRAFT_AFTER, () => keeping.storeDraft());
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

  /** Wait until no mouse button is down: what is shown moves the page, and a click would miss what it was meant for.
   * @param {() => void} then
   */
  whenStill(then) {
    if (this.isPointing) window.addEventListener("pointerup", () => setTimeout(then), { once: true });
    else then();
  },

  undo() {
    const last = this.history.pop();
    if (!last) return;
    this.typing = null;
    this.state = last.state;
    this.show();
    this.tell(`Fortrudt: ${last.label}.`);
    this.check();
    this.later("draft", DRAFT_AFTER, () => keeping.storeDraft());
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
};
