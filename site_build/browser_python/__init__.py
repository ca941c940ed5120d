"""Python for the browser: Pyodide, the archives, the playground."""
