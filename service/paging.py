"""Long lists in pages: which part of a list a request asks for by `?page=`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list: its items, its number from 1, how many pages there are, how many items in all."""

    items: Sequence[T]
    number: int
    pages: int
    total: int


def part_of(items: Sequence[T], size: int, first: int = 1) -> Part[T]:
    """Return the page of `items` that the request asks for (else `first`), or the nearest there is."""
    pages = max(1, -(-len(items) // size))
    wished = request.args.get("page", str(first))
    number = min(max(1, int(wished) if wished.isascii() and wished.isdigit() and len(wished) < 9 else 1), pages)
    return Part(items[size * (number - 1) : size * number], number, pages, len(items))
