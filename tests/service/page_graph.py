"""A small graph in the shape that ingestion writes, made by hand: the pages' tests need no extraction."""

from collections.abc import Iterator

from rdflib import RDF, XSD, Dataset, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, SKOS

from ontology.namespaces import GRAPH, ID, OA, SCHEMA, VOC, VPG

FIRST = (
    "Tổng kết công tác thi đua năm 2022\n\n"
    "Ngày 12/5/2022, tại Ninh Bình, Bộ Công an mở hội nghị trực tuyến nhìn lại công tác thi đua. "
    "Thượng tướng Trần Văn Độ, Thứ trưởng Bộ Công an dự và chủ trì hội nghị. "
    "Bà Lê Thị Uyên, Bí thư Tỉnh ủy Ninh Bình phát biểu tại hội nghị.\n\n"
    "Hội nghị triển khai Chỉ thị số 17 ngày 5/8/2015 của Ban Bí thư. "
    "Bộ Công an tặng Bằng khen cho 12 tập thể. <script>alert('x')</script> & hết."
)
SECOND = (
    "Lễ phát động phong trào\n\n"
    "Bà Lê Thị Uyên và Đại tá Đỗ Mạnh Hà dự lễ phát động ngày 3/6/2023. "
    "Đại tá Đỗ Mạnh Hà kết luận hội nghị."
)
THIRD = "Tin không ngày\n\nĐại tá Đỗ Mạnh Hà, Giám đốc Công an tỉnh, tiếp dân."

DO = ID["person/tran-van-do"]
UYEN = ID["person/le-thi-uyen"]
MINISTRY = ID["org/bo-cong-an"]
PROVINCE = ID["place/ninh-binh"]
COMMITTEE = ID["org/tinh-uy-ninh-binh"]
DIRECTIVE = ID["doc/chi-thi-17-ban-bi-thu-2015"]
REVIEW = ID["event/2022-05-12-tong-ket-thi-dua"]
DEPUTY = ID["post/thu-truong--bo-cong-an"]
SECRETARY = ID["post/bi-thu--tinh-uy-ninh-binh"]

Triple = tuple[URIRef, URIRef, URIRef | Literal]


class Report:
    """One report's named graph; `say` adds statements of a node with the words behind it."""

    def __init__(self, key: str, title: str, text: str, published: str | None) -> None:
        self.key, self.text = key, text
        self.source, self.graph = ID[f"source/{key}"], GRAPH[f"doc/{key}"]
        self.triples: set[Triple] = {
            (self.source, RDF.type, VPG.SourceDocument),
            (self.source, DCTERMS.identifier, Literal(key)),
            (self.source, SKOS.prefLabel, Literal(title, lang="vi")),
            (self.source, SCHEMA.headline, Literal(title, lang="vi")),
            (self.source, DCTERMS.publisher, Literal("Báo Thử nghiệm")),
            (self.source, VPG.contentHash, Literal("ab" * 32)),
            (self.source, VPG.text, Literal(text)),
            (self.graph, PROV.wasDerivedFrom, self.source),
        }
        if published:
            self.triples.add((self.source, SCHEMA.datePublished, Literal(published, datatype=XSD.date)))

    def say(self, node: URIRef, words: str, rule: str, *pairs: tuple[URIRef, URIRef | Literal]) -> URIRef:
        """State `pairs` of `node` because of the first occurrence of `words`."""
        start = self.text.index(words)
        end = start + len(words)
        evidence = ID[f"ev/{self.key}-{start}-{end}--{rule}"]
        selector = ID[f"sel/{self.key}-{start}-{end}"]
        self.triples |= {(node, predicate, value) for predicate, value in pairs}
        self.triples |= {
            (node, VPG.evidence, evidence),
            (evidence, RDF.type, VPG.EvidenceSpan),
            (evidence, OA.hasSource, self.source),
            (evidence, OA.hasSelector, selector),
            (evidence, VPG.rule, Literal(rule)),
            (evidence, VPG.derivation, Literal("direct")),
            (evidence, VPG.confidence, Literal("0.95", datatype=XSD.decimal)),
            (selector, OA.start, Literal(start)),
            (selector, OA.end, Literal(end)),
            (selector, OA.exact, Literal(words, lang="vi")),
        }
        return node

    def fact(self, kind: str, class_: URIRef, words: str, rule: str, *pairs: tuple) -> URIRef:
        """Add a reported fact."""
        return self.say(
            ID[f"{kind.split('/')[0]}/{self.key}--{kind.split('/')[1]}"],
            words,
            rule,
            (RDF.type, class_),
            (RDF.type, VPG.ReportedFact),
            (VPG.reportedIn, self.source),
            (VPG.certainty, VOC["cert/explicit"]),
            *pairs,
        )


