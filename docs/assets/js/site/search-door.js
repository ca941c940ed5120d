/* The way into the search: the dialog opens, says what is wrong, and closes, whether or not the search itself arrives. */
const PATIENCE = 8000; // milliseconds of silence
let tries = 0;

/** The search's script. One that failed is asked for under a fresh address, since Firefox keeps the failure. */
async function arrived() {
  tries += 1;
  return import(tries > 1 ? `./search.js?${tries}` : "./search.js");
}

export function startSearch() {
  const button = document.querySelector(".search-open");
  const dialog = document.querySelector("dialog.search");
  const status = dialog.querySelector("[role=status]");
  const input = dialog.querySelector("input");
  let script;
  const load = () => {
    script ??= arrived().catch(() => { script = undefined; });
    return script;
  };
  const away = () => { status.textContent = dialog.dataset.away; };
  const open = async () => {
    const silence = setTimeout(away, PATIENCE);
    const search = await load();
    clearTimeout(silence);
    if (search) search.open(dialog);
    else away();
  };
  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); }); // the ground around it
  button.addEventListener("pointerenter", load, { once: true });
  button.addEventListener("click", () => {
    dialog.showModal();
    input.focus();
    open();
  });
  input.addEventListener("input", () => { if (!script) open(); }); // whoever goes on typing tries again
  button.hidden = false;
}
