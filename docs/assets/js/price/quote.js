// The price page: answers in, price out, nothing leaves the device.
import { Address } from "../answers/address.js";
import { japaneseDays } from "../answers/days.js";
import { outdated, tellOld } from "../answers/link.js";
import { Answers } from "../answers/quote-answers.js";
import { Tools } from "../answers/share.js";
import { Readiness } from "../engine/readiness.js";
import { Form } from "../form/form.js";
import { ModelSearch } from "../form/models.js";
import { all, find, hit, inTwo, make, one } from "../page/elements.js";
import { paintHtml, politely } from "../page/paint.js";
import { say } from "../page/words.js";
import { Comparison } from "./compare.js";
import { GradeWays } from "./grade.js";

/**
 * @typedef {import("../types/replies.js").Page} Page
 * @typedef {import("../types/replies.js").Problem} Problem
 * @typedef {import("../types/replies.js").Refusal} Refusal
 */

class QuotePage {
  /** @type {import("../answers/link.js").OldLink | null} */
  #old = null;
  #spoken = "";
  /** @type {Promise<import("./edition.js").OtherEdition> | undefined} */
  #editions;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.part = (/** @type {string} */ name) => one(root, `[data-${name}]`);
    this.say = politely(this.part("status"));
    this.answers = new Answers(/** @type {import("../types/replies.js").PageData} */ (JSON.parse(this.part("page-data").textContent ?? "")), japaneseDays());
    this.readiness = new Readiness(root, () => this.price());
    const changed = () => this.changed();
    this.element = one(root, "[data-form]", HTMLFormElement);
    this.form = new Form(this.element, this.answers, changed);
    const model = find(root, '[data-question="model"]');
    this.models = model && new ModelSearch(model, this.answers, changed);
    this.grade = new GradeWays(one(root, '[data-first="grade"]'), this.answers, changed);
    this.comparison = new Comparison(root, this.answers, this.readiness, changed);
    this.tools = new Tools(root, this.answers, () => this.reset());
    root.addEventListener("click", (event) => this.#jump(event));
    addEventListener("hashchange", () => this.#readAddress());
    this.address = new Address(root, () => this.answers.fragment());
    this.#readAddress(true);
  }

  changed() {
    this.price();
    this.part("link-note").hidden = true;
    this.address.schedule();
    this.tools.refresh();
    this.#paintOwn();
  }

  reset() {
    this.answers.reset();
    this.element.reset();
    this.part("link-note").hidden = true;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#paintOwn();
    this.price();
  }

  /** Asks for the price of the answers as they are now. Of several questions only the newest is painted. */
  async price() {
    const reply = await this.readiness.ask({ ask: "page", answers: this.answers.request() }, { newestOf: "page" });
    if (reply?.quote) this.#paint(reply);
  }

  /** @param {Page} reply */
  #paint({ quote, form, html, status }) {
    const usable = quote.status !== "invalid";
    if (usable) {
      paintHtml(this.part("total"), html.total);
      paintHtml(this.part("slip"), html.slip);
      paintHtml(this.part("notes"), html.notes);
      this.answers.edition = quote.edition ?? null;
    }
    this.part("stale").hidden = usable;
    this.form.paint(form);
    this.models?.paint();
    this.grade.paint(form);
    this.#paintRefusals(quote.declined);
    this.#paintGeneralProblems(quote.problems);
    if (usable) this.comparison.renew();
    if (usable) this.#renewEditions();
    if (this.#old) this.#tellOld(this.#old);
    this.address.schedule();
    this.#spoken = status;
    this.say(status);
  }

  /** What the page knows without the engine: whose answers these are, which set-up is recommended, which age fits. */
  #paintOwn() {
    const { answers } = this;
    for (const mark of all(this.root, "[data-sample-mark]")) mark.hidden = !answers.sample.has(mark.dataset.sampleMark ?? "");
    this.part("sample-note").hidden = !answers.sample.size;
    this.part("first-title").textContent = answers.sample.size ? say("form.first_three") : say("form.own_answers");
    const preset = answers.preset();
    this.part("preset").hidden = !preset;
    if (preset) {
      this.part("preset-label").textContent = preset.label;
      this.part("preset-detail").textContent = preset.detail;
    }
    this.#paintProposal();
    this.models?.paint();
    this.grade.paint();
  }

