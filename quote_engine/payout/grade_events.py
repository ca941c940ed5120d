"""What an accident does to the grade."""

BY_KIND = "by_kind"
"""The word of ``payouts.yml`` for: as the kind of accident says."""
SENTENCES = {
    "six_down": "6等級下がる事故です。", "three_down": "3等級下がる事故です。", "one_down": "1等級下がる事故です。",
    "no_count": "件数に数えない事故です。", "none": "共済金を使わないので、等級は変わりません。",
}  # fmt: skip
"""Each event in a sentence."""
