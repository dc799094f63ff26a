"""Gatherings of a report: which phrases mean one, when and where it was held, and by whom."""
