"""Awards: which, by whom and to whom."""
