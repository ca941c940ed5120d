"""The frame of a report as one HTML page: no file beside it, nothing from another server, no script."""

from quote_engine.drawing.markup import Html, escape

STYLE = """
:root { color-scheme: light dark; --paper: #faf7f0; --ink: #1f2a30; --rule: #ded6c5; --more: #a33a0c; --less: #1b4f7a; }
@media (prefers-color-scheme: dark) { :root { --paper: #14191c; --ink: #e9e4d8; --rule: #3b4449; --more: #f0a27c; --less: #9cc7e6; } }
body { margin: 0 auto; padding: 24px 16px 72px; max-width: 1160px; background: var(--paper); color: var(--ink);
  font: 1rem/1.7 "Hiragino Sans", "BIZ UDPGothic", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.4; } h2 { font-size: 1.375rem; margin: 48px 0 8px; }
.wide { overflow-x: auto; margin: 24px 0; } .wide:focus-visible { outline: 3px solid var(--less); }
table { border-collapse: collapse; min-width: 50%; } caption, figcaption { text-align: left; font-weight: 700; padding: 4px 0; }
th, td { border-bottom: 1px solid var(--rule); padding: 6px 12px 6px 0; text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-weight: 700; border-bottom: 2px solid var(--ink); white-space: nowrap; }
.part > :first-child { padding-left: 24px; } tbody tr:not(.part):has(+ .part) > * { font-weight: 700; }
.figure, thead .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody th { min-width: 8em; overflow-wrap: anywhere; position: sticky; left: 0; background: var(--paper); }
@media (max-width: 699px) { tbody th { max-width: 9em; } } td:not(.figure) { min-width: 12em; }
figure { margin: 24px 0; max-width: 800px; } .bars { list-style: none; margin: 0; padding: 0; }
.bars li { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; align-items: center; padding: 2px 0; }
.bars svg { grid-column: 1 / -1; width: 100%; height: 18px; overflow: visible; }
@media (min-width: 700px) { .bars li { grid-template-columns: 17em 1fr 8em; } .bars svg { grid-area: 1 / 2; } .bars .figure { grid-area: 1 / 3; } }
svg line { stroke: var(--ink); vector-effect: non-scaling-stroke; } .more { fill: var(--more); } .less { fill: var(--less); }
@media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def page(title: str, body: Html) -> str:
    """Return the whole page."""
    return (
        f'<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )
