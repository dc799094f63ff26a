"""Statements: act, addressee, documents referred to, and what is to be done together."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.roles.acts import find_acts
from graph.grammar.roles.statements import find_statements
from graph.grammar.text.document import Document
from graph.grammar.text.layout import analyse
from graph.mention import Evidence, LegalMention, Span, StatementMention
from graph.source import Source
from ontology.vocabulary import Concept, scheme

HEAD = (
    "Hà Nam sơ kết phong trào\n\nNgày 12/5/2021, UBND tỉnh Hà Nam tổ chức hội nghị sơ kết phong trào. "
    "Đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh Hà Nam dự hội nghị. "
)


def said(body: str, *cited: str) -> tuple[Document, list[StatementMention]]:
    document = analyse(Source.from_text("t", HEAD + body))
    people = find_people(document)
    legal = []
    for words in cited:
        at = document.text.index(words)
        legal.append(LegalMention(words.split()[0], None, (Evidence(Span(at, at + len(words)), "legal"),)))
    return document, list(find_statements(document, people, find_events(document, people), legal, ()))


def test_an_act_knows_speaker_gathering_addressee_and_words() -> None:
    document, found = said("Đồng chí Trần Văn Bình đề nghị tỉnh Hà Nam tiếp tục kiện toàn lực lượng ở cơ sở.")
    (one,) = found
    assert (one.speaker, one.act, one.event, one.addressee) == ("Trần Văn Bình", "request", "e1", "tỉnh Hà Nam")
    assert document.words(one.text) == "tỉnh Hà Nam tiếp tục kiện toàn lực lượng ở cơ sở"


def test_two_texts_that_are_to_be_joined() -> None:
    _, (one,) = said(
        "Đồng chí Trần Văn Bình đề nghị các huyện đẩy mạnh Chỉ thị số 9 lồng ghép với Kế hoạch số 23 của tỉnh.",
        "Chỉ thị số 9",
        "Kế hoạch số 23",
    )
    assert one.addressee == "các huyện"
    assert one.refers_to == ("legal:0", "legal:1")
    assert one.joined == (("legal:0", "legal:1"),)


def test_gan_a_voi_b_joins_too_and_a_mere_list_does_not() -> None:
    texts = ("Chỉ thị số 9", "Nghị quyết số 4")
    _, (tied,) = said("Đồng chí Trần Văn Bình lưu ý phải gắn Chỉ thị số 9 với Nghị quyết số 4.", *texts)
    _, (listed,) = said("Đồng chí Trần Văn Bình lưu ý các xã học Chỉ thị số 9, Nghị quyết số 4.", *texts)
    assert tied.joined == (("legal:0", "legal:1"),)
    assert listed.joined == () and listed.refers_to == ("legal:0", "legal:1")


def test_a_quotation_before_its_speaker_is_what_is_said() -> None:
    document, (one,) = said("“Mỗi xã chọn một việc mà làm cho xong”, đồng chí Trần Văn Bình nhấn mạnh.")
    assert document.words(one.text) == "Mỗi xã chọn một việc mà làm cho xong"
    assert one.act == "stress"


def test_two_acts_of_one_sentence_are_two_statements() -> None:
    _, found = said("Đồng chí Trần Văn Bình biểu dương bà con xã Đông; đồng thời yêu cầu Sở Y tế cấp nước sạch.")
    assert [(s.act, s.addressee) for s in found] == [("praise", None), ("require", "Sở Y tế")]


def test_what_stands_inside_a_quoted_title_is_not_what_is_joined() -> None:
    _, (one,) = said(
        "Đồng chí Trần Văn Bình đề nghị các huyện đẩy mạnh Chỉ thị số 9 về “Lãnh đạo phong trào Làng xanh trong thời "
        "kỳ mới” lồng ghép với Kế hoạch số 23 của tỉnh.",
        "Chỉ thị số 9",
        "phong trào Làng xanh",
        "Kế hoạch số 23",
    )
    assert one.refers_to == ("legal:0", "legal:1", "legal:2")
    assert one.joined == (("legal:0", "legal:2"),)


@pytest.mark.parametrize(("use", "example"), [(c, e) for c in scheme("speaking-words") for e in c.examples], ids=str)
def test_words_around_speakers_as_their_examples_say(use: Concept, example: str) -> None:
    document = analyse(Source.from_text("t", f"Tin vắn của tỉnh\n\n{example}"))
    assert len(find_acts(document, find_people(document))) == (use.id in ("adverb", "telling"))


@pytest.mark.parametrize(
    ("asked", "addressee"),
    [
        ("các cấp ủy tiếp tục đổi mới cách làm dân vận", "các cấp ủy"),
        ("các cấp uỷ, chính quyền tiếp tục giữ nếp tiếp dân", "các cấp uỷ"),
        ("cấp ủy tiếp tục nghe dân nói", "cấp ủy"),
        ("cấp ủy các cấp sớm rà soát quy chế", "cấp ủy các cấp"),
        ("các cấp chính quyền sớm trả lời dân", "các cấp chính quyền"),
        ("các cấp, các ngành tiếp tục giữ nếp tiếp dân", "các cấp, các ngành"),
    ],
)
def test_committees_of_levels_are_not_the_levels(asked: str, addressee: str) -> None:
    _, (one,) = said(f"Đồng chí Trần Văn Bình yêu cầu {asked}.")
    assert one.addressee == addressee
