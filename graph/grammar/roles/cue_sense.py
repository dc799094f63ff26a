"""Is a cue meant: said of something done, with the object it needs, and no part of another word or name?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.gatherings.setting_out import set_out
from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import apposed
from graph.grammar.roles.clauses import Clause, before_verb
from graph.grammar.roles.named_after import AMONG_WHO_CAME
from graph.grammar.text.cues import Cue, key, role_objects, words_pattern
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Span
from ontology.vocabulary import scheme

# What is planned, asked for, refused or doubted before a verb, and the steps that may come in between.
_UNDONE = (
    ("sẽ", "dự kiến", "sắp", "chưa", "không", "mời", "cần", "phải", "nên", "để", "nhằm", "đề nghị", "yêu cầu", "giao")
    + ("phân công", "có thể", "muốn", "nếu", "từ chối", "hoãn", "hủy", "ủy quyền cho", "từng")
)  # fmt: skip
_STEPS = ("đến", "tới", "về", "cùng", "trực tiếp", "được", "tham gia", "đồng")
_NOT_DONE = re.compile(rf"(?<!\w)(?!(?<=ngoại )giao )(?:{'|'.join(_UNDONE)})\s(?:(?:{'|'.join(_STEPS)})\s)*$")
# How it ends: nearly always this alone says that it finds nothing.
_NOT_DONE_ENDS = tuple(f"{words} " for words in (*_UNDONE, *_STEPS))

# "Trả lời câu hỏi về việc Tổng Bí thư phát biểu chỉ đạo tại hội nghị, ông A nói …": what is asked about
_ASKED_ABOUT = re.compile(
    r"(?:trả lời|giải thích|nói|khi được hỏi|được hỏi)(?: câu hỏi| thêm| rõ)?(?: của [^,;:.]{2,40})? "
    r"về (?:việc|lý do)(?!\w)"
)


def asked_until(lowered: str, sentence: Span, persons: Sequence[Occurrence]) -> int:
    """Say where a question that opens the sentence ends: at the first comma before somebody who then does something.

    A comma after a person goes on with the question ("về việc ông A, ông B có phát biểu không, bà C nói"). Gives the
    start of the sentence if it opens with no question, its end if nobody follows.
    """
    if not lowered.startswith(_ASKING, sentence.start) or not _ASKED_ABOUT.match(lowered, sentence.start):
        return sentence.start
    for at, person in enumerate(persons):
        comma = _TO_PERSON.search(lowered, sentence.start, person.span.start)
        if comma and not (at and comma.start() <= persons[at - 1].span.end):
            return comma.start()
    return sentence.end


_ASKING = ("trả lời", "giải thích", "nói", "khi được hỏi", "được hỏi")
_TO_PERSON = re.compile(r", (?:(?:vào |ngay )?(?:sáng|trưa|chiều|tối|ngày|hôm)(?!\w)[^,;:.]{0,24}, )?$")
# "Cuộc họp sẽ do ông X, Phó Chủ tịch, chủ trì."
_WILL_BY = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?: được)? do [^.;:]{3,150}$")
# "Theo lịch, ông A chủ trì …, nhưng sau đó bà B chủ trì thay": A was to.
_PLANS = ("theo lịch", "theo dự kiến", "theo kế hoạch", "theo chương trình")
_SCHEDULED = (*_PLANS, "theo phân công", "ban đầu", "lẽ ra")
_WAS_PLANNED = (*(f"{plan}," for plan in _PLANS), "lẽ ra", "đáng lẽ")
_REPLACED = re.compile(
    r"(?<!\w)(?:nhưng|tuy nhiên|song|sau đó)(?!\w)[^.;\n]{3,220}?(?<!\w)(?:thay|thay thế)"
    r"(?= ?(?:[.,;\n]|$| (?:ông|bà|cho|vì|do|đồng chí)(?!\w)))"
)


def was_to(lowered: str, verb: Span, sentence: Span) -> bool:
    """Is somebody only scheduled to chair, whom another one then replaced?"""
    if not lowered.startswith(_SCHEDULED, sentence.start):
        return False
    replaced = _REPLACED.search(lowered, verb.end, sentence.end + 260)
    return replaced is not None and "sau đó" not in lowered[sentence.start : verb.start]


# "Đáp lời chủ tọa, ông A …": another one
_TO_CHAIR = ("thay mặt ", "cảm ơn ", "được ", "theo ", "với ", "của ", "lời ")
_COURT = re.compile(r"(?<!\w)(?:thẩm phán|hội đồng xét xử|phiên tòa|phiên xử|phiên xét xử|bị cáo)(?!\w)")
# "Cuốn sách do ông A, Vụ trưởng, giới thiệu": nothing that is reported.
_BY_WHOM = re.compile(
    r"(?<!\w)(?:sách|phim|sản phẩm|mô hình|món|mẫu|người|ứng viên|dự án|giống|công trình|tác phẩm) do [^;:.]{3,150}$"
)
_LEAD_AGENCY = re.compile(
    r",?\s?(?:phối hợp|tham mưu|soạn thảo|xây dựng|thẩm định|nghiên cứu|thực hiện|hướng dẫn|rà soát|biên soạn|"
    r"triển khai|"
    r"cùng (?:với )?(?:các |một số )?(?:bộ|sở|ngành|đơn vị|cơ quan|ubnd|công an|địa phương|phòng|ban|vụ|cục)|"
    r"thanh tra|kiểm tra|theo dõi|xử lý|đề xuất|tổng hợp)(?!\w)"
)

# "Ban chủ trì hội nghị" is a body; "đồng chí X - Trưởng ban chủ trì" a person.
_PRESIDIUM = re.compile(r"(?<!trưởng )(?<!phó )(?<!trưởng tiểu )(?<!chủ nhiệm ủy )(?<!chủ tịch ủy )ban $")
_AWARDED = (
    r"(?<!\w)(?:bằng khen|giấy khen|cờ|kỷ niệm chương|huân chương|huy chương|huy hiệu|danh hiệu|giải|"
    r"quà|phần thưởng|bức tranh|bức ảnh|huy hiệu|cúp|biển tượng trưng|bảng tượng trưng|"
    r"học bổng|hoa|biểu trưng|logo|nhà|suất|giấy chứng nhận|bằng công nhận|thư khen|thưởng|tiền|kinh phí|"
    r"sổ tiết kiệm|quỹ|xe|tivi|"
    r"lá cờ|bảng vàng|kỷ vật|chứng nhận|bằng|áo|sách|máy|loa|bò|lợn|gạo|bàn ghế|bình chữa cháy|tủ sách|bồn|"
    r"cây giống|con giống|bức trướng|lẵng hoa|\d[\d.,]* (?:triệu|nghìn|tỷ) đồng|"
    r"\d[\d.,]* (?:bộ|chiếc|bình|con|thùng|tấn|kg|cuốn|bản))(?!\w)"
)
_AWARD = re.compile(r"[^.;:\n]{0,70}?" + _AWARDED)
_AWARD_BEFORE = re.compile(r"[^.:\n]{0,160}?" + _AWARDED)
_NOT_AWARD = re.compile(
    r"\s(?:các\s|những\s)?(?:quyết định|giấy chứng nhận (?:đăng ký|đầu tư|quyền)|"
    r"chứng nhận đầu tư|đổi|trả|quyền|nhiệm vụ|tay|thầu|con dấu|giấy phép|công hàm|quốc thư|"
    r"bằng lái)(?!\w)"
)

# "giới thiệu các thành viên đoàn", "báo cáo cấp trên": not a report given at a gathering.
_PEOPLE = re.compile(
    r"\s(?:các\s|những\s)?(?:quan chức|thành viên|đại biểu|thành phần|ông|bà|đồng chí|nhân sự|người|ứng cử|khách)(?!\w)"
)
_UPWARDS = re.compile(r"\s(?:với|lên|cấp|lãnh đạo|cơ quan|của|này|trên|đó)(?!\w)")
_NOUN = re.compile(
    r"(?<!\w)(?:các|những|bản|một|làm|gửi|có|qua|trong|tài liệu,|dự thảo|của|nội dung|số|từ|ra|vào|này)\s$"
)
# "thông báo kết luận của bí thư huyện …": whose conclusion it was.
# "ghi nhận ý kiến của bà A", "trong đó có các ý kiến của …": they are told of as given here.
_HEARD = re.compile(
    r"(?<!\w)(?:nghe|ghi nhận|có|với|cùng|là|gồm)\s(?:các\s|những\s|nhiều\s|\d+\s|lượt\s|\w+\slượt\s)*$"
)
# "Trước đó, báo cáo với lãnh đạo bộ, bà A …"
_FRONTED = re.compile(r"(?:trước đó|sau đó|mở đầu|tiếp theo|tiếp đó|(?:cũng )?tại [^,;:.]{2,60}), ")
# "… đã chủ trì cuộc họp về lũ và kết luận phải di dân"
_CHAIRED = re.compile(r"(?<!\w)chủ trì [^;:\"]{3,220} và (?:đã |có )?$")
_SETTLES = re.compile(r" ?(?::|\"|rằng|phải|cần|không|thống nhất|giao|yêu cầu|đồng ý|các|những|một số|ba|hai)")
_THAT_IS = ("đó là ", "đây là ", "đó cũng là ", "đây cũng là ", "trên đây là ")
# "Đó là chỉ đạo của ông A trong thư gửi …" was not said there.
_WHOSE_AT = re.compile(
    r" của [^;:\"]{3,140}? (?:(?:tại|trong) (?:(?:cuộc|buổi|phiên) )?(?:họp|hội nghị|hội thảo|làm việc|phiên|đại hội|"
    r"tọa đàm|diễn đàn|lễ|kỳ họp|giao ban|gặp mặt|kiểm tra|tiếp xúc|đối thoại|chuyến|bài phát biểu|phần|lời)(?!\w)|"
    r"khi (?!trả lời|trao đổi với (?:báo|phóng viên|pv)|gửi|viết|gọi|nhắn))"
)
# "… dự hội nghị, lắng nghe các ý kiến và chỉ đạo ngành trước năm học mới"
_LISTENED = re.compile(
    r"(?:dự|tham dự|đến dự|tới dự)(?:\s[^,;:]{2,80})?,? (?:lắng nghe|nghe|ghi nhận|tiếp thu|theo dõi)"
    r"[^,;:\"]{2,80} và $"
)
_HIS = re.compile(r"(?<!\w)(?:phần|lời|bài|ý kiến|nghe) $")
_CONCLUSION = re.compile(
    r" của [^,;:.\"]{3,90}? (?:tại|trong) (?:hội nghị|cuộc họp|phiên họp|buổi làm việc|buổi họp|hội thảo)(?!\w)"
)
_BARE_CONCLUDE = re.compile(r"\s?,")

# "Đoàn Chủ tịch điều hành Đại hội gồm", "Hai người chủ trì đều là": no body's name, no clause in between.
_BEFORE_NAMES = re.compile(
    rf"(?:\s(?!đã |sẽ |được |bị |để |khi |cho |không |chưa |mời )(?:[^\W\d_{UPPER}]\w*|Đại hội|Hội nghị|Hội thảo|"
    r"Kỳ họp|Lễ|Diễn đàn|Phiên|Tọa đàm|\d+)){0,9}?(?:\s(?:đều |chính )?(?:là|có|gồm|gồm có)(?=[\s:])|:)"
)
_BEFORE_NAMES_AT_SITE = re.compile(r"[^.;:\n\"]{0,80}?(?:\s(?:có|gồm|gồm có)(?=[\s:])|:|,(?=\s))")

BOTH = re.compile(r"(?:dự|tham dự|đến dự|tới dự|chủ trì)(?:\s[^,;:]{2,80})?(?:,|\svà)\s(?:đồng\s)?$")


def is_meant(document: Document, cue: Cue, verb: Span, sentence: Span, gatherings: Sequence[Gathering]) -> bool:
    """Is the cue said of something done here, with the object it needs?"""
    lowered = document.lowered
    begin = max(sentence.start, verb.start - 50)
    not_done = lowered.endswith(_NOT_DONE_ENDS, begin, verb.start) and _NOT_DONE.search(lowered, begin, verb.start)
    if not_done and set_out(document.folded, sentence.start, verb.start) < 0:
        return False
    if cue.phrase == "làm trưởng đoàn" and lowered.startswith(" sẽ ", verb.end):
        return False
    if (
        cue.role in ("chair", "attend")
        and lowered.startswith(_WAS_PLANNED, sentence.start)
        and lowered.find(" nhưng ", sentence.start, verb.start) < 0
    ):
        return False
    if cue.phrase == "chủ tọa" and lowered.endswith(_TO_CHAIR, sentence.start, verb.start):
        return False
    if "chủ tọa" in cue.phrase and _COURT.search(lowered, sentence.start, sentence.end):
        return False
    if cue.phrase == "giới thiệu" and _BY_WHOM.search(lowered, max(sentence.start, verb.start - 160), verb.start):
        return False
    if cue.role == "chair" and _WILL_BY.search(lowered, max(sentence.start, verb.start - 170), verb.start):
        return False
    if cue.role == "chair" and (
        _LEAD_AGENCY.match(lowered, verb.end) or _PRESIDIUM.search(lowered[max(0, verb.start - 18) : verb.start])
    ):
        return False
    if cue.phrase == "phía" and verb.start > sentence.start and not lowered.endswith((", ", "; "), 0, verb.start):
        return False
    if cue.needs == "list":
        before = _BEFORE_NAMES_AT_SITE if cue.phrase.endswith((" cầu", "phía")) else _BEFORE_NAMES
        return bool(before.match(document.folded, verb.end, sentence.end)) or (
            cue.phrase.startswith("đại biểu") and AMONG_WHO_CAME.match(lowered, verb.end, sentence.end) is not None
        )
    if cue.phrase == "giới thiệu" and (document.kind_at(verb.start) == "caption" or _PEOPLE.match(lowered, verb.end)):
        return False
    if cue.phrase == "báo cáo" and _NOUN.search(lowered, max(sentence.start, verb.start - 16), verb.start):
        return False
    if (
        cue.phrase == "báo cáo"
        and verb.start > sentence.start
        and not _FRONTED.fullmatch(lowered, sentence.start, verb.start)
        and (_UPWARDS.match(lowered, verb.end) or document.folded[verb.end + 1 : verb.end + 2].isupper())
    ):
        return False
    if cue.phrase in ("ý kiến", "câu hỏi"):
        heard = verb.start - sentence.start < 6 or _HEARD.search(
            lowered, max(sentence.start, verb.start - 200), verb.start
        )
        return bool(heard) and lowered.startswith(" của ", verb.end)
    if (
        cue.phrase in ("trao", "trao tặng")
        and (lowered.startswith(" cho ", verb.end) or lowered[verb.end : verb.end + 1] in ("", ".", ";", "\n"))
        and _AWARD_BEFORE.match(lowered, sentence.start, verb.start)
    ):
        return True
    if cue.needs == "award" or cue.role == "award":
        reach = 48 if cue.role == "receive" else 120
        inside = _AWARD.search(cue.phrase) or _AWARD.match(lowered, verb.end, min(sentence.end, verb.end + reach))
        return bool(inside) and not _NOT_AWARD.match(lowered, verb.end)
    if cue.needs == "gathering" and lowered.startswith(" bởi ", verb.end):
        return True
    if cue.needs == "gathering" and cue.role == "chair" and _held_by(lowered, verb, sentence, gatherings):
        return True
    said = max(0, verb.start - 12)
    if cue.needs == "gathering" and lowered.startswith(" của ", verb.end) and _HIS.search(lowered, said, verb.start):
        return True
    if cue.needs == "gathering" and lowered.startswith("sự ", verb.start - 3):
        return False
    if cue.phrase == "kết luận" and _CHAIRED.search(lowered, sentence.start, verb.start):
        return _SETTLES.match(lowered, verb.end) is not None or _object(document, verb, gatherings) is not None
    if cue.phrase == "chỉ đạo" and lowered.endswith(_THAT_IS, sentence.start, verb.start):
        return _WHOSE_AT.match(lowered, verb.end, sentence.end) is not None
    if cue.phrase == "chỉ đạo" and _LISTENED.search(lowered, sentence.start, verb.start):
        return True
    if cue.needs == "gathering" and not (cue.role == "direct" and BOTH.search(lowered, sentence.start, verb.start)):
        if cue.phrase == "kết luận" and _CONCLUSION.match(lowered, verb.end, sentence.end):
            return True
        if (
            cue.phrase in ("kết luận", "bế mạc", "khai mạc", "gút lại", "chốt lại", "kết lại", "kết luận lại")
            and verb.start == sentence.start
            and _BARE_CONCLUDE.match(lowered, verb.end)
        ):
            return True
        return _object(document, verb, gatherings) is not None
    return True


def hands_award(lowered: str, verb: Span, sentence: Span) -> bool:
    """Does an award by its name follow the verb right away ("trao Bằng khen", not "tặng hoa chúc mừng")?"""
    found = _awards().search(lowered, verb.start, min(sentence.end, verb.end + 30))
    return found is not None and not _ENDS_OBJECT.search(lowered, verb.end, max(verb.end, found.start()))


@cache
def _awards() -> "re.Pattern[str]":
    objects = [words for words, role in role_objects().items() if role == "award"]
    return words_pattern([*objects, *(key(form) for concept in scheme("award-type") for form in concept.forms)])


_ENDS_OBJECT = re.compile(r"[,.;:]|(?<!\w)(?:cho|và|rồi)(?!\w)")


def bare_act(clause: Clause, cue: Cue, verb: Span) -> bool:
    """“Bộ trưởng X khai mạc.”, "ông X khai mạc bằng …": a person's own verb, its gathering left out."""
    if cue.phrase not in ("khai mạc", "bế mạc") or not _WITHOUT_GATHERING.match(clause.lowered, verb.end):
        return False
    last = clause.before(verb.start)
    if last is None or _NOT_DONE.search(clause.lowered, last.span.end, verb.start):
        return False
    return bool(
        before_verb().match(clause.lowered, last.span.end, verb.start) or apposed(clause.lowered, last.span, verb.start)
    )


