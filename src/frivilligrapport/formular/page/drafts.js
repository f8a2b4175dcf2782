// Keeps what is typed: a draft in the browser, the file on the disk. A text with a CPR number is neither stored nor saved.

const LARGEST_FILE = 1_000_000;
const FOREIGN_FILES = [
  { mark: [0x50, 0x4b, 0x03, 0x04], kind: "et Word-dokument eller en anden pakket fil" },
  { mark: [0xd0, 0xcf, 0x11, 0xe0], kind: "et ældre Word- eller Excel-dokument" },
  { mark: [0x25, 0x50, 0x44, 0x46], kind: "en PDF-fil" },
  { mark: [0x7b, 0x5c, 0x72, 0x74], kind: "et RTF-dokument" },
];
const UTF16_MARKS = [[0xff, 0xfe], [0xfe, 0xff]];
const SAVE_ANEW = "Den er ikke gemt som UTF-8. Åbn den i Notesblok, vælg Gem som og kodningen UTF-8, og prøv igen.";
const NOT_UTF8 = {
  henter: "Den er ikke gemt som UTF-8, og det er tjekkene, der læser den. Vent, til de er klar, og åbn den så.",
  klar: SAVE_ANEW,
  "kan ikke": SAVE_ANEW,
};
const LIKE_CPR = /(?<![\d.,])(\d\d)([ .\/-]{0,3})(\d\d)\2(?:\d\d)?\d\d[ .\/-]{0,3}\d{4}(?!\d)/g;

/** Tell whether a text may hold a CPR number. The checks know better; this is for as long as they have not looked. */
function mayHoldCpr(tekst) {
  const plain = tekst.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\u00ad\u200b-\u200d\u2060*_`]/g, "").replace(/[^\S\n]/g, " ");
  return [...plain.matchAll(LIKE_CPR)].some(([, day, , month]) => {
    const date = Number(day) > 60 ? Number(day) - 60 : Number(day);
    return date >= 1 && date <= 31 && Number(month) >= 1 && Number(month) <= 12;
  });
}

/** Make the keeper of one form's draft. Browsers share their store among all pages from the disk: the key says whose. */
function draftsOf({ forvaltning, aar, formular: formId }) {
  const place = `frivilligrapport/${forvaltning}/${aar}/`;
  const key = `${place}${formId}`;
  const fane = `${Date.now()}-${Math.random()}`;
  let isOff = false;
  let known = null;

  const read = (where = key) => {
    try {
      const draft = JSON.parse(localStorage.getItem(where));
      if (typeof draft?.tekst !== "string") return null;
      return { ...draft, visning: Array.isArray(draft.visning?.dele) ? draft.visning : null };
    } catch {
      return null;
    }
  };
  /** List where drafts of the forvaltning's forms of the year are, those of other makings too. */
  const places = () => {
    try {
      return Object.keys(localStorage).filter((one) => one.startsWith(place));
    } catch {
      return [];
    }
  };
  /** Tell whether another tab has written the draft since this one read or wrote it. */
  const isElsewhere = () => {
    const stored = read();
    return Boolean(stored && stored.fane !== fane && stored.tid !== known);
  };

  return {
    key,
    restored() {
      const draft = read();
      known = draft?.tid ?? null;
      return draft;
    },
    /** Give the newest draft of another making of this form, null where there is none. */
    earlier() {
      const drafts = places().filter((one) => one !== key).map(read).filter(Boolean);
      return drafts.sort((one, other) => (one.tid < other.tid ? 1 : -1))[0] ?? null;
    },
    isElsewhere,
    exists: () => read() !== null,
    /** Store a draft; gives "gemt", "anden fane", "slået fra" or "kan ikke". */
    store({ tekst, visning }) {
      if (isOff) return "slået fra";
      if (isElsewhere()) return "anden fane";
      const tid = `${new Date().toISOString()} ${Math.random()}`;
      for (const draft of [{ fane, tid, tekst, visning }, { fane, tid, tekst, visning: null }]) {
        try {
          localStorage.setItem(key, JSON.stringify(draft));
          known = tid;
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

function download(tekst, filnavn) {
  const address = URL.createObjectURL(new Blob([tekst], { type: "text/yaml" }));
  const link = element("a", { href: address, download: filnavn });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Read a file that somebody has chosen: gives {tekst}, or {afvist} with the sentence that says why not. What is no UTF-8
 * the program reads; then `isReencoded`, as what will be saved is. */
async function readFile(file, whose, checks) {
  const refused = (why) => ({ afvist: `»${file.name}« ${why} Intet er ændret.` });
  if (file.size > LARGEST_FILE) return refused(`fylder ${Math.ceil(file.size / 1_000_000)} MB, og en statusfil fylder højst 1 MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begins = (mark) => mark.every((one, index) => bytes[index] === one);
  const foreign = FOREIGN_FILES.find(({ mark }) => begins(mark));
  if (foreign) return refused(`er ${foreign.kind} og ikke en statusfil.`);
  if (bytes.includes(0) && !UTF16_MARKS.some(begins)) return refused("er ikke en tekstfil.");
  const plain = asUtf8(bytes);
  const answer = await checks.ask({ gør: "åbn", data: base64Of(bytes) });
  const tekst = plain ?? answer?.tekst;
  if (typeof tekst !== "string") {
    const [finding] = answer?.fund ?? [];
    const why = finding ? `${finding.besked} ${finding.råd ?? ""}`.trim() : NOT_UTF8[checks.state];
    return refused(`kan ikke åbnes${checks.state === "henter" ? " endnu" : ""}. ${why}`);
  }
  const why = whyStrange(answer?.ejer ?? ownerIn(tekst, whose), whose);
  return why ? refused(why) : { tekst, isReencoded: plain === null };
}

function asUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function base64Of(bytes) {
  let signs = "";
  for (const one of bytes) signs += String.fromCharCode(one);
  return btoa(signs);
}

/** Say why a file does not belong here: it says of itself that it is of another forvaltning or year. */
function whyStrange(owner, { forvaltning, aar }) {
  if (!owner.forvaltning && !owner.aar) return "er ikke en statusfil: Der står hverken forvaltning eller år i den.";
  if (!owner.anden && (!owner.aar || owner.aar === String(aar))) return "";
  return `er for ${[owner.forvaltning, owner.aar].filter(Boolean).join(" ")}, og dette skema er for ${forvaltning} ${aar}.`;
}

/** Find what a file says of itself. The program knows better; this is for where it cannot be asked. */
function ownerIn(tekst, { forvaltning, navn }) {
  // The file's own names stand where its first one does, or in braces that are around it all.
  const [, room, brace] = tekst.match(/^\ufeff?(?!-|%)([ ]*)(?=[^\s#])(\{?)/m) ?? ["", "", ""];
  const [before, value] = brace ? ["[{,]\\s*", `[^"'#,}\\r\\n]*[^"'#,}\\s]`] : [`^\\ufeff?${room}`, `[^"'#\\r\\n]*[^"'#\\s]`];
  const told = (key) => tekst.match(new RegExp(`${before}["']?${key}["']?[ ]*:[ ]*["']?(${value})`, "mi"))?.[1] ?? "";
  const its = told("forvaltning");
  return { forvaltning: its, aar: told("(?:år|aar)"), anden: its !== "" && ![forvaltning, navn].some((one) => one.toLowerCase() === its.toLowerCase()) };
}
