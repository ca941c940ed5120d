"""A total loss of the own car: one rule for whoever works out what own damage pays."""

SUPPOSED = "損害の額が車両共済金額以上なので、全損として計算しました。全損の決め方は、パンフレットに書かれていません。"
"""What is said where the loss alone makes it a total loss."""


def is_total_loss(loss: int, amount: int, *, said: bool = False) -> bool:
    """Tell whether a loss of ``loss`` yen is total for a car insured for ``amount`` yen, or ``said`` to be.

    A total loss is paid without the deductible (pamphlet 2020-04 p.6). The pamphlet does not say when a loss is total;
    that it is from the insured amount on is industry practice.
    """
    return said or loss >= amount
