"""Exact money: yen as integers, everything in between as a ratio of two integers.

An amount is a pair ``(n, d)`` meaning n/d yen, d > 0. Rates come from their text, so
no float ever exists: 10,000 yen x 1.10 x 1.15 is exactly 12,650 yen, where binary
floats give 12,649.999….
"""

from math import gcd

Amount = tuple[int, int]

ZERO: Amount = (0, 1)


def of_yen(whole: int) -> Amount:
    """Return ``whole`` yen as an amount."""
    return (whole, 1)


def ratio(text: str) -> Amount:
    """Return the exact ratio that a decimal text such as ``"0.48"`` or ``"-3"`` stands for.

    The text must already have been checked (digits, an optional sign and one point).
    """
    whole, _, decimals = text.partition(".")
    return (int(whole + decimals), 10 ** len(decimals))


def off(percent: Amount) -> Amount:
    """Return the ratio that is left after taking ``percent`` off: 9 % gives 0.91."""
    n, d = percent
    return (100 * d - n, 100 * d)


def times(amount: Amount, by: Amount) -> Amount:
    """Multiply two exact ratios. The result is not reduced: that costs more than it saves."""
    return (amount[0] * by[0], amount[1] * by[1])


def plus(amount: Amount, more: Amount) -> Amount:
    """Add two exact amounts."""
    return (amount[0] * more[1] + more[0] * amount[1], amount[1] * more[1])


def less_than(amount: Amount, other: Amount) -> bool:
    """Tell whether ``amount`` is smaller than ``other``, exactly."""
    return amount[0] * other[1] < other[0] * amount[1]


def rounded(amount: Amount, unit: int, mode: str) -> int:
    """Round to whole multiples of ``unit`` yen; ``mode`` is half_up, up or down.

    Half up means away from the lower multiple, as the co-op's 四捨五入: 12,345 → 12,350.
    """
    n, d = amount
    step = unit * d
    if mode == "half_up":
        return (2 * n + step) // (2 * step) * unit
    if mode == "up":
        return -(-n // step) * unit
    return n // step * unit


def plain(amount: Amount) -> int | str:
    """Return the amount for JSON: an int when it is whole yen, else its exact text.

    The text is a decimal (``"5923.2"``) or, where no decimal ends, a fraction (``"20645/3"``);
    both are read exactly by ``fractions.Fraction``.
    """
    n, d = amount
    if n % d == 0:
        return n // d
    return text(amount)


def text(amount: Amount) -> str:
    """Return the exact amount as the shortest decimal text, or as a fraction where none ends."""
    n, d = amount
    places = len(str(d)) - 1
    if d != 10**places:
        # Only a division leaves such a denominator; rates are decimals, and so are their products.
        common = gcd(n, d)
        n, d = n // common, d // common
        places = _places(d)
        if places < 0:
            return f"{n}/{d}"
        n *= 10**places // d
    digits = str(abs(n)).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return ("-" if n < 0 else "") + whole + ("." + decimals if decimals else "")


def _places(d: int) -> int:
    """Return how many decimal places n/d needs, or -1 where no decimal ends (d in lowest terms)."""
    places, scale = 0, 1
    while scale % d:
        places, scale = places + 1, scale * 10
        # 2 and 5 are the only primes that a power of ten can take away.
        if places > 64:
            return -1
    return places
