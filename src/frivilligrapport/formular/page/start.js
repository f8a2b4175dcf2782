// Starts the worker that the program runs in; null where a browser cannot.
function startArbejder() {
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") return null;
  const part = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
  const source = new TextEncoder().encode(part("arbejder"));
  const worker = new Worker(`data:text/javascript;base64,${btoa(String.fromCharCode(...source))}`, { type: "module" });
  const { sti, filer } = JSON.parse(part("data"));
  worker.postMessage({ koersel: part("koersel"), kendt: { sti, filer } });
  return worker;
}
