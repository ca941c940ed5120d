"""YAML as written, with places; problems and how they are told; values changed in place."""
