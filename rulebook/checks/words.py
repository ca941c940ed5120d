"""The words of the screens: each that a screen asks for is there, with just the slots that it fills, and no other."""

from difflib import get_close_matches

from quote_engine.values.words import SLOT, pieces
from rulebook.declared.words import ASKED, FOLDER
from rulebook.library import Library
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Place, Report


def check_words(library: Library, report: Report) -> None:
    """Report words that are missing or in vain, slots that do not fit, counters that do not exist or end."""
    if library.asked is None:
        if library.words:
            report.add(Place(ASKED, 1, 1), "画面がたずねる言葉の控えがありません。", "消したのなら戻すか、python -m quote_engine words を動かしてください。")
        return
    counters = _counters(library, report)
    asked = asked_slots(library.asked)
    wanted: dict[str, dict[str, list[str]]] = {}
    for id_, slots in asked.items():
        stem, _, name = id_.partition(".")
        wanted.setdefault(stem, {})[name] = slots
    missing = [stem for stem in wanted if stem not in library.words]
    for stem, file in library.words.items():
        if stem in wanted or not file["words"]:
            _file(file, wanted.get(stem, {}), counters, report)
            continue
        meant = get_close_matches(stem, missing, 1, 0.6)  # a misspelt name is one mistake, not two
        missing = [each for each in missing if each not in meant]
        hint = f"「{meant[0]}.yml」のことですか。" if meant else "このファイルを消してください。"
        report.add(Place(f"{FOLDER}/{stem}.yml", 1, 1), f"{stem}.yml の言葉は、どの画面も使いません。", hint)
    for stem in missing:
        report.add(Place(f"{FOLDER}/{stem}.yml", 1, 1), f"画面の言葉のファイル（{stem}.yml）がありません。", "名前を変えたか、消していませんか。")


def asked_slots(asked: Fields) -> dict[str, list[str]]:
    """Return the slots of every word that is asked for, by its id, whoever asks."""
    return {id_: list(slots) for words in asked.values() for id_, slots in words.items()}


def _counters(library: Library, report: Report) -> list[str]:
    seen: list[str] = []
    for file in library.words.values():
        own: Fields = file["counters"] or Fields(file.place)
        for name, steps in own.items():
            if name in seen:
                report.add(own.key_at(name), f"数え方「{name}」が2回書かれています。", "どちらかを消してください。")
            seen.append(name)
            ends = [step["up_to"] for step in steps]
            if not ends or ends[-1] is not None:
                report.add(own.key_at(name), f"数え方「{name}」に、終わりのない行がありません。", "最後の行は、up_to のない - {word: 個} のように書いてください。")
            if None in ends[:-1] or ends[:-1] != sorted(ends[:-1], key=lambda end: end or 0):
                report.add(own.key_at(name), f"数え方「{name}」の up_to が、小さい順に並んでいません。")
    return seen


def _file(file: Fields, wanted: dict[str, list[str]], counters: list[str], report: Report) -> None:
    own = file["words"] if file["words"] is not None else Fields(file.place)
    missing = [name for name in wanted if name not in own]
    for name, text in own.items():
        if name in wanted:
            _slots(text, wanted[name], counters, own.at(name), report)
            continue
        meant = get_close_matches(name, missing, 1, 0.6)
        missing = [each for each in missing if each not in meant]
        hint = f"「{meant[0]}」のことですか。" if meant else "この行を消してください。"
        report.add(own.key_at(name), f"「{name}」という言葉は、どの画面も使いません。", hint)
    for name in missing:
        slots = "".join(f"{{{slot}}}" for slot in wanted[name])
        report.add(own.place, f"画面が使う言葉「{name}」がありません。", f"{name}: の行を足してください。{f'文の中に {slots} が要ります。' if slots else ''}")


def _slots(text: str, wanted: list[str], counters: list[str], place: Place, report: Report) -> None:
    if "{" in (rest := SLOT.sub("", text)) or "}" in rest:
        report.add(place, "文の中の { } を読めません。", "変わるものが入るところは、{count} か {count:つ} のように、半角の英字で書いてください。")
        return
    found = {slot: counter for _, slot, counter in pieces(text) if slot}
    missing = [slot for slot in wanted if slot not in found]
    for slot, counter in found.items():
        if slot not in wanted:
            meant = get_close_matches(slot, missing, 1, 0.6)
            missing = [each for each in missing if each not in meant]
            hint = near(slot, meant or wanted) or "この言葉に、変わるところはありません。{ } を使わずに書いてください。"
            report.add(place, f"文の中の「{{{slot}}}」に入るものがありません。", hint)
        elif counter and counter not in counters:
            report.add(place, f"数え方「{counter}」がありません。", near(counter, counters) or "counters.yml に足してください。")
    for slot in missing:
        report.add(place, f"文の中に「{{{slot}}}」がありません。", "見る人ごとに変わるものが入るところです。文の中に残してください。")
