"""Persons, the ranks they bear and the posts the report shows them in."""

from rdflib import SKOS, Literal, URIRef

from graph.mention import Evidence, Extraction, PersonMention, PostMention
from graph.quads.body import write_body
from graph.quads.post import write_post
from graph.quads.wording import that_join
from graph.quads.writer import Writer, vietnamese
from graph.resolve.post import Post, parse_post
from ontology.iri import local_slug, mint_fact, slug
from ontology.namespaces import VOC, VPG
from ontology.vocabulary import by_form


def write_persons(writer: Writer, extraction: Extraction) -> None:
    """Add each person with rank holdings and tenure reports, attested on the day they were seen so."""
    days = _days(extraction)
    for person in extraction.persons:
        iri = writer.resolution.persons[person.name]
        writer.entity(iri, ("Person",), person.name, person.evidence)
        if writer.resolution.labels.get(iri, person.name) != person.name:
            writer.add(iri, SKOS.altLabel, vietnamese(person.name))
        day = days.get(person.name) or writer.resolution.day
        for rank in person.ranks:
            _rank(writer, iri, rank.name, rank.evidence, day)
        for post in person.posts:
            _tenure(writer, person, iri, post, day)


def _days(extraction: Extraction) -> dict[str, str]:
    """Map each person to the one full date of the gatherings in which the report places them."""
    seen: dict[str, set[str]] = {}
    for event in extraction.events:
        for role in event.roles:
            seen.setdefault(role.person, set()).add(event.date or "")
    return {name: next(iter(days)) for name, days in seen.items() if len(days) == 1 and len(max(days)) == 10}


def _rank(writer: Writer, person: URIRef, name: str, evidence: tuple[Evidence, ...], day: str | None) -> None:
    concept = by_form("rank").get(name.casefold())
    rank = URIRef(concept.iri) if concept else VOC["rank/" + slug(name)]
    fact = mint_fact("RankHolding", writer.source.id, local_slug(person), local_slug(rank))
    writer.fact(fact, "RankHolding", evidence, day=day)
    writer.add(fact, VPG.rankHolder, person)
    writer.add(fact, VPG.rank, rank)


def _tenure(writer: Writer, person: PersonMention, holder: URIRef, mention: PostMention, day: str | None) -> None:
    for post in posts_of(writer, mention, person.name):
        if mention.org:
            write_body(writer, mention.org, mention.evidence)
        node = write_post(writer, post, mention.evidence)
        way = "former" if mention.former else None
        fact = mint_fact("TenureReport", writer.source.id, local_slug(holder), local_slug(node), way)
        joined = that_join(writer, mention.title, mention.org, mention.evidence) if mention.org else ()
        certainty = "inferred" if mention.org and not joined else None
        shown = None if mention.former else day
        writer.fact(fact, "TenureReport", mention.evidence, day=shown, certainty=certainty)
        writer.add(fact, VPG.holder, holder)
        writer.add(fact, VPG.reportedPost, node)
        said = next(iter(joined or mention.evidence), None)
        if said is not None:
            writer.add(fact, VPG.reportedAs, vietnamese(writer.words_of(said.span)))
        if mention.former:
            writer.add(fact, VPG.formerly, Literal(True))
        if mention.acting:
            writer.add(fact, VPG.acting, Literal(True))


def posts_of(writer: Writer, mention: PostMention, person: str) -> list[Post]:
    """Return the posts a mention stands for: one, or one per body where two bodies share a head."""
    scope = f"{writer.source.id}--{slug(person)}"
    bodies = writer.resolution.bodies.get(mention.org, ()) if mention.org else ()
    if not bodies:
        return [parse_post(mention.title, None, scope)]
    return [parse_post(mention.title, body, scope) for body in bodies]
