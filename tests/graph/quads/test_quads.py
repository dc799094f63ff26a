"""What is written for one report: every node with its words, no blank node, always the same."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from rdflib import DCTERMS, ORG, PROV, RDF, SKOS, BNode, Graph, Literal, URIRef

from graph.errors import NoWordsError
from graph.mention import (
    AwardMention,
    EventMention,
    Evidence,
    Extraction,
    LegalMention,
    PersonMention,
    PostMention,
    ProgrammeMention,
    RoleMention,
    Span,
    StatementMention,
    StatisticMention,
)
from graph.quads import write
from graph.resolve.resolver import Resolver
from graph.source import Source
from graph.stores.base import Quad
from ontology.iri import document_graph
from ontology.namespaces import OA, SCHEMA, VOC, VPG

TEXT = (
    "Ngày 6/3/2014, UBND tỉnh Hải Dương tổ chức hội nghị sơ kết Chỉ thị số 09. "
    "Ông Lê Văn Bình, Phó Chủ tịch UBND tỉnh, nguyên Giám đốc Công an tỉnh, chủ trì và đề nghị Công an tỉnh làm tốt. "
    "Bộ trưởng Bộ Công an tặng Bằng khen cho 5 tập thể. Có trên 2.100 mô hình."
)

GAVE = "Bộ trưởng Bộ Công an tặng Bằng khen"


def words(text: str, rule: str = "test", derived: str = "direct") -> tuple[Evidence, ...]:
    start = TEXT.index(text)
    return (Evidence(Span(start, start + len(text)), rule, derived),)


@pytest.fixture
def report() -> tuple[Extraction, Source]:
    event = EventMention(
        "e1",
        "conference",
        "hội nghị sơ kết Chỉ thị số 09",
        words("hội nghị sơ kết Chỉ thị số 09", "event"),
        date="2014-03-06",
        date_evidence=words("Ngày 6/3/2014", "event.date"),
        place="Hải Dương",
        place_evidence=words("Hải Dương", "event.place"),
        roles=(
            RoleMention("Lê Văn Bình", "chair", "chủ trì", words("chủ trì", "role")),
            RoleMention("Lê Văn Bình", "speak", "đề nghị", words("đề nghị", "role"), certainty="ambiguous"),
        ),
        reviews=("interim",),
        about=(("legal:0", words("Chỉ thị số 09")),),
    )
    person = PersonMention(
        "Lê Văn Bình",
        words("Lê Văn Bình", "person"),
        (),
        (
            PostMention(
                "Phó Chủ tịch",
                "UBND tỉnh Hải Dương",
                words("Phó Chủ tịch UBND tỉnh", "post", "context"),
                stated_org="UBND tỉnh",
            ),
            PostMention("Giám đốc", "Công an tỉnh Hải Dương", words("Giám đốc Công an tỉnh", "post"), former=True),
        ),
    )
    extraction = Extraction(
        "r/1",
        None,
        "2014-03-07",
        (person,),
        (event,),
        (LegalMention("Chỉ thị", "09", words("Chỉ thị số 09", "legal"), issuer="Ban Bí thư", date="2011-12-01"),),
        (ProgrammeMention("movement", "toàn dân bảo vệ ANTQ", words("mô hình", "programme"), period="2013-2018"),),
        (
            AwardMention("Bằng khen", "Bộ trưởng Bộ Công an", "collective", 7.0, words(GAVE, "award"), "e1"),
            AwardMention("Bằng khen", None, "collective", 5.0, words("5 tập thể", "award"), part_of=0),
        ),
        (StatisticMention(2100.0, "mô hình", "mô hình", words("trên 2.100 mô hình", "statistic"), "over"),),
        (
            StatementMention(
                "Lê Văn Bình",
                "request",
                words("Công an tỉnh làm tốt")[0].span,
                words("đề nghị", "statement"),
                "e1",
                "Công an tỉnh Hải Dương",
                ("legal:0",),
                (("legal:0", "programme:0"),),
            ),
        ),
        not_understood=(words("làm tốt")[0].span,),
    )
    return extraction, Source.from_text("r/1", TEXT, published="2014-03-07", url="https://example.org/a")


def quads_of(report: tuple[Extraction, Source]) -> list[Quad]:
    return write(*report, Resolver().resolve(*report))


@pytest.fixture
def graph(report: tuple[Extraction, Source]) -> Graph:
    result = Graph()
    for s, p, o, _ in quads_of(report):
        result.add((s, p, o))
    return result


def only(graph: Graph, kind: str) -> URIRef:
    (node,) = graph.subjects(RDF.type, VPG[kind])
    assert isinstance(node, URIRef)
    return node


def test_all_is_in_the_report_s_graph_and_nothing_is_blank(report: tuple[Extraction, Source]) -> None:
    quads = quads_of(report)
    assert {quad[3] for quad in quads} == {document_graph("r/1")}
    assert not [term for quad in quads for term in quad if isinstance(term, BNode)]


def test_the_same_report_gives_the_same_quads(report: tuple[Extraction, Source]) -> None:
    assert quads_of(report) == quads_of(report)
    assert max(Counter(quads_of(report)).values()) == 1


def test_every_node_opens_its_words(graph: Graph) -> None:
    source = only(graph, "SourceDocument")
    told = {s for s in graph.subjects(RDF.type) if isinstance(s, URIRef)}
    codes = {s for s in told if str(s).startswith(str(VOC))}
    carriers = set(graph.subjects(RDF.type, VPG.EvidenceSpan)) | set(graph.subjects(RDF.type, OA.TextQuoteSelector))
    for node in told - codes - carriers - {source}:
        evidence = list(graph.objects(node, VPG.evidence))
        assert evidence, f"{node} has no words"
        for span in evidence:
            assert graph.value(span, OA.hasSource) == source
            selector = graph.value(span, OA.hasSelector)
            start, end = (int(str(graph.value(selector, p))) for p in (OA.start, OA.end))
            assert str(graph.value(selector, OA.exact)) == TEXT[start:end]


def test_the_report_is_stored_once_with_its_origin(graph: Graph) -> None:
    source = only(graph, "SourceDocument")
    assert str(graph.value(source, VPG.text)) == TEXT
    assert graph.value(source, SCHEMA.url) == URIRef("https://example.org/a")
    assert (document_graph("r/1"), PROV.wasDerivedFrom, source) in graph
    assert len(list(graph.objects(source, VPG.notUnderstood))) == 1


def test_a_completed_post_is_inferred_and_a_former_one_attests_no_day(graph: Graph) -> None:
    by_head = {}
    for fact in graph.subjects(RDF.type, VPG.TenureReport):
        post = graph.value(fact, VPG.reportedPost)
        by_head[str(graph.value(graph.value(post, ORG.role), SKOS.prefLabel) or post)] = fact
    now = next(f for name, f in by_head.items() if "pho-chu-tich" in name)
    then = next(f for name, f in by_head.items() if "giam-doc" in name)
    assert graph.value(now, VPG.certainty) == VOC["cert/inferred"]
    assert str(graph.value(now, VPG.attestedOn)) == "2014-03-06"
    assert str(graph.value(now, VPG.reportedAs)) == "Phó Chủ tịch UBND tỉnh"
    assert graph.value(then, VPG.attestedOn) is None
    assert graph.value(then, VPG.formerly) == Literal(True)


def test_roles_keep_their_certainty_and_cue(graph: Graph) -> None:
    roles = {
        str(graph.value(x, VPG.participationRole)).rsplit("/", 1)[-1]: (
            str(graph.value(x, VPG.certainty)).rsplit("/", 1)[-1],
            str(graph.value(x, VPG.reportedAs)),
        )
        for x in graph.subjects(RDF.type, VPG.Participation)
    }
    assert roles == {"chair": ("explicit", "chủ trì"), "speak": ("ambiguous", "đề nghị")}


def test_an_interim_review_is_no_final_one(graph: Graph) -> None:
    event = only(graph, "InterimReviewConference")
    assert list(graph.subjects(RDF.type, VPG.FinalReviewConference)) == []
    topic = graph.value(event, VPG.interimReviewOf)
    assert topic == graph.value(event, VPG.hasTopic) and str(graph.value(topic, VPG.docNumber)) == "09"
    attributes = {
        str(graph.value(x, VPG.attribute)).rsplit("/", 1)[-1] for x in graph.subjects(RDF.type, VPG.AttributeReport)
    }
    assert {"startDate", "def#place", "def#venue", "def#hasTopic"} <= attributes


def test_a_statement_says_to_whom_about_what(graph: Graph) -> None:
    said = only(graph, "Statement")
    assert str(graph.value(said, VPG.statementText)) == "Công an tỉnh làm tốt"
    assert str(graph.value(graph.value(said, VPG.addressee), SKOS.prefLabel)) == "Công an tỉnh Hải Dương"
    document = next(iter(graph.subjects(RDF.type, VPG.PartyDocument)))
    assert graph.value(document, VPG.integratedWith) == only(graph, "Movement")
    # Words that ask for joint work are no further place where the document is cited.
    assert len(list(graph.objects(document, VPG.evidence))) == 1


def test_an_award_keeps_total_and_part_apart(graph: Graph) -> None:
    counts = {int(str(graph.value(x, VPG.recipientCount))): x for x in graph.subjects(RDF.type, VPG.AwardConferral)}
    assert graph.value(counts[5], VPG.partOfConferral) == counts[7]
    awarder = graph.value(counts[7], VPG.awardedBy)
    assert str(graph.value(awarder, SKOS.prefLabel)) == "Bộ trưởng Bộ Công an"
    assert str(graph.value(counts[7], VPG.awarderName)) == "Bộ trưởng Bộ Công an"


def test_a_figure_keeps_its_bound(graph: Graph) -> None:
    figure = only(graph, "ReportedStatistic")
    assert str(graph.value(figure, VPG.value)) == "2100"
    assert graph.value(figure, VPG.valueBound) == VOC["bound/more-than"]
    assert str(graph.value(figure, VPG.reportedAs)) == "trên 2.100 mô hình"


def test_a_report_without_facts_is_a_report(made: Callable) -> None:
    pair = made("empty")
    kinds = {o for _, p, o, _ in quads_of(pair) if p == RDF.type}
    assert kinds == {VPG.SourceDocument, VPG.EvidenceSpan, OA.TextPositionSelector, OA.TextQuoteSelector}


WRITTEN = (
    "Công an tỉnh Yên Bái tổng kết công tác 6 tháng đầu năm 2018. Giám đốc Nguyễn Văn Tám chủ trì hội nghị. "
    "Bộ trưởng Bộ Công an Lê Văn Ba đề nghị UBND tỉnh thực hiện Chỉ thị số 15/CT-TTg và Thông tư số 12 ngày 3/2/2012 "
    "về dân vận của UBND tỉnh, lồng ghép phong trào Xóm sạch giai đoạn 2013 - 2018."
)


def at(text: str, derived: str = "direct") -> Evidence:
    start = WRITTEN.index(text)
    return Evidence(Span(start, start + len(text)), "test", derived)


def graph_of(**mentions: object) -> Graph:
    extraction = Extraction("w", None, "2018-07-04", **mentions)  # type: ignore[arg-type]
    pair = extraction, Source.from_text("w", WRITTEN, published="2018-07-04")
    result = Graph()
    for s, p, o, _ in quads_of(pair):
        result.add((s, p, o))
    return result


def reported(graph: Graph, attribute: URIRef) -> list[tuple[str, str, list[str]]]:
    """List (value, certainty, words) of what is reported of one attribute."""
    found = []
    for node in graph.subjects(VPG.attribute, attribute):
        value = graph.value(node, VPG.attributeValue) or graph.value(node, VPG.attributeObject)
        assert (graph.value(node, VPG.aboutEntity), attribute, value) in graph
        said = [str(graph.value(graph.value(e, OA.hasSelector), OA.exact)) for e in graph.objects(node, VPG.evidence)]
        found.append((str(value), str(graph.value(node, VPG.certainty)).rsplit("/", 1)[-1], sorted(said)))
    return sorted(found)


def test_a_post_whose_body_stands_elsewhere_is_inferred_and_reported_in_its_own_words() -> None:
    person = PersonMention(
        "Nguyễn Văn Tám",
        (at("Nguyễn Văn Tám"),),
        (),
        (PostMention("Giám đốc", "Công an tỉnh Yên Bái", (at("Giám đốc"), at("Công an tỉnh Yên Bái", "context"))),),
    )
    graph = graph_of(persons=(person,))
    fact = only(graph, "TenureReport")
    assert graph.value(fact, VPG.certainty) == VOC["cert/inferred"]
    assert str(graph.value(fact, VPG.reportedAs)) == "Giám đốc"


@pytest.mark.parametrize(
    ("words", "title", "org", "certainty"),
    [
        ([("Bộ trưởng", "direct"), ("Công an tỉnh Yên Bái", "list")], "Bộ trưởng", "Công an tỉnh Yên Bái", "explicit"),
        ([("Bộ trưởng Bộ Công an", "direct")], "Bộ trưởng", "Công an", "explicit"),
        ([("Bộ trưởng", "direct")], "Bộ trưởng", "Bộ Công an", "inferred"),
    ],
)
def test_a_list_or_a_title_may_join_a_body(words: list[tuple[str, str]], title: str, org: str, certainty: str) -> None:
    post = PostMention(title, org, tuple(at(text, way) for text, way in words))
    graph = graph_of(persons=(PersonMention("Lê Văn Ba", (at("Lê Văn Ba"),), (), (post,)),))
    assert str(graph.value(only(graph, "TenureReport"), VPG.certainty)).endswith(certainty)


def test_a_post_is_explicit_by_the_words_that_join_it_to_its_body() -> None:
    words = (at("Bộ trưởng"), at("Công an", "context"), at("Bộ trưởng Bộ Công an"))
    person = PersonMention("Lê Văn Ba", (at("Lê Văn Ba"),), (), (PostMention("Bộ trưởng", "Bộ Công an", words),))
    graph = graph_of(persons=(person,))
    fact = only(graph, "TenureReport")
    assert graph.value(fact, VPG.certainty) == VOC["cert/explicit"]
    assert str(graph.value(fact, VPG.reportedAs)) == "Bộ trưởng Bộ Công an"


def test_what_a_symbol_tells_of_the_issuer_is_inferred_and_no_name_as_written() -> None:
    words = (at("Chỉ thị số 15/CT-TTg"),)
    graph = graph_of(legal=(LegalMention("Chỉ thị", "15", words, symbol="15/CT-TTg", issuer="Thủ tướng Chính phủ"),))
    assert list(graph.subject_objects(VPG.issuerName)) == []
    ((_, certainty, said),) = reported(graph, VPG.issuedByPost)
    assert (certainty, said) == ("inferred", ["Chỉ thị số 15/CT-TTg"])
    assert reported(graph, VPG.symbol) == [("15/CT-TTg", "explicit", ["Chỉ thị số 15/CT-TTg"])]


def test_a_citation_says_that_the_document_is_a_draft() -> None:
    words = (at("Thông tư số 12 ngày 3/2/2012 về dân vận của UBND tỉnh"),)
    law = LegalMention("Thông tư", "12", words, date="2012-02-03")
    assert list(graph_of(legal=(law,)).subjects(VPG.citedAsDraft)) == []
    graph = graph_of(legal=(replace(law, drafts=words),))
    ((citation, draft),) = graph.subject_objects(VPG.citedAsDraft)
    assert (citation, RDF.type, VPG.Citation) in graph and draft.toPython() is True
    (document,) = graph.objects(citation, VPG.citedDocument)
    assert (document, VPG.citedAsDraft, None) not in graph, "it may have been issued since"


def test_what_a_citation_says_opens_the_words_that_say_it() -> None:
    words = (at("Thông tư số 12 ngày 3/2/2012 về dân vận của UBND tỉnh"), at("Yên Bái", "context"))
    law = LegalMention("Thông tư", "12", words, date="2012-02-03", issuer="UBND tỉnh Yên Bái", title="về dân vận")
    graph = graph_of(legal=(law,))
    cited = [WRITTEN[words[0].span.start : words[0].span.end]]
    assert reported(graph, VPG.issuerName) == [("UBND tỉnh", "explicit", cited)]
    assert reported(graph, DCTERMS.title) == [("về dân vận", "explicit", cited)]
    assert reported(graph, VPG.issueDate) == [("2012-02-03", "explicit", cited)]
    ((body, certainty, _),) = reported(graph, VPG.issuedBy)
    assert body.endswith("yen-bai") and certainty == "inferred"


def test_reviews_programmes_and_joint_work_open_their_words(report: tuple[Extraction, Source], graph: Graph) -> None:
    review = next(iter(graph.subjects(VPG.attribute, VPG.interimReviewOf)))
    joined = next(iter(graph.subjects(VPG.attribute, VPG.integratedWith)))
    assert all(list(graph.objects(node, VPG.evidence)) for node in (review, joined))
    scheme = ProgrammeMention("scheme", "15", (at("15/CT-TTg"),))
    law = LegalMention("Đề án", "15", (at("Chỉ thị số 15/CT-TTg"),))
    ((_, certainty, said),) = reported(graph_of(legal=(law,), programmes=(scheme,)), VPG.setsOut)
    assert (certainty, said) == ("explicit", ["Chỉ thị số 15/CT-TTg"])


def test_an_attribute_without_words_is_an_error(report: tuple[Extraction, Source]) -> None:
    extraction, source = report
    bare = replace(extraction, events=(replace(extraction.events[0], date_evidence=()),))
    with pytest.raises(NoWordsError, match="startDate"):
        quads_of((bare, source))


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("6 tháng đầu năm 2018", []),
        ("cuối năm 2018", []),
        ("quý I/2018", []),
        ("năm 2018", ["2018", "2018"]),
        ("2018", ["2018", "2018"]),
        ("giai đoạn 2013 - 2018", ["2013", "2018"]),
        ("2013–2018", ["2013", "2018"]),
    ],
)
def test_only_whole_years_are_years(period: str, years: list[str]) -> None:
    figure = StatisticMention(6.0, "tháng", "tháng", (at("6 tháng"),), period=period)
    graph = graph_of(statistics=(figure,))
    node = only(graph, "ReportedStatistic")
    assert str(graph.value(node, VPG.statedPeriod)) == period
    written = [graph.value(node, p) for p in (VPG.periodStart, VPG.periodEnd)]
    assert [str(year) for year in written if year is not None] == years


@pytest.mark.parametrize(
    ("addressee", "name", "certainty"),
    [
        ("UBND tỉnh Yên Bái", "UBND tỉnh", "explicit"),
        ("Uỷ ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "explicit"),
        ("Công an tỉnh Yên Bái", "Công an tỉnh Yên Bái", "inferred"),
    ],
)
def test_an_addressee_is_named_as_the_statement_has_it(addressee: str, name: str, certainty: str) -> None:
    said = "đề nghị UBND tỉnh thực hiện Chỉ thị số 15/CT-TTg"
    statement = StatementMention("Lê Văn Ba", "request", at(said).span, (at(said),), addressee=addressee)
    graph = graph_of(persons=(PersonMention("Lê Văn Ba", (at("Lê Văn Ba"),)),), statements=(statement,))
    node = only(graph, "Statement")
    assert str(graph.value(node, VPG.addresseeName)) == name
    assert str(graph.value(node, VPG.certainty)).endswith(certainty)
