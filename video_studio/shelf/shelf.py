"""The shelf: every video of ``videos/``, its storyboard and what was rendered of it. The site's build reads it too."""

from dataclasses import dataclass, field
from pathlib import Path

from rulebook.sheets.problem import Problem, Report
from video_studio.script.figure import Figures
from video_studio.script.readings import Words, read_words
from video_studio.script.scene import Storyboard
from video_studio.script.storyboard import read_storyboard
from video_studio.shelf.manifest import Manifest, read_manifest


@dataclass(slots=True)
class Shelf:
    """Storyboards in their order, the studio's dictionary, and every problem found."""

    root: Path
    storyboards: list[Storyboard] = field(default_factory=list)
    words: Words = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def manifest(self, storyboard: Storyboard) -> Manifest | None:
        """Return the manifest of one of the videos."""
        return read_manifest(storyboard.folder)


def read_shelf(root: Path, figures: Figures, names: list[str] | None = None) -> Shelf:
    """Read the folder ``root`` with ``figures`` in their braces; only the videos ``names`` where given."""
    report = Report()
    shelf = Shelf(root, words=read_words(root, report))
    for folder in folders(root):
        if names and folder.name not in names:
            continue
        storyboard = read_storyboard(folder, root, figures, report)
        if storyboard is not None:
            shelf.storyboards.append(storyboard)
    shelf.storyboards.sort(key=lambda each: (each.order, each.name))
    shelf.problems = sorted(report.problems)
    return shelf


def folders(root: Path) -> list[Path]:
    """Return the folders of the videos."""
    return sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
