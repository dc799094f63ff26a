"""What happens to texts on their way to us: cut, copied, scanned, typed in mixed normal forms."""

import json
import random
import unicodedata

from graph.contract import to_json
from graph.errors import UnreadableSourceError
from graph.extract import extract
from graph.source import Source

ALPHABET = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯÔ "
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
    "0123456789.,;:-–—/()“”\"'‘’…%&\n\t\u00a0\u200b"
)  # fmt: skip
PIECES = (
    "đồng chí ", "Thượng tướng ", "Ủy viên Bộ Chính trị, ", "Bộ trưởng Bộ Công an ", "Nguyễn Văn A", "chủ trì ",
    "hội nghị ", "ngày 31/2/2019 ", "Chỉ thị số 09-CT/TW ", "UBND tỉnh ", "Bằng khen cho 10 tập thể, ", "(", "“",
    "trên 2.100 mô hình ", "; ", " - ", "về phía tỉnh có ", "\n", "phát biểu kết luận ", "do ", "các đồng chí: ",
)  # fmt: skip


def check(text: str) -> None:
    """Extract and hold every span inside the text; unreadable texts may say so."""
    try:
        source = Source.from_text("t", text)
    except UnreadableSourceError:
        return
    facts = to_json(extract(source))
    json.dumps(facts)

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "span" in value and value["span"] is not None:
                start, end = value["span"]
                assert 0 <= start < end <= len(source.text)
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(facts)


def mutated(text: str, chance: random.Random) -> str:
    """Do to a text what copying, scanning and content systems do."""
    letters = list(text)
    for _ in range(chance.randrange(1, 40)):
        at = chance.randrange(len(letters))
        match chance.randrange(6):
            case 0:
                del letters[at]
            case 1:
                letters[at] = chance.choice(ALPHABET)
            case 2:
                letters[at] = unicodedata.normalize("NFD", letters[at])
            case 3:
                letters.insert(at, chance.choice(PIECES))
            case 4:
                cut = letters[at : at + 60]
                del letters[at : at + 60]
                letters[chance.randrange(len(letters) or 1) : 0] = cut
            case _:
                letters[at] = {"l": "1", "O": "0", "ư": "u", " ": "\u00a0", ",": ";"}.get(letters[at], letters[at])
        if not letters:
            break
    return "".join(letters)
