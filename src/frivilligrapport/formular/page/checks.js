// Starts the worker in which the program runs and talks to it: what it is asked, it answers, and it tells when it is ready.

// Why a file is shown as text, and what is told where nothing was found, for each state of the checks.
const WHY_TEXT = {
  henter: "Skemaet viser filen, når tjekkene er klar. Imens kan du rette den her i teksten.",
  klar: "Skemaet kan ikke vise filen, som den er nu. Ret den her i teksten, eller fortryd.",
  "kan ikke": "Tjekkene kan ikke køre i denne browser, og uden dem vises en åbnet fil kun som tekst. Du kan rette i den og gemme den.",
};
const NOTHING_FOUND = {
  henter: "Tjekkene er ikke klar endnu.",
  klar: "Der er ingen fejl og ingen advarsler.",
  "kan ikke": "Tjekkene kan ikke køre i denne browser. Filen bliver set efter, når den er sendt.",
};

/** Make the one who asks the worker; `state` is "henter", "klar" or "kan ikke". */
function checksInWorker() {
  /** @type {Map<number, (answer: Answer | null) => void>} */
  const waiting = new Map();
  /** @type {Worker | null} */
  let worker = null;
  let asked = 0;
  /** @type {(state: CheckState) => void} */
  let tellState = () => {};

  const become = (/** @type {CheckState} */ state) => {
    checks.state = state;
    if (state === "kan ikke") {
      waiting.forEach((answer) => answer(null));
      waiting.clear();
    }
    tellState(state);
  };
  const hear = (/** @type {Answer | { tilstand: CheckState }} */ message) => {
    if ("tilstand" in message) {
      become(message.tilstand);
    } else {
      waiting.get(message.nr)?.(message);
      waiting.delete(message.nr);
    }
  };
  const checks = {
    /** @type {CheckState} */
    state: "henter",
    /** @param {(state: CheckState) => void} onState */
    start(onState) {
      tellState = onState;
      try {
        worker = startWorker();
        if (!worker) throw new Error("there is no worker to start");
        worker.addEventListener("message", ({ data }) => hear(typeof data === "string" ? JSON.parse(data) : data));
        worker.addEventListener("error", () => become("kan ikke"));
      } catch {
        become("kan ikke");
      }
    },
    /** Ask the worker; gives its answer, or null when there is none to ask.
     * @param {{ gør: "se" | "ret", tekst: string } | { gør: "åbn", data: string }} question
     * @returns {Promise<Answer | null>}
     */
    ask(question) {
      if (!worker || checks.state !== "klar") return Promise.resolve(null);
      const asks = worker;
      asked += 1;
      const nr = asked;
      return new Promise((answer) => {
        waiting.set(nr, answer);
        asks.postMessage({ nr, ...question });
      });
    },
  };
  return checks;
}

/** Start the worker that the program runs in; null where a browser cannot. */
function startWorker() {
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") return null;
  const part = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
  const source = new TextEncoder().encode(part("arbejder"));
  const worker = new Worker(`data:text/javascript;base64,${btoa(String.fromCharCode(...source))}`, { type: "module" });
  const { sti, filer } = JSON.parse(part("data"));
  worker.postMessage({ koersel: part("koersel"), kendt: { sti, filer } });
  return worker;
}
