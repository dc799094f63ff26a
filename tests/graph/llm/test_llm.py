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
            "posts": [{"title": "Giám đốc", "org": "Công an tỉnh Lào Cai", "quote": "Giám đốc Công an tỉnh"}],
        },
        {"name": "Trần Văn Chín", "quote": "Trần Văn Chín, Bí thư Tỉnh ủy", "ranks": [], "posts": []},
    ],
    "events": [
        {
            "kind": "conference",
            "name": "hội nghị sơ kết công tác dân vận",
            "date": "2021-05-12",
            "place": "Sa Pa",
            "quote": "tổ chức hội nghị sơ kết",
            "organisers": [{"name": "UBND tỉnh Lào Cai", "quote": "Ủy ban nhân dân tỉnh Lào Cai"}],
            "roles": [
                {"person": "Lê Văn Tám", "role": "chair", "quote": "chủ trì hội nghị"},
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
    assert len(facts.notes) == 2


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
