"""The camera: Chromium paints a scene's page, one picture at a time, always the same."""

import io
import os
import shutil
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from PIL import Image
from playwright.sync_api import Error, Route, sync_playwright

from video_studio import HEIGHT, WIDTH, StudioError
from video_studio.film.versions import FONT

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text",
    "--hide-scrollbars", "--disable-partial-raster", "--disable-threaded-animation", "--disable-threaded-scrolling",
    "--num-raster-threads=1", "--disable-gpu-compositing", "--disable-skia-runtime-opts",
    "--run-all-compositor-stages-before-draw", "--disable-checker-imaging", "--disable-background-networking",
]  # fmt: skip
"""With fewer of these, one picture in some hundred differs by a few invisible pixels between two runs."""
ADDRESS = "http://stage.invalid/"
"""Nothing goes to the network: the page and its font are answered from the disk."""


@cache
def browser() -> str:
    """The path of a Chromium; SITE_BROWSER may name one."""
    for path in (os.environ.get("SITE_BROWSER"), *map(shutil.which, NAMES)):
        if path and Path(path).exists():
            return path
    raise StudioError("Chromium が見つかりません。入れるか、SITE_BROWSER=/path/to/chrome のように場所を教えてください。")


class Camera:
    """A browser with one page. Opening it takes a second, so one serves many scenes."""

    def __enter__(self) -> Self:
        if not FONT.is_dir():
            raise StudioError("字体 @fontsource/biz-udpgothic がありません。npm ci で入ります。")
        self.html = ""
        self.playwright = sync_playwright().start()
        try:
            self.chromium = self.playwright.chromium.launch(executable_path=browser(), args=FLAGS)
        except Error as error:
            self.playwright.stop()
            raise StudioError(f"Chromium が始まりません。{str(error).splitlines()[0]}") from error
        self.page = self.chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1)
        self.page.route("**/*", self._answer)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.chromium.close()
        self.playwright.stop()

    def load(self, html: str) -> list[str]:
        """Show the page of a scene; return in Japanese what cannot be seen well on it."""
        self.html = html
        self.page.goto(ADDRESS)
        self.page.wait_for_function("() => window.faults")
        faults: list[str] = self.page.evaluate("() => faults()")
        return faults

    def shoot(self, sentence: int, moved: float, there: float) -> bytes:
        """Return one state of the scene as raw RGB."""
        self.page.evaluate("([sentence, moved, there]) => draw(sentence, moved, there)", [sentence, moved, there])
        return self._picture().tobytes()

    def still(self) -> Image.Image:
        """Return the scene with everything shown."""
        self.page.evaluate("() => drawStill()")
        return self._picture()

    def _picture(self) -> Image.Image:
        return Image.open(io.BytesIO(self.page.screenshot(type="png"))).convert("RGB")

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if not path:
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        elif path.startswith("font/"):
            route.fulfill(path=FONT / path.removeprefix("font/"))
        else:
            route.abort()
