"""Reported figures: value, unit, what is counted, bounds."""
