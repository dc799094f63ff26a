"""The words that name seats ("Phó Chủ tịch Thường trực"), from the scheme `post-head`, ready for reading."""

import re
from collections.abc import Mapping
from functools import cache

from graph.grammar.names.names import plain as key
from graph.grammar.text.cues import words_pattern
from ontology.vocabulary import Concept, scheme


@cache
def heads() -> Mapping[str, Concept]:
    """Map every spelling of a head, folded and in lower case, to its concept."""
    return {key(form): concept for concept in scheme("post-head") for form in concept.forms}


_SUFFIX = (
    r"(?: (?:thường trực|thứ nhất|thứ hai|danh dự|chuyên trách|thường trú|dự khuyết"
    r"|phụ trách(?= (?!\w)|(?=[,.;:)\n])|$))(?!\w))?"
)


@cache
def head_pattern() -> re.Pattern[str]:
    """A head with the words that belong to its title ("thường trực", "thứ nhất"), in the lowered text.

    Words that only look like one are left out: "Ban Giám đốc", "Đoàn Chủ tịch", "Ban Bí thư".
    """
    body = words_pattern(heads()).pattern
    before = r"(?<!ban )(?<!đoàn )(?<!bộ )(?<!phủ )(?<!một )"
    return re.compile(rf"{before}(?:(?<!\w)phó (?=(?:trụ trì|tổng biên)))?{body}(?! quán(?!\w)){_SUFFIX}")
