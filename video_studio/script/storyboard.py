"""Storyboards: one video as scenes and sentences, read from YAML, with every mistake told at its place."""

from collections.abc import Mapping  # noqa: TC003 - beside the runtime imports of one block
from decimal import Decimal
from pathlib import Path

from rulebook.shapes.shape import Fields, near
from rulebook.sheets.placed import read_file
from rulebook.sheets.problem import Place, Report
from video_studio.script.declared import ENGINES, STORYBOARD
from video_studio.script.drawing import ALONE, WITH_BULLETS, Drawing, read_drawing
from video_studio.script.figure import BRACES, Figures, Value
from video_studio.script.limits import check_limits
from video_studio.script.own_figures import own_figures
from video_studio.script.scene import Scene, Sentence, Storyboard


def read_storyboard(folder: Path, root: Path, figures: Figures, report: Report) -> Storyboard | None:
    """Read ``folder``/storyboard.yml below ``root``; None where it cannot even be read."""
    path = folder / "storyboard.yml"
    if not path.exists():
        report.add(Place(f"{folder.name}/storyboard.yml", 1, 1), "台本（storyboard.yml）がありません。", "作るか、フォルダーを消してください。")
        return None
    node = read_file(path, root, report)
    fields = None if node is None else STORYBOARD.read(node, report)
    if fields is None:
        return None
    return _Reader(folder, root, figures, report).read(fields)


class _Reader:
    def __init__(self, folder: Path, root: Path, figures: Figures, report: Report) -> None:
        self.folder, self.root, self.figures, self.report = folder, root, figures, report
        self.own: Mapping[str, Value | None] = {}
        self.used: dict[str, str] = {}
        self.sample = False

    def read(self, fields: Fields) -> Storyboard:
        self.own = own_figures(fields["figures"] or Fields(fields.place), self.figures, self.report)
        self._sources(fields)
        scenes = [self._scene(scene) for scene in fields["scenes"]]
        for word in fields["readings"] or ():
            if not any(word in sentence.spoken for scene in scenes for sentence in scene.sentences):
                self.report.add(fields["readings"].key_at(word), f"「{word}」を話す文はありません。", "文のとおりの字で書くか、消してください。")
        ids = [scene.id for scene in scenes]
        poster = fields["poster"] or (ids[0] if ids else "")
        if fields["poster"] and poster not in ids:
            self.report.add(fields.at("poster"), f"場面「{poster}」はありません。", near(poster, ids))
        voice = dict(fields["voice"] or {"engine": ENGINES[0], "speed": "1.0", "half_tone": "-2"})
        storyboard = Storyboard(
            self.folder.name, self.folder, fields["title"], fields["description"], fields["order"] or 0,
            dict(fields["reviewed"]), [dict(each) for each in fields["sources"]], voice, dict(fields["readings"] or {}),
            poster, scenes, dict(sorted(self.used.items())),
        )  # fmt: skip
        check_limits(storyboard, fields, self.report)
        return storyboard

    def _sources(self, fields: Fields) -> None:
        if not fields["sources"] and "sources" in fields.places:
            self.report.add(fields.at("sources"), "出典が1つもありません。", '- {document: pamphlet_2020_04, page: "17"} のように書いてください。')
        known = self.figures.data["sources"]
        for source in fields["sources"]:
            if source["document"] is not None and source["document"] not in known:
                self.report.add(source.at("document"), f"文書「{source['document']}」は data/sources.yml にありません。", near(source["document"], known))

    def _scene(self, fields: Fields) -> Scene:
        self.sample = False
        drawing = self._drawing(fields)
        bullets = [self._fill(text, fields["bullets"].places[index]).text for index, text in enumerate(fields["bullets"])]
        if drawing:
            drawing.too_small(WITH_BULLETS if bullets else ALONE, self.report)
        elif not bullets and fields["drawing"] is None:
            self.report.add(fields.place, "場面に、絵も箇条書きもありません。", "drawing: か bullets: を書いてください。")
        title = self._fill(fields["title"], fields.at("title")).text
        visual = self._fill(fields["visual"], fields.at("visual")).text
        sentences = [self._sentence(each, bullets, drawing, fields["drawing"] is not None) for each in fields["sentences"]]
        return Scene(fields["id"] or "", title, visual, drawing, bullets, sentences, self.sample, fields.place)

    def _drawing(self, fields: Fields) -> Drawing | None:
        name = fields["drawing"]
        if name is None:
            return None
        path = self.folder / name
        if not is_drawing(name) or not path.is_file():
            known = [each.name for each in sorted(self.folder.glob("*.svg"))]
            self.report.add(fields.at("drawing"), f"絵「{name}」がありません。", near(name, known))
            return None
        return read_drawing(path, self.root, lambda found, place: self._fill(found, place).text, self.report)

    def _sentence(self, fields: Fields, bullets: list[str], drawing: Drawing | None, drawn: bool) -> Sentence:
        said = self._fill(fields["say"], fields.at("say"))
        read = self._fill(fields["read"], fields.at("read")) if fields["read"] else said
        caption = self._fill(fields["caption"], fields.at("caption")).text if fields["caption"] else said.text
        bullet = fields["bullet"]
        if bullet is not None and bullet > len(bullets):
            self.report.add(fields.at("bullet"), f"箇条書きの {bullet} 番目はありません。", f"この場面の箇条書きは {len(bullets)} 個です。")
        for key in ("show", "hide", "zoom", "point"):
            names = [fields[key]] if isinstance(fields[key], str) else list(fields[key] or ())
            for name in names:
                if not drawn or (drawing and name not in drawing.ids):
                    hint = near(name, drawing.ids) if drawing else "この場面に絵がありません。"
                    self.report.add(fields.at(key), f"絵の中に「{name}」がありません。", hint)
        audio = self.folder / fields["audio"] if fields["audio"] else None
        if audio and not audio.is_file():
            self.report.add(fields.at("audio"), f"録音「{fields['audio']}」がありません。", "動画のフォルダーからの道すじで書いてください。")
            audio = None
        pause = None if fields["pause"] is None else Decimal(fields["pause"])
        return Sentence(said.text, read.spoken, caption, bullet, list(fields["show"] or ()), list(fields["hide"] or ()),
                        fields["zoom"], fields["point"], audio, pause, fields.at("say"))  # fmt: skip

    def _fill(self, text: str | None, place: Place) -> Value:
        """Put figures in the place of braces; note which were used and whether one is a sample."""
        shown, spoken = text or "", text or ""
        for name in BRACES.findall(shown):
            value = self.figures.of(name, self.own, place, self.report)
            if value is None:
                continue
            self.used[name] = value.text
            self.sample = self.sample or value.sample
            shown, spoken = shown.replace(f"{{{name}}}", value.text), spoken.replace(f"{{{name}}}", value.spoken)
        return Value(shown, spoken)


def is_drawing(name: str) -> bool:
    """Tell whether ``name`` is that of an SVG beside its storyboard."""
    return name.endswith(".svg") and "/" not in name
