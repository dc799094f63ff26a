"""Full dates as reports write them: "24/11/2022", "16-3-2022", "19 tháng 8 năm 2025", "17 Tháng 9 2013"."""

import re
from datetime import date

DATE = (
    r"(?<![\d/.\-])(?P<day>\d{1,2}) ?(?P<mark>[/.\-]) ?(?P<month>\d{1,2})"
    r" ?(?P=mark) ?(?P<year>\d{4})(?![\d/])"
)
WORDS = r"(?<!\d)(?P<wday>\d{1,2})[ ,]+[Tt]háng (?P<wmonth>\d{1,2}),?(?: năm)? (?P<wyear>(?:19|20)\d{2})(?!\d)"
FULL_DATE = re.compile(f"(?:{DATE}|{WORDS})")


def iso(year: int, month: int, day: int) -> str | None:
    """Return YYYY-MM-DD, or None if there is no such day between 1900 and 2099."""
    if not 1900 <= year <= 2099:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def partial(month: int, day: int) -> str | None:
    """Return --MM-DD, or None if no year has such a day."""
    known = iso(2000, month, day)
    return "-" + known[4:] if known else None


def iso_of(match: "re.Match[str]") -> str | None:
    """Return the ISO day of a match of `FULL_DATE`, or None if there is no such day."""
    day = match["day"] or match["wday"]
    month = match["month"] or match["wmonth"]
    year = match["year"] or match["wyear"]
    return iso(int(year), int(month), int(day))
