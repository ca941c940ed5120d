/* The way into the search: the dialog opens, says what is wrong, and closes, whether or not the search itself arrives. */
import { hit, one } from "../page/elements.js";

const PATIENCE = 8000; // milliseconds of silence
let tries = 0;

/**
 * The search's script. One that failed is asked for under a fresh address, since Firefox keeps the failure.
 * @returns {Promise<typeof import("./search.js")>}
 */
function arrived() {
  tries += 1;
  return tries > 1 ? import(`./search.js?${tries}`) : import("./search.js");
}

/** Makes the button open the dialog, and the dialog close. */
export function startSearch() {
  const button = one(document, ".search-open");
  const dialog = one(document, "dialog.search", HTMLDialogElement);
  const status = one(dialog, "[role=status]");
  const input = one(dialog, "input");
  /** @type {Promise<typeof import("./search.js") | undefined> | undefined} */
  let script;
  const lost = () => {
    script = undefined;
    return script;
  };
  const load = () => {
    script ??= arrived().catch(lost);
    return script;
  };
  const away = () => {
    status.textContent = dialog.dataset.away ?? "";
  };
  const open = async () => {
    const silence = setTimeout(away, PATIENCE);
    const search = await load();
    clearTimeout(silence);
    if (search) search.open(dialog);
    else away();
  };
  dialog.addEventListener("click", (event) => {
    if (hit(event, ".search-close") || event.target === dialog) dialog.close(); // or the ground around it
  });
  button.addEventListener("pointerenter", load, { once: true });
  button.addEventListener("click", () => {
    dialog.showModal();
    input.focus();
    open();
  });
  input.addEventListener("input", () => {
    if (!script) open(); // whoever goes on typing tries again
  });
  button.hidden = false;
}
