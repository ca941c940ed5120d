"""The pages of the videos: what they say of the rendered files, and what the build says when a video is missing or not whole."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from rulebook.sheets.problem import BrokenData
from site_build import BuildError
from site_build.finishing.headers import headers_for, parse_headers, write_headers
from site_build.sources import Sources
from site_build.video_pages.macros import video
from site_build.video_pages.page import video_pages
from site_build.videos import VIDEOS, copy_videos, read_videos
from video_studio.shelf.credit import CREDITS, VOICE_LICENCE
from video_studio.shelf.manifest import FOLDER, NAME
from video_studio.shelf.transcript import clock

NAMES = sorted(path.parent.parent.name for path in VIDEOS.glob(f"*/{FOLDER}/{NAME}"))


@pytest.fixture
def shelf(tmp_path):
    """A copy of one video, as the only one there is."""
    return Path(shutil.copytree(VIDEOS / "photos", tmp_path / "videos" / "photos")).parent


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_all_that_the_video_says_and_shows(name):
    video = read_videos(VIDEOS)[name]
    manifest = json.loads((VIDEOS / name / FOLDER / NAME).read_text(encoding="utf-8"))
    page = video_pages({name: video})[f"videos/{name}.md"]
    for scene, made in zip(video.scenes, manifest["scenes"], strict=True):
        assert f'href="{video.version}/video.mp4#t={made["start"]:g}"' in page
        assert f'src="{video.version}/still-{made["id"]}.webp"' in page
        assert (VIDEOS / name / FOLDER / scene.still).is_file()
        assert scene.visual in page
        assert scene.title in page
        assert all(bullet in page for bullet in scene.bullets)
        assert scene.spoken == "".join(sentence["text"] for sentence in made["sentences"])
    assert 'preload="none"' in page
    assert clock(manifest["seconds"]) in page
    assert all(credit in page for credit in CREDITS)
    assert VOICE_LICENCE in page
    assert f'poster="{video.version}/still-{manifest["recipe"]["poster"]}.webp"' in page


def test_the_list_names_every_video_with_its_length_and_keeps_the_order():
    found = read_videos(VIDEOS)
    page = video_pages(found)["videos/index.md"]
    places = [page.index(f'{video.description}</span><span class="d">{clock(video.seconds)}') for video in found.values()]
    assert len(places) == len(NAMES)
    assert places == sorted(places)
    assert [video.order for video in found.values()] == sorted(video.order for video in found.values())


def test_a_video_that_is_added_needs_no_python(shelf):
    shutil.copytree(shelf / "photos", shelf / "more")
    change(shelf / "more" / "storyboard.yml", "order: 3", "order: 1")
    assert list(video_pages(read_videos(shelf))) == ["videos/index.md", "videos/more.md", "videos/photos.md"]
    shutil.rmtree(shelf / "more" / FOLDER)
    assert list(read_videos(shelf)) == ["photos"]


def test_the_page_tells_what_was_rendered_while_the_storyboard_is_ahead(shelf):
    change(shelf / "photos" / "storyboard.yml", "片づける前に、撮る", "先に、撮る")
    change(shelf / "photos" / "storyboard.yml", "description: ", "description: これは新しい。")
    page = video_pages(read_videos(shelf))["videos/photos.md"]
    assert "片づける前に、撮る" in page
    assert "これは新しい。" in page


def test_mistakes_in_a_storyboard_are_told_at_their_place(shelf):
    change(shelf / "photos" / "storyboard.yml", "order: 3", "order: 三")
    with pytest.raises(BrokenData) as caught:
        read_videos(shelf)
    assert [(problem.place.file, problem.place.line) for problem in caught.value.problems] == [("photos/storyboard.yml", 3)]


@pytest.mark.parametrize("file", ["transcript.md", "chapters.ja.vtt"])
def test_rendered_files_that_are_missing_or_cut_off_stop_the_build(shelf, file):
    path = shelf / "photos" / FOLDER / file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole[: len(whole) // 2].rpartition("\n\n")[0], encoding="utf-8")
    with pytest.raises(BuildError, match=r"videos/photos/rendered/ のファイルがそろっていません.*make videos"):
        read_videos(shelf)
    path.unlink()
    with pytest.raises(BuildError, match="そろっていません"):
        read_videos(shelf)


def test_the_macro_puts_a_player_into_a_page_and_gives_it_style_and_script(shelf):
    page = SimpleNamespace(url="claim/photos/", meta={"css": ["calls.css"]})
    sources = Sources(videos=shelf)
    html = video(sources, page, "photos")
    version = read_videos(shelf)["photos"].version
    assert f'src="../../videos/photos/{version}/video.mp4"' in html
    assert 'href="../../videos/photos/"' in html
    assert video(sources, page, "photos") == html
    assert page.meta == {"css": ["calls.css", "video.css"], "js": ["site/video.js"]}


def test_the_macro_tells_unknown_videos_from_those_not_rendered_yet(shelf):
    sources, page = Sources(videos=shelf), SimpleNamespace(url="", meta={})
    with pytest.raises(BuildError, match=r"「photo」という動画はありません。.*photos"):
        video(sources, page, "photo")
    (shelf / "later").mkdir()
    (shelf / "later" / "storyboard.yml").write_text("title: x\n", encoding="utf-8")
    with pytest.raises(BuildError, match="「later」は、まだ作られていません。make videos"):
        video(sources, page, "later")


def test_files_are_kept_for_ever_because_their_address_changes_with_them(shelf, tmp_path):
    site = tmp_path / "site"
    before = read_videos(shelf)["photos"]
    copy_videos(site, read_videos(shelf))
    (site / "videos" / "photos" / "index.html").write_text("x", encoding="utf-8")
    write_headers(site)
    rules = parse_headers((site / "_headers").read_text(encoding="utf-8"))
    kept = {name for name, value in headers_for(rules, f"/{before.address('video.mp4')}") if "immutable" in value}
    assert kept == {"Cache-Control"}
    assert not any("immutable" in value for _, value in headers_for(rules, f"/{before.page}"))
    assert "media-src 'self'" in dict(headers_for(rules, "/"))["Content-Security-Policy"]
    assert (site / before.address("thumb-640.webp")).stat().st_size < 20_000
    manifest = json.loads((shelf / "photos" / FOLDER / NAME).read_text(encoding="utf-8"))
    change(shelf / "photos" / FOLDER / NAME, manifest["files"]["video.mp4"]["sha256"], "0" * 64)
    assert read_videos(shelf)["photos"].version != before.version


def test_a_picture_with_sample_premiums_says_so_in_words():
    scenes = read_videos(VIDEOS)["grade"].scenes
    assert [scene.visual.endswith("「参考の金額」の札がある。") for scene in scenes] == ["円" in scene.spoken for scene in scenes]
