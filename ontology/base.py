"""The base of all our IRIs, for modules that must not wait for rdflib to load."""

BASE = "https://w3id.org/vpg/"
DEF = BASE + "def#"
