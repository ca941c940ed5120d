"""What stands in place of every page while something is broken: the problem, where it is, and what to do."""

import re
from html import escape

from site_build import ROOT

STYLE_ADDRESS = "/__dev/problem.css"
STYLE = """
:root { color-scheme: light dark; font: 18px/1.8 system-ui, sans-serif }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem }
h1 { border-top: .5rem solid #c8501e; font-size: 1.6rem; padding-top: 1rem }
pre { border: 2px solid; font: 16px/1.6 "BIZ UDGothic", "Noto Sans Mono CJK JP", "MS Gothic", monospace; overflow-x: auto; padding: 1rem; white-space: pre-wrap }
a { color: inherit }
""".strip()
HEADS = {
    "data": ("データに誤りがあります", "直して保存すると、この画面は元のページに戻ります。見る人に届くサイトは、変わっていません。"),
    "page": ("ページに誤りがあります", "直して保存すると、この画面は元のページに戻ります。見る人に届くサイトは、変わっていません。"),
    "code": ("サイトを作るプログラムが止まりました", "データやページの直し方では戻らないことがあります。下の文を、プログラムを見る人に渡してください。"),
}
PLACE = re.compile(r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?P<column>\d+):", re.MULTILINE)


def problem_page(kind: str, problem: str) -> bytes:
    """Return the page for one problem text; every place leads to the line in the editor."""
    title, advice = HEADS[kind]
    text = problem.replace(f"{ROOT.as_posix()}/", "")
    count = len(PLACE.findall(text))
    number = f"（{count}件）" if count > 1 else ""
    return f"""<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="{STYLE_ADDRESS}">
<h1 role="alert">{title}{number}</h1>
<p>{advice}</p>
<pre id="problem">{PLACE.sub(_link, escape(text, quote=False))}</pre>
</html>
""".encode()


def _link(found: re.Match[str]) -> str:
    address = f"vscode://file{(ROOT / found['file']).as_posix()}:{found['line']}:{found['column']}"
    return f'<a href="{escape(address)}">{found[0][:-1]}</a>:'
