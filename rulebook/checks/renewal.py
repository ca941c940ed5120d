"""References of an edition's renewal rule: the ladder holds the grades, the years fit their question, every kind is known."""

from typing import Any

from quote_engine.outlook.renewal import ACCIDENT_KINDS
from rulebook.checks.names import check_name, check_origin
from rulebook.checks.vocabulary import Vocabulary
from rulebook.shapes.shape import Fields, Items
from rulebook.sheets.problem import Report


def check_renewal(file: Fields, vocabulary: Vocabulary, report: Report) -> None:
    """Report every rung, span of years and kind of accident that the other files do not know."""
    rule = file["renewal"]
    _ladder(rule["ladder"], vocabulary.values_of("grade") if "grade" in vocabulary.questions else None, report)
    check_origin(rule, file, rule.place, "決まり", report)
    cap = rule["most_accident_years"]
    check_origin(cap, file, cap.place, "上限", report)
    _cap(cap, vocabulary, report)
    _accidents(rule, file, report)


def figures(file: Fields) -> list[Fields]:
    """Return the parts of the rule that hold figures of their own."""
    rule = file["renewal"]
    return [rule["most_accident_years"], *rule["accidents"].values()]


def _ladder(ladder: Items, grades: list[Any] | None, report: Report) -> None:
    if not grades or not ladder:
        return
    first: dict[str, int] = {}
    for rung, place in zip(ladder, ladder.places, strict=True):
        if rung in first:
            report.add(place, f"等級「{rung}」が2回書かれています。", f"{first[rung]}行目にもあります。どちらかを消してください。")
        first.setdefault(rung, place.line)
        check_name(rung, grades, place, "等級", report)
    missing = [grade for grade in grades if grade not in first]
    if missing:
        report.add(ladder.place, f"等級の順に「{'、'.join(missing)}」がありません。", "等級の質問（questions.yml）にある等級を、ぜんぶ書いてください。")
    elif len(ladder) == len(grades) and list(ladder) != list(grades):
        wrong = next(index for index, rung in enumerate(ladder) if rung != grades[index])
        report.add(
            ladder.places[wrong],
            f"等級の順が、等級の質問とちがいます（ここは「{grades[wrong]}」のはずです）。",
            "いちばん良い等級から順に書いてください。",
        )


def _cap(cap: Fields, vocabulary: Vocabulary, report: Report) -> None:
    """The cap is an answer too: a renewal hands it to the question of the accident years."""
    known = vocabulary.values_of("accident_years") if "accident_years" in vocabulary.questions else None
    if cap["years"] is not None and known and str(cap["years"]) not in known:
        report.add(cap.at("years"), f"事故有係数適用期間の質問に、{cap['years']}年という答えはありません。", f"いちばん長い答えは {known[-1]}年です。")


def _accidents(rule: Fields, file: Fields, report: Report) -> None:
    accidents, most = rule["accidents"], rule["most_accident_years"]["years"]
    for kind in ACCIDENT_KINDS:
        if kind not in accidents:
            report.add(rule.key_at("accidents"), f"事故の種類「{kind}」がありません。", f"{kind}: の組を足してください。")
    for kind, accident in accidents.items():
        check_name(kind, ACCIDENT_KINDS, accidents.key_at(kind), "事故の種類", report)
        check_origin(accident, file, accidents.key_at(kind), "事故の種類", report)
        down, years = accident["down"], accident["accident_years"]
        if down is None or years is None:
            continue
        if down >= len(rule["ladder"] or []):
            report.add(accident.at("down"), f"等級は {len(rule['ladder'])}段しかないので、{down}段は下がれません。")
        if most is not None and years > most:
            report.add(accident.at("accident_years"), f"期間の上限（{most}年）より長くなっています（{years}年）。", "どちらかを直してください。")
        if bool(down) != bool(years):
            report.add(accident.place, "下がる段数と延びる年数の、片方だけが0です。", "数えない事故なら両方を0に、数える事故なら両方を1以上にしてください。")
