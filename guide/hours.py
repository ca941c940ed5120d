"""Hours of a desk in words, and the address that calls it."""

from collections.abc import Mapping

DAYS = {"weekdays": "平日", "saturday": "土曜", "sunday_holidays": "日曜・祝日", "new_year": "年末年始"}


def hours_text(hours: object) -> str:
    """When a desk answers: 「平日 9:00〜19:00、日曜・祝日は休み」."""
    if hours == "always":
        return "24時間、365日"
    if not isinstance(hours, Mapping):
        return ""
    days: dict[str, list[str]] = {}
    for day, label in DAYS.items():
        if hours.get(day):
            days.setdefault(hours[day], []).append(label)
    return "、".join(f"{'・'.join(labels)}{'は休み' if span == 'closed' else f' {clock(span)}'}" for span, labels in days.items())


def clock(span: str) -> str:
    """09:00-19:00 as it is read: 9:00〜19:00."""
    return span.replace("-", "〜").replace("09:", "9:")


def tel_address(number: str) -> str:
    """The address that calls a number when pressed."""
    return "tel:" + number.replace("-", "").replace("#", "%23")
