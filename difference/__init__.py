"""What a change of the data does: the same cases, or a whole portfolio, priced before and after it.

A package of the editor's side. Rules stand in ``quote_engine`` alone; here results are only compared.
"""
