"""A payout as text, for reading in a terminal."""

from typing import Any

from commands.ledger import quote_text, row, shown, tail
from quote_engine.payout.grade_events import SENTENCES


def payout_text(found: dict[str, Any]) -> str:
    """Return the payout as lines: payments with their steps, losses by bearer, the zeros with their reasons."""
    if found["status"] != "quoted":
        return quote_text({"lines": [], "certainty": "", "edition_label": "", **found})
    mark = "（参考）" if found["certainty"] == "sample" else ""
    lines = [f"{found['accident_label']}  料率の版 {found['edition_label']}{mark}", found["driver"]["message"]]
    for payment in found["payments"]:
        lines.append(row(payment["label"] + ("（定額）" if payment["lump"] else ""), f"{payment['amount']:,}円"))
        for step in payment["steps"]:
            lines += [row(f"    {step['label']}  {_operand(step)}", f"{step['after']:,}"), tail(step["source"])]
    for loss in found["losses"]:
        lines.append(row(f"損害 {loss['label']}", f"{loss['amount']:,}円"))
        lines += [row(f"    {part['label']}", f"{part['amount']:,}") for part in loss["parts"]]
    lines += [f"{service['label']}: {service['message']}" for service in found["services"]]
    lines += [row("自分の負担", f"{found['member_bears']:,}円"), SENTENCES[found["grade_event"]]]
    lines += [f"・{each['label']} 0円: {each['message']}" for each in found["not_covered"] if each["concerns"]]
    for remedy in found["would_have_paid"]:
        lines.append(f"・{remedy['label']}: {remedy['paid_more']:,}円多く出ます。掛金は年 {remedy['difference']:+,}円")
    revised = found["revised"] or {"message": None, "changes": []}
    lines += [f"・{change['start']} の改定: {change['message']}" for change in revised["changes"]]
    lines += [f"・{note}" for note in (*found["notes"], revised["message"]) if note]
    return shown(lines)


def _operand(step: dict[str, Any]) -> str:
    """Return what the step did to the running total beside it; a loss begins with it, so there is nothing to tell."""
    amount = f"{int(step['operand']):,}"
    return {"less": f"− {amount}", "add": f"+ {amount}", "share": f"× {amount}%", "limit": f"{amount}まで"}.get(step["kind"], "")
