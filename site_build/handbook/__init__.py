"""The editors' handbook: recipes held as data, carried out on a copy of the files, shown with what really came out."""

from site_build import DOCS

RECIPES = DOCS / "handbook" / "recipes"
