"""How good extraction is: facts held against annotated reports, and what a change gained and lost."""
