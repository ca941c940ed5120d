"""What stands in place of a page while something is broken."""

from rulebook.sheets.problem import Place, Problem, format_problems
from site_build import DATA, DOCS, BuildError
from site_build.problem_page import problem_page
from site_build.serving.page_problems import macro_problem, told_in_japanese


def test_a_problem_has_its_caret_and_leads_to_the_line_in_the_editor():
    problem = Problem(Place("site.yml", 1, 3), "ここ<に>誤りがあります。", "こう直します。")
    page = problem_page("data", format_problems([problem, Problem(Place("site.yml", 2, 1), "ここも。")], DATA)).decode()
    assert "データに誤りがあります（2件）" in page
    assert ">data/site.yml:1:3</a>: ここ&lt;に&gt;誤りがあります。" in page
    assert f'href="vscode://file{DATA}/site.yml:1:3"' in page
    assert "^" in page
    assert "→ こう直します。" in page
    assert "<script" not in page


def test_a_broken_link_is_told_in_japanese_with_its_line():
    page = "contract/grace.md"
    link = next(line for line in (DOCS / page).read_text(encoding="utf-8").splitlines() if "](" in line)
    target = link.partition("](")[2].partition(")")[0]
    told = told_in_japanese(f"Doc file '{page}' contains a link '{target}', but the target 'x.md' is not found among documentation files.")
    assert f"docs/{page}:" in told
    assert f"リンク「{target}」: そのページか絵がありません。" in told
    assert "^" in told


def test_a_macro_that_refuses_names_its_line():
    stopped = SystemExit(100)
    stopped.__context__ = BuildError("「nai」という事実はありません。")
    told = macro_problem("contract/grace.md", "---\ntitle: x\n---\n\n本文\n{{ fact('nai') }}\n", stopped)
    assert "docs/contract/grace.md:6:1: 「nai」という事実はありません。" in told
