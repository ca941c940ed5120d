"""Looking: a picture of every sentence, without voice and film, so that a drawing can be judged within seconds."""

from pathlib import Path

from PIL import Image

from video_studio import CACHE, HEIGHT, WIDTH
from video_studio.film.camera import Camera
from video_studio.film.stage import scene_page
from video_studio.script.scene import Storyboard

COLUMNS, GAP = 2, 8
SHEET = (640, 360)
"""Size of a picture on the sheet: about that of a phone held upright at twice its density."""


def look(storyboard: Storyboard, only: list[str]) -> tuple[Path, list[str]]:
    """Write pictures of the scenes ``only`` (or all); return their folder and in Japanese what cannot be seen well."""
    folder = CACHE / "look" / storyboard.name
    folder.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with Camera() as camera:
        for number, scene in enumerate(storyboard.scenes):
            if only and scene.id not in only:
                continue
            faults += [f"場面「{scene.id}」：{each}" for each in camera.load(scene_page(scene, number, len(storyboard.scenes)))]
            pictures = []
            for index in range(len(scene.sentences)):
                picture = Image.frombytes("RGB", (WIDTH, HEIGHT), camera.shoot(index, 1, 1))
                picture.save(folder / f"{scene.id}-{index + 1}.png")
                pictures.append(picture)
            _sheet(pictures).save(folder / f"{scene.id}.png")
    return folder, faults


def _sheet(pictures: list[Image.Image]) -> Image.Image:
    wide, high = SHEET
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (wide + GAP) - GAP, rows * (high + GAP) - GAP), "#888888")
    for index, picture in enumerate(pictures):
        sheet.paste(picture.resize(SHEET, Image.Resampling.LANCZOS), (index % COLUMNS * (wide + GAP), index // COLUMNS * (high + GAP)))
    return sheet
