"""A made-up graph in which some things have very much of everything, and some have very odd names."""

from collections.abc import Iterator
from datetime import date, timedelta

from rdflib import RDF, XSD, Literal, URIRef
from rdflib.namespace import ORG, SKOS

from ontology.namespaces import GRAPH, ID, SCHEMA, VOC, VPG
from tests.service.page_graph import Report

PERSON, BODY, PLACE, POST = ID["person/rat-ban"], ID["org/bo-lon"], ID["place/tinh-to"], ID["post/truong-ban"]
LONG = "Ban Chỉ đạo " + "phối hợp liên ngành về nhiều việc " * 12
ODD = {
    "person/emoji": "Đỗ 👩🏽‍🚀 Thị 🇻🇳 Vui",
    "person/phai-sang-trai": "\u202eمحمد الأمين\u202c \u200fשלום",
    "org/rat-dai": LONG.strip(),
    "org/mot-tu": "Uỷban" * 60,
    "person/the": "<b>Trần</b> & \"Sơn\" 'Tùng' {{ 7*7 }}",
}
TEXT = (
    "Ngày {day}, tại tỉnh Tơ, ông Rất Bận, Trưởng ban Bộ Lớn, chủ trì hội nghị {number} bàn về nhiều việc của năm; "
    "dự hội nghị có bà Khách Mời {number}. Bộ Lớn tổ chức hội nghị trong một ngày, với hàng trăm người dự ở nhiều nơi."
)


def reports(count: int) -> Iterator[Report]:
    """Yield reports that all name one person, body and place, and one guest each."""
    for number in range(count):
        day = (date(2019, 1, 1) + timedelta(days=3 * number)).isoformat()
        text = TEXT.format(day=day, number=number)
        report = Report(f"l{number:04}", f"Hội nghị {number} của Bộ Lớn bàn về nhiều việc trong năm", text, day)
        event, guest = ID[f"event/{day}-hoi-nghi-{number}"], ID[f"person/khach-moi-{number}"]
        when = Literal(day, datatype=XSD.date)
        report.say(PERSON, "Rất Bận", "person", (RDF.type, VPG.Person), (SKOS.prefLabel, Literal("Rất Bận", lang="vi")))
        report.say(
            BODY, "Bộ Lớn", "organisation", (RDF.type, VPG.Organization), (SKOS.prefLabel, Literal("Bộ Lớn", lang="vi"))
        )
        report.say(
            PLACE,
            "tỉnh Tơ",
            "place",
            (RDF.type, VPG.AdministrativeUnit),
            (SKOS.prefLabel, Literal("tỉnh Tơ", lang="vi")),
        )
        report.say(
            guest,
            f"Khách Mời {number}",
            "person",
            (RDF.type, VPG.Person),
            (SKOS.prefLabel, Literal(f"Khách Mời {number}", lang="vi")),
        )
        report.say(
            POST,
            "Trưởng ban Bộ Lớn",
            "post",
            (RDF.type, VPG.Post),
            (SKOS.prefLabel, Literal("Trưởng ban Bộ Lớn", lang="vi")),
            (ORG.postIn, BODY),
        )
        report.say(
            event, f"hội nghị {number}", "event", (RDF.type, VPG.Event), (RDF.type, VPG.Conference),
            (SKOS.prefLabel, Literal(f"Hội nghị {number}", lang="vi")), (SCHEMA.startDate, when),
            (VPG.place, PLACE), (VPG.organizedBy, BODY),
        )  # fmt: skip
        part = (VPG.inEvent, event)
        report.fact(
            "participation/ban--chair", VPG.Participation, "chủ trì hội nghị", "role.cue", part,
            (VPG.participant, PERSON),
            (VPG.participationRole, VOC["role/chair"]), (VPG.attestedOn, when), (VPG.inCapacityOf, POST),
        )  # fmt: skip
        report.fact(
            "participation/khach--attend", VPG.Participation, "dự hội nghị", "role.cue", part, (VPG.participant, guest),
            (VPG.participationRole, VOC["role/attend"]), (VPG.attestedOn, when),
        )  # fmt: skip
        report.fact(
            "tenure-report/ban--truong-ban", VPG.TenureReport, "Trưởng ban Bộ Lớn", "post", (VPG.holder, PERSON),
            (VPG.reportedPost, POST), (VPG.attestedOn, when),
        )  # fmt: skip
        yield report


def quads(count: int) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal, URIRef]]:
    """Yield the quads of `count` reports and of the things with odd names."""
    for report in reports(count):
        for subject, predicate, value in report.triples:
            yield subject, predicate, value, report.graph
    graph = GRAPH["doc/odd"]
    for name, label in ODD.items():
        kind = VPG.Organization if name.startswith("org/") else VPG.Person
        yield ID[name], RDF.type, kind, graph
        yield ID[name], SKOS.prefLabel, Literal(label, lang="vi"), graph
        yield ID[name], ORG.subOrganizationOf, BODY, graph
