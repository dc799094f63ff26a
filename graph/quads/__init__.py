"""From an Extraction and the IRIs of its mentions to the quads of one named graph.

One module per kind of mention. Entities are shared between reports and only get what this report says of
them; reported facts belong to the report. Every node has its words. No blank nodes; the same input gives
the same quads in the same order.
"""

from graph.mention import Extraction
from graph.quads.award import write_awards
from graph.quads.body import write_bodies, write_places
from graph.quads.document import write_documents
from graph.quads.event import write_events
from graph.quads.initiative import write_initiatives
from graph.quads.person import write_persons
from graph.quads.report import write_report
from graph.quads.statement import write_statements
from graph.quads.statistic import write_statistics
from graph.quads.writer import Writer
from graph.resolve.resolution import Resolution
from graph.source import Source
from graph.stores.base import Quad

__all__ = ["write"]


def write(extraction: Extraction, source: Source, resolution: Resolution) -> list[Quad]:
    """Return the quads of one report, sorted, all in `graph/doc/<id>`.

    Args:
        extraction: what was found; its spans lie in `source.text`.
        source: the report.
        resolution: the resource of each mention of `extraction`.
    """
    writer = Writer(source, resolution)
    write_report(writer, extraction)
    write_places(writer, extraction)
    write_bodies(writer, extraction)
    write_persons(writer, extraction)
    write_documents(writer, extraction)
    write_initiatives(writer, extraction)
    write_events(writer, extraction)
    write_awards(writer, extraction)
    write_statistics(writer, extraction)
    write_statements(writer, extraction)
    return writer.quads()
