// Saves a file on the disk, and reads one that somebody has chosen: whose it is, and what it is where it is no status file.

const LARGEST_FILE = 1_000_000;
const FOREIGN_FILES = [
  { mark: [0x50, 0x4b, 0x03, 0x04], kind: "et Word-dokument eller en anden pakket fil" },
  { mark: [0xd0, 0xcf, 0x11, 0xe0], kind: "et ældre Word- eller Excel-dokument" },
  { mark: [0x25, 0x50, 0x44, 0x46], kind: "en PDF-fil" },
  { mark: [0x7b, 0x5c, 0x72, 0x74], kind: "et RTF-dokument" },
];
const UTF16_MARKS = [[0xff, 0xfe], [0xfe, 0xff]];
const SAVE_ANEW = "Den er ikke gemt som UTF-8. Åbn den i Notesblok, vælg Gem som og kodningen UTF-8, og prøv igen.";
/** @type {Record<CheckState, string>} */
const NOT_UTF8 = {
  henter: "Den er ikke gemt som UTF-8, og det er tjekkene, der læser den. Vent, til de er klar, og åbn den så.",
  klar: SAVE_ANEW,
  "kan ikke": SAVE_ANEW,
};

/**
 * @param {string} tekst
 * @param {string} filnavn
 */
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
 * the program reads; then `isReencoded`, as what will be saved is.
 * @param {File} file
 * @param {PageData} whose
 * @returns {Promise<{ afvist: string } | { tekst: string, isReencoded: boolean }>}
 */
async function readFile(file, whose) {
  const refused = (/** @type {string} */ why) => ({ afvist: `»${file.name}« ${why} Intet er ændret.` });
  if (file.size > LARGEST_FILE) return refused(`fylder ${Math.ceil(file.size / 1_000_000)} MB, og en statusfil fylder højst 1 MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begins = (/** @type {number[]} */ mark) => mark.every((one, index) => bytes[index] === one);
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

/** @param {Uint8Array<ArrayBuffer>} bytes */
function asUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function base64Of(bytes) {
  let signs = "";
  for (const one of bytes) signs += String.fromCharCode(one);
  return btoa(signs);
}

/** Say why a file does not belong here: it says of itself that it is of another forvaltning or year.
 * @param {Owner} owner
 * @param {PageData} data
 */
function whyStrange(owner, { forvaltning, aar }) {
  if (!owner.forvaltning && !owner.aar) return "er ikke en statusfil: Der står hverken forvaltning eller år i den.";
  if (!owner.anden && (!owner.aar || owner.aar === String(aar))) return "";
  return `er for ${[owner.forvaltning, owner.aar].filter(Boolean).join(" ")}, og dette skema er for ${forvaltning} ${aar}.`;
}

/** Find what a file says of itself. The program knows better; this is for where it cannot be asked.
 * @param {string} tekst
 * @param {PageData} data
 * @returns {Owner}
 */
function ownerIn(tekst, { forvaltning, navn }) {
  // The file's own names stand where its first one does, or in braces that are around it all.
  const [, room, brace] = tekst.match(/^\ufeff?(?!-|%)([ ]*)(?=[^\s#])(\{?)/m) ?? ["", "", ""];
  const [before, value] = brace ? ["[{,]\\s*", `[^"'#,}\\r\\n]*[^"'#,}\\s]`] : [`^\\ufeff?${room}`, `[^"'#\\r\\n]*[^"'#\\s]`];
  const told = (/** @type {string} */ key) => tekst.match(new RegExp(`${before}["']?${key}["']?[ ]*:[ ]*["']?(${value})`, "mi"))?.[1] ?? "";
  const its = told("forvaltning");
  return { forvaltning: its, aar: told("(?:år|aar)"), anden: its !== "" && ![forvaltning, navn].some((one) => one.toLowerCase() === its.toLowerCase()) };
}
