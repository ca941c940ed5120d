/* The search dialog over Pagefind's index, which is fetched here for the first time. */
const WAIT = 150; // milliseconds of quiet before a search
const SHOWN = 12; // pages
const SECTIONS = 2; // of each page

let index;

function load(dialog) {
  index ??= import(new URL(dialog.dataset.bundle, document.baseURI).href).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  return index;
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
    const found = await (await load(dialog)).search(words);
    const pages = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
    if (dialog.querySelector("input").value.trim() !== words) return; // newer words have been typed
    list.replaceChildren(...pages.map((page) => row(page, words)));
    status.textContent = pages.length
      ? `「${words}」のページが${found.results.length}件あります。`
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
  load(dialog).catch(() => { index = undefined; });
  if (input.value.trim()) soon();
}
