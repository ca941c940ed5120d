"""What MkDocs and its macros say about a page, in Japanese and with the line where the trouble stands."""

import re
import traceback

from guide.reading import Unknown
from rulebook.sheets.problem import Place, Problem, format_problems
from site_build import DATA, DOCS, BuildError

LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains (?:a link|an absolute link|an unrecognized relative link) '(?P<link>[^']*)'(?P<why>.*)", re.DOTALL)
REASONS = (
    ("no such anchor", "その見出しは、このページにありません。"),
    ("does not contain an anchor", "そのページに、その見出しはありません。"),
    ("is not found", "そのページか絵がありません。"),
    ("absolute link", "「/」で始まるリンクは使えません。"),
)
HINT = "docs/ のファイルへの、このページから見た道（../claim/index.md など）を書いてください。"


def told_in_japanese(warning: str) -> str:
    """Return a warning as a problem of its page; what is not about a link stays as it is."""
    found = LINK.match(warning)
    if not found:
        return warning
    page, link = found["page"], found["link"]
    reason = next((told for part, told in REASONS if part in found["why"] or part in warning), "そのリンクは開けません。")
    problem = Problem(_place(page, link), f"リンク「{link}」: {reason}", HINT)
    return format_problems([problem], DATA)


def macro_problem(page: str, source: str, stopped: BaseException) -> str:
    """Return what a macro of ``page`` refused: the reason is behind the exception, the line in its traceback."""
    error: BaseException = stopped
    while error.__context__ is not None:
        error = error.__context__
    lines = [frame.lineno or 1 for frame in traceback.extract_tb(error.__traceback__) if frame.filename in ("<template>", "<unknown>")]
    within = getattr(error, "lineno", None) or (lines[-1] if lines else 1)
    # The macros see the page without its head.
    head = source.partition("\n---")[0].count("\n") + 2 if source.startswith("---") else 0
    text = source.splitlines()
    line = min(head + within, len(text))
    while 0 < line < len(text) and "{" not in text[line - 1]:
        line += 1
    column = max(text[line - 1].find("{"), 0) + 1
    message = str(error) if isinstance(error, (BuildError, Unknown)) else f"この {{{{ … }}}} を読めません（{error}）。"
    return format_problems([Problem(Place(f"../docs/{page}", line, column), message)], DATA)


def _place(page: str, link: str) -> Place:
    file = f"../docs/{page}"
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines() if (DOCS / page).exists() else []
    for number, line in enumerate(lines, 1):
        if link in line:
            return Place(file, number, line.index(link) + 1)
    return Place(file, 1, 1)
