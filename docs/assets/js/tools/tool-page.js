// A tool's page: answers in the address, one question on its way, the newest answer painted; the last good result stays.
import { Address } from "../answers/address.js";
import { japaneseDays } from "../answers/days.js";
import { Form } from "../price/form.js";
import { outdated, tellOld } from "../answers/link.js";
import { make, paintHtml, politely } from "../price/paint.js";
import { Readiness } from "../price/readiness.js";
import { ToolAnswers } from "../answers/tool-answers.js";

export class ToolPage {
  /** `ask` names the engine's question; its reply holds the markup, the form and the figures under `figures`. */
  constructor(root, ask, figures) {
    this.root = root;
    this.ask = ask;
    this.figures = figures;
    this.part = (name) => root.querySelector(`[data-${name}]`);
    this.say = politely(this.part("status"));
    this.answers = new ToolAnswers(JSON.parse(this.part("page-data").textContent), japaneseDays());
    this.readiness = new Readiness(root, () => this.renew());
    this.form = new Form(this.part("form"), this.answers, () => this.changed());
    root.addEventListener("click", ({ target }) => this.#act(target.closest("button[data-act]")?.dataset.act));
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
    const reply = await this.readiness.ask({ ask: this.ask, answers: this.answers.request() }, { newestOf: this.ask });
    if (reply?.[this.ask]) this.#paint(reply[this.ask]);
  }

  #paint({ form, html, status, [this.figures]: found }) {
    const usable = html.result !== "";
    const places = Object.entries(html).filter(([place]) => usable && this.part(place));
    for (const [place, markup] of places) paintHtml(this.part(place), markup);
    if (found.edition) this.answers.edition = found.edition;
    this.part("stale").hidden = usable;
    this.form.paint(form);
    this.#paintGeneral(found.problems);
    this.address.schedule();
    this.say(status);
  }

  /** What the page knows without the engine; tools with controls of their own add to it. */
  paintOwn() {
    const { sample, page } = this.answers;
    this.readiness.personal = this.answers.touched;
    this.part("sample-note").hidden = !sample.size;
    const names = [...sample].map((id) => page.questions[id].label).join("、");
    this.part("sample-note").textContent = this.answers.touched ? `まだ見本の答えです：${names}` : "いまは見本の答えです。直すと、あなたの結果になります。";
  }

  #paintGeneral(problems) {
    const place = this.part("general-problem");
    const beside = (field) => this.form.questions.get(field)?.hidden === false;
    place.replaceChildren(...problems.filter(({ field }) => !beside(field)).map(({ message }) => make("p", { class: "problem" }, message)));
    place.hidden = !place.childElementCount;
  }

  #act(act) {
    if (act === "print") window.print();
    if (act === "copy") this.#copy();
  }

  async #copy() {
    this.address.write();
    const done = this.part("act-result");
    try {
      await navigator.clipboard.writeText(location.href);
      done.textContent = "コピーしました。開くと、同じ結果が出ます。";
    } catch {
      done.textContent = "コピーできませんでした。アドレス欄のアドレスが、この結果のリンクです。";
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
