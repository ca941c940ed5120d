"""What a change does, as the comment that its reviewers read: mistakes, prices that change and why, pages to look at.

``make review`` compares the files as they stand with the branch they will go to; the same runs for every pull request.
"""

import argparse
import re
import subprocess
import sys
from urllib.parse import quote

from tools.changed_pages import ROOT, NotBuilt, Page, built_pages, named_pages

MARK = "<!-- data-review -->"
"""By its first line the comment is found again, and renewed in place of a second one."""
LONGEST = 60_000
"""GitHub takes 65,536 characters; some are kept for what is said of the rest."""
LONGEST_PROBLEMS = 15_000
MOST_PAGES = 60
HERE = "http://127.0.0.1:8000/"
HOW = {"new": "（新しいページ）", "gone": "（なくなるページ）", "changed": "", "asked": "（答えによって変わることがあります）"}


def review(base: str, preview: str, *, fast: bool = False) -> tuple[str, bool]:
    """Return the comment as Markdown, and whether the data are free of mistakes.

    ``base`` is the revision to compare with, ``preview`` the address below which the changed pages can be seen.
    """
    good, said = _ran("check")
    pages = _pages(base, preview, fast=fast)
    head = f"{MARK}\n## データの変更を見てもらう\n\n{_problems(said, good=good)}\n\n### 見るページ\n\n{pages}\n\n### 値段と支払いの変わり方\n\n"
    foot = "\n\n---\n手元では `make review` で、同じものが出ます。"
    body = _prices(base, LONGEST - len(head) - len(foot)) if good else "データに誤りがあるので、まだくらべられません。"
    # An at sign calls a person by name, wherever it stands; with an invisible space behind it, it calls nobody.
    return f"{head}{body}{foot}".replace("@", "@\u200b"), good


def _problems(said: str, *, good: bool) -> str:
    *reminders, last = said.strip().splitlines() or [""]
    title = "### 誤りはありません" if good else f"### {last}"
    if good and not reminders:
        return f"{title}\n\n{_plain(last)}"
    return f"{title}\n\n{_fenced(_shortened(said.strip(), LONGEST_PROBLEMS, 'python -m quote_engine check'))}"


def _prices(base: str, room: int) -> str:
    good, said = _ran("diff", base, "data", "--markdown")
    if not good:
        return f"くらべられませんでした。\n\n{_fenced(said[:LONGEST_PROBLEMS])}"
    said = re.sub(r"\A## .*\n+", "", said)
    return _shortened(re.sub(r"^### ", "#### ", said, flags=re.MULTILINE).strip(), room, f"python -m quote_engine diff {base} data --text")


def _pages(base: str, preview: str, *, fast: bool) -> str:
    note = ""
    try:
        pages = named_pages(base) if fast else built_pages(base)
    except NotBuilt as not_built:
        pages, fast = named_pages(base), True
        note = f"\n\n{_fenced(str(not_built)[:LONGEST_PROBLEMS])}"
    if fast:
        note = f"\n\nファイルの名前から探したページです。ほかのページも変わることがあります。{note}"
    around = sum(page.how == "around" for page in pages)
    pages = [page for page in pages if page.how != "around"]
    if around:
        note = f"\n\nメニューなど、まわりだけが変わるページが、ほかに{around}あります。{note}"
    if not pages:
        return f"変わるページはありません。{note}"
    # Lists of data lines come last: everything else is what visitors read.
    ordered = sorted(pages, key=lambda page: (page.address.startswith("rates/data/"), page.how == "asked", page.address))
    lines = [_line(page, preview) for page in ordered[:MOST_PAGES]]
    if len(ordered) > MOST_PAGES:
        lines.append(f"- ほかに{len(ordered) - MOST_PAGES}ページ")
    return f"{len(ordered)}ページが変わります。\n\n" + "\n".join(lines) + note


def _line(page: Page, preview: str) -> str:
    title = _plain(page.title or page.address)
    if page.how == "gone" or not preview:
        return f"- {title} `/{page.address}`{HOW[page.how]}"
    return f"- [{title}]({preview.rstrip('/')}/{quote(page.address)}){HOW[page.how]}"


def _plain(text: str) -> str:
    """Words from a file or a page as words: nothing in them is markup, a link or a picture."""
    return re.sub(r"([\\`*_{}\[\]<>()#!|~&])", r"\\\1", text.replace("\n", " "))


def _fenced(text: str) -> str:
    """A block of text as it is; its fence is longer than any inside."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return f"{fence}text\n{text}\n{fence}"


def _shortened(text: str, room: int, whole: str) -> str:
    """The text, or its first lines with a word on where to read the rest."""
    if len(text) <= room:
        return text
    kept = text[: room - 300].rpartition("\n")[0]
    more = text.count("\n") - kept.count("\n")
    fence = "\n```" if len(re.findall(r"^```", kept, flags=re.MULTILINE)) % 2 else ""
    return f"{kept}{fence}\n\nほかに{more:,}行あります。全部は `{whole}` で読めます。"


def _ran(*words: str) -> tuple[bool, str]:
    command = [sys.executable, "-m", "quote_engine", *words]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False)
    return done.returncode == 0, done.stdout


def _common(base: str) -> str:
    """The commit from which the change went its own way: what others did since is not of this change."""
    done = subprocess.run(["git", "merge-base", base, "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"「{base}」という git の版がありません。BASE=main のように書いてください。")
    return done.stdout.strip()


def main() -> int:
    """Write the comment to standard output; return 1 where the data have mistakes."""
    parser = argparse.ArgumentParser(prog="python -m tools.review", description="変更で何が変わるかを、見てもらうための文にします。")
    parser.add_argument("--base", default="main", help="くらべる相手の git の版（ふつうは main）")
    parser.add_argument("--preview", default=HERE, help="ページを見られるアドレス（ふつうは make serve の画面。空なら、リンクにしません）")
    parser.add_argument("--fast", action="store_true", help="サイトを作らずに、ファイルの名前からページを探します")
    options = parser.parse_args()
    text, good = review(_common(options.base), options.preview, fast=options.fast)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(f"{text}\n")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
