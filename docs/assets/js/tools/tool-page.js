// A tool's page: answers in the address, one question on its way, the newest answer painted; the last good result stays.
import { Address } from "../answers/address.js";
import { japaneseDays } from "../answers/days.js";
import { outdated, tellOld } from "../answers/link.js";
import { ToolAnswers } from "../answers/tool-answers.js";
import { Readiness } from "../engine/readiness.js";
import { Form } from "../form/form.js";
import { find, hit, make, one } from "../page/elements.js";
import { paintHtml, politely } from "../page/paint.js";
import { say } from "../page/words.js";

/**
 * @typedef {import("../types/replies.js").Problem} Problem
 * @typedef {"outlook" | "use_or_pay" | "payout" | "ideas" | "overlaps" | "dates" | "join" | "grade_check"} ToolName
 * @typedef {`${ToolName}_page`} PageAsk
 * @typedef {{ edition?: string, problems: Problem[] }} Figures
 * @typedef {{ form: import("../types/replies.js").FormState, html: import("../types/replies.js").ResultHtml, status: string }} Painted
 *   what the reply of every tool's page holds beside its figures
 */

export class ToolPage {
  /**
   * @param {HTMLElement} root
   * @param {PageAsk} ask what the engine is asked
   * @param {ToolName} figures under which name its reply holds the figures
   */
  constructor(root, ask, figures) {
    this.root = root;
    this.ask = ask;
    this.figures = figures;
    this.part = (/** @type {string} */ name) => one(root, `[data-${name}]`);
    this.say = politely(this.part("status"));
    this.answers = new ToolAnswers(JSON.parse(this.part("page-data").textContent ?? ""), japaneseDays());
    this.readiness = new Readiness(root, () => this.renew());
    this.form = new Form(one(root, "[data-form]", HTMLFormElement), this.answers, () => this.changed());
    root.addEventListener("click", (event) => this.#act(hit(event, "button[data-act]")?.dataset.act));
    addEventListener("hashchange", () => this.#readAddress());
    this.address = new Address(root, () => this.answers.fragment());
  }

  start() {
    this.#readAddress(true);
  }

  changed() {
    this.part("link-note").hidden = true;
    this.address.schedule();
    this.paintOwn();
    this.renew();
  }

  /** Asks for the result of the answers as they are now. Of several questions only the newest is painted. */
  async renew() {
    /** @type {Partial<Record<PageAsk, Painted>> | null} */
    const reply = await this.readiness.ask({ ask: this.ask, answers: this.answers.request() }, { newestOf: this.ask });
    const painted = reply?.[this.ask];
    if (painted) this.#paint(painted);
  }

  /** @param {Painted & Partial<Record<ToolName, Figures>>} reply */
  #paint({ form, html, status, [this.figures]: found }) {
    const usable = html.result !== "";
    if (usable) {
      for (const [name, markup] of Object.entries(html)) {
        const place = find(this.root, `[data-${name}]`);
        if (place) paintHtml(place, markup);
      }
    }
    if (found?.edition) this.answers.edition = found.edition;
    this.part("stale").hidden = usable;
    this.form.paint(form);
    this.#paintGeneral(found?.problems ?? []);
    this.address.schedule();
    this.say(status);
  }

  /** What the page knows without the engine; tools with controls of their own add to it. */
  paintOwn() {
    const { sample, page } = this.answers;
    this.part("sample-note").hidden = !sample.size;
    const names = [...sample].map((id) => page.questions[id].label).join("、");
    this.part("sample-note").textContent = this.answers.touched ? say("tool.still_sample", { questions: names }) : say("tool.sample_help");
  }

  /** @param {Problem[]} problems */
  #paintGeneral(problems) {
    const place = this.part("general-problem");
    const beside = (/** @type {string} */ field) => this.form.questions.get(field)?.hidden === false;
    place.replaceChildren(...problems.filter(({ field }) => !beside(field)).map(({ message }) => make("p", { class: "problem" }, message)));
    place.hidden = !place.childElementCount;
  }

  /** @param {string} [act] */
  #act(act) {
    if (act === "print") window.print();
    if (act === "copy") this.#copy();
  }

  async #copy() {
    this.address.write();
    const done = this.part("act-result");
    try {
      await navigator.clipboard.writeText(location.href);
      done.textContent = say("tool.copied");
    } catch {
      done.textContent = say("tool.copy_failed");
    }
  }

  /** Reads the address. What is not a list of answers (a jump within the page) changes nothing. */
  #readAddress(first = false) {
    if (this.address.own && !first) return;
    if (location.hash.length > 1 && this.answers.read(location.hash)) this.#tellOld();
    else if (!first) return this.address.write();
    this.paintOwn();
    this.renew();
  }

  #tellOld() {
    const old = outdated(this.answers);
    const note = this.part("link-note");
    note.hidden = true;
    if (old) tellOld(old, this.answers, this.readiness, note).then(() => this.address.schedule());
  }
}

/**
 * Starts a tool's page where its place is, and tells the page so.
 * @param {string} selector
 * @param {(root: HTMLElement) => unknown} start
 */
export function startTool(selector, start) {
  const root = find(document, selector);
  if (!root) return;
  start(root);
  document.documentElement.dataset.started = "yes";
}
