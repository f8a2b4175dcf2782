// Begins the page: says whose form it is, listens to what is done in it, and starts the checks.

const fileBox = controlAt("fil", HTMLInputElement);
const IN_TEXT = { binding: null };

function listen() {
  at("gem").addEventListener("click", () => keeping.save());
  undoButton.addEventListener("click", () => formular.undo());
  at("se-efter").addEventListener("click", () => formular.lookAtAll());
  at("vis-filen").addEventListener("click", () => formular.showText());
  at("tilbage").addEventListener("click", () => formular.showForm());
  at("ret").addEventListener("click", () => formular.repair());
  at("slet-kladde").addEventListener("click", () => keeping.eraseDraft());
  at("aabn").addEventListener("click", () => fileBox.click());
  fileBox.addEventListener("change", () => {
    const [file] = fileBox.files ?? [];
    if (file) keeping.open(file);
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
    keeping.save();
  });
  // A file that is dropped on the page is opened in the form, and not in its place.
  window.addEventListener("dragover", (event) => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); });
  window.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    keeping.open(file);
  });
  window.addEventListener("pointerdown", () => { formular.isPointing = true; }, true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { formular.isPointing = false; }, true);
  window.addEventListener("beforeunload", (event) => {
    if (!formular.saved.has(formular.state.tekst)) event.preventDefault();
  });
  // Whoever leaves just after the last word has not waited for the draft.
  window.addEventListener("pagehide", () => keeping.keepDraft());
  window.addEventListener("storage", (event) => {
    const outcome = drafts.heard(event);
    if (outcome) keeping.showDraft(outcome);
  });
}

at("forvaltning").textContent = data.navn;
at("skema-titel").textContent = `Statusfil ${data.aar}`;
at("gem").textContent = `Gem ${data.filnavn}`;
at("om").textContent = `Skemaet er lavet af frivilligrapport ${data.version}. Det er én fil, som hverken henter noget eller sender noget.`;
controlAt("forhaand", HTMLDetailsElement).open = matchMedia("(min-width: 84rem)").matches;
listen();
keeping.restore();
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
