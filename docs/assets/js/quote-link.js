// A link from another day or another rate edition: says so, and what changed.
import { make, signed } from "./quote-paint.js";
import { spoken } from "./quote-days.js";

/** The old price of a link whose start has passed or whose edition differs; null for a link of today. */
export function outdated(answers, edition) {
  const start = answers.values.start_date;
  const passed = Boolean(start) && start <= answers.days.today;
  const other = Boolean(answers.edition) && answers.edition !== edition;
  if (!passed && !other) return null;
  const asked = { ...answers.values };
  if (passed) delete answers.values.start_date;
  return { start: passed ? start : null, edition: other ? answers.edition : null, asked };
}

/** The neutral note above the form. `before` is the quote as the link had it, `now` the one on screen. */
export function linkNote(old, before, now, days) {
  const said = [];
  if (old.start) said.push(`このリンクの開始日（${spoken(old.start)}）は過ぎました。`);
  if (old.edition) said.push(`このリンクは、別の料率の版（${old.edition}）で作られました。`);
  const start = old.start ? `開始日を${spoken(days.tomorrow)}にして計算しています。` : "";
  const edition = now.edition_label ? `いまの値段は${now.edition_label}です。` : "";
  const note = make("div", { class: "note" }, make("p", {}, make("b", {}, said.join(""))), make("p", {}, start + edition));
  const both = before?.status === "quoted" && now.status === "quoted";
  if (!both || (old.edition && before.edition !== old.edition)) return note;
  const change = now.annual - before.annual;
  note.append(make("p", {}, change ? `年払は ${signed(change)} 変わります。` : "年払は変わりません。"));
  const changed = changes(before, now);
  if (changed.length) note.append(make("ul", { class: "notes" }, ...changed.map((text) => make("li", {}, text))));
  return note;
}

function changes(before, now) {
  const was = new Map(before.lines.map((line) => [line.coverage, line]));
  const is = new Map(now.lines.map((line) => [line.coverage, line]));
  const all = new Map([...was, ...is]);
  return [...all]
    .map(([id, line]) => [line.label, (is.get(id)?.annual ?? 0) - (was.get(id)?.annual ?? 0)])
    .filter(([, change]) => change)
    .map(([label, change]) => `${label} ${signed(change)}`);
}
