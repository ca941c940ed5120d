"""What stands in the book and in every reply, as types. Imported under ``TYPE_CHECKING`` only: nothing here runs."""
