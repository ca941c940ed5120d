/* The player: captions from the start, chapters and speed as buttons. Without this, chapters are links into the file. */
import { all, hit, make, one } from "../page/elements.js";

const players = all(document, "[data-video]");

for (const player of players) {
  const video = one(player, "video", HTMLVideoElement);
  const captions = [...video.textTracks].find((track) => track.kind === "captions");
  // Shown earlier they would be fetched before anybody plays; later on the choice is the viewer's.
  if (captions) video.addEventListener("play", () => show(captions), { once: true });
  video.addEventListener("play", () => {
    for (const other of players) if (other !== player) one(other, "video", HTMLVideoElement).pause();
  });
  startChapters(player, video);
  startSpeeds(player, video);
}

/** @param {TextTrack} captions */
function show(captions) {
  captions.mode = "showing";
}

/** @param {HTMLElement} player @param {HTMLVideoElement} video */
function startChapters(player, video) {
  const buttons = all(player, "[data-time]").map((link) => {
    const button = make("button", { type: "button", "data-time": link.dataset.time ?? "" }, ...link.childNodes);
    link.replaceWith(button);
    button.addEventListener("click", () => {
      video.currentTime = Number(button.dataset.time);
      video.play();
      video.scrollIntoView({ block: "nearest" });
    });
    return button;
  });
  video.addEventListener("timeupdate", () => {
    const now = buttons.findLast((button) => Number(button.dataset.time) <= video.currentTime + 0.05);
    for (const button of buttons) {
      if (button === now) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  });
}

/** @param {HTMLElement} player @param {HTMLVideoElement} video */
function startSpeeds(player, video) {
  const group = one(player, ".speeds");
  const buttons = all(group, "button");
  group.addEventListener("click", (event) => {
    const speed = hit(event, "button")?.dataset.speed;
    if (!speed) return;
    // Both: loading the file sets the one back to the other.
    video.defaultPlaybackRate = Number(speed);
    video.playbackRate = Number(speed);
  });
  video.addEventListener("ratechange", () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === video.playbackRate));
  });
  group.hidden = false;
}
