// What pages are made of: elements with their attributes, links and buttons.

let drawn = 0;

/** Give a part of the page that is always there.
 * @param {string} id
 */
function at(id) {
  return controlAt(id, HTMLElement);
}

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {{ new (): Kind }} kind
 */
function controlAt(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new TypeError(`there is no ${kind.name} ${id}`);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {(Node | string | null)[]} children
 */
function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * @param {number} level
 * @param {Attributes} attributes
 * @param {string[]} children
 */
function heading(level, attributes, ...children) {
  return filled(document.createElement(`h${level}`), attributes, children);
}

/**
 * @template {HTMLElement} Kind
 * @param {Kind} made
 * @param {Attributes} attributes
 * @param {(Node | string | null)[]} children
 */
function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Draw a link that goes to a place of the page by `go`; the address is where it leads without it.
 * @param {string} id
 * @param {string} words
 * @param {() => void} go
 */
function jump(id, words, go) {
  const onclick = (/** @type {Event} */ event) => {
    event.preventDefault();
    go();
  };
  return element("a", { href: `#${id}`, onclick }, words);
}

/**
 * @param {Element} place
 * @param {string} words
 */
function setText(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

/** @param {string} text */
function hidden(text) {
  return element("span", { class: "usynlig" }, text);
}

/**
 * @param {string} text
 * @param {() => void} onclick
 * @param {{ about?: string, kind?: string }} [more]
 */
function button(text, onclick, { about = "", kind = "" } = {}) {
  return element("button", { type: "button", class: kind || null, onclick }, text, about ? hidden(` ${about}`) : null);
}

/** @param {string} stem */
function nextId(stem) {
  drawn += 1;
  return `${stem}-${drawn}`;
}

/** Tell whether something is a box that text is typed in.
 * @param {unknown} place
 * @returns {place is HTMLInputElement | HTMLTextAreaElement}
 */
function isTextBox(place) {
  return place instanceof HTMLTextAreaElement || (place instanceof HTMLInputElement && place.type === "text");
}

/** @param {string} text */
function lowFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** @param {string} text */
function upFirst(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
