"""The covers themselves: what each is for, what can be chosen, what is lost without it, what a set holds."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.values.links import fragment
from site_build import BuildError
from site_build.guide_pages.layout import TOP, guide_table, quote_link
from site_build.sources import Sources

Data = Mapping[str, Any]
BASIC = ("bodily_injury_liability", "property_damage_liability", "personal_injury", "own_damage")
KEPT = "外せません。"
CARRIED = {"allowed": "付けられます", "unless_dump_body": "付けられます。ダンプ装置のある車を除きます", "never": "付けられません"}
OWN_DAMAGE = ("own_damage", "own_damage_amount", "own_damage_deductible", "incidental_expenses")
"""Answers that go when a vehicle may not carry own damage."""


def basic_covers(sources: Sources) -> Html:
    """The four covers a contract is built from: what for, what can be chosen, what is lost without."""
    rows = []
    for id_ in BASIC:
        asked = sources.question(id_)
        rows.append([asked["label"], coverage(sources, id_)["what"], choice_words(sources, id_), without(sources, id_)])
    return guide_table("基本の補償", ["補償", "どんなとき※", "選べる額・タイプ", "付けないと"], rows)


def automatic_covers(sources: Sources) -> Html:
    """What comes with the contract unasked, with the condition where there is one."""
    rows = [[each["label"], each["what"], _comes(each)] for each in sources.edition["coverages"] if each["automatic"]]
    return guide_table("自動で付く補償とサービス", ["名前", "内容※", "付く契約"], rows)


def cover_set(sources: Sources, preset: str, vehicle: str, words: str) -> Html:
    """What a contract of this set holds on this vehicle, as the engine quotes it, and a button that opens it."""
    found = next(each for each in sources.book["presets"] if each["id"] == preset)
    answers = {"vehicle_type": vehicle, **found["answers"]}
    quote = sources.quote(answers)
    rows = [[line["label"], line["detail"] or ("自動で付きます" if line["automatic"] else "付きます"), coverage(sources, line["coverage"])["what"]] for line in quote["lines"]]
    table = guide_table(f"{found['label']}に入っている補償", ["補償", "この組み合わせでは※", "内容※"], rows)
    return join((table, tag("p", _set_link(words, answers, class_="btn"), class_="act")))


def preset_choice(sources: Sources, preset: str, id_: str) -> str:
    """What a set chooses at one question, in words."""
    answers = next(each for each in sources.book["presets"] if each["id"] == preset)["answers"]
    label: str = next(choice["label"] for choice in sources.question(id_)["choices"] if choice["id"] == answers[id_])
    return label


def sets_by_vehicle(sources: Sources) -> Html:
    """Which set is meant for which vehicle, whether own damage may be in it, and a link to its price."""
    rows = []
    for vehicle in sources.book["vehicles"]:
        found = next(each for each in sources.book["presets"] if each["wheels"] == vehicle["traits"]["wheels"])
        carried = CARRIED[vehicle["traits"]["own_damage_carried"]]
        answers = {"vehicle_type": vehicle["id"], **found["answers"]}
        if vehicle["traits"]["own_damage_carried"] == "never":
            answers = {id_: value for id_, value in answers.items() if id_ not in OWN_DAMAGE}
        rows.append([vehicle["label"], found["label"], carried, _set_link("値段を見る", answers, vehicle["label"])])
    return guide_table("車の種類と組み合わせ", ["車の種類", "組み合わせ", "車両損害", "掛金※"], rows)


def choices(sources: Sources, id_: str) -> Html:
    """Every choice of a question about cover: what it does, and a link that opens the price with it."""
    asked = sources.question(id_)
    rows = []
    for choice in asked["choices"]:
        about = choice["detail"] + "。" if choice["detail"] else effect(sources, id_, choice["id"], "safer") or effect(sources, id_, choice["id"], "cheaper")
        rows.append([choice["label"], about, quote_link(sources, "値段を見る", {id_: choice["id"]}, choice["label"], "")])
    return guide_table(asked["label"], ["選べるもの", "どうなるか※", "掛金※"], rows)


def choice_words(sources: Sources, id_: str) -> str:
    """What may be chosen, in a row of words; without the choice to leave it out."""
    return "、".join(choice["label"] for choice in sources.question(id_)["choices"] if choice["id"] != "none")


def limit_words(sources: Sources, id_: str) -> str:
    """What an answer is bound by, in the words that the calculator says it with."""
    return "".join(plainly(limit["otherwise"]) for limit in sources.question(id_)["limits"])


def without(sources: Sources, id_: str) -> str:
    """What is lost without this cover; said of every cover that may be left out."""
    asked = sources.question(id_)
    if asked["kind"] == "choice" and "none" not in {choice["id"] for choice in asked["choices"]}:
        return KEPT
    return effect(sources, id_, "none" if asked["kind"] == "choice" else False, "cheaper")


def move_effect(sources: Sources, id_: str, to: str) -> str:
    """What is lost when this answer is lowered to ``to``, in one sentence."""
    found = effect(sources, id_, to, "cheaper")
    if not found:
        raise BuildError(f"moves.yml に、{id_} を {to} に下げる変え方がありません。")
    return found


def effect(sources: Sources, id_: str, to: object, direction: str) -> str:
    """What a change to this choice loses (cheaper) or gains (safer)."""
    return next((move["effect"] for move in sources.book["moves"] if (move["question"], move["to"], move["direction"]) == (id_, to, direction)), "")


def coverage(sources: Sources, id_: str) -> Data:
    """A coverage of the newest edition."""
    found: Data = next(each for each in sources.edition["coverages"] if each["id"] == id_)
    return found


def plainly(words: str) -> str:
    """A limit's words without what a quote adds: that it left something out."""
    for tail in ("外しました。", "外して計算しました。", "で計算しました。"):
        words = words.removesuffix(tail)
    return words


def _set_link(words: str, answers: Data, about: str = "", class_: str | None = None) -> Html:
    """A link to the price with a set and nothing else: the model case is a car, and would bring a car's answers along."""
    hidden = tag("span", f"（{about}）", class_="vh") if about else None
    return tag("a", words, hidden, class_=class_, href=f"{TOP}quote/{fragment(answers)}")


def _comes(each: Data) -> str:
    """Which contracts carry an automatic cover: the condition is on 人身傷害, or there is none."""
    if each["when"] is None:
        return "すべての契約"
    return "人身傷害を付けない契約" if each["when"] == ["in", "personal_injury", ["none"]] else "人身傷害を付けた契約"


MACROS = (automatic_covers, basic_covers, choice_words, choices, cover_set, limit_words, move_effect, preset_choice, sets_by_vehicle)
