"""Measures the site against stock Pyodide and publicodes, side by side, in one browser and one run."""
