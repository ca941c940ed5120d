"""Amounts of the trace as people read them."""

from quote_engine.values.money import Amount, ratio, rounded

MINUS = "−"


def amount_of(written: object) -> Amount:
    """An amount as the trace writes it: an int, exact decimal text, or a fraction such as 20645/3."""
    number, _, parts = str(written).partition("/")
    n, d = ratio(number)
    return (n, d * int(parts)) if parts else (n, d)


def whole(written: object) -> int:
    """An amount of the trace in whole yen, half up."""
    return written if isinstance(written, int) else rounded(amount_of(written), 1, "half_up")


def digits(amount: int) -> str:
    """12,340, with a true minus sign."""
    return (MINUS if amount < 0 else "") + f"{abs(amount):,}"


def exact(written: object) -> str:
    """An amount of the trace with the fraction of a yen it carries, cut after two places."""
    n, d = amount_of(written)
    yen_part, hundredths = divmod(abs(n) * 100 // d, 100)
    cut = f".{hundredths:02d}".rstrip("0") if hundredths else ""
    return (MINUS if n < 0 else "") + f"{yen_part:,}{cut}"


def signed(amount: int) -> str:
    """A difference in yen: +1,240円, −780円, ±0円."""
    return ("+" if amount > 0 else "" if amount < 0 else "±") + digits(amount) + "円"
