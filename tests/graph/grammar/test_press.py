"""What is told to a paper or a station is not said at the gathering."""

import pytest

from graph.extract import extract
from graph.source import Source
from ontology.vocabulary import scheme


@pytest.mark.parametrize("medium", [form for concept in scheme("news-medium") for form in concept.forms])
def test_words_to_the_press_give_no_role(medium: str) -> None:
    text = (
        "Tin trong tuần\n\nSáng 5/6, Sở Y tế tỉnh Hà Nam tổ chức Hội nghị tổng kết công tác dân số.\n\n"
        f"Trả lời {medium} chiều nay, ông Lê Văn Tám, Giám đốc Sở Y tế, nói ngành sẽ làm tốt hơn."
    )
    (event,) = extract(Source.from_text("x", text)).events
    assert event.roles == ()
