"""Selective queries answered row by row from the columns, in Python, in some tens of microseconds.

`tree` what a query says, `parser` reading it, `conditions` filters, `steps` and `paths` the joins, `compiler` their
order, `writing` the answer, `shapes` what is kept from one query to the next. Whatever these do not know, or
find too large, is left to `analytic` and to the engine (`UnsuitableError`).
"""
