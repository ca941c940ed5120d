"""Yen, days, periods, words, conditions: nothing of insurance, and no import from the rest."""
