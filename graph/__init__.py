"""From the text of a report to quads in named graphs."""

from graph.compiled import use_built

use_built()
