/* What every page does beyond plain HTML: the choice of colours, the menu, search, the short form of the start page. */
import { startShortForm } from "../price/short-form.js";
import { startSearch } from "./search-door.js";

function startColours() {
  const group = document.querySelector(".colours");
  const show = () => {
    for (const button of group.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === window.siteTheme.kept()));
    }
  };
  group.addEventListener("click", (event) => {
    const choice = event.target.closest("button")?.dataset.themeChoice;
    if (!choice) return;
    window.siteTheme.keep(choice);
    show();
  });
  show();
  group.hidden = false;
}

function startMenu() {
  const menu = document.querySelector(".menu");
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

startColours();
startMenu();
startSearch();
// Who leaves before it has come, or whose line breaks, misses nothing: the hours stand there in words.
if (document.querySelector("[data-hours]")) import("./open-now.js").then(({ startOpenNow }) => startOpenNow(), () => {});
startShortForm(document.querySelector("form.short"));
