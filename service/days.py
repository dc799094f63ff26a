"""Days in forms: typed and shown as the reader's language writes them, kept in addresses as they were typed.

A reader of Vietnamese writes 30/08/2018, one of English 2018-08-30 (ISO 8601); both may write either, a month
(08/2018, 2018-08) or a year (2018), which mean all their days.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from service import wording

LONGEST = 10  # characters of a day
PATTERN = r"\d{4}|\d{1,2}[\/.\-]\d{4}|\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{4}|\d{4}-\d{1,2}(-\d{1,2})?"  # of HTML forms
_FORMS = (
    re.compile(r"(?P<y>[0-9]{4})(?:-(?P<m>[0-9]{1,2})(?:-(?P<d>[0-9]{1,2}))?)?"),
    re.compile(r"(?:(?:(?P<d>[0-9]{1,2})[/.-])?(?P<m>[0-9]{1,2})[/.-])?(?P<y>[0-9]{4})"),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a field for a day: the text, and its first and last day (ISO; "" where it names none)."""

    text: str
    first: str = ""
    last: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something was typed that is no day, month or year."""
        return bool(self.text) and not self.first

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return bool(self.first) and self.first == self.last

    def shown(self, lang: str) -> str:
        """Return what the field shows: a day as the language writes it, anything else as it was typed."""
        if not self.is_day:
            return self.text
        return "/".join(reversed(self.first.split("-"))) if lang == "vi" else self.first


def read(text: str) -> Typed:
    """Read a day, month or year as people write them; what is none of them is kept as it was typed."""
    text = text.strip()
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if match is None:
        return Typed(text)
    year, month, day = (int(match[name]) if match[name] else 0 for name in "ymd")
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except (ValueError, calendar.IllegalMonthError):
        return Typed(text)
    return Typed(text, first.isoformat(), last.isoformat())


def problem(lang: str, typed: Typed, *, whole: bool = False) -> str:
    """Return what is wrong with what was typed, or "". `whole`: a month or a year is not enough."""
    if typed.wrong or (whole and typed.text and not typed.is_day):
        key = "days.whole" if whole and not typed.wrong else "days.wrong"
        return wording.say(lang, key, text=typed.text[:40])
    return ""


def problems(lang: str, since: Typed, until: Typed) -> tuple[str, str]:
    """Return what is wrong with the two ends of a period, each "" where nothing is."""
    wrong = problem(lang, since), problem(lang, until)
    if not any(wrong) and since.first and until.last and since.first > until.last:
        return "", wording.say(lang, "days.order")
    return wrong
