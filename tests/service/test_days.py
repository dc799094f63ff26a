"""Days in forms: typed as the reader's language writes them, a month or a year too; what is none of them is said."""

import html as markup
import re

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from service import days

HTML = {"Accept": "text/html"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("02/2020", "2020-02-01", "2020-02-29"),
        ("2020-2", "2020-02-01", "2020-02-29"),
        ("30/8/2018", "2018-08-30", "2018-08-30"),
        (" 30-08-2018 ", "2018-08-30", "2018-08-30"),
        ("2018-08-30", "2018-08-30", "2018-08-30"),
        ("30/02/2018", "", ""),
        ("13/2018", "", ""),
        ("08/30/2018", "", ""),
        ("0000", "", ""),
        ("٢٠١٨", "", ""),
        ("hôm qua", "", ""),
        ("", "", ""),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, first: str, last: str) -> None:
    typed = days.read(text)
    assert (typed.first, typed.last) == (first, last)
    assert typed.wrong == (bool(text.strip()) and not first)


@given(st.dates(), st.sampled_from(["vi", "en"]))
def test_what_a_field_shows_is_read_as_the_same_day(day, lang: str) -> None:
    shown = days.read(day.isoformat()).shown(lang)
    assert shown == (day.strftime("%d/%m/") + f"{day.year:04}" if lang == "vi" else day.isoformat())
    assert days.read(shown).first == days.read(shown).last == day.isoformat()
    assert re.fullmatch(days.PATTERN, shown), "the browser's own check lets it pass"


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    typed = days.read(text)
    assert typed.wrong or typed.first <= typed.last
    if typed.first:
        assert re.fullmatch(days.PATTERN, typed.text), "nothing is read that the browser's own check refuses"


def field(client: FlaskClient, address: str, lang: str, name: str) -> str:
    text = client.get(address, headers=HTML | {"Accept-Language": lang}).get_data(as_text=True)
    found = re.search(rf'<input id="[^"]+" name="{name}" type="text"[^>]*>', text)
    assert found, address
    return markup.unescape(found[0])


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/timeline?from=2022-05-12", "from"),
        ("/graph?centre=id:person/le-thi-uyen&from=12/5/2022", "from"),
        ("/queries/conference/chairs?since=2022-05-12", "since"),
    ],
)
def test_fields_show_a_day_in_the_readers_language(client: FlaskClient, address: str, name: str) -> None:
    assert 'value="12/05/2022"' in field(client, address, "vi", name)
    assert 'value="2022-05-12"' in field(client, address, "en", name)
    assert 'type="date"' not in client.get(address, headers=HTML).get_data(as_text=True)


@pytest.mark.parametrize(
    ("address", "field", "said"),
    [
        ("/timeline?from=hôm qua", "from", "“hôm qua” is not a date"),
        ("/graph?centre=id:person/le-thi-uyen&to=31/2/2022", "to", "“31/2/2022” is not a date"),
        ("/graph?centre=id:person/le-thi-uyen&from=2023&to=2022", "to", "The last day is before the first"),
        ("/queries/conference/chairs?since=x", "p-since", "“x” is not a date"),
        ("/queries/conference/chairs?day=2022", "p-day", "“2022” is not a whole date"),
        ("/queries/conference/chairs?since=2023&until=05/2022", "p-until", "The last day is before the first"),
        ("/timeline?from=<script>", "from", "“&lt;script&gt;” is not a date"),
    ],
)
def test_what_is_no_day_is_said_beside_its_field(client: FlaskClient, address: str, field: str, said: str) -> None:
    answer = client.get(address, headers=HTML | {"Accept-Language": "en"})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert re.search(rf'<p class="warn" role="alert" id="{field}-wrong">{re.escape(said)}', text)
    assert f'aria-describedby="{field}-wrong"' in text
    vietnamese = client.get(address, headers=HTML | {"Accept-Language": "vi"}).get_data(as_text=True)
    assert re.search(rf'id="{field}-wrong">.*(không phải là ngày|chưa đủ|đứng trước)', vietnamese)


def test_a_year_means_all_its_days(client: FlaskClient) -> None:
    def listed(address: str) -> set[str]:
        text = client.get(address, headers=HTML).get_data(as_text=True)
        return set(re.findall(r'<li><time datetime="([^"]+)">', text))

    assert listed("/timeline?from=2022&to=2022") == {"2022-05-12"}
    assert listed("/timeline?from=06/2023&to=06/2023") == {"2023-06-03"}
    assert listed("/timeline?from=2022") >= {"2022-05-12", "2023-06-03"}
    asked = client.get("/queries/conference/chairs?since=2022&until=2022&lang=en", headers=HTML).get_data(as_text=True)
    assert "2022-01-01" in asked and "2022-12-31" in asked and "1 row" in asked
    assert "/api/queries/conference/chairs?since=2022-01-01&amp;until=2022-12-31" in asked


def test_other_wrong_values_are_said_in_the_readers_language(client: FlaskClient) -> None:
    def said(lang: str) -> str:
        answer = client.get("/queries/official/posts?official=x:<>", headers=HTML | {"Accept-Language": lang})
        assert answer.status_code == 400
        return answer.get_data(as_text=True)

    assert "is neither a name nor an address" in said("en")
    assert "không phải là tên hay địa chỉ" in said("vi") and "parameter person" not in said("vi")
