"""A made-up policy graph of any size in the ontology's own terms, and questions over it.

The shape is that of ingested reports: a graph per report, entities (persons, bodies, documents) labelled
again in every report that names them, facts of their own. The same size and seed give the same bytes.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ontology.namespaces import GRAPH, ID, PREFIXES, VOC, VPG

_FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"]
_MIDDLES = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Quang", "Xuân", "Ngọc", "Thanh", "Công"]
_GIVEN = ["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hải", "Hòa", "Lâm", "Linh", "Nam", "Phong", "Sơn", "Tú"]
_PLACES = ["Hà Nội", "Huế", "Đà Nẵng", "Cần Thơ", "Thái Bình", "Nghệ An", "Lạng Sơn", "Đắk Lắk", "Kiên Giang"]
_BODIES = ["Ủy ban nhân dân", "Hội đồng nhân dân", "Tỉnh ủy", "Công an", "Sở Nội vụ", "Sở Y tế", "Thanh tra"]
_TOPICS = ["cải cách hành chính", "chuyển đổi số", "giảm nghèo bền vững", "an toàn giao thông", "dân vận khéo"]
_KINDS = ["Hội nghị sơ kết", "Hội nghị tổng kết", "Hội nghị triển khai", "Lễ phát động", "Hội thảo"]
_ROLES = ["chair", "speaker", "attendee", "guest", "organiser"]
_RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
_DATE = "<https://schema.org/startDate>"
_DAY = "^^<http://www.w3.org/2001/XMLSchema#date>"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with several sets of parameters. `selective`: it touches little of the graph."""

    name: str
    selective: bool
    queries: tuple[str, ...]


