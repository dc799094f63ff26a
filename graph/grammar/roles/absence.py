"""Who is said not to be there, or not to speak: "(vắng mặt)", "không đến dự hội nghị", "vắng mặt có ông A"."""

import re

from graph.grammar.text.document import Document
from graph.grammar.text.scan import Finder
from graph.grammar.text.word_lists import word_list
from graph.mention import Span

_FINDER = Finder(word_list("not-so", "absent"))
# Between a person and the words: "…, do bận công tác nên vắng mặt", "(đã xin vắng)".
_AFTER = re.compile(
    r",?(?: -)? ?\(?(?:,? ?(?:do|vì|vì lý do|bận|đang) [^.;:()\",]{2,50})?,?"
    r"(?: ?(?:nên|đã|xin|cũng|lại|đều|phải|đành|nhưng|thì|đang))* ?"
)
# Between the words and a person, or a list of them: "Vắng mặt tại buổi lễ có ông A", "vắng mặt ông A".
_BEFORE = re.compile(
    r"(?: (?:tại|trong|ở) (?:hội nghị|buổi \w+|cuộc \w+|phiên \w+|lễ|kỳ họp))?(?: (?:có|là|gồm))?:? (?:các )?"
)


def absent(document: Document, who: Span) -> bool:
    """Do words beside a person say that this person is not there, or does not take the floor?"""
    lowered = document.lowered
    hits = _FINDER.hits(document)
    sentence = document.sentence_at(who.start) if hits else None
    if sentence is None:
        return False
    for at, phrase in hits:
        if at < sentence.start:
            continue
        if at >= sentence.end:
            break
        if who.end <= at and _AFTER.fullmatch(lowered, who.end, at):
            return True
        if at + len(phrase) <= who.start and _BEFORE.fullmatch(lowered, at + len(phrase), who.start):
            return phrase.startswith("vắng")
    return False
