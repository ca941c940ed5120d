// The other rate edition near the start date: what it would cost there and why, and the way there and back.
import { hit } from "../page/elements.js";
import { paintHtml } from "../page/paint.js";

const PAUSE = 250; // ms after the last answer: the price comes first

export class OtherEdition {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {string | undefined} the start date that the visitor came from */
  #back;

  /**
   * @param {HTMLElement} place
   * @param {import("../answers/quote-answers.js").Answers} answers
   * @param {import("../types/engine.js").Asks} engine
   * @param {{ onAnswer: () => void, say: (sentence: string) => void }} told `say` hands the reply's sentence to whoever speaks for the page
   */
  constructor(place, answers, engine, { onAnswer, say }) {
    this.place = place;
    this.answers = answers;
    this.engine = engine;
    this.say = say;
    place.addEventListener("click", (event) => {
      const button = hit(event, 'button[data-act="start"]');
      if (!button || "renewing" in place.dataset) return; // its answers are older than the form's
      this.#back = answers.startDate;
      answers.take(JSON.parse(button.dataset.answers ?? "{}"));
      onAnswer();
    });
  }

  /** Figures of older answers disappear at once; the new ones follow when the visitor pauses. */
  renew() {
    this.place.dataset.renewing = "";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const reply = await this.engine.ask({ ask: "other_editions", answers: this.answers.request(), back: this.#back }, { newestOf: "other_editions" });
    if (!reply?.other_editions) return;
    paintHtml(this.place, reply.other_editions.html);
    this.place.hidden = !reply.other_editions.html;
    delete this.place.dataset.renewing;
    this.say(reply.other_editions.status);
  }
}