def vi(text: str) -> Literal:
    """Return a Vietnamese literal."""
    return Literal(text, lang="vi")


def day(text: str) -> Literal:
    """Return a date."""
    return Literal(text, datatype=XSD.date)


def _people(r: Report) -> None:
    """Name the people of the first report."""
    r.say(
        DO,
        "Trần Văn Độ",
        "person",
        (RDF.type, VPG.Person),
        (SKOS.prefLabel, vi("Trần Văn Độ")),
    )
    r.say(
        UYEN,
        "Lê Thị Uyên",
        "person",
        (RDF.type, VPG.Person),
        (SKOS.prefLabel, vi("Lê Thị Uyên")),
    )


def _bodies(r: Report) -> None:
    """Name its ministry, province, committee and directive."""
    r.say(
        MINISTRY,
        "Bộ Công an",
        "body",
        (RDF.type, VPG.Organization),
        (RDF.type, VPG.Ministry),
        (SKOS.prefLabel, vi("Bộ Công an")),
        (SKOS.altLabel, vi("BCA")),
    )
    r.say(
        PROVINCE,
        "Ninh Bình",
        "place",
        (RDF.type, VPG.AdministrativeUnit),
        (SKOS.prefLabel, vi("Tỉnh Ninh Bình")),
        (VPG.adminLevel, VOC["level/province"]),
    )
    r.say(
        COMMITTEE,
        "Tỉnh ủy Ninh Bình",
        "body",
        (RDF.type, VPG.Organization),
        (RDF.type, VPG.PartyCommittee),
        (SKOS.prefLabel, vi("Tỉnh ủy Ninh Bình")),
        (VPG.jurisdiction, PROVINCE),
    )
    r.say(
        DIRECTIVE,
        "Chỉ thị số 17 ngày 5/8/2015 của Ban Bí thư",
        "legal",
        (RDF.type, VPG.OfficialDocument),
        (RDF.type, VPG.PartyDocument),
        (SKOS.prefLabel, vi("Chỉ thị số 17")),
        (VPG.docType, VOC["doctype/chi-thi"]),
        (VPG.docNumber, Literal("17")),
        (VPG.issueDate, day("2015-08-05")),
    )


def _review(r: Report) -> None:
    """Tell of its gathering."""
    r.say(
        REVIEW,
        "hội nghị trực tuyến nhìn lại công tác thi đua",
        "event",
        (RDF.type, VPG.Event),
        (RDF.type, VPG.Conference),
        (RDF.type, VPG.FinalReviewConference),
        (SKOS.prefLabel, vi("Hội nghị trực tuyến tổng kết công tác thi đua")),
        (SCHEMA.startDate, day("2022-05-12")),
        (VPG.place, PROVINCE),
        (VPG["format"], VOC["fmt/online"]),
        (VPG.organizedBy, MINISTRY),
        (VPG.hasTopic, DIRECTIVE),
    )
    r.say(REVIEW, "Ngày 12/5/2022", "event.date")


def _posts(r: Report) -> None:
    """Name its posts, and say who holds them and who has a rank."""
    r.say(
        DEPUTY,
        "Thứ trưởng Bộ Công an",
        "post",
        (RDF.type, VPG.Post),
        (SKOS.prefLabel, vi("Thứ trưởng Bộ Công an")),
        (ORG.postIn, MINISTRY),
    )
    r.say(
        SECRETARY,
        "Bí thư Tỉnh ủy Ninh Bình",
        "post",
        (RDF.type, VPG.Post),
        (SKOS.prefLabel, vi("Bí thư Tỉnh ủy Ninh Bình")),
        (ORG.postIn, COMMITTEE),
        (VPG.headsBody, COMMITTEE),
    )
    on = (VPG.attestedOn, day("2022-05-12"))
    r.fact(
        "tenure/tran-van-do--thu-truong",
        VPG.TenureReport,
        "Thứ trưởng Bộ Công an",
        "post.direct",
        on,
        (VPG.holder, DO),
        (VPG.reportedPost, DEPUTY),
        (VPG.reportedAs, vi("Thứ trưởng Bộ Công an")),
    )
    r.fact(
        "tenure/le-thi-uyen--bi-thu",
        VPG.TenureReport,
        "Bí thư Tỉnh ủy Ninh Bình",
        "post.direct",
        on,
        (VPG.holder, UYEN),
        (VPG.reportedPost, SECRETARY),
    )
    r.fact(
        "rank/tran-van-do--thuong-tuong",
        VPG.RankHolding,
        "Thượng tướng Trần Văn Độ",
        "rank.before-name",
        on,
        (VPG.rankHolder, DO),
        (VPG.rank, VOC["rank/thuong-tuong"]),
    )


