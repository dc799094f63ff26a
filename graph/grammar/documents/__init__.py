"""Legal and Party documents that a report cites."""
