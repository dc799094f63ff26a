"""From the text of a report to quads in named graphs."""
