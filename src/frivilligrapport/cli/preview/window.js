// The window around the page: shows what the server tells, and puts each new page in place of the last where the reader is.
// All that is shown comes in as text and is put in as text.
"use strict";

/** A place as it is written, what stands there (each line's number, its words, and which are marked), and a link to it.
 * @typedef {{ sted?: string, uddrag?: [number, string, string, string][], editor?: string }} Place
 * @typedef {Place & { besked: string, raad?: string, kode?: string, vaegt?: string, forklaring?: string }} Told
 * @typedef {Place & { nummer: number, hvad: string, tekst: string }} Source
 * @typedef {{ navn: string, hvad: string, dokumenter: [string, string][], klokken: string, side: string, holdt: string,
 *   standset: Told | null, resume: string, fund: Told[], flere: number, andre: string }} State
 */

/** @param {string} id */
function by(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

const SOURCE = /^kilde-\d+$/;
/** @type {{ name: string, sum: string, frame: HTMLIFrameElement | null, coming: HTMLIFrameElement | null }} */
const page = { name: "", sum: "", frame: null, coming: null };
/** The entry of a list of sources that is shown.
 * @type {{ name: string, anchor: string } | null} */
let source = null;
let asking = false;
let askAgain = false;
let anchorWanted = "";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 */
function make(tag, words = "", kind = "") {
  const one = document.createElement(tag);
  one.textContent = words;
  if (kind) one.className = kind;
  return one;
}

/**
 * @param {string} id
 * @param {string} words
 */
function say(id, words) {
  const one = by(id);
  if (one.textContent !== words) one.textContent = words;
  one.hidden = !words;
}

// What the address asks for: #document or #document/anchor; without a name it is the first document.
function wanted() {
  const [name, anchor = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { name: /^[a-z0-9-]+$/.test(name) ? name : "", anchor };
}

/** @param {string} place */
async function ask(place) {
  const answer = await fetch(place);
  return answer.ok ? answer.json() : null;
}

// One question at a time; what happens meanwhile is asked about afterwards.
async function refresh() {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    do {
      askAgain = false;
      const { name } = wanted();
      const state = await ask(`tilstand/${name}`);
      if (!state) location.hash = "";
      else if (name === wanted().name) show(state);
      if (source) await showSource(source.name, source.anchor, false);
    } while (askAgain);
  } catch {
    // The server is gone; the stream of news says so.
  } finally {
    asking = false;
  }
}

/** @param {State} state */
function show(state) {
  const name = state.navn;
  document.title = `${state.hvad}: ${state.resume}`;
  say("hvad", state.hvad);
  say("klokken", `Læst kl. ${state.klokken}`);
  say("holdt", state.holdt && `${state.side ? "Siden er den sidste gode. " : ""}${state.holdt}`);
  by("dokumenter").replaceChildren(...state.dokumenter.map(([one, title]) => {
    const link = make("a", title);
    link.href = `#${one}`;
    if (one === name) link.setAttribute("aria-current", "page");
    return link;
  }));
  showFindings(state);
  if (state.side && (page.name !== name || page.sum !== state.side)) load(name, state.side);
  else if (!state.side && page.name !== name) clear(name);
  else reach();
}

/** @param {State} state */
function showFindings(state) {
  const stopped = by("standset");
  stopped.replaceChildren(...(state.standset ? told(state.standset) : []));
  stopped.hidden = !state.standset;
  say("resume", state.resume);
  by("ingen").hidden = Boolean(state.fund.length || state.standset || state.holdt);
  const items = state.fund.map((one) => {
    const item = make("li");
    item.append(...told(one));
    return item;
  });
  if (state.flere) items.push(make("li", `Der er ${state.flere} mere. Se dem alle med frivilligrapport validate.`));
  by("fund").replaceChildren(...items);
  say("andre", state.andre);
}

/** Draw a finding, or what stops the page: where, what, the lines, and what to write instead.
 * @param {Told} one
 */
function told(one) {
  /** @type {HTMLElement[]} */
  const parts = [];
  if (one.sted) parts.push(make("p", one.sted, "sted"));
  const message = make("p", "", "besked-tekst");
  if (one.vaegt) message.append(make("span", `${one.vaegt} ${one.kode}: `, `vaegt ${one.vaegt}`));
  message.append(one.besked);
  parts.push(message, ...excerpt(one.uddrag));
  if (one.raad) parts.push(make("p", one.raad, "raad"));
  if (one.forklaring) {
    const more = make("details");
    more.append(make("summary", `Hvad betyder ${one.kode}?`), make("p", one.forklaring));
    parts.push(more);
  }
  const links = buttons(one);
  if (links.children.length) parts.push(links);
  return parts;
}

/** @param {Place["uddrag"]} [lines] */
function excerpt(lines = []) {
  if (!lines.length) return [];
  const box = make("div", "", "uddrag");
  for (const [number, before, marked, after] of lines) {
    const row = make("div");
    const code = make("code", before);
    if (marked) code.append(make("mark", marked), after);
    row.append(make("span", String(number)), code);
    box.append(row);
  }
  return [box];
}

/** @param {Place} one */
function buttons(one) {
  const row = make("div", "", "knapper");
  if (one.editor) {
    const link = make("a", "Åbn i VS Code", "knap");
    link.href = one.editor;
    row.append(link);
  }
  return row;
}

/**
 * @param {string} name
 * @param {string} anchor
 * @param {boolean} focus
 */
async function showSource(name, anchor, focus) {
  /** @type {Source | null} */
  const found = await ask(`kilde/${name}/${anchor}`);
  const box = by("kilde");
  source = found && { name, anchor };
  box.hidden = !found;
  box.replaceChildren();
  if (!found) return;
  const title = make("h2", `Kilde ${found.nummer}: »${found.tekst}«`);
  title.id = "kilde-titel";
  title.tabIndex = -1;
  box.append(title);
  if (found.hvad) box.append(make("p", found.hvad, "svag"));
  const row = buttons(found);
  const list = make("button", "Vis i kildelisten");
  const close = make("button", "Luk");
  list.addEventListener("click", () => go(name, anchor));
  close.addEventListener("click", () => {
    source = null;
    box.hidden = true;
    page.frame?.focus();
  });
  row.append(list, close);
  box.append(make("p", found.sted ?? "", "sted"), ...excerpt(found.uddrag), row);
  if (focus) {
    fold(false);
    by("panel").scrollTop = 0;
    title.focus();
  }
}

/** Give the document in a frame, which is from the same server.
 * @param {HTMLIFrameElement} frame
 */
function insideOf({ contentDocument, contentWindow }) {
  if (!contentDocument || !contentWindow) throw new Error("the page is another server's");
  return { inner: contentDocument, view: contentWindow };
}

/** Say where the reader is: the mark nearest to the window's top, and how far from it that is.
 * @param {HTMLIFrameElement} frame
 */
function placeOf(frame) {
  const { inner, view } = insideOf(frame);
  const [mark = { id: "", top: 0 }] = [...inner.querySelectorAll("[id]")]
    .map((one) => ({ id: one.id, top: one.getBoundingClientRect().top }))
    .sort((one, other) => Math.abs(one.top) - Math.abs(other.top));
  return { ...mark, scroll: view.scrollY };
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {{ id: string, top: number, scroll: number }} place
 */
function putAt(frame, place) {
  const { inner, view } = insideOf(frame);
  const mark = place.id && place.scroll ? inner.getElementById(place.id) : null;
  const top = mark ? mark.getBoundingClientRect().top + view.scrollY - place.top : place.scroll;
  view.scrollTo({ top, behavior: "instant" });
}

function reach() {
  if (!anchorWanted || !page.frame) return;
  insideOf(page.frame).inner.getElementById(anchorWanted)?.scrollIntoView({ behavior: "instant" });
  anchorWanted = "";
}

/** @param {string} name */
function clear(name) {
  page.frame?.remove();
  page.coming?.remove();
  Object.assign(page, { name, sum: "", frame: null, coming: null });
  by("tom").hidden = false;
}

/** Load a new page: it is laid out behind the one that is read, and takes its place when it is whole.
 * @param {string} name
 * @param {string} sum
 */
function load(name, sum) {
  page.coming?.remove();
  const frame = make("iframe", "", "kommer");
  frame.title = "Dokumentet, som det bliver";
  frame.src = `dokument/${name}.html?${sum}`;
  page.coming = frame;
  frame.addEventListener("load", () => {
    if (page.coming !== frame) return;
    insideOf(frame).inner.addEventListener("click", follow);
    const old = page.frame;
    if (old && page.name === name) putAt(frame, placeOf(old));
    const held = document.activeElement === old;
    frame.className = "";
    old?.remove();
    Object.assign(page, { name, sum, frame, coming: null });
    by("tom").hidden = true;
    if (held) frame.focus();
    reach();
    document.body.dataset.side = sum;
  }, { once: true });
  by("rammer").append(frame);
}

/** @param {MouseEvent} event */
function follow(event) {
  // What is pressed belongs to the frame's own window, whose kinds of elements are others than this one's.
  const { target } = event;
  const link = target && "closest" in target && typeof target.closest === "function" ? target.closest("a[href]") : null;
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = new URL(link.getAttribute("href"), link.baseURI);
  event.preventDefault();
  const inside = address.origin === location.origin && /\/dokument\/([a-z0-9-]+)\.html$/.exec(address.pathname);
  const anchor = decodeURIComponent(address.hash.slice(1));
  if (inside && SOURCE.test(anchor)) showSource(inside[1], anchor, true);
  else if (inside) go(inside[1], anchor);
  else if (/^(https?|mailto):$/.test(address.protocol)) window.open(address, "_blank", "noopener,noreferrer");
}

/** @param {string} name */
function go(name, anchor = "") {
  anchorWanted = anchor;
  const hash = anchor ? `#${name}/${encodeURIComponent(anchor)}` : `#${name}`;
  if (location.hash === hash) reach();
  else location.hash = hash;
}

/** @param {boolean} folded */
function fold(folded) {
  document.body.classList.toggle("foldet", folded);
  by("fold").setAttribute("aria-expanded", String(!folded));
  by("fold").textContent = folded ? "Vis fund" : "Skjul fund";
}

/** A window that nobody sees holds no connection: a browser has only six for all its tabs.
 * @type {EventSource | null} */
let news = null;
function listen() {
  news?.close();
  news = null;
  if (document.hidden) return;
  news = new EventSource("begivenheder");
  news.addEventListener("open", () => say("afbrudt", ""));
  news.addEventListener("ny", refresh);
  news.addEventListener("error", () => say("afbrudt", "Forbindelsen er afbrudt. Start frivilligrapport preview igen, og åbn den nye adresse."));
}

by("fold").addEventListener("click", () => fold(!document.body.classList.contains("foldet")));
window.addEventListener("hashchange", () => {
  anchorWanted = wanted().anchor;
  refresh();
});
document.addEventListener("visibilitychange", listen);
anchorWanted = wanted().anchor;
listen();
