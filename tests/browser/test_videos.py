"""Every video as a viewer meets it: nothing before play, then picture, captions and chapters; and without scripts."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.sources import SOURCES

CHAPTERS = """async (video) => {
  const buttons = [...document.querySelectorAll(".chapters button")];
  const reached = [];
  for (const button of buttons.toReversed()) {
    const there = new Promise((done) => video.addEventListener("seeked", () => video.addEventListener("timeupdate", done, { once: true }), { once: true }));
    button.click();
    await there;
    reached.push([buttons.findIndex((each) => each.ariaCurrent === "true"), video.currentTime]);
  }
  return reached;
}"""
"""Presses every chapter, the last one first; the chapter then marked, and the second then reached."""
NOW = "video => video.currentTime"
MUTE = "video => { video.muted = true; }"


def fetched(page, name):
    """The files of a video that the page asks for from now on."""
    names = []
    page.on("request", lambda request: names.append(urlsplit(request.url).path.rpartition("/")[2]) if f"/videos/{name}/" in request.url else None)
    return names


def wait(page, video, condition):
    page.wait_for_function(condition, arg=video.element_handle(), timeout=20_000)


def test_every_video_plays_with_captions_and_reaches_every_chapter(page):
    for name, made in SOURCES.videos.items():
        asked = fetched(page, name)
        page.goto(f"/videos/{name}/", wait_until="networkidle")
        assert [file for file in asked if file] == [made.still], name
        video = page.locator("video")
        video.evaluate(MUTE)
        assert video.evaluate("video => [video.preload, video.networkState === video.NETWORK_LOADING, video.paused]") == ["none", False, True]
        video.evaluate("video => video.play()")
        wait(page, video, "video => video.textTracks[0].activeCues?.length > 0 && video.currentTime > 0.6")
        # The first words are on the screen, so the beginning was not dropped.
        assert video.evaluate("video => video.textTracks[0].mode") == "showing"
        assert video.evaluate("video => video.textTracks[0].cues[0].startTime < 1 && video.textTracks[0].activeCues[0] === video.textTracks[0].cues[0]"), name
        assert video.evaluate("video => [video.videoWidth, video.videoHeight]") == [1280, 720]
        assert abs(video.evaluate("video => video.duration") - made.seconds) < 0.2
        assert {"video.mp4", "captions.ja.vtt"} <= set(asked)
        assert video.evaluate("video => video.error") is None
        chapters = page.locator(".chapters button")
        expect(chapters).to_have_count(len(made.scenes))
        reached = video.evaluate(CHAPTERS)
        assert [place for place, (number, time) in enumerate(reversed(reached)) if number != place or not -0.01 < time - made.scenes[place].start < 5] == [], (name, reached)
        assert len(reached) == len(made.scenes)
        video.evaluate("video => video.pause()")


def test_a_chapter_can_be_the_first_thing_pressed_and_everything_works_by_keyboard(page):
    name, made = next(iter(SOURCES.videos.items()))
    page.goto(f"/videos/{name}/")
    video = page.locator("video")
    video.evaluate(MUTE)
    page.locator(".chapters button").nth(2).focus()
    page.keyboard.press("Enter")
    wait(page, video, f"video => video.currentTime > {made.scenes[2].start}")
    assert video.evaluate(NOW) < made.scenes[2].start + 5
    page.get_by_role("button", name="1.5倍").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="1.5倍")).to_have_attribute("aria-pressed", "true")
    assert video.evaluate("video => video.playbackRate") == 1.5
    video.focus()
    page.keyboard.press("Space")
    wait(page, video, "video => video.paused")
    # Captions turned off stay off.
    video.evaluate("video => { video.textTracks[0].mode = 'hidden'; return video.play(); }")
    assert video.evaluate("video => video.textTracks[0].mode") == "hidden"
    page.locator(".transcript summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".transcript section").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_video_inside_another_page(page, colours):
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=colours)
    asked = fetched(page, "photos")
    page.goto("/claim/photos/", wait_until="networkidle")
    assert asked == [SOURCES.videos["photos"].still]
    page.get_by_text("章と速さをえらぶ").click()
    assert violations(page) == []
    page.locator("video").evaluate(MUTE)
    page.locator(".chapters button").nth(1).click()
    wait(page, page.locator("video"), "video => video.currentTime > 20 && video.textTracks[0].activeCues?.length > 0")


def test_without_scripts_chapters_are_links_into_the_file(browser, base_url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, made in SOURCES.videos.items():
        page.goto(f"{base_url}/videos/{name}/")
        links = page.locator(".chapters a")
        assert [links.nth(place).get_attribute("href") for place in range(len(made.scenes))] == [f"{made.version}/video.mp4#t={scene.start:g}" for scene in made.scenes]
        expect(page.locator(".speeds")).to_be_hidden()
        assert page.locator("video[controls]").count() == 1
        page.locator(".transcript summary").click()
        expect(page.locator(".transcript p").last).to_be_visible()
    answer = context.request.get(f"{base_url}/{made.address('video.mp4')}", headers={"Range": "bytes=0-99"})
    assert (answer.status, len(answer.body()), answer.headers["content-type"]) == (206, 100, "video/mp4")
    context.close()
