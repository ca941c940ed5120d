/* The search dialog over Pagefind's index, which is fetched here for the first time. */
const WAIT = 150; // milliseconds of quiet before a search
const SHOWN = 12; // pages
const LOOKED = 24; // pages whose own words are compared with what was typed
const FEW = 4; // pages; so few ask for the words one by one, too
const SECTIONS = 2; // of each page
const LATEST = 19; // an own word loses its lead by its place in the list, down to this
const KATAKANA = /[\u30a1-\u30f6]/g;
const TO_HIRAGANA = 0x60;

let index;

function load(bundle) {
  index ??= import(new URL(bundle, document.baseURI).href).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  return index;
}

/** Words as they are compared: one width, one case, kana of one kind. */
function plain(words) {
  return words.normalize("NFKC").toLowerCase().replace(KATAKANA, (mark) => String.fromCharCode(mark.charCodeAt(0) - TO_HIRAGANA));
}

/** The parts of what was typed: between spaces, or else the words a browser sees, without particles and endings. */
function parts(words) {
  const typed = words.split(/\s+/);
  if (typed.length > 1) return typed;
  const seen = [...new Intl.Segmenter("ja", { granularity: "word" }).segment(words)].map(({ segment }) => segment);
  return seen.filter((word) => !/^[\u3041-\u3096]{1,2}$/.test(word) && word !== words);
}

/** How well a page's own words, its title and the words its editor expects, meet what was typed: 1 is best. */
function met(page, words) {
  const own = plain(page.meta.yomi ?? "").split(" ").filter(Boolean);
  const title = plain(page.meta.title);
  const one = (part) => {
    if (title === part) return 1;
    if (own.includes(part)) return 1 - Math.min(own.indexOf(part), LATEST) / 100;
    if (title.includes(part)) return 0.8;
    return part.length > 1 && own.some((word) => word.startsWith(part)) ? 0.5 : 0;
  };
  const each = plain(words).split(/\s+/).map(one);
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** The pages for these words, best first, and how many were found: those whose own words meet them, then those that speak of them. */
export async function find(bundle, words) {
  const pagefind = await load(bundle);
  const { results } = await pagefind.search(words);
  const found = new Map(results.map((result) => [result.id, result]));
  if (results.length < FEW) {
    for (const part of parts(words)) {
      for (const result of (await pagefind.search(part)).results) if (!found.has(result.id)) found.set(result.id, result);
    }
  }
  const pages = await Promise.all([...found.values()].slice(0, LOOKED).map((result) => result.data()));
  const order = new Map(pages.map((page) => [page, met(page, words)]));
  return { pages: pages.sort((one, other) => order.get(other) - order.get(one)).slice(0, SHOWN), count: found.size };
}

/** An excerpt's marked words as elements. Pagefind gives text with <mark> tags and escaped characters only. */
function excerpt(markup) {
  const parsed = new DOMParser().parseFromString(markup, "text/html");
  const paragraph = document.createElement("p");
  paragraph.className = "small";
  for (const node of parsed.body.childNodes) {
    if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      paragraph.append(mark);
    } else {
      paragraph.append(node.textContent);
    }
  }
  return paragraph;
}

function linkTo(url, title) {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  return link;
}

/** A page found, and its sections: first those named by the words, then those that say most about them. */
function row(result, words) {
  const named = ({ title }) => (title.includes(words) ? words.length / title.length : 0);
  const item = document.createElement("li");
  item.append(linkTo(result.url, result.meta.title), excerpt(result.excerpt));
  const sections = result.sub_results
    .filter((section) => section.url.includes("#"))
    .sort((one, other) => named(other) - named(one) || other.locations.length - one.locations.length);
  for (const section of sections.slice(0, SECTIONS)) {
    const link = linkTo(section.url, section.title);
    link.className = "section";
    item.append(link);
  }
  return item;
}

async function search(dialog, words) {
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  if (!words) {
    list.replaceChildren();
    status.textContent = "漢字でも、ひらがなでも探せます。";
    return;
  }
  try {
    const { pages, count } = await find(dialog.dataset.bundle, words);
    if (dialog.querySelector("input").value.trim() !== words) return; // newer words have been typed
    list.replaceChildren(...pages.map((page) => row(page, words)));
    status.textContent = pages.length
      ? `「${words}」のページが${count}件あります。`
      : `「${words}」のページは見つかりません。別の言い方でもお試しください。`;
  } catch {
    index = undefined;
    status.textContent = "いまは探せません。つながりを確かめて、もう一度お試しください。";
  }
}

export function open(dialog) {
  const input = dialog.querySelector("input");
  input.focus();
  if (dialog.dataset.ready) return;
  dialog.dataset.ready = "true";
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT, dialog, input.value.trim());
  };
  input.addEventListener("input", soon);
  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
  dialog.querySelector("ol").addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); }); // the ground around it
  load(dialog.dataset.bundle).catch(() => { index = undefined; });
  if (input.value.trim()) soon();
}
