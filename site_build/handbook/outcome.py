"""What comes out of a recipe: it is carried out on a copy, and the checker, the engine and the commands are asked."""

import json
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from guide.examine import examine_guide, page_problems
from guide.hours import hours_text
from quote_engine.premium.book import Book
from rulebook.binder import examine
from rulebook.sheets.problem import format_problems
from rulebook.trial import case_answers, trial
from site_build import DOCS, ROOT
from site_build.handbook.edits import CannotEdit, make, undo
from site_build.handbook.recipe import Recipe
from site_build.handbook.trial_folder import furnish, keep, run
from site_build.sources import Sources

if TYPE_CHECKING:
    from quote_engine.typed.book import BookData

CACHE = ROOT / "build" / "handbook"
CODE = ("quote_engine", "rulebook", "guide", "difference", "commands", "tools")
"""What answers the commands of a recipe."""
Outcome = dict[str, Any]


def outcome(sources: Sources, recipe: Recipe) -> Outcome:
    """What came out, from this or an earlier run with the same recipe, data and code; where somebody waits, what came out last.

    ``{cannot, files: {path: [before, after]}, wrong_files: {path: [after, wrong]}, well, wrong, quotes, payouts, desks,
    runs, runs_wrong}``; ``cannot`` says why the recipe no longer fits the data, and then nothing else is there;
    ``earlier`` that it came out of earlier data.
    """
    kept = CACHE / f"{recipe.name}.{_key(sources, recipe)}.json"
    older = list(CACHE.glob(f"{recipe.name}.*.json")) if sources.following else []
    for path in [kept, *older]:
        if path.is_file():
            return {**_kept(path), "earlier": path != kept}
    found = carried_out(recipe)
    CACHE.mkdir(parents=True, exist_ok=True)
    for path in CACHE.glob(f"{recipe.name}.*.json"):
        path.unlink(missing_ok=True)
    kept.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return found


@lru_cache(maxsize=64)  # a page asks for one once for each part that it shows
def _kept(path: Path) -> Outcome:
    """An outcome that is named after all that it came from: another one has another name."""
    found: Outcome = json.loads(path.read_text(encoding="utf-8"))
    return found


def carried_out(recipe: Recipe) -> Outcome:
    """Carry the recipe out, and then its mistake."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        try:
            return _carried_out(recipe, root)
        except CannotEdit as why:
            return {"cannot": str(why)}


def _carried_out(recipe: Recipe, root: Path) -> Outcome:
    furnish(root, recipe.folders)
    undo(recipe.edits, root)
    if any(command.startswith("git") or " diff " in command for command in [*recipe.runs, *recipe.first]):
        keep(root)
    said, book = checked(root)
    if book is None:
        raise CannotEdit(said)
    old = _asked(recipe, book, root)
    first = [[command, run(command, root)] for command in recipe.first]
    before = _texts(root, recipe.folders)  # what a command has written, nobody needs to type
    make(recipe.edits, root)
    after = _texts(root, recipe.folders)
    well, book = checked(root)
    new = _asked(recipe, book, root)
    runs = [[command, run(command, root)] for command in recipe.runs]
    make(recipe.mistake, root)
    wrong = checked(root)[0] if recipe.mistake else ""
    found: Outcome = {
        "cannot": "",
        "files": _changes(before, after),
        "wrong_files": _changes(after, _texts(root, recipe.folders)) if recipe.mistake else {},
        "well": well,
        "wrong": wrong,
        "first": first,
        "runs": runs,
        "runs_wrong": [[command, run(command, root)] for command in recipe.runs_wrong],
    }
    return found | {part: list(zip(old[part], new[part], strict=True)) for part in old}


def checked(root: Path) -> tuple[str, "BookData | None"]:
    """What ``python -m quote_engine check`` says of the folder, and the book where there is one."""
    book, problems = examine(root / "data")
    guide, in_guide = examine_guide(root / "data")
    in_pages = page_problems(guide) if guide.docs else []
    problems = [*problems, *in_guide, *in_pages]
    if problems:
        return f"{format_problems(problems, root / 'data')}\n誤りが {len(problems)} 件あります。".replace(f"{root.as_posix()}/", ""), None
    return "データに誤りはありません。", book


def _asked(recipe: Recipe, data: "BookData | None", root: Path) -> dict[str, list[Any]]:
    if data is None:
        return {"quotes": [None] * len(recipe.quotes), "payouts": [None] * len(recipe.payouts), "desks": [None] * len(recipe.desks)}
    book = Book(data)
    contacts = {contact["id"]: contact for contact in data["contacts"]}
    return {
        "quotes": [trial(book, _answers(book, asked)) for asked in recipe.quotes],
        "payouts": [_payout(book, asked, root) for asked in recipe.payouts],
        "desks": [f"{contacts[name]['label']} {contacts[name]['phone']}（{hours_text(contacts[name]['hours'])}）" for name in recipe.desks],
    }


def _payout(book: Book, asked: dict[str, Any], root: Path) -> str:
    said = run("python -m quote_engine payout --text -", root, json.dumps({**_answers(book, asked), **asked["accident"]}))
    return "\n".join(line for line in said.splitlines() if not line.startswith("・"))


def _answers(book: Book, asked: dict[str, Any]) -> dict[str, Any]:
    """The model case's answers and the recipe's own; what these data do not ask is left out."""
    own = {key: value for key, value in asked.get("answers", {}).items() if key in book.questions}
    return {**case_answers(book, asked["example"]), **own}


def _texts(root: Path, folders: set[str]) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in _files(root, folders)}


def _files(root: Path, folders: set[str]) -> Iterator[Path]:
    for folder in sorted(folders):
        found = (root / folder).rglob("*") if (root / folder).is_dir() else [root / folder]
        yield from (path for path in sorted(found) if path.suffix in (".yml", ".md"))


def _changes(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    return {name: [before.get(name, ""), after.get(name, "")] for name in sorted({*before, *after}) if before.get(name) != after.get(name)}


def _key(sources: Sources, recipe: Recipe) -> str:
    drawn_on = sources.once(_digest, docs="docs" in recipe.folders, videos="videos" in recipe.folders)
    return sha256(recipe.text.encode() + drawn_on).hexdigest()[:16]


def _digest(sources: Sources, *, docs: bool, videos: bool) -> bytes:
    """A digest of all that a recipe can come out differently for."""
    code = [path for folder in CODE for path in ROOT.glob(f"{folder}/**/*.py")]
    files = [*sources.data.rglob("*.yml"), *sources.data.glob("*.lock"), *code, *Path(__file__).parent.glob("*.py")]
    if docs:
        files += DOCS.glob("guide/*.md")
    if videos:
        files += [*ROOT.glob("videos/**/*.yml"), *ROOT.glob("video_studio/**/*.py")]
    digest = sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.digest()
