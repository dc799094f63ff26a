"""Figures that belong to one person's or one criminal case's story: they are no statistics."""

import re

from graph.grammar.text.document import Document
from graph.grammar.text.normal import LOWER, UPPER
from graph.mention import Span

# Sums inside one person's story, and numbers that count nothing.
_PRIVATE = re.compile(
    r"(?<!\w)(?:phạt|nộp phạt|tịch thu(?: \w+){0,2}|(?<!trao )(?<!thay )đổi|hối lộ|chiếm đoạt|trộm|"
    r"lừa đảo)(?: (?:tiền|từ|khoảng|hơn|gần|trên|số tiền|tờ)){0,2} $"
)
_CASES = re.compile(
    r"\d (?:triệu |nghìn |ngàn )?(?:trường hợp|vụ|cuộc|lượt|phương tiện|cơ sở|đối tượng|tổ chức|hành vi)(?!\w)|"
    r"(?<!\w)(?:các vụ|hàng trăm|hàng chục|tổng số)(?!\w)"
)
_CRIME = re.compile(
    r"(?<!\w)(?:bị can|bị cáo|cáo trạng|truy tố|khởi tố|(?:nhận|đưa|môi giới) hối lộ|chiếm đoạt|tử hình|phiên tòa|vks|"
    r"viện kiểm sát)(?!\w)"
)
_CRIME_WORDS = ("bị c", "cáo trạng", "tố", "hối lộ", "chiếm đoạt", "tử hình", "phiên tòa", "vks", "viện kiểm")
# Whose story it is: "ông Lê Văn Tám", "Lê Văn Tám (cựu giám đốc)".
_ACCUSED = re.compile(
    rf"(?:[Bb]ị can|[Bb]ị cáo|[Ôô]ng|[Bb]à|(?:cựu|nguyên) [{LOWER} ]{{4,40}}?) (?:[{UPPER}][{LOWER}]+ ?){{2,4}}"
)
# Words for the accused and for the steps of a case, and those of a gathering or report that sums up many.
_CASE_WORDS = ("bị can", "bị cáo", "truy tố", "cáo trạng", "khởi tố", "kết luận điều tra")
_GATHERED = ("hội nghị", "họp", "hội thảo", "tọa đàm", "lễ ", "báo cáo", "tháng đầu năm", "toàn quốc", "đợt cao điểm")


def private_sum(document: Document, at: int, low: int) -> bool:
    """Is the sum at `at` a fine or a bribe of one case, told no earlier than `low`?"""
    told = _PRIVATE.search(document.lowered, max(low, at - 30), at)
    return told is not None and not _many(document, at)


def _many(document: Document, at: int) -> bool:
    """Does the sentence count cases, so that a fine in it is the sum of many?"""
    sentence = document.sentence_at(at)
    return sentence is not None and _CASES.search(document.lowered, sentence.start, at) is not None


def of_one_case(document: Document, at: int) -> bool:
    """Is the sentence from the story of one crime? Counts of cases make it a report on crime. Kept for its figures."""
    sentence = document.sentence_at(at)
    if sentence is None:
        return False
    if _tells_a_case(document):
        return True
    kept: tuple[Span, bool] | None = document.kept.get("_one_case")
    if kept is None or kept[0] != sentence:
        words = document.lowered[sentence.start : sentence.end]
        told = any(word in words for word in _CRIME_WORDS) and _CRIME.search(words) and not _CASES.search(words)
        one = bool(told) and _ACCUSED.search(document.folded, sentence.start, sentence.end) is not None
        kept = document.kept["_one_case"] = (sentence, one)
    return kept[1]


def _tells_a_case(document: Document) -> bool:
    """Is the report the story of one criminal case, by its title and lead? Not where they count cases or meet."""
    told: bool | None = document.kept.get("_case")
    if told is None:
        opening = " ".join(document.lowered[line.start : line.end] for line in document.of_kind("title", "lead"))
        told = any(word in opening for word in _CASE_WORDS) and not (
            any(word in opening for word in _GATHERED) or _CASES.search(opening)
        )
        document.kept["_case"] = told
    return told