  #paintProposal() {
    const { answers } = this;
    const place = this.part("proposal");
    const proposal = answers.sample.has("birth_date") ? null : answers.proposedAge();
    place.hidden = !proposal || !answers.ageProposed;
    if (!proposal || place.hidden) return;
    const label = answers.page.questions.age_condition.choices[proposal.id];
    const others = answers.values.driver_scope === "couple" ? say("form.spouse") : say("form.family");
    const younger = proposal.id === "any" ? "" : say("form.younger", { age: proposal.id, others });
    place.textContent = say("form.age_proposed", { age: proposal.age, condition: label }) + younger;
  }

  /**
   * A refusal stands right under the answer that caused it.
   * @param {Refusal[]} declined
   */
  #paintRefusals(declined) {
    for (const old of all(this.root, ".refusal")) old.remove();
    for (const reason of declined) {
      const asked = this.form.questions.get(reason.field);
      const question = asked && !asked.hidden ? asked : null;
      const note = make("div", { class: "note warn refusal", id: `r-${reason.rule}` }, make("p", {}, ...inTwo(reason.message)), make("p", {}, make("a", { href: "../rates/#eligibility" }, say("price.to_eligible"))));
      (question ?? this.part("general-problem")).append(note);
      const section = question?.closest("details");
      if (section) section.open = true;
    }
    this.part("general-problem").hidden = !this.part("general-problem").childElementCount;
  }

  /** @param {Problem[]} problems */
  #paintGeneralProblems(problems) {
    const place = this.part("general-problem");
    for (const old of all(place, ".problem")) old.remove();
    for (const problem of problems) {
      const question = this.form.questions.get(problem.field);
      if (question && !question.hidden) continue; // painted with the form, beside its question
      place.append(make("p", { class: "problem" }, problem.message));
    }
    place.hidden = !place.childElementCount;
  }

  /** @param {import("../answers/link.js").OldLink} old */
  async #tellOld(old) {
    this.#old = null;
    await tellOld(old, this.answers, this.readiness, this.part("link-note"));
    this.address.schedule();
  }

  /** Where the data hold several rate editions, the price of the other one near the start date; else nothing is loaded. */
  async #renewEditions() {
    if (this.answers.page.editions.length < 2) return;
    this.#editions ??= import("./edition.js").then(({ OtherEdition }) => {
      const told = { onAnswer: () => this.changed(), say: (/** @type {string} */ sentence) => this.say(this.#spoken + sentence) };
      return new OtherEdition(this.part("other-edition"), this.answers, this.readiness, told);
    });
    (await this.#editions).renew();
  }

  /** Reads the address. What is not a list of answers (a jump within the page) changes nothing. */
  #readAddress(first = false) {
    const fragment = location.hash;
    if (this.address.own && !first) return;
    const read = fragment.length > 1 && this.answers.read(fragment);
    if (read) this.#old = outdated(this.answers);
    else if (first) this.#offerSaved();
    else return this.address.write();
    this.#paintOwn();
    this.price();
  }

  #offerSaved() {
    const saved = this.tools.saved();
    if (!saved || saved.length < 2) return;
    const resume = make("button", { type: "button", class: "btn" }, say("price.resume"));
    const forget = make("button", { type: "button", class: "btn plain" }, say("price.forget"));
    const place = this.part("link-note");
    place.replaceChildren(make("div", { class: "note" }, make("p", {}, make("b", {}, say("price.saved_before"))), make("p", { class: "two" }, resume, forget)));
    place.hidden = false;
    resume.addEventListener("click", () => {
      place.hidden = true;
      location.hash = saved;
    });
    forget.addEventListener("click", () => {
      this.tools.forget();
      place.hidden = true;
    });
  }

  /** @param {Event} event */
  #jump(event) {
    const link = hit(event, "a[data-jump]");
    const target = link && document.getElementById(link.dataset.jump ?? "");
    if (!target) return;
    event.preventDefault(); // the address belongs to the answers
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }
}

const place = find(document, "[data-quote]");
if (place) {
  new QuotePage(place);
  document.documentElement.dataset.started = "yes";
}
