"""What ``matters.yml`` of the guide may contain: for each matter the one desk that takes the call, and the numbers for emergencies."""

import re

from guide.library import Guide
from rulebook.checks.names import check_name, check_names
from rulebook.declared.parts import SOURCE, many, optional
from rulebook.shapes.patterns import Pattern
from rulebook.shapes.scalars import Day, Id, Text
from rulebook.shapes.shape import Items, Key, Record
from rulebook.sheets.problem import Report

SHORT_NUMBER = Pattern("短い番号", form=re.compile(r"#?[0-9]{3,4}"), hint='"119" や "#9910" のように、半角で書いてください。')
IN_OTHER_WORDS = {
    "easy": optional(Text(), "やさしい日本語", help="やさしい日本語のページでの言い方です。漢字には《よみ》を付けます。", example="車《くるま》の事故《じこ》"),
    "english": optional(Text(), "英語", help="英語のページでの言い方です。", example="Car accident"),
}
EMERGENCY = Record(
    {
        "number": Key(SHORT_NUMBER, "番号", help="どの電話からでもかかる、短い番号です。", example="119"),
        "label": Key(Text(), "表示名", help="だれにつながる番号かです。", example="警察"),
        **IN_OTHER_WORDS,
        "source": Key(SOURCE, "出典", help="この番号が書いてある文書です。"),
    },
    "緊急の番号",
)
MATTER = Record(
    {
        "label": Key(Text(), "用件", help="何の用件かを、読む人の言葉で書きます。", example="車やバイクの事故"),
        **IN_OTHER_WORDS,
        "desk": Key(Id("窓口"), "窓口", help="この用件を受ける窓口です。data/contacts.yml の id を書きます。", example="accident"),
        "source": Key(SOURCE, "出典", help="この窓口でよいと書いてある文書です。だれも公表していなければ sample で、ページに「参考」と付きます。"),
    },
    "用件",
)
MATTERS = Record(
    {
        "checked": Key(Day(), "照らした日", help="このファイルの内容を、出典と最後にくらべた日です。"),
        "emergency": Key(many(EMERGENCY, "緊急の番号"), "緊急の番号", help='救急車や警察の番号です。名前は、ページで {{ emergency("…") }} と書いて引きます。'),
        "matters": Key(many(MATTER, "用件"), "用件", help='用件ごとの窓口です。名前は、ページで {{ call_for("…") }} と書いて引きます。'),
    },
    "用件のファイル",
)


def matter_ids(guide: Guide) -> list[str | None] | None:
    """Return the id of every matter; None where they could not be read."""
    return guide.names("matters.yml", lambda file: file["matters"])


def check_matter_names(names: Items, guide: Guide, report: Report) -> None:
    """Report the names in a list of matters that no matter has."""
    check_names(names, matter_ids(guide), "用件", report)


def check_matters(guide: Guide, report: Report) -> None:
    """Report matters whose desk there is not."""
    desks = guide.desks()
    for file in guide.named("matters.yml"):
        for matter in file["matters"].values():
            check_name(matter["desk"], desks, matter.at("desk"), "窓口", report)
