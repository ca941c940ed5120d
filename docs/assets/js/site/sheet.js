/* Sheets to fill in: what is written stays on this device, can be printed and wiped. Nothing is sent. */
const KEPT = "残しました。この端末にだけあります。";
const NOT_KEPT = "この端末では残せません。印刷するか、書き写してください。";

export function startSheet(form, changed = () => {}) {
  const key = `sheet:${form.dataset.sheet}`;
  const status = form.querySelector("[role=status]");
  const empty = status.textContent;
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  const fields = () => [...form.elements].filter((field) => field.name);
  const written = () => Object.fromEntries(fields()
    .map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value])
    .filter(([, value]) => value));

  const keep = () => {
    const values = written();
    try {
      if (Object.keys(values).length) localStorage.setItem(key, JSON.stringify(values));
      else localStorage.removeItem(key);
      say(Object.keys(values).length ? KEPT : empty);
    } catch {
      say(NOT_KEPT);
    }
    changed();
  };
  const restore = () => {
    let values = {};
    try { values = JSON.parse(localStorage.getItem(key) ?? "{}"); } catch { /* blocked or broken: start empty */ }
    for (const field of fields()) {
      if (field.type === "checkbox") field.checked = values[field.name] === true;
      else field.value = values[field.name] ?? "";
    }
    if (Object.keys(values).length) say(KEPT);
    changed();
  };
  const clear = () => {
    if (!window.confirm("書いたことと印を、この端末から消します。もどせません。")) return;
    for (const field of fields()) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    keep();
    say("消しました。");
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", keep);
  form.addEventListener("click", ({ target }) => {
    if (target.closest("[data-print]")) window.print();
    if (target.closest("[data-clear]")) clear();
    const name = target.closest("[data-now]")?.dataset.now;
    if (!name) return;
    form.elements[name].value = new Date().toLocaleString("ja-JP", { dateStyle: "long", timeStyle: "short" });
    keep();
  });
  for (const tools of form.querySelectorAll(".sheet-tools")) tools.hidden = false;
  restore();
}

for (const form of document.querySelectorAll("form[data-sheet]:not([data-choice])")) startSheet(form);
