"""Pure functions from text to mentions: one room per kind, one module per subject, no RDF."""
