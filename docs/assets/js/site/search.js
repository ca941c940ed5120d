/* The search dialog: first the pages and cars whose titles and readings meet the words, then the pages that speak of them. */
const part = (name) => import(`./search-${name}.js${new URL(import.meta.url).search}`); // a second try asks for the parts anew
const [{ TitleList, isBeginning, isExact }, text] = await Promise.all([part("list"), part("text")]);

const WAIT = 150; // milliseconds of quiet before a search
const COMPOSING = 600; // the same while kana are still to be chosen from
const PATIENCE = 4000; // milliseconds; after them the titles alone answer
const SHOWN = 12; // pages
const SECTIONS = 2; // of each page
const MODELS = 4; // of a car
const NAMED = 3; // cars
const SPOKEN = 0.4; // what a page gains that says all that was typed
const LATER = 1 / 60; // of that, what each place in Pagefind's order costs
const SURE = 0.4; // beside pages that bear the words as a name, others are shown that meet them so well
const FAINT = 0.3; // where there are none, others are shown that are worth so much of the best
const SAYS = {
  idle: "漢字でも、ひらがなでも探せます。",
  found: (words, count) => `「${words}」のページが${count}件あります。`,
  near: (words, count) => `「${words}」そのもののページは見つかりません。近いページが${count}件あります。`,
  none: (words) => `「${words}」のページは見つかりません。別の言い方でもお試しください。`,
  titles: (words, count) => `「${words}」のページが、題とよみから${count}件見つかりました。いまは本文を探せません。`,
  price: (name) => `${name}の値段`,
  chosen: (name) => `${name}を選んで、値段のページを開きます。`,
  model: ({ id, year }) => `${id}（${year}年発売）`,
};

let titles;

function list(base) {
  titles ??= fetch(new URL("titles.json", base), { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`titles.json: ${answer.status}`))))
    .then((found) => new TitleList(found))
    .catch((error) => {
      titles = undefined;
      throw error;
    });
  return titles;
}

function inTime(promise) {
  return Promise.race([promise, new Promise((_, late) => setTimeout(late, PATIENCE, new Error("late")))]);
}

/** Exact names first, then beginnings, then what meets the words best and says most of them. */
function inOrder(one, other) {
  const step = ({ met }) => (isExact(met) ? 2 : isBeginning(met) ? 1 : 0);
  return step(other) - step(one) || other.worth - one.worth;
}

/** Whether a page is named by the words, or says them as they were typed. */
const isSure = ({ met, said }) => isBeginning(met) || said === 1;

/** The pages worth showing: beside those named by the words only good ones, else those that come near. */
function kept(rows) {
  if (rows.some(({ met }) => isBeginning(met))) return rows.filter((row) => isSure(row) || row.met >= SURE || row.said >= 2 * SURE);
  const best = Math.max(0, ...rows.map(({ worth }) => worth));
  return rows.filter(({ worth }) => worth && worth >= FAINT * best);
}

function carRow(root, { name, models }) {
  const address = ({ answers }) => new URL(`quote/#${answers}`, root).href;
  return {
    url: address(models[0]),
    title: SAYS.price(name),
    description: SAYS.chosen(name),
    sections: models.length > 1 ? models.slice(0, MODELS).map((model) => ({ url: address(model), title: SAYS.model(model) })) : [],
  };
}

function pageRow(root, { page, parts, excerpt }) {
  const url = new URL(page.address, root).href;
  const sections = parts.filter((id) => page.parts.has(id)).slice(0, SECTIONS);
  return { url, title: page.title, description: page.description, excerpt, sections: sections.map((id) => ({ url: `${url}#${id}`, title: page.parts.get(id) })) };
}

