"""Pure functions from text to mentions: one module per kind of mention, no RDF."""
