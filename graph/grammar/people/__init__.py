"""Persons of a report: single mentions, lists, shared titles, second spellings, posts given and denied."""
