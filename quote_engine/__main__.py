"""``python -m quote_engine``: runs the package ``commands``, by name, because the engine imports nothing above itself."""

import runpy

if __name__ == "__main__":
    runpy.run_module("commands", run_name="__main__")
