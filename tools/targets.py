"""``make targets-check``: clones the repository and tries, as a newcomer, every make target that the README and ``make help`` name."""

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "targets"
ORDER = ("help", "serve", "site", "lint", "unit", "browser", "another-day", "test", "review", "desk", "audit", "search-check", "bench",
         "mutate", "videos-setup", "videos-check", "videos", "videos-listen", "clean", "lock")  # fmt: skip
"""As a newcomer would go: setting up comes with the first, renewing the locks comes last. Others are tried before ``clean``."""
ITSELF = "targets-check"
AFTERWARDS = {"lock": ("site", "lint")}
"""What has to work once a target has done its own."""
LONGEST = 2 * 60 * 60
"""Seconds after which a target that does not end is stopped; none takes half of it on two busy cores."""
STOPPING = 30
"""Seconds that a server may take to stop after Ctrl-C."""
INHERITED = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PORT", "BASE", "VIRTUAL_ENV", "PYTHONPATH", "SITE_TODAY")
"""What a newcomer's terminal does not have."""


class Trial(NamedTuple):
    """One target as it went: its name, how long it took in seconds, and whether it did its own."""

    target: str
    seconds: float
    good: bool


def named(markdown: str) -> set[str]:
    """Return the targets that a text names, in blocks or words of code: ``make serve``, ``make PORT=8080 serve``."""
    code = re.findall(r"^```.*?^```|`[^`\n]+`", markdown, re.DOTALL | re.MULTILINE)
    return {target for part in code for target in re.findall(r"\bmake (?:[A-Z]+=\S+ )*([a-z][a-z-]*)", part)}


def ordered(targets: Iterable[str]) -> list[str]:
    """Return the targets in the order in which they are tried; ``ORDER`` need not know a new one."""
    last = ORDER.index("clean")
    return sorted({*targets} - {ITSELF}, key=lambda target: (ORDER.index(target) if target in ORDER else last - 0.5, target))


def all_targets(root: Path) -> list[str]:
    """Return what the README and ``make help`` of a repository name."""
    told = subprocess.run(["make", "-s", "help"], cwd=root, env=_environment(), capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return ordered(named((root / "README.md").read_text(encoding="utf-8")) | {line.split()[1] for line in told.splitlines()})


def tried(target: str, clone: Path) -> Trial:
    """Try a target in the clone, and what has to work afterwards; what they say goes to a file of ``LOGS``."""
    began = time.monotonic()
    log = LOGS / f"{target}.txt"
    with log.open("w", encoding="utf-8") as out:
        how: Callable[..., bool] = _serves if target == "serve" else _ends
        good = how(clone, target, out) and all(_ends(clone, after, out) for after in AFTERWARDS.get(target, ()))
    return Trial(target, time.monotonic() - began, good)


def _ends(clone: Path, target: str, out: IO[str]) -> bool:
    with _making(clone, out, target) as process:
        try:
            return process.wait(LONGEST) == 0
        except subprocess.TimeoutExpired:
            return False


def _serves(clone: Path, target: str, out: IO[str]) -> bool:
    """Tell whether the server answers, and stops with Ctrl-C."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with _making(clone, out, target, f"PORT={port}") as process:
        answered = _answers(f"http://127.0.0.1:{port}/", process)
        _tell(process, signal.SIGINT)
        try:
            process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            return False
    with socket.socket() as again:
        return answered and again.connect_ex(("127.0.0.1", port)) != 0


def _answers(address: str, process: subprocess.Popen[str]) -> bool:
    until = time.monotonic() + LONGEST
    while process.poll() is None and time.monotonic() < until:
        try:
            with urlopen(address, timeout=STOPPING) as answer:  # an error of the page is a URLError too
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(1)
    return False


@contextmanager
def _making(clone: Path, out: IO[str], *words: str) -> Iterator[subprocess.Popen[str]]:
    """Run make as the head of a group of its own, of which nothing is left afterwards."""
    process = subprocess.Popen(
        ["make", *words], cwd=clone, env=_environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )  # fmt: skip
    try:
        yield process
    finally:
        _tell(process, signal.SIGKILL)
        process.wait()


def _tell(process: subprocess.Popen[str], what: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # the whole group may have ended by itself
        os.killpg(process.pid, what)


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in INHERITED}


def _cloned(folder: Path) -> None:
    """Clone what is committed; its branch is called main, as a newcomer's would be."""
    _git(ROOT, "clone", "-q", "--no-local", str(ROOT), str(folder))
    _git(folder, "switch", "-q", "-C", "main")
    if _git(ROOT, "status", "--porcelain"):
        print("・What is not committed is not tried.", flush=True)


def _git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


def _names(text: str) -> list[str]:
    return [name for name in text.split(",") if name]


def _chosen(targets: list[str], only: list[str], skip: list[str]) -> list[str]:
    unknown = {*only, *skip} - {*targets}
    if unknown:
        sys.exit(f"Neither the README nor `make help` names: {', '.join(sorted(unknown))}.")
    return [target for target in targets if (not only or target in only) and target not in skip]


def main() -> int:
    """Try the targets and print how each went; return 1 when one did not do its own."""
    parser = argparse.ArgumentParser(prog="tools/targets.py", description=__doc__)
    parser.add_argument("--only", type=_names, default=[], metavar="A,B", help="try these alone")
    parser.add_argument("--skip", type=_names, default=[], metavar="A,B", help="leave these out")
    options = parser.parse_args()
    LOGS.mkdir(parents=True, exist_ok=True)
    trials = []
    with TemporaryDirectory(prefix="newcomer-") as folder:
        clone = Path(folder) / "clone"
        _cloned(clone)
        for target in _chosen(all_targets(clone), options.only, options.skip):
            trial = tried(target, clone)
            trials.append(trial)
            print(f"{trial.target:16}{trial.seconds:8.0f} s  {'ok' if trial.good else f'failed, see {(LOGS / target).relative_to(ROOT)}.txt'}", flush=True)
    return 0 if all(trial.good for trial in trials) else 1


if __name__ == "__main__":
    sys.exit(main())
