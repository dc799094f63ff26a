"""The second extractor, against a local server that speaks the chat completion protocol."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from graph.extractors import extractor
from graph.llm.client import Endpoint, ModelError
from graph.llm.extractor import extract, read_answer
from graph.mention import EventMention, Evidence, Extraction, PostMention
from graph.source import Source

TEXT = (
    "Ngày 12/5/2021, Uỷ ban nhân dân tỉnh Lào Cai tổ chức hội nghị sơ kết công tác dân vận. "
    "Thiếu tướng Lê Văn Tám, Giám đốc Công an tỉnh, chủ trì hội nghị. Toàn tỉnh có 120 mô hình."
)
SOURCE = Source.from_text("t1", TEXT)
ANSWER = {
    "persons": [
        {
            "name": "Lê Văn Tám",
            "quote": "Thiếu tướng Lê Văn Tám",
            "ranks": [{"name": "Thiếu tướng", "quote": "Thiếu tướng Lê Văn Tám"}],
            "posts": [
                {"title": "Giám đốc", "org": "Công an tỉnh Lào Cai", "quote": "Lê Văn Tám, Giám đốc Công an tỉnh"}
            ],
        },
        {"name": "Trần Văn Chín", "quote": "Trần Văn Chín, Bí thư Tỉnh ủy", "ranks": [], "posts": []},
    ],
    "events": [
        {
            "kind": "conference",
            "name": "hội nghị sơ kết công tác dân vận",
            "date": "2021-05-12",
            "place": "Sa Pa",
            "quote": "tổ chức hội nghị sơ kết công tác dân vận",
            "organisers": [{"name": "UBND tỉnh Lào Cai", "quote": "Ủy ban nhân dân tỉnh Lào Cai"}],
            "roles": [
                {
                    "person": "Lê Văn Tám",
                    "role": "chair",
                    "quote": "Lê Văn Tám, Giám đốc Công an tỉnh, chủ trì hội nghị",
                },
                {"person": "Lê Văn Tám", "role": "emperor", "quote": "chủ trì hội nghị"},
                {"person": "Trần Văn Chín", "role": "chair", "quote": "chủ trì hội nghị"},
            ],
        }
    ],
    "statistics": [
        {"value": 120, "unit": "mô hình", "subject": "mô hình", "quote": "Toàn tỉnh có 120 mô hình"},
        {"value": 999, "unit": "mô hình", "subject": "mô hình", "quote": "có 999 mô hình"},
    ],
    "legal": "none",
}


class Model(BaseHTTPRequestHandler):
    requests: list[dict[str, Any]] = []
    content = json.dumps(ANSWER)
    status = 200

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).requests.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
        answer = json.dumps({"choices": [{"message": {"role": "assistant", "content": type(self).content}}]}).encode()
        self.send_response(type(self).status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Model]]:
    handler = type("Handler", (Model,), {"requests": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    monkeypatch.setenv("VPG_LLM_URL", f"http://127.0.0.1:{server.server_port}/v1")
    monkeypatch.setenv("VPG_LLM_MODEL", "test-model")
    monkeypatch.setenv("VPG_LLM_KEY", "not-for-logs")
    yield handler
    server.shutdown()
    thread.join()
    server.server_close()


def test_facts_with_words_are_kept_and_the_others_refused(model: type[Model]) -> None:
    facts = extractor("llm")(SOURCE)
    assert [p.name for p in facts.persons] == ["Lê Văn Tám"]
    assert [(p.title, p.org) for p in facts.persons[0].posts] == [("Giám đốc", "Công an tỉnh Lào Cai")]
    (event,) = facts.events
    assert [(r.person, r.role) for r in event.roles] == [("Lê Văn Tám", "chair")]
    assert event.place is None  # "Sa Pa" stands nowhere in the report
    assert [s.value for s in facts.statistics] == [120]
    assert facts.legal == ()
    assert len(facts.notes) == 5  # the second person, the place, two of the roles, 999
    assert event.date == "2021-05-12"


def test_every_span_holds_the_quoted_words(model: type[Model]) -> None:
    facts = extract(SOURCE)
    span = facts.events[0].organisers[0].evidence[0].span
    assert TEXT[span.start : span.end] == "Uỷ ban nhân dân tỉnh Lào Cai"  # quoted with the other tone placement


def test_what_is_sent_is_the_protocol(model: type[Model]) -> None:
    extract(SOURCE)
    (request,) = model.requests
    assert request["path"] == "/v1/chat/completions"
    assert request["key"] == "Bearer not-for-logs"
    assert request["model"] == "test-model"
    assert request["messages"][1]["content"] == TEXT


@pytest.mark.parametrize(
    ("status", "content", "says"), [(500, "{}", "500"), (200, "no JSON", "JSON"), (200, "[1]", "object")]
)
def test_a_model_that_fails_is_one_clear_error(model: type[Model], status: int, content: str, says: str) -> None:
    model.status, model.content = status, content
    with pytest.raises(ModelError, match=says) as raised:
        extract(SOURCE)
    assert "not-for-logs" not in str(raised.value)


def test_without_an_endpoint_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VPG_LLM_URL", raising=False)
    with pytest.raises(ModelError, match="VPG_LLM_URL"):
        extract(SOURCE)


def test_the_key_is_never_shown() -> None:
    assert "secret" not in repr(Endpoint("http://127.0.0.1/v1", "m", "secret"))


@pytest.mark.parametrize("answer", [{}, {"persons": None}, {"persons": [1, {"name": 3}]}, {"events": [{"kind": "x"}]}])
def test_a_malformed_answer_gives_no_fact(answer: dict[str, Any]) -> None:
    facts = read_answer(SOURCE, answer)
    assert (facts.persons, facts.events) == ((), ())


# One field after another: the quote is true, what is made of it is not.
LONG = (
    "Ngày 12/4, tại Hà Nam, Công an tỉnh tổ chức hội nghị tổng kết phong trào “Xóm sạch” giai đoạn 2013-2018. "
    "Chủ tịch Trần Văn Bảy chủ trì hội nghị. Ông Nguyễn Văn Tám, nguyên Giám đốc Công an tỉnh, phát biểu. "
    "Thiếu tướng Đỗ Văn Chín dự. Hội nghị đánh giá Chỉ thị số 15-CT/TW ngày 3/2/2012 về dân vận của Ban Bí thư. "
    "Bộ Công an tặng Bằng khen cho 5 tập thể. Có 1.457 lượt người và 2,5 triệu cây, trên 30 mô hình."
)
REPORT = Source.from_text("t2", LONG, published="2019-04-13")
SAID = {
    "persons": [
        {"name": "Trần Văn Bảy", "quote": "Chủ tịch Trần Văn Bảy chủ trì hội nghị"},
        {"name": "Nguyễn Văn Tám", "quote": "Ông Nguyễn Văn Tám, nguyên Giám đốc Công an tỉnh, phát biểu"},
        {"name": "Đỗ Văn Chín", "quote": "Thiếu tướng Đỗ Văn Chín dự"},
    ]
}
GATHERING = {
    "kind": "conference",
    "name": "hội nghị tổng kết phong trào “Xóm sạch”",
    "quote": "Ngày 12/4, tại Hà Nam, Công an tỉnh tổ chức hội nghị tổng kết phong trào “Xóm sạch”",
}
DIRECTIVE = {
    "type": "Chỉ thị",
    "number": "15",
    "symbol": "15-CT/TW",
    "date": "03/02/2012",
    "issuer": "Ban Bí thư",
    "title": "về dân vận",
    "quote": "Chỉ thị số 15-CT/TW ngày 3/2/2012 về dân vận của Ban Bí thư",
}
MOVEMENT = {
    "kind": "movement",
    "name": "Xóm sạch",
    "period": "2013-2018",
    "quote": "phong trào “Xóm sạch” giai đoạn 2013-2018",
}
AWARD = {
    "award": "Bằng khen",
    "awarder": "Bộ Công an",
    "recipient": "collective",
    "count": 5,
    "quote": "Bộ Công an tặng Bằng khen cho 5 tập thể",
}
FIGURE = {"value": 1457, "unit": "lượt người", "subject": "lượt người", "quote": "Có 1.457 lượt người"}
BAY, TAM = "Trần Văn Bảy", "Nguyễn Văn Tám"
BAY_CHAIRS = "Chủ tịch Trần Văn Bảy chủ trì hội nghị"


def read(**lists: Any) -> Extraction:
    return read_answer(REPORT, {**SAID, **lists})


def posts_with(name: str, **post: Any) -> tuple[PostMention, ...]:
    persons = [{**p, "posts": [post]} if p["name"] == name else p for p in SAID["persons"]]
    return next(p.posts for p in read(persons=persons).persons if p.name == name)


def event_with(**parts: Any) -> EventMention:
    (event,) = read(events=[{**GATHERING, **parts}]).events
    return event


def words_of(evidence: tuple[Evidence, ...]) -> list[tuple[str, str]]:
    return [(LONG[e.span.start : e.span.end], e.derived) for e in evidence]


def test_what_stands_in_its_quote_is_kept() -> None:
    facts = read(events=[GATHERING], legal=[DIRECTIVE], programmes=[MOVEMENT], awards=[AWARD], statistics=[FIGURE])
    assert facts.notes == ()
    (document,) = facts.legal
    assert (document.number, document.symbol, document.date) == ("15", "15-CT/TW", "2012-02-03")
    assert (document.issuer, document.title) == ("Ban Bí thư", "về dân vận")
    assert (facts.programmes[0].period, facts.awards[0].count) == ("2013-2018", 5)
    assert (facts.awards[0].awarder, facts.awards[0].recipient) == ("Bộ Công an", "collective")
    assert facts.statistics[0].value == 1457


def test_a_post_whose_title_is_not_in_its_quote_is_refused() -> None:
    assert posts_with(TAM, title="Thủ tướng", quote=BAY_CHAIRS) == ()
    assert posts_with(BAY, title="Thủ tướng", quote=BAY_CHAIRS) == ()


def test_a_post_or_rank_whose_quote_names_somebody_else_is_refused() -> None:
    assert posts_with(TAM, title="Chủ tịch", quote=BAY_CHAIRS) == ()
    persons = [{**p, "ranks": [{"name": "Thiếu tướng", "quote": "Thiếu tướng Đỗ Văn Chín"}]} for p in SAID["persons"]]
    assert [len(p.ranks) for p in read(persons=persons).persons] == [0, 0, 1]


def test_a_person_whose_name_is_not_in_the_quote_is_refused() -> None:
    assert read(persons=[{"name": TAM, "quote": BAY_CHAIRS}]).persons == ()


def test_the_body_of_a_post_is_in_its_quote_or_left_out() -> None:
    quote = "Nguyễn Văn Tám, nguyên Giám đốc Công an tỉnh"
    (post,) = posts_with(TAM, title="Giám đốc", org="Sở Y tế", quote=quote)
    assert (post.org, post.former) == (None, True)
    (post,) = posts_with(TAM, title="Giám đốc", org="Công an tỉnh Hà Nam", quote=quote)
    assert (post.org, post.stated_org) == ("Công an tỉnh Hà Nam", "Công an tỉnh")
    assert words_of(post.evidence)[1] == ("Hà Nam", "context")
    (post,) = posts_with(TAM, title="Giám đốc", org="Công an tỉnh Cà Mau", quote=quote)
    assert post.org is None


def test_a_former_post_is_said_to_be_one() -> None:
    (post,) = posts_with(BAY, title="Chủ tịch", former=True, quote=BAY_CHAIRS)
    assert not post.former


def test_an_invented_gathering_is_refused() -> None:
    assert read(events=[{**GATHERING, "name": "hội nghị quốc tế"}]).events == ()
    assert read(events=[{**GATHERING, "kind": "workshop"}]).events == ()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("12/04/2019", "2019-04-12"),
        ("2019-04-12", "2019-04-12"),
        ("--04-12", "--04-12"),
        ("1999-04-12", "--04-12"),  # the year is written nowhere
        ("2019-04-21", None),
        ("31/2/2019", None),
        ("2019-13-40", None),
        ("hôm qua", None),
        ("2019-04", None),
    ],
)
def test_a_day_is_iso_and_written_in_the_report(said: str, kept: str | None) -> None:
    event = event_with(date=said)
    assert event.date == kept
    assert [words for words, _ in words_of(event.date_evidence)] == (["12/4"] if kept else [])


@pytest.mark.parametrize("day", ["2012-02-04", "2013-02-03", "2019-04-12", "x"])
def test_the_day_of_a_document_is_in_its_quote(day: str) -> None:
    (document,) = read(legal=[{**DIRECTIVE, "date": day}]).legal
    assert document.date is None


def test_online_is_said_somewhere() -> None:
    assert event_with(mode="online").mode is None
    report = Source.from_text("t3", LONG + " Hội nghị có 12 điểm cầu.")
    (event,) = read_answer(report, {**SAID, "events": [{**GATHERING, "mode": "online"}]}).events
    assert event.mode == "online" and event.mode_evidence[0].derived == "context"


def test_a_place_is_in_the_report() -> None:
    assert event_with(place="Cà Mau").place is None
    assert words_of(event_with(place="Hà Nam").place_evidence) == [("Hà Nam", "direct")]
    far = event_with(place="Hà Nam", quote="tổ chức hội nghị tổng kết phong trào “Xóm sạch”")
    assert words_of(far.place_evidence) == [("Hà Nam", "context")]


def test_an_organiser_is_in_its_quote() -> None:
    quote = "Công an tỉnh tổ chức hội nghị"
    named = [{"name": name, "quote": quote} for name in ("Bộ Công an", "Công an tỉnh", "Công an tỉnh Hà Nam")]
    organisers = event_with(organisers=named).organisers
    assert [o.name for o in organisers] == ["Công an tỉnh", "Công an tỉnh Hà Nam"]
    assert [o.evidence[0].derived for o in organisers] == ["direct", "context"]


@pytest.mark.parametrize(
    ("person", "role", "quote", "kept"),
    [
        (BAY, "chair", BAY_CHAIRS, "direct"),
        (TAM, "chair", BAY_CHAIRS, None),
        (BAY, "award", BAY_CHAIRS, None),
        (BAY, "speak", BAY_CHAIRS, None),
        (TAM, "speak", "Ông Nguyễn Văn Tám, nguyên Giám đốc Công an tỉnh, phát biểu", "direct"),
        (BAY, "chair", "chủ trì hội nghị", None),
        ("Đỗ Văn Chín", "attend", "Thiếu tướng Đỗ Văn Chín dự", "direct"),
    ],
)
def test_a_role_has_its_person_and_its_cue_in_the_quote(person: str, role: str, quote: str, kept: str | None) -> None:
    roles = event_with(roles=[{"person": person, "role": role, "quote": quote}]).roles
    assert [r.evidence[0].derived for r in roles] == ([kept] if kept else [])


def test_a_last_name_after_an_honorific_is_a_second_mention() -> None:
    report = Source.from_text("t4", "Ông Nguyễn Văn Tám đến sớm. Hội nghị do ông Tám chủ trì. Không chủ trì là ông An.")
    persons = [{"name": TAM, "quote": "Ông Nguyễn Văn Tám"}]
    quoted = {"person": TAM, "role": "chair", "quote": "Hội nghị do ông Tám chủ trì"}
    event = {"kind": "conference", "name": "Hội nghị", "quote": "Hội nghị do ông Tám chủ trì", "roles": [quoted]}
    (role,) = read_answer(report, {"persons": persons, "events": [event]}).events[0].roles
    assert (role.cue, role.evidence[0].derived) == ("chủ trì", "coreference")
    two = [*persons, {"name": "Lê Tám", "quote": "Ông Lê Tám"}]
    other = Source.from_text("t5", report.text + " Ông Lê Tám cũng đến.")
    assert read_answer(other, {"persons": two, "events": [event]}).events[0].roles == ()


@pytest.mark.parametrize("part", [{"type": "Luật"}, {"number": "16"}, {"symbol": "15-CT/TU"}, {"title": "Bịa"}])
def test_a_document_with_an_invented_part_is_refused(part: dict[str, str]) -> None:
    assert read(legal=[{**DIRECTIVE, **part}]).legal == ()


def test_an_issuer_is_in_the_report() -> None:
    short = {**DIRECTIVE, "quote": "Chỉ thị số 15-CT/TW ngày 3/2/2012 về dân vận"}
    (document,) = read(legal=[{**DIRECTIVE, "issuer": "Quốc hội"}]).legal
    assert document.issuer is None
    (document,) = read(legal=[short]).legal
    assert words_of(document.evidence)[1] == ("Ban Bí thư", "context")


def test_a_programme_has_its_name_kind_and_years_in_the_quote() -> None:
    assert read(programmes=[{**MOVEMENT, "name": "Ngõ xanh"}, {**MOVEMENT, "kind": "plan"}]).programmes == ()
    (programme,) = read(programmes=[{**MOVEMENT, "period": "2013-2020"}]).programmes
    assert programme.period is None


def test_an_award_has_its_name_count_and_recipient_in_the_quote() -> None:
    assert read(awards=[{**AWARD, "award": "Huân chương"}]).awards == ()
    (award,) = read(awards=[{**AWARD, "count": 50, "recipient": "individual", "awarder": "Quốc hội"}]).awards
    assert (award.count, award.recipient, award.awarder) == (None, None, None)


@pytest.mark.parametrize(
    ("figure", "kept"),
    [
        ({"value": 999, "unit": "người chết"}, []),
        ({"value": 999}, []),
        ({"value": 1457, "unit": "người chết"}, []),
        ({"value": 457}, []),
        ({"value": 1457, "subject": "người bị bắt"}, []),
        ({"value": 1457, "qualifier": "over"}, [(1457, None)]),
        ({"value": 2500000, "unit": "cây", "subject": "cây", "quote": "2,5 triệu cây"}, [(2500000, None)]),
        ({"value": 30, "unit": "mô hình", "subject": "mô hình", "quote": "trên 30 mô hình"}, [(30, "over")]),
    ],
)
def test_a_figure_is_written_in_its_quote(figure: dict[str, Any], kept: list[tuple[float, str | None]]) -> None:
    assert [(s.value, s.qualifier) for s in read(statistics=[{**FIGURE, **figure}]).statistics] == kept
