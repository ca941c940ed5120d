// Sending, QR, saving on this device, printing, starting over.
import { all, hit, make, one } from "../page/elements.js";
import { say } from "../page/words.js";

const KEY = "mycar-quote"; // one entry in this device's storage, written only on request
const QUIET_ZONE = 4; // modules of white around a code, as its standard asks

/** The buttons below the slip, each with what it opens. */
export class Tools {
  /** @type {string | null} what the panel shows */
  #open = null;

  /** @param {HTMLElement} root @param {import("./quote-answers.js").Answers} answers @param {() => void} onReset */
  constructor(root, answers, onReset) {
    this.root = root;
    this.answers = answers;
    this.onReset = onReset;
    this.panel = one(root, "[data-panel]");
    this.result = one(root, "[data-act-result]");
    /** @type {Record<string, () => void>} */
    const acts = { send: () => this.#send(), qr: () => this.#toggle("qr"), save: () => this.#toggle("save"), print: () => window.print(), reset: () => this.#reset() };
    one(root, ".tools").addEventListener("click", (event) => acts[hit(event, "button[data-act]")?.dataset.act ?? ""]?.());
    window.addEventListener("beforeprint", () => this.#fillSheet());
  }

  /** The address that gives this price to whoever opens it. */
  link() {
    const fragment = this.answers.touched ? this.answers.fragment() : "";
    return location.href.replace(/#.*$/, "") + fragment;
  }

  /** After a change of answers, an open code shows the new ones. */
  refresh() {
    this.result.textContent = "";
    if (this.#open === "qr") this.#paintCode();
  }

  saved() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is switched off: nothing was saved
    }
  }

  forget() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // nothing can be stored, so nothing is
    }
  }

  async #send() {
    const url = this.link();
    if (navigator.share) {
      try {
        await navigator.share({ title: document.title, url });
        return;
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return;
      }
    }
    try {
      await navigator.clipboard.writeText(url);
      this.result.textContent = say("price.copied");
    } catch {
      this.#show("link", make("label", { class: "lab", for: "share-link" }, say("price.copy_this")), make("input", { id: "share-link", readonly: "", value: url }));
    }
  }

  /** @param {"qr" | "save"} name */
  #toggle(name) {
    if (this.#open === name) return this.#close();
    if (name === "qr") this.#paintCode();
    else this.#paintSaving();
  }

  async #paintCode() {
    const url = this.link();
    try {
      this.#show("qr", await code(url), make("p", { class: "small" }, say("price.qr_help")));
    } catch {
      this.#show("qr", make("p", {}, say("price.qr_failed")));
    }
  }

  #paintSaving() {
    const buttons = make("p", { class: "two" }, this.#button(say("price.save_here"), "btn", () => this.#save()));
    if (this.saved()) buttons.append(this.#button(say("price.remove"), "btn plain", () => this.#remove()));
    this.#show(
      "save",
      make("p", {}, say("price.save_help")),
      make("p", { class: "small" }, say("price.save_caution")),
      buttons,
    );
  }

  #save() {
    try {
      localStorage.setItem(KEY, this.answers.fragment() || "#");
      this.result.textContent = say("price.saved");
    } catch {
      this.result.textContent = say("price.save_failed");
    }
    this.#paintSaving();
  }

  #remove() {
    this.forget();
    this.result.textContent = say("price.removed");
    this.#paintSaving();
  }

  #reset() {
    this.#close();
    this.onReset();
    this.result.textContent = say("price.reset_done");
  }

  /** @param {string} words @param {string} kind of button, as classes @param {() => void} action */
  #button(words, kind, action) {
    const button = make("button", { type: "button", class: kind }, words);
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      action();
    });
    return button;
  }

  /** @param {string} name @param {(Node | string)[]} content */
  #show(name, ...content) {
    this.#open = name;
    this.panel.replaceChildren(...content);
    this.panel.hidden = false;
    this.#expanded();
  }

  #close() {
    this.#open = null;
    this.panel.hidden = true;
    this.#expanded();
  }

  #expanded() {
    for (const button of all(this.root, ".acts [aria-expanded]")) {
      button.setAttribute("aria-expanded", String(button.dataset.act === this.#open));
    }
  }

  #fillSheet() {
    const words = (/** @type {HTMLElement} */ section, /** @type {string} */ selector) => one(section, selector).textContent ?? "";
    const rows = all(this.root, "details.sec:not([hidden])").map((section) =>
      make("div", {}, make("dt", {}, words(section, ".st")), make("dd", {}, words(section, ".sv"))),
    );
    one(this.root, "[data-print-answers]").replaceChildren(...rows);
    one(this.root, "[data-print-date]").textContent = new Intl.DateTimeFormat("ja-JP", { dateStyle: "long", timeZone: "Asia/Tokyo" }).format();
    one(this.root, "[data-print-link]").textContent = this.link();
  }
}

/**
 * The code as a drawing, made here: the link goes to nobody.
 * @param {string} url
 */
async function code(url) {
  const manifest = new URL("../../../app/manifest.json", import.meta.url);
  const { qr } = await (await fetch(manifest)).json();
  /** @type {typeof import("qr")} */
  const { default: encode } = await import(new URL(qr, manifest).href);
  const rows = encode(url, "raw", { border: QUIET_ZONE });
  const size = rows.length;
  const dots = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const attributes = { viewBox: `0 0 ${size} ${size}`, class: "qr", role: "img", "aria-label": say("price.qr_drawn"), "shape-rendering": "crispEdges" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  path.setAttribute("d", dots);
  svg.append(path);
  return svg;
}
