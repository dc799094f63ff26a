"""Programmes, schemes, plans, movements and models."""
