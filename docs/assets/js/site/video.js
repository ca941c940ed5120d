/* The player: captions from the start, chapters and speed as buttons. Without this, chapters are links into the file. */
const players = [...document.querySelectorAll("[data-video]")];

for (const player of players) {
  const video = player.querySelector("video");
  const captions = [...video.textTracks].find((track) => track.kind === "captions");
  // Shown earlier they would be fetched before anybody plays; later on the choice is the viewer's.
  video.addEventListener("play", () => { captions.mode = "showing"; }, { once: true });
  video.addEventListener("play", () => {
    for (const other of players) if (other !== player) other.querySelector("video").pause();
  });
  startChapters(player, video);
  startSpeeds(player, video);
}

function startChapters(player, video) {
  const buttons = [...player.querySelectorAll("[data-time]")].map((link) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.time = link.dataset.time;
    button.append(...link.childNodes);
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

function startSpeeds(player, video) {
  const group = player.querySelector(".speeds");
  const buttons = [...group.querySelectorAll("button")];
  group.addEventListener("click", (event) => {
    const speed = event.target.closest("button")?.dataset.speed;
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
