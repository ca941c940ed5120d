/* Runs before the first paint: applies the colours kept on this device, so that the page never flashes. */
(() => {
  /** @type {Record<string, string>} */
  const queries = {
    auto: "screen and (prefers-color-scheme: dark)",
    light: "not all",
    dark: "screen",
  };
  const apply = (/** @type {string} */ choice) => {
    const dark = document.getElementById("dark-tokens");
    if (dark instanceof HTMLLinkElement) dark.media = queries[choice] ?? queries.auto;
  };
  const kept = () => {
    try {
      return localStorage.getItem("theme") ?? "auto";
    } catch {
      return "auto"; // storage may be blocked
    }
  };
  const keep = (/** @type {string} */ choice) => {
    try {
      if (choice === "auto") localStorage.removeItem("theme");
      else localStorage.setItem("theme", choice);
    } catch {
      // the choice then lasts for this page only
    }
    apply(choice);
  };
  document.documentElement.classList.replace("no-js", "js");
  apply(kept());
  window.siteTheme = { kept, keep };
})();
