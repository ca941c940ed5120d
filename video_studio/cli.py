"""The command line: ``render`` makes what changed, ``look`` shows pictures of it, ``listen`` hears it, ``check`` tells what is wrong or stale."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from guide.reading import read_data
from rulebook.sheets.problem import BrokenData, format_problems
from video_studio import DATA, VIDEOS, StudioError
from video_studio.checker import check_rendered, faults
from video_studio.data_book import data_book
from video_studio.film.recipe import recipe
from video_studio.listening.agreement import LEAST, agreement, lines_of
from video_studio.progress import Bar
from video_studio.script.figure import Figures
from video_studio.shelf.manifest import FOLDER, VIDEO
from video_studio.shelf.shelf import Shelf, folders, read_shelf

GOOD, WRONG = 0, 1
SETUP = "動画を作るための道具がありません。make videos-setup を一度だけ動かしてください。"


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m video_studio", description="台本から動画を作ります。")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    render = commands.add_parser("render", help="変わった動画を作ります")
    render.add_argument("names", nargs="*", metavar="NAME", help="動画の名前（なければ全部）")
    render.add_argument("--force", action="store_true", help="変わっていなくても作ります")
    render.set_defaults(run=_render)
    look = commands.add_parser("look", help="声と動画を作らずに、文ごとの画面だけを画像にします")
    look.add_argument("name", metavar="NAME", help="動画の名前")
    look.add_argument("scenes", nargs="*", metavar="SCENE", help="場面の名前（なければ全部）")
    look.set_defaults(run=_look)
    check = commands.add_parser("check", help="台本の誤りと、古くなった動画を知らせます")
    check.add_argument("names", nargs="*", metavar="NAME", help="動画の名前（なければ全部）")
    check.add_argument("--storyboards", action="store_true", help="台本だけを確かめます")
    check.add_argument("--decode", action="store_true", help="動画を読み直し、音を測り直します（make videos-setup のあと）")
    check.set_defaults(run=_check)
    listen = commands.add_parser("listen", help="作った声を聞き取り、読みと合わない文を知らせます")
    listen.add_argument("names", nargs="*", metavar="NAME", help="動画の名前（なければ全部）")
    listen.add_argument("--least", type=int, default=LEAST, metavar="PERCENT", help="合う割合がこれより低い文を知らせます")
    listen.set_defaults(run=_listen)
    for command in (render, look, check, listen):
        command.add_argument("--videos", type=Path, default=VIDEOS, metavar="DIR", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except StudioError as error:
        sys.stdout.write(f"{error}\n")
        return WRONG
    except BrokenData as broken:
        sys.stdout.write(f"{broken}\nデータに誤りがあるので、動画を確かめられません。\n")
        return WRONG


def _check(options: argparse.Namespace) -> int:
    shelf = _shelf(options)
    if shelf is None:
        return WRONG
    wrong = [] if options.storyboards else check_rendered(shelf)
    if options.decode:
        try:
            from video_studio.film.loudness import decoded  # noqa: PLC0415
        except ImportError:
            wrong.append(SETUP)
        else:
            wrong += [f"videos/{each.name}: {said}" for each in shelf.storyboards for said in decoded(each.folder)]
    if wrong:
        sys.stdout.write("\n".join(wrong) + "\n")
        return WRONG
    sys.stdout.write(f"動画に誤りはありません（{len(shelf.storyboards)}本）。\n")
    return GOOD


def _look(options: argparse.Namespace) -> int:
    options.names = [options.name]
    shelf = _shelf(options)
    if shelf is None:
        return WRONG
    try:
        from video_studio.film.look import look  # noqa: PLC0415
    except ImportError:
        sys.stdout.write(f"{SETUP}\n")
        return WRONG
    folder, faults = look(shelf.storyboards[0], options.scenes)
    sys.stdout.write("".join(f"{each}\n" for each in faults) + f"画像は {folder} にあります。\n")
    return WRONG if faults else GOOD


def _listen(options: argparse.Namespace) -> int:
    try:
        from video_studio.listening.recogniser import Recogniser, kana  # noqa: PLC0415
    except ImportError:
        sys.stdout.write("聞き取りの道具がありません。make videos-listen で入ります。\n")
        return WRONG
    videos = [folder for folder in folders(options.videos) if not options.names or folder.name in options.names]
    recogniser, count, below = Recogniser(), 0, 0
    for video in videos:
        sound = recogniser.sound(video / FOLDER / VIDEO)
        for line in lines_of(video):
            heard = recogniser.heard(sound, line.start, line.end)
            found = agreement(line.kana, kana(heard))
            count += 1
            if found < options.least:
                below += 1
                sys.stdout.write(f"{video.name}/{line.scene} {found}%\n  文　　 {line.text}\n  読み　 {line.kana}\n  聞こえ {heard}（{kana(heard)}）\n")
                sys.stdout.flush()
    sys.stdout.write(f"{len(videos)}本、{count}文を聞きました。{options.least}%に届かない文は {below} です。\n")
    return GOOD


def _render(options: argparse.Namespace) -> int:
    shelf = _shelf(options)
    if shelf is None:
        return WRONG
    stale = [each for each in shelf.storyboards if options.force or faults(each, shelf)]
    if not stale:
        sys.stdout.write("作り直す動画はありません。\n")
        return GOOD
    try:
        # Speech, browser and encoder are loaded only where something is really made.
        from video_studio.film.production import produce  # noqa: PLC0415
    except ImportError:
        sys.stdout.write(f"{SETUP}\n")
        return WRONG
    began = monotonic()
    bar = Bar(sum(len(each.scenes) + 1 for each in stale))
    wrong = produce([(each, recipe(each, shelf.words)) for each in stale], shelf.words, lambda label, _: bar.step(label))
    bar.close()
    for each in wrong:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"{len(stale)}本、{monotonic() - began:.0f}秒。readings.txt を読み、音を聞いてから公開してください。\n")
    return WRONG if wrong else GOOD


def _shelf(options: argparse.Namespace) -> Shelf | None:
    """Return the storyboards; None after telling their mistakes."""
    unknown = [name for name in options.names if name not in [folder.name for folder in folders(options.videos)]]
    if unknown:
        sys.stdout.write(f"「{'、'.join(unknown)}」という動画はありません。\n")
        return None
    shelf = read_shelf(options.videos, Figures(data_book(), read_data(DATA)), options.names)
    if shelf.problems:
        sys.stdout.write(f"{format_problems(shelf.problems, _shown(options.videos))}\n誤りが {len(shelf.problems)} 件あります。\n")
        return None
    return shelf


def _shown(folder: Path) -> Path:
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