def _doings(r: Report) -> None:
    """Say who did what at its gathering, and what was awarded."""
    on = (VPG.attestedOn, day("2022-05-12"))
    r.fact(
        "participation/0--tran-van-do--chair",
        VPG.Participation,
        "dự và chủ trì hội nghị",
        "role.cue",
        on,
        (VPG.participant, DO),
        (VPG.inEvent, REVIEW),
        (VPG.participationRole, VOC["role/chair"]),
        (VPG.reportedAs, vi("dự và chủ trì")),
    )
    r.fact(
        "participation/0--le-thi-uyen--speak",
        VPG.Participation,
        "phát biểu tại hội nghị",
        "role.cue",
        on,
        (VPG.participant, UYEN),
        (VPG.inEvent, REVIEW),
        (VPG.participationRole, VOC["role/speak"]),
    )
    r.fact(
        "award/0",
        VPG.AwardConferral,
        "Bộ Công an tặng Bằng khen cho 12 tập thể",
        "award.given",
        on,
        (VPG.awardType, VOC["award/bang-khen"]),
        (VPG.awardedBy, MINISTRY),
        (VPG.presentedAt, REVIEW),
        (VPG.recipientKind, VOC["kind/collective"]),
        (VPG.recipientCount, Literal(12)),
    )


def _first() -> Report:
    r = Report("t000", "Tổng kết công tác thi đua <b>năm 2022</b>", FIRST, "2022-05-13")
    for part in (_people, _bodies, _review, _posts, _doings):
        part(r)
    return r


def _second() -> Report:
    r = Report("t001", "Lễ phát động phong trào", SECOND, "2023-06-04")
    uyen = r.say(
        ID["person/le-thi-uyen"],
        "Lê Thị Uyên",
        "person",
        (RDF.type, VPG.Person),
        (SKOS.prefLabel, vi("Lê Thị Uyên")),
    )
    ha = r.say(
        ID["person/do-manh-ha"],
        "Đỗ Mạnh Hà",
        "person",
        (RDF.type, VPG.Person),
        (SKOS.prefLabel, vi("Đỗ Mạnh Hà")),
    )
    event = r.say(
        ID["event/2023-06-03-le-phat-dong"],
        "lễ phát động",
        "event",
        (RDF.type, VPG.Event),
        (RDF.type, VPG.Ceremony),
        (SKOS.prefLabel, vi("Lễ phát động phong trào")),
        (SCHEMA.startDate, day("2023-06-03")),
    )
    on = (VPG.attestedOn, day("2023-06-03"))
    for person, role, words in (
        (uyen, "attend", "dự lễ phát động"),
        (ha, "attend", "dự lễ phát động"),
        (ha, "conclude", "kết luận hội nghị"),
    ):
        r.fact(
            f"participation/0--{str(person).rsplit('/', 1)[1]}--{role}",
            VPG.Participation,
            words,
            "role.cue",
            on,
            (VPG.participant, person),
            (VPG.inEvent, event),
            (VPG.participationRole, VOC[f"role/{role}"]),
        )
    return r


def _third() -> Report:
    r = Report("t002", "Tin không ngày", THIRD, None)
    ha = r.say(
        ID["person/do-manh-ha"],
        "Đỗ Mạnh Hà",
        "person",
        (RDF.type, VPG.Person),
        (SKOS.prefLabel, vi("Đỗ Mạnh Hà")),
    )
    post = r.say(
        ID["post/giam-doc--t002--do-manh-ha"],
        "Giám đốc Công an tỉnh",
        "post",
        (RDF.type, VPG.Post),
        (SKOS.prefLabel, vi("Giám đốc Công an tỉnh")),
    )
    r.fact(
        "tenure/do-manh-ha--giam-doc",
        VPG.TenureReport,
        "Giám đốc Công an tỉnh",
        "post.direct",
        (VPG.holder, ha),
        (VPG.reportedPost, post),
    )
    return r


def quads() -> Iterator[tuple[URIRef, URIRef, URIRef | Literal, URIRef]]:
    """Yield the quads of three reports: two share a person, two share another."""
    for report in (_first(), _second(), _third()):
        for subject, predicate, value in report.triples:
            yield subject, predicate, value, report.graph


def dataset() -> Dataset:
    """Return the quads as an rdflib Dataset."""
    result = Dataset()
    for subject, predicate, value, graph in quads():
        result.graph(graph).add((subject, predicate, value))
    return result
