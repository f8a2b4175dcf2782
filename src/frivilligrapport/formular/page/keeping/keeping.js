// Keeps what is typed, as a draft and as a file, and finds it again; says what has become of it. Nothing with a CPR number
// is kept.

/** @type {Record<Exclude<DraftOutcome, "gemt">, string>} */
const DRAFT_WORDS = {
  slettet: "Kladden er slettet, og der gemmes ingen ny, før skemaet åbnes igen",
  "kan ikke": "Browseren kan ikke gemme en kladde. Gem filen, før du lukker siden.",
  "anden fane": "Skemaet er åbent i en anden fane, og det er kladden derfra, der er gemt.",
};
const drafts = draftsOf(data);

const keeping = {
  /** Tell whether the text holds a CPR number; before the checks have looked, whether it may. */
  holdsCpr() {
    const { tekst } = formular.state;
    return formular.seen === tekst ? formular.fund.some(({ kode }) => kode === "FR901") : mayHoldCpr(tekst);
  },

  /** Keep what has been typed when the checks have looked at it. */
  async storeDraft() {
    const { tekst } = formular.state;
    await formular.check();
    if (tekst === formular.state.tekst) this.keepDraft();
  },

  keepDraft() {
    const { tekst } = formular.state;
    if (tekst === data.tekst && !drafts.exists()) return;
    if (this.holdsCpr()) setText(at("kladde"), "Kladden bliver ikke gemt, så længe der står noget, der ligner et CPR-nummer.");
    else this.showDraft(drafts.store(formular.state, formular.saved.has(tekst)));
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
    if (checks.state === "henter" && mayHoldCpr(formular.state.tekst)) {
      formular.tell("Der står noget, der kan være et CPR-nummer. Vent, til tjekkene er klar, og gem så.");
      return;
    }
    await formular.check();
    if (this.holdsCpr()) {
      formular.showsAll = true;
      formular.showFindings();
      formular.tell("Filen er ikke gemt: Der står noget, der ligner et CPR-nummer. Slet det, og gem så.");
      return;
    }
    download(formular.state.tekst, data.filnavn);
    formular.saved.add(formular.state.tekst);
    this.keepDraft();
    formular.showStatus();
    const counts = formular.fund.length ? ` Der er ${countsOf(formular.fund)} i den.` : "";
    const looked = formular.seen === formular.state.tekst ? counts : " Den er ikke set efter.";
    formular.tell(`${data.filnavn} er gemt, som regel i mappen Overførsler. Send den til den, der samler rapporten.${looked}`);
  },

  eraseDraft() {
    if (drafts.erase()) this.showDraft("slettet");
    else setText(at("kladde"), "Kladden kan ikke slettes i denne browser.");
    at("tidligere").hidden = true;
    formular.tell("Kladden er slettet fra denne pc. Det, du ser, er her, til du lukker siden.");
  },

  /** @param {File} file */
  async open(file) {
    const found = await readFile(file, data);
    if ("afvist" in found) return formular.tell(found.afvist);
    const { tekst, isReencoded } = found;
    if (tekst === formular.state.tekst) return formular.tell(`»${file.name}« er den fil, du ser.`);
    formular.typing = null;
    formular.change(tekst === data.tekst ? given : { tekst, visning: null }, `åbningen af »${file.name}«`);
    if (!isReencoded) formular.saved.add(tekst);
    formular.showStatus();
    const how = isReencoded ? " Bogstaverne var gemt på en ældre måde. Gem filen igen, så kan alle programmer læse dem." : "";
    formular.tell(`»${file.name}« er åbnet.${how}`, formular.undoing());
    return formular.check();
  },

  restore() {
    const draft = drafts.restored();
    if (!draft) this.offerEarlier();
    if (!draft || draft.tekst === data.tekst) return;
    formular.state = { tekst: draft.tekst, visning: draft.visning };
    if (draft.erGemt) formular.saved.add(draft.tekst);
    const anew = button("Begynd forfra", () => {
      formular.typing = null;
      formular.change(given, "at begynde forfra");
      formular.tell("Skemaet er, som du fik det.", formular.undoing());
    }, { kind: "lille" });
    formular.tell("Din kladde er hentet frem. Du kan skrive videre, hvor du slap.", anew);
  },

  /** Offer the draft that was written in another making of this form: what is in this one may be newer. */
  offerEarlier() {
    const tekst = drafts.earlier();
    if (tekst === null || tekst === data.tekst) return;
    const take = button("Hent den frem", () => {
      place.hidden = true;
      formular.change({ tekst, visning: null }, "det, der blev hentet frem fra kladden");
      formular.tell("Kladden er hentet frem.", formular.undoing());
      formular.check();
    });
    const place = at("tidligere");
    place.replaceChildren(`På denne pc ligger der en kladde, du har skrevet i et tidligere skema for ${data.forvaltning} ${data.aar}. `, take);
    place.hidden = false;
  },
};
