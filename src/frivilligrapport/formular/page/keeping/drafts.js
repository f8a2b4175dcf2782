// Keeps a draft of what is typed in the browser, for all tabs that show the same form. A text with a CPR number is not kept.

const LIKE_CPR = /(?<![\d.,])(\d\d)([ .\/-]{0,3})(\d\d)\2(?:\d\d)?\d\d[ .\/-]{0,3}\d{4}(?!\d)/g;

/** Tell whether a text may hold a CPR number. The checks know better; this is for as long as they have not looked.
 * @param {string} tekst
 */
function mayHoldCpr(tekst) {
  const plain = tekst.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\u00ad\u200b-\u200d\u2060*_`]/g, "").replace(/[^\S\n]/g, " ");
  return [...plain.matchAll(LIKE_CPR)].some(([, day, , month]) => {
    const date = Number(day) > 60 ? Number(day) - 60 : Number(day);
    return date >= 1 && date <= 31 && Number(month) >= 1 && Number(month) <= 12;
  });
}

/** Make the keeper of one form's draft. Browsers share their store among all pages from the disk: the key says whose.
 *
 * Of several tabs the first to write has the draft, until another takes it over. Where it is deleted, it is deleted for
 * all of them.
 * @param {PageData} data
 */
function draftsOf({ forvaltning, aar, formular: formId }) {
  const place = `frivilligrapport/${forvaltning}/${aar}/`;
  const key = `${place}${formId}`;
  const fane = `${Date.now()}-${Math.random()}`;
  let isOff = false;
  /** The draft as this tab has read or written it last.
   * @type {Draft | null} */
  let known = null;

  /** @returns {Draft | null} */
  const read = (where = key) => {
    try {
      const draft = JSON.parse(localStorage.getItem(where) ?? "null");
      return typeof draft?.tekst === "string" ? draft : null;
    } catch {
      return null;
    }
  };
  const stateOf = (/** @type {Draft} */ { tekst, visning, erGemt }) =>
    ({ tekst, visning: Array.isArray(visning?.dele) ? unfoldedView(visning) : null, erGemt });
  /** List where drafts of the forvaltning's forms of the year are, those of other makings too. */
  const places = () => {
    try {
      return Object.keys(localStorage).filter((one) => one.startsWith(place));
    } catch {
      return [];
    }
  };
  /** Give what another tab has done to the draft since this one read or wrote it.
   * @returns {DraftOutcome | null} */
  const elsewhere = () => {
    const stored = read();
    isOff ||= !stored && known !== null;
    if (isOff) return "slettet";
    return stored && stored.fane !== fane && stored.tid !== known?.tid ? "anden fane" : null;
  };

  return {
    /** Give the draft as it was left, and whether it lies in a file too; null where there is none. */
    restored() {
      known = read();
      return known && stateOf(known);
    },
    /** Give the newest text that was kept in another making of this form, null where there is none. */
    earlier() {
      const drafts = places().filter((one) => one !== key).flatMap((one) => read(one) ?? []);
      return drafts.sort((one, other) => (one.tid < other.tid ? 1 : -1))[0]?.tekst ?? null;
    },
    exists: () => read() !== null,
    /** Give what an event of the browser's store means for this tab's draft; null for nothing.
     * @param {StorageEvent} event
     */
    heard(event) {
      if (event.key !== null && event.key !== key) return null;
      isOff ||= event.newValue === null;
      return elsewhere();
    },
    /** Let this tab have the draft that another has written. */
    takeOver() {
      known = read();
    },
    /** Store a draft, unless it is stored already.
     * @param {State} state
     * @param {boolean} erGemt whether the text lies in a file
     * @returns {DraftOutcome}
     */
    store({ tekst, visning }, erGemt) {
      const hindrance = elsewhere();
      if (hindrance) return hindrance;
      if (known?.tekst === tekst && known.erGemt === erGemt) return "gemt";
      const draft = { fane, tid: `${new Date().toISOString()} ${Math.random()}`, tekst, visning, erGemt };
      for (const one of [draft, { ...draft, visning: null }]) {
        try {
          localStorage.setItem(key, JSON.stringify(one));
          known = one;
          return "gemt";
        } catch {
          // Without its view a draft takes less room; with no room at all it is said.
        }
      }
      return "kan ikke";
    },
    /** Take the draft away, those of other makings too, and store none until the page is opened again. */
    erase() {
      isOff = true;
      try {
        [key, ...places()].forEach((one) => localStorage.removeItem(one));
        return true;
      } catch {
        return false;
      }
    },
  };
}
