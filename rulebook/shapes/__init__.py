"""The language of declarations: record, list, number, day, condition, table; each reads a node and reports what is wrong."""