_WITHOUT_GATHERING = re.compile(r"$|[.;,:]|\s(?:bằng|và|ngắn|với|cũng|rồi|xong|lúc)(?!\w)")


def _held_by(lowered: str, verb: Span, sentence: Span, gatherings: Sequence[Gathering]) -> bool:
    """“Hội nghị do ông X điều hành”, "Hội nghị diễn ra dưới sự điều hành của ông X": the gathering before."""
    at = bisect_right(gatherings, verb.start, key=lambda g: g.span.start) - 1
    if at < 0 or gatherings[at].span.start < sentence.start:
        return False
    between = lowered[gatherings[at].name.end : verb.start]
    return between.startswith((" do ", " được ")) or bool(_UNDER.fullmatch(between))


# Running a company is not chairing a gathering.
_UNDER = re.compile(r"[^;:.]{0,90}?(?: do |(?<!\w)dưới sự )(?:chủ trì và |chủ trì, )?")


def in_name(verb: Span, gatherings: Sequence[Gathering]) -> bool:
    """Is the cue part of a gathering's name ("hội nghị công bố kết quả")?"""
    at = bisect_right(gatherings, verb.start, key=lambda g: g.span.start) - 1
    return at >= 0 and verb.start < gatherings[at].name.end


def _object(document: Document, verb: Span, gatherings: Sequence[Gathering]) -> Gathering | None:
    """The gathering named right after the verb."""
    at = bisect_left(gatherings, verb.end, key=lambda g: g.span.start)
    if at == len(gatherings) or gatherings[at].span.start - verb.end > 30:
        return None
    between = document.lowered[verb.end : gatherings[at].span.start]
    return (
        gatherings[at]
        if re.fullmatch(r"\s(?:tại\s|thành công\s|cuộc\s|buổi\s|và\s|chương trình\s|nội dung\s|phiên\s)*", between)
        else None
    )
