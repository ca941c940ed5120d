/* What every page does beyond plain HTML: the choice of colours, the menu, search, the short form of the start page. */
import { all, hit, one } from "../page/elements.js";
import { startSearch } from "./search-door.js";
import { startShortForm } from "./short-form.js";

function startColours() {
  const group = one(document, ".colours");
  const show = () => {
    for (const button of all(group, "button")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === window.siteTheme.kept()));
    }
  };
  group.addEventListener("click", (event) => {
    const choice = hit(event, "button")?.dataset.themeChoice;
    if (!choice) return;
    window.siteTheme.keep(choice);
    show();
  });
  show();
  group.hidden = false;
}

function startMenu() {
  const menu = one(document, ".menu", HTMLDetailsElement);
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    one(menu, "summary").focus();
  });
}

startColours();
startMenu();
startSearch();
// Who leaves before it has come, or whose line breaks, misses nothing: the hours stand there in words.
if (document.querySelector("[data-hours]")) import("./open-now.js").then(({ startOpenNow }) => startOpenNow(), () => {});
startShortForm();
