"""Pictures and tables of results: pure functions from values to SVG or rows."""
