"""The library: every file of the data folder, read and shaped, before anything is cross-checked."""

from dataclasses import dataclass, field
from pathlib import Path

from quote_engine.values.dates import is_date
from rulebook.declared.cases import CASES
from rulebook.declared.edition import EDITION_FILES
from rulebook.declared.files import DATA_FILES, LOCK, LOCK_SHAPE, OPTIONAL_FILES
from rulebook.declared.words import ASKED, ASKED_SHAPE, FOLDER, WORDS
from rulebook.shapes.shape import Fields, Shape, near
from rulebook.sheets.placed import read_file
from rulebook.sheets.problem import Place, Report


@dataclass(slots=True)
class EditionFiles:
    """The shaped files of one edition; ``start`` is its folder's name."""

    start: str
    files: dict[str, Fields] = field(default_factory=dict)

    def path(self, name: str) -> str:
        """Return the path of one of its files, relative to the data folder."""
        return f"editions/{self.start}/{name}"


@dataclass(slots=True)
class Library:
    """The shaped data: files by name, editions by start date, case files and words by name, what was released, what is asked for."""

    root: Path
    files: dict[str, Fields] = field(default_factory=dict)
    editions: list[EditionFiles] = field(default_factory=list)
    cases: dict[str, Fields] = field(default_factory=dict)
    lock: Fields | None = None
    words: dict[str, Fields] = field(default_factory=dict)
    asked: Fields | None = None
    lost: bool = False
    """Whether a file of words could not be read, so that none can be looked up."""

    @property
    def everything(self) -> list[Fields]:
        """Every file that was read: those of the folder, of its editions, its cases."""
        return [*self.files.values(), *(file for each in self.editions for file in each.files.values()), *self.cases.values()]

    @property
    def complete(self) -> bool:
        """Tell whether every declared file could be read with all its parts, so that they can be compared."""
        whole = all(name in self.files for name in DATA_FILES) and bool(self.editions) and not self.lost
        return whole and all(name in edition.files for edition in self.editions for name in EDITION_FILES)


def read_library(root: Path, report: Report) -> Library:
    """Read the data folder ``root``; every problem of spelling and shape goes to ``report``."""
    library = Library(root)
    if not root.is_dir():
        report.add(Place("", 1, 1), f"データのフォルダー {root.name} がありません。")
        return library
    _strangers(root, [*DATA_FILES, *OPTIONAL_FILES], report)
    there = {name: shape for name, shape in OPTIONAL_FILES.items() if (root / name).exists()}
    library.files = _read_all(root, root, DATA_FILES | there, report)
    _strangers(root / "editions", [], report, root)
    folders = sorted(path for path in (root / "editions").glob("*") if path.is_dir())
    if not folders:
        report.add(Place("editions", 1, 1), "料率の版が1つもありません。", "editions/2020-04-01 のようなフォルダーを作ってください。")
    for folder in folders:
        if not is_date(folder.name):
            report.add(
                Place(f"editions/{folder.name}", 1, 1),
                "版のフォルダーの名前は、適用を始める日にしてください。",
                "2020-04-01 のような名前です。",
            )
            continue
        _strangers(folder, [*EDITION_FILES], report, root)
        library.editions.append(EditionFiles(folder.name, _read_all(folder, root, EDITION_FILES, report)))
    for path in sorted((root / "cases").glob("*.y*ml")):
        shaped = _read(path, root, CASES, report)
        if shaped is not None:
            library.cases[path.relative_to(root).as_posix()] = shaped
    if (root / LOCK).exists():
        library.lock = _read(root / LOCK, root, LOCK_SHAPE, report)
    for path in sorted((root / FOLDER).glob("*.yml")):
        words = _read(path, root, WORDS, report)
        if words is None or words.unread:
            library.lost = True
        else:
            library.words[path.stem] = words
    if (root / ASKED).exists():
        library.asked = _read(root / ASKED, root, ASKED_SHAPE, report)
    return library


def _read_all(folder: Path, root: Path, declared: dict[str, Shape], report: Report) -> dict[str, Fields]:
    shaped = {}
    for name, shape in declared.items():
        if not (folder / name).exists():
            file = (folder / name).relative_to(root).as_posix()
            report.add(Place(file, 1, 1), f"{shape.title}（{name}）がありません。", "名前を変えたか、消していませんか。")
            continue
        found = _read(folder / name, root, shape, report)
        if found is not None and not found.unread:
            shaped[name] = found
    return shaped


def _read(path: Path, root: Path, shape: Shape, report: Report) -> Fields | None:
    node = read_file(path, root, report)
    fields: Fields | None = None if node is None else shape.read(node, report)
    return fields


def _strangers(folder: Path, known: list[str], report: Report, root: Path | None = None) -> None:
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in known:
            file = path.relative_to(root or folder).as_posix()
            report.add(Place(file, 1, 1), f"{path.name} というファイルは使われていません。", near(path.name, known) or "消すか、フォルダーを移してください。")
