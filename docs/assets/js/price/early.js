// Runs while the page is read: shows the form at once, so that nothing jumps when the rest arrives.
// If the rest never arrives, the page says what it says without any script.
const root = document.documentElement;
root.dataset.scripted = "on";
addEventListener("load", () => {
  if (root.dataset.started !== "yes") delete root.dataset.scripted;
});
