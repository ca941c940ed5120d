"""What the tools beside the price answer: budget, overlaps, dates, joining, transfer, other choices."""