/** What the list and, where it has come, the full text say of the words. */
async function answers(base, words) {
  const [known, spoken] = await Promise.allSettled([list(base), inTime(text.ask(base, words))]);
  if (known.status === "rejected") throw known.reason;
  const root = new URL("../", base);
  const said = new Map((spoken.value ?? []).map((each) => [each.address, each]));
  const met = new Map(known.value.matching(words).map((each) => [each.page.address, each]));
  const rows = known.value.pages.filter(({ address }) => met.has(address) || said.has(address)).map((page) => {
    const own = met.get(page.address) ?? { met: 0, parts: [] };
    const heard = said.get(page.address) ?? { said: 0, rank: 0, parts: [] };
    const worth = own.met + heard.said * SPOKEN * (1 - heard.rank * LATER);
    return { page, met: own.met, said: heard.said, worth, excerpt: heard.excerpt, parts: [...new Set([...own.parts, ...(heard.said === 1 ? heard.parts : [])])] };
  });
  const good = kept(rows).sort(inOrder);
  const cars = known.value.carsIn(words).slice(0, NAMED);
  const named = cars.filter(({ met: name }) => isExact(name));
  const begun = good.findIndex(({ met: name }) => !isBeginning(name));
  const pages = good.map((row) => pageRow(root, row));
  if (named.length < cars.length) pages.splice(begun < 0 ? pages.length : begun, 0, ...cars.slice(named.length).map((car) => carRow(root, car)));
  pages.unshift(...named.map((car) => carRow(root, car)));
  return {
    pages: pages.slice(0, SHOWN),
    count: pages.length,
    exact: named.length > 0 || good.some(isSure),
    whole: spoken.status === "fulfilled",
    silent: said.size === 0,
  };
}

/** The rows for these words, best first, and what can be said of them. The index is loaded anew where another has taken its place. */
export async function find(base, words) {
  const found = await answers(base, words);
  if (found.exact && found.whole && !found.silent) return found;
  if (!(await text.isOld(base))) return found;
  titles = undefined;
  await text.forget();
  return answers(base, words);
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function linkTo({ url, title }, className) {
  const link = element("a", className, title);
  link.href = url;
  return link;
}

/** A page found: its title, the words where it says them or else what it is about, and its parts that were meant. */
function row(page) {
  const { before, mark, after } = page.excerpt ?? {};
  const lines = mark ? [before, element("mark", "", mark), after] : [page.description];
  return element("li", "", linkTo(page), element("p", "small", ...lines), ...page.sections.map((section) => linkTo(section, "section")));
}

function sentence(words, { count, exact, whole }) {
  if (!count) return SAYS.none(words);
  if (!whole) return SAYS.titles(words, count);
  return exact ? SAYS.found(words, count) : SAYS.near(words, count);
}

async function search(dialog, words) {
  const status = dialog.querySelector("[role=status]");
  const rows = dialog.querySelector("ol");
  const ask = dialog.querySelector(".search-ask");
  const paint = (said, pages, lost) => {
    rows.replaceChildren(...pages.map(row));
    status.textContent = said;
    ask.hidden = !lost;
  };
  if (!words) return paint(SAYS.idle, [], false);
  const meant = () => dialog.querySelector("input").value.trim() === words; // or newer words have been typed
  try {
    const found = await find(new URL(dialog.dataset.index, document.baseURI), words);
    if (meant()) paint(sentence(words, found), found.pages, !found.exact);
  } catch {
    if (meant()) paint(dialog.dataset.away, [], true);
  }
  return undefined;
}

export function open(dialog) {
  const input = dialog.querySelector("input");
  let timer;
  const soon = (wait = WAIT) => {
    clearTimeout(timer);
    timer = setTimeout(() => search(dialog, input.value.trim()), wait);
  };
  soon(0);
  if (dialog.dataset.ready) return;
  dialog.dataset.ready = "true";
  input.addEventListener("input", (event) => soon(event.isComposing ? COMPOSING : WAIT));
  input.addEventListener("compositionend", () => soon());
  dialog.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); }); // the page may be this one
  const base = new URL(dialog.dataset.index, document.baseURI);
  list(base).catch(() => {});
  text.load(base).catch(() => {});
}
