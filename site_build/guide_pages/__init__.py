"""Parts of the guide's pages: claims, calls, documents, finder, glossary, voices, heads and feet."""
