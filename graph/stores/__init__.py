"""Stores: the only modules that know an RDF engine."""
