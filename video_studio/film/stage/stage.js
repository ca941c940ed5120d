/* The state of the picture as a function of the sentence and the time: draw(sentence, moved, there).
   moved is how far the movement to that sentence has come (0 to 1), there how much of the picture is there. */
const scene = JSON.parse(document.getElementById("scene").textContent);
const svg = document.querySelector(".room > svg");
const rows = [...document.querySelectorAll("li")];
const bar = document.querySelector(".progress i");
const veil = document.querySelector(".veil");
const PAD = 14;
const CLOSEST = 2.6;

// Boxes of letters are right only in their own font, and layout is what asks for it.
document.body.getBoundingClientRect();
await document.fonts.ready;

const whole = svg ? svg.viewBox.baseVal : null;
const full = whole && [whole.x, whole.y, whole.width, whole.height];
const find = (id) => svg.querySelector(`[id="${id}"]`);
const revealed = new Set(scene.sentences.flatMap((each) => each.show));

function box(id) {
  const element = find(id);
  const { x, y, width, height } = element.getBBox();
  const matrix = svg.getCTM().inverse().multiply(element.getCTM());
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]];
  const points = corners.map(([left, top]) => new DOMPoint(left, top).matrixTransform(matrix));
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
}

/* The part of the drawing to show for a zoom: the element with room around it, in the drawing's own shape, inside it. */
function closeUp(id) {
  const [x, y, width, height] = box(id);
  const shape = full[2] / full[3];
  let wide = Math.max(width * 1.25, height * 1.25 * shape, full[2] / CLOSEST);
  wide = Math.min(wide, full[2]);
  const high = wide / shape;
  const left = Math.min(Math.max(x + width / 2 - wide / 2, full[0]), full[0] + full[2] - wide);
  const top = Math.min(Math.max(y + height / 2 - high / 2, full[1]), full[1] + full[3] - high);
  return [left, top, wide, high];
}

function ring(kind) {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("class", kind);
  rect.setAttribute("rx", "12");
  svg.append(rect);
  return rect;
}
const rings = svg ? [ring("halo"), ring("ring")] : [];

// Bullets that no sentence names stand there from the beginning.
const named = scene.sentences.some((each) => each.bullet);
const start = { shown: new Set(), hidden: new Set(), reached: named ? 0 : rows.length, bullet: 0, view: full, target: null };
const states = [start];
for (const sentence of scene.sentences) {
  const before = states.at(-1);
  const shown = new Set([...before.shown, ...sentence.show].filter((id) => !sentence.hide.includes(id)));
  const hidden = new Set([...before.hidden, ...sentence.hide].filter((id) => !sentence.show.includes(id)));
  states.push({
    shown, hidden,
    reached: Math.max(before.reached, sentence.bullet ?? 0),
    bullet: sentence.bullet ?? 0,
    view: sentence.zoom ? closeUp(sentence.zoom) : full,
    target: sentence.point ? box(sentence.point) : null,
  });
}
// What a still shows: everything that was shown, nothing picked out.
const last = states.at(-1);
const still = { ...last, bullet: 0, reached: rows.length, view: full, target: null };

const seen = (state, id) => (revealed.has(id) ? state.shown.has(id) : !state.hidden.has(id)) ? 1 : 0;
const ids = [...new Set(scene.sentences.flatMap((each) => [...each.show, ...each.hide]))];
const ease = (t) => t * t * (3 - 2 * t);
const mix = (from, to, t) => from + (to - from) * t;

function paint(from, to, t, there, passed) {
  for (const id of ids) find(id).setAttribute("opacity", mix(seen(from, id), seen(to, id), t).toFixed(4));
  rows.forEach((row, index) => {
    const number = index + 1;
    row.style.opacity = mix(number <= from.reached ? 1 : 0, number <= to.reached ? 1 : 0, t).toFixed(4);
    row.classList.toggle("now", number === to.bullet);
  });
  if (svg) {
    svg.setAttribute("viewBox", full.map((_, index) => mix(from.view[index], to.view[index], t).toFixed(3)).join(" "));
    const target = to.target ?? from.target;
    const strength = mix(from.target ? 1 : 0, to.target ? 1 : 0, t);
    const place = from.target && to.target ? from.target.map((value, index) => mix(value, to.target[index], t)) : target;
    const pad = (PAD * to.view[2]) / full[2];
    for (const rect of rings) {
      rect.setAttribute("opacity", target ? strength.toFixed(4) : "0");
      if (!place) continue;
      const values = { x: place[0] - pad, y: place[1] - pad, width: place[2] + 2 * pad, height: place[3] + 2 * pad };
      for (const [name, value] of Object.entries(values)) rect.setAttribute(name, value.toFixed(2));
    }
  }
  bar.style.width = `${(100 * passed).toFixed(3)}%`;
  veil.style.opacity = (1 - there).toFixed(4);
}

window.draw = (sentence, moved, there) => {
  const t = ease(moved);
  const count = scene.sentences.length;
  paint(states[Math.max(sentence, 0)], states[sentence + 1], t, there, Math.max(0, sentence + t) / count);
};
window.drawStill = () => paint(still, still, 1, 1, 1);

const tidy = (text) => text.trim().replace(/\s+/g, " ").slice(0, 16);

/* What cannot be seen well: letters cut at an edge or over other letters, words that do not fit their place. */
window.faults = () => {
  const found = [];
  const title = document.querySelector("h1");
  const mark = document.querySelector(".sample");
  if (title.scrollWidth > title.clientWidth + 1 || (mark && title.getBoundingClientRect().right > mark.getBoundingClientRect().left - 20)) found.push("題が画面に入りません。");
  const list = document.querySelector("ul");
  if (list && rows.length) {
    const room = list.getBoundingClientRect();
    if (rows[0].getBoundingClientRect().top < room.top - 1 || rows.at(-1).getBoundingClientRect().bottom > room.bottom + 1) found.push("箇条書きが画面に入りません。短くしてください。");
  }
  if (!svg) return found;
  window.drawStill();
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim());
  const boxes = texts.map((text) => text.getBoundingClientRect());
  boxes.forEach((each, index) => {
    if (each.left < frame.left - 1 || each.right > frame.right + 1 || each.top < frame.top - 6 || each.bottom > frame.bottom + 6) found.push(`絵の文字「${tidy(texts[index].textContent)}」が、はみ出しています。`);
  });
  const state = (text, now) => ids.every((id) => !find(id).contains(text) || seen(now, id));
  for (let i = 0; i < texts.length; i += 1) {
    for (let j = i + 1; j < texts.length; j += 1) {
      const across = Math.min(boxes[i].right, boxes[j].right) - Math.max(boxes[i].left, boxes[j].left);
      const down = Math.min(boxes[i].bottom, boxes[j].bottom) - Math.max(boxes[i].top, boxes[j].top);
      const both = states.some((now) => state(texts[i], now) && state(texts[j], now));
      if (both && across > 4 && down > 0.45 * Math.min(boxes[i].height, boxes[j].height)) found.push(`絵の文字「${tidy(texts[i].textContent)}」と「${tidy(texts[j].textContent)}」が重なっています。`);
    }
  }
  return found;
};
