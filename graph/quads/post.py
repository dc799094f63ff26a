"""Posts: seats in a body, whoever holds them.

A report names the posts whose title it writes. The head that a deputy's title implies ("Thứ trưởng" has a
"Bộ trưởng" above) is none of them: `vpg:deputyTo` is inferred, between posts that reports do name.
"""

from collections.abc import Iterable

from rdflib import ORG, RDF, SKOS, Literal, URIRef

from graph.mention import Evidence
from graph.quads.wording import that_entitle
from graph.quads.writer import Writer, vietnamese
from graph.resolve.post import Post, seat_label
from ontology.namespaces import VPG


def write_post(writer: Writer, post: Post, evidence: Iterable[Evidence]) -> URIRef:
    """Add a post, its type and its relation to its body; the body itself is written by the caller.

    Args:
        writer: the report's quads.
        post: the post.
        evidence: the words behind what is said of it; those with its title in them are the words that name it.
    """
    words = that_entitle(writer, post, evidence)
    body = post.body
    position = writer.resolution.labels.get(post.position, post.position_label)
    label = seat_label(position, writer.resolution.labels.get(body.iri, body.title)) if body else position
    node = writer.entity(post.iri, ("Post",), label, words)
    writer.add(node, ORG.role, post.position)
    if not post.known:
        writer.add(post.position, RDF.type, VPG.PositionType)
        writer.add(post.position, SKOS.prefLabel, vietnamese(position))
        if post.deputy_to is not None:  # of the scheme's own positions the scheme says it
            writer.add(post.position, VPG.deputyOfType, post.deputy_to.position)
    if post.body is not None:
        writer.add(node, ORG.postIn, post.body.iri)
        if post.heads:
            writer.add(node, VPG.headsBody, post.body.iri)
    if post.multi_seat:
        writer.add(node, VPG.multiSeat, Literal(True))
    return node
