"""Words of the interface in Vietnamese and English, from `i18n/vi.toml` and `i18n/en.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Request
    from werkzeug.datastructures import LanguageAccept

LANGUAGES = ("vi", "en")
FOLDER = Path(__file__).parent / "i18n"


@cache
def words(lang: str) -> dict[str, str]:
    """Return the words of one language, keys joined by dots ("home.title")."""
    with (FOLDER / f"{lang}.toml").open("rb") as file:
        return dict(_flat(tomllib.load(file), ""))


def _flat(table: dict[str, object], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", str(value)))
    return pairs


def say(lang: str, key: str, **values: object) -> str:
    """Return the words for `key` with `{name}` filled in; of "{count} row|{count} rows" the one for `count`.

    Raises:
        KeyError: no such key; a page never shows a key in place of words.
    """
    text = words(lang)[key]
    if "|" in text and "count" in values:
        one, many = text.split("|")
        text = one if str(values["count"]) == "1" else many
    return text.format(**values) if values else text


def part(lang: str, prefix: str) -> dict[str, str]:
    """Return the words whose keys begin with `prefix`, without it: what an island needs."""
    return {key[len(prefix) + 1 :]: text for key, text in words(lang).items() if key.startswith(prefix + ".")}


def choose_language(request: "Request", default: str) -> str:
    """Return the reader's language: `?lang=`, then the cookie, then Accept-Language, then `default`."""
    for wish in (request.args.get("lang"), request.cookies.get("lang")):
        if wish in LANGUAGES:
            return wish
    accept: LanguageAccept = request.accept_languages
    return accept.best_match(LANGUAGES) or default


def number(lang: str, value: float) -> str:
    """Write a number as the language does: 2.100,5 in Vietnamese, 2,100.5 in English."""
    text = f"{value:,.10g}" if isinstance(value, float) and value % 1 else f"{int(value):,}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def share(lang: str, value: float) -> str:
    """Write a share between 0 and 1 with three decimals, so that a column of them can be compared: 0,060."""
    text = f"{value:.3f}"
    return text.replace(".", ",") if lang == "vi" else text


def date(lang: str, iso: str) -> str:
    """Write an ISO date, month or year as the language does: 2022-11-23 is 23/11/2022, or 23 Nov 2022."""
    parts = iso[:10].split("-")
    if not all(part.isdigit() for part in parts):
        return iso
    if lang == "vi":
        return "/".join(reversed(parts)) if len(parts) == 3 else "/".join([*reversed(parts)])
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    if len(parts) > 1:
        parts[1] = months[int(parts[1]) - 1] if 1 <= int(parts[1]) <= 12 else parts[1]
    if len(parts) == 3:
        parts[2] = parts[2].lstrip("0")
    return " ".join(reversed(parts))
