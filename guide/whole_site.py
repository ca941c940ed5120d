"""Files that a whole site cannot do without: one that vanishes is told, even where nothing else asks for it.

A folder of data alone, without a site beside it, is whole with what it has: plans and copies need no pages.
"""

from pathlib import Path

from guide.library import FOLDER, Guide
from rulebook.declared.files import LOCK
from rulebook.declared.words import ASKED
from rulebook.sheets.problem import Place, Report

SITE = "mkdocs.yml"
"""What stands beside the data of a whole site."""
CASES = "cases/*.yml"
LOST = "名前を変えたか、消していませんか。"


def check_whole(guide: Guide, patterns: list[str], report: Report) -> None:
    """Report each file that a site needs and that is not there: those of the guide by their ``patterns``, the locks, the cases."""
    if not (guide.root.parent / SITE).is_file():
        return
    for pattern in [*(f"{FOLDER}/{each}" for each in patterns), LOCK, ASKED, CASES]:
        if not any(guide.root.glob(pattern)):
            folder, star, _ = pattern.partition("*")
            what = f"{folder} に、ファイルが1つも" if star else f"{Path(pattern).name} というファイルが"
            report.add(Place(folder.rstrip("/"), 1, 1), f"{what}ありません。", LOST)