class PolicyGraph:
    """The graph of about `quads` quads."""

    def __init__(self, quads: int, seed: int = 1) -> None:
        self._quads, self._chance = quads, random.Random(seed)
        self._reports = max(10, quads // 60)
        self._persons = max(40, self._reports // 5)
        self._documents = max(20, self._reports // 3)
        self._bodies = [f"{body} {place}" for body in _BODIES for place in _PLACES]

    def person(self, number: int) -> str:
        """Return the name of a person."""
        chance = random.Random(number * 7919)
        return f"{chance.choice(_FAMILIES)} {chance.choice(_MIDDLES)} {chance.choice(_GIVEN)}"

    def lines(self) -> Iterator[str]:
        """Yield the graph as N-Quads."""
        written = 0
        for report in range(self._reports * 2):
            graph = f"<{GRAPH}doc/{report}>"
            for triple in self._report(report):
                yield f"{triple} {graph} .\n"
                written += 1
                if written >= self._quads:
                    return

    def _report(self, report: int) -> Iterator[str]:
        chance = self._chance
        day = (date(2010, 1, 1) + timedelta(chance.randrange(5000))).isoformat()
        place, topic, kind = chance.randrange(len(_PLACES)), chance.choice(_TOPICS), chance.choice(_KINDS)
        source, event = f"<{ID}source/{report}>", f"<{ID}event/{report}>"
        title = f"{kind} về {topic} tại {_PLACES[place]} năm {day[:4]}"
        yield f"{source} {_RDF} <{VPG.SourceDocument}>"
        yield f'{source} <https://schema.org/headline> "{title}"@vi'
        yield f'{source} <https://schema.org/datePublished> "{day}"{_DAY}'
        yield f"{event} {_RDF} <{VPG.Event}>"
        yield f"{event} {_RDF} <{VPG.Conference}>"
        yield f'{event} {_LABEL} "{title}"@vi'
        yield f'{event} {_DATE} "{day}"{_DAY}'
        yield f"{event} <{VPG.place}> <{ID}place/{place}>"
        yield f'<{ID}place/{place}> {_LABEL} "{_PLACES[place]}"@vi'
        body = chance.randrange(len(self._bodies))
        yield f"{event} <{VPG.organizedBy}> <{ID}org/{body}>"
        yield f"<{ID}org/{body}> {_RDF} <{VPG.Organization}>"
        yield f'<{ID}org/{body}> {_LABEL} "{self._bodies[body]}"@vi'
        document = int(self._documents * chance.random() ** 1.5)
        yield f"{event} <{VPG.hasTopic}> <{ID}doc/{document}>"
        yield f"<{ID}doc/{document}> {_RDF} <{VPG.OfficialDocument}>"
        yield f'<{ID}doc/{document}> <{VPG.docNumber}> "{document % 90 + 1:02}"'
        yield f"<{ID}doc/{document}> <{VPG.issuedBy}> <{ID}org/{document % len(self._bodies)}>"
        for number in range(chance.randrange(2, 8)):
            person = int(self._persons * chance.random() ** 1.6)
            fact = f"<{ID}participation/{report}--{number}>"
            role = "chair" if number == 0 else chance.choice(_ROLES[1:])
            yield f"<{ID}person/{person}> {_RDF} <{VPG.Person}>"
            yield f'<{ID}person/{person}> {_LABEL} "{self.person(person)}"@vi'
            yield f"{fact} {_RDF} <{VPG.Participation}>"
            yield f"{fact} <{VPG.inEvent}> {event}"
            yield f"{fact} <{VPG.participant}> <{ID}person/{person}>"
            yield f"{fact} <{VPG.participationRole}> <{VOC}role/{role}>"
            yield f"{fact} <{VPG.reportedIn}> {source}"

    def questions(self, each: int = 12) -> list[Question]:
        """Return the questions, each with `each` sets of parameters."""
        chance = random.Random(5)
        prefixes = "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in ("vpg", "skos", "schema", "xsd"))
        person = [f"<{ID}person/{int(self._persons * chance.random() ** 1.6)}>" for _ in range(each)]
        event = [f"<{ID}event/{chance.randrange(self._reports // 2)}>" for _ in range(each)]
        year = [chance.randrange(2010, 2023) for _ in range(each)]
        chair = f"<{VOC}role/chair>"

        def ask(name: str, selective: bool, texts: list[str]) -> Question:
            return Question(name, selective, tuple(prefixes + text for text in texts))

        return [
            ask(
                "who took part in an event, in which role",
                True,
                [
                    f"SELECT ?name ?role {{ ?f vpg:inEvent {e} ; vpg:participant ?p ; vpg:participationRole ?role . "
                    "?p skos:prefLabel ?name }"
                    for e in event
                ],
            ),
            ask(
                "what someone chaired, by date",
                True,
                [
                    f"SELECT ?label ?day {{ ?f vpg:participant {p} ; vpg:participationRole {chair} ; vpg:inEvent ?e . "
                    "?e skos:prefLabel ?label ; schema:startDate ?day } ORDER BY ?day"
                    for p in person
                ],
            ),
            ask(
                "who took part in the same events",
                True,
                [
                    f"SELECT ?q (COUNT(?e) AS ?n) {{ ?f vpg:participant {p} ; vpg:inEvent ?e . ?g vpg:inEvent ?e ; "
                    f"vpg:participant ?q FILTER(?q != {p}) }} GROUP BY ?q ORDER BY DESC(?n) ?q LIMIT 20"
                    for p in person
                ],
            ),
            ask(
                "who chaired what is about a document",
                True,
                [
                    f"SELECT DISTINCT ?name {{ ?e vpg:hasTopic <{ID}doc/{i * 3}> . ?f vpg:inEvent ?e ; "
                    f"vpg:participationRole {chair} ; vpg:participant ?p . ?p skos:prefLabel ?name }}"
                    for i in range(each)
                ],
            ),
            ask(
                "which reports state a participation",
                True,
                [f"SELECT ?g ?f {{ GRAPH ?g {{ ?f vpg:inEvent {e} ; vpg:reportedIn ?s }} }}" for e in event],
            ),
            ask(
                "events per place in a year",
                False,
                [
                    f"SELECT ?name (COUNT(?e) AS ?n) {{ ?e a vpg:Conference ; schema:startDate ?d ; vpg:place ?p . "
                    f'?p skos:prefLabel ?name FILTER(?d >= "{y}-01-01"^^xsd:date && ?d <= "{y}-12-31"^^xsd:date) }} '
                    "GROUP BY ?name ORDER BY DESC(?n)"
                    for y in year
                ],
            ),
            ask(
                "who chaired most in a year",
                False,
                [
                    f'SELECT ?name (COUNT(?e) AS ?n) {{ ?e schema:startDate ?d FILTER(?d >= "{y}-01-01"^^xsd:date && '
                    f'?d <= "{y}-12-31"^^xsd:date) ?f vpg:inEvent ?e ; vpg:participationRole {chair} ; '
                    "vpg:participant ?p . "
                    "?p skos:prefLabel ?name } GROUP BY ?name ORDER BY DESC(?n) LIMIT 20"
                    for y in year
                ],
            ),
            ask(
                "titles that contain words",
                False,
                [
                    f'SELECT ?e ?t {{ ?e a vpg:Conference ; skos:prefLabel ?t FILTER(CONTAINS(LCASE(?t), "{topic} tại '
                    f'{place.lower()}")) }} LIMIT 50'
                    for topic in _TOPICS
                    for place in _PLACES[: each // 4 or 1]
                ][:each],
            ),
            ask(
                "how many of each class",
                False,
                ["SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?n)"],
            ),
        ]
