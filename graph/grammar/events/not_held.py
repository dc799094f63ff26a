"""Gatherings that the words deny, doubt or invent, and those that are no public matter.

"Tin đồn sở họp báo … là sai sự thật", "không có chuyện sáng 9/4, sở đã họp", "một cuộc họp báo tưởng tượng",
"bữa tiệc cưới cho con", "tòa án tổ chức phiên tranh luận".
"""

import re

from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.text.document import Document
from graph.grammar.text.scan import Finder
from graph.mention import Span

# What makes a thing told untrue. Before it, or after it at the end of the sentence.
_UNTRUE = Finder(
    ("tin đồn", "đồn đoán", "đồn thổi", "tin giả", "sai sự thật", "bịa", "bịa chuyện", "bịa đặt", "không có chuyện")
    + ("không hề có chuyện", "làm gì có chuyện", "không có việc", "không có thật", "không đúng sự thật")
    + ("phủ nhận việc", "bác bỏ việc", "phủ nhận chuyện", "bác bỏ chuyện")
)
# "Thông tin sở họp báo chiều 5/6 là sai sự thật": what is said of the thing that opens the sentence
_SAID_OF = re.compile(r'"?(?:(?:những|các|một số) )?(?:thông tin|tin|chuyện|việc|bài viết|tin nhắn) (?!từ |tại )')
# "…, tại họp báo": a clause of its own after the words that deny; a day opens the one that is denied.
_DAY = re.compile(r" (?:rằng |là )?(?:(?:vào |hồi )?(?:sáng|trưa|chiều|tối|đêm|ngày|hôm) [^,;:.\"]{1,24},)?")
_THAT = (" rằng ", " là ")
# "Sở họp báo chiều 5/6 là tin đồn"
_IS = re.compile(
    r"(?: (?:vào )?(?:sáng|trưa|chiều|tối|ngày|hôm) [^,;:.\"]{1,16}?)? (?:chỉ |hoàn toàn )?là "
    r"(?:hoàn toàn |chuyện |thông tin |điều )?"
)
_SAYS = re.compile(r"(?<!\w)(?:nói|cho biết|khẳng định|bác bỏ|phủ nhận|bác|trả lời|về|tại|trong|ở|để|sau)(?!\w)")
# "Theo báo cáo sai sự thật của báo X, …"
_AS_TOLD = re.compile(r'theo [^,;:."]{0,60}$')


def untrue(document: Document, gathering: Gathering, sentence: Span) -> bool:
    """Do the words call what they tell of a gathering a rumour, a lie or an untruth?"""
    start, lowered = gathering.span.start, document.lowered
    for at, phrase in _UNTRUE.hits(document):
        if at >= sentence.end:
            break
        if at < sentence.start:
            continue
        if at > start:
            if _IS.fullmatch(lowered, gathering.name.end, at):
                return True
            if _SAID_OF.match(lowered, sentence.start) and not _SAYS.search(lowered, sentence.start, start):
                return True
            continue
        if _AS_TOLD.match(lowered[sentence.start : at]):
            return True
        end = at + len(phrase)
        denies = phrase.endswith((" chuyện", " việc")) or lowered.startswith(_THAT, end)
        day = _DAY.match(lowered, end) if denies else None
        between = lowered[day.end() if day else end : start]
        if "," not in between and '"' not in between and not _SAYS.search(between):
            return True
    return False


# Right after the noun, at most a place or a word apart: "hội thảo về nhân vật hư cấu" is a real one.
_INVENTED = re.compile(
    r"(?: chung| báo| kín| lớn| (?:ở|tại) \w+(?: \w+)?)? (?:tưởng tượng|hư cấu|giả tưởng|không có thật|"
    r"trong (?:truyện|phim|bộ phim|tiểu thuyết|cuốn tiểu thuyết|vở kịch|trò chơi|giấc mơ|mơ|trí tưởng tượng)(?!\w))"
)


def invented(document: Document, gathering: Gathering) -> bool:
    """“tại một cuộc họp báo tưởng tượng trong truyện”: one of a story."""
    return _INVENTED.match(document.lowered, gathering.span.end) is not None


_PARTIES = frozenset({"buổi tiệc", "bữa tiệc", "dạ tiệc"})
_OF_FAMILY = re.compile(
    r"(?<!\w)(?:cưới|sinh nhật|giỗ|thôi nôi|đầy tháng|mừng thọ|tân gia|đính hôn|ăn hỏi|chia tay|nhậu|liên hoan|"
    r"ma túy|ma tuý|thác loạn|của bạn|bạn bè|gia đình)(?!\w)"
)
# "phiên tranh luận vụ giết người", held by a court: part of a trial
_OF_TRIAL = frozenset({"phiên tranh luận", "phiên điều trần", "phiên thảo luận", "phiên làm việc"})
_COURT = re.compile(r"(?<!\w)(?:(?:tòa|toà)(?! nhà| soạn| thánh)|tand|hội đồng xét xử|hđxx|bị cáo)(?!\w)")
_CASE = re.compile(r"[^,;.]{0,20}(?<!\w)(?:vụ (?:án|giết|cướp|lừa|hiếp|kiện|mua bán|tham ô)|bị cáo|bị hại)(?!\w)")


def private_or_trial(document: Document, gathering: Gathering, sentence: Span) -> bool:
    """Is it a party of a family or of friends, or the part of a trial?"""
    noun, end = gathering.noun, gathering.span.end
    if noun in _PARTIES:
        return _OF_FAMILY.search(document.lowered, end, max(end, gathering.name.end)) is not None
    if noun not in _OF_TRIAL:
        return False
    courts = _COURT.search(document.lowered, sentence.start, gathering.span.start)
    return courts is not None or _CASE.match(document.lowered, end) is not None


# Before who is said to meet: asked for, told by others, asked about, on an agenda. In the case of the text: "Nghi
# Sơn", "bà Mơ", "ông Hứa", "Sở Du lịch" hold such words.
_DOUBTED = re.compile(
    r"(?<!\w)(?:(?<!hông )tin|đồn|bịa|bịa đặt|chuyện|đòi|nêu|vì sao|tại sao|liệu|phải chăng|có phải|(?<![Dd]u )lịch|"
    r"cáo buộc|tố cáo|tố|buộc tội|nghi|nghi ngờ|nói|kể|viết|hỏi|muốn|mong|chờ|đợi|hứa|"
    r"(?<!àng )(?<!hòng )không|chưa|đừng|giả sử|giả|giục|thúc|thúc giục|kêu gọi|phủ nhận|bác bỏ|tưởng|mơ|"
    r"đề nghị|yêu cầu|kiến nghị|đề xuất|mời|thông báo|tưởng tượng)(?!\w)"
)
_OPENS = re.compile(
    r"(?:giá mà|giá như|ước gì|(?:ở |trong )(?:bộ |cuốn )?(?:phim|truyện|tiểu thuyết|giấc mơ)|"
    r"tin(?! học)|chuyện|vì sao|tại sao|liệu|phải chăng|có phải|lịch(?! sử)|thời khóa|cáo trạng|nghe|giả sử|"
    r"thông báo|đề nghị|yêu cầu|kiến nghị|không|chưa|đừng|mong|hỏi|muốn)(?!\w)"
)


def doubted(document: Document, start: int, sentence: Span) -> bool:
    """Do the words before `start` ask, ask for, announce or report what follows, or is the sentence a question?"""
    if document.lowered[sentence.start : sentence.end].rstrip(' "').endswith("?"):
        return True
    opens = _OPENS.match(document.lowered, sentence.start, start)
    return opens is not None or _DOUBTED.search(document.folded, sentence.start, start) is not None


# After its verb: "chiều mai, ngày 28/11", "ngày 28/11 tới", "…, rồi hoãn đến sáng 28/11"
NOT_YET = re.compile(
    r"(?<!\w)(?:(?:sáng|trưa|chiều|tối|ngày|hôm) (?:ngày )?mai|(?:sáng|trưa|chiều|tối|ngày) [\d/.-]+ (?:sắp )?tới|"
    r"bất thành|(?:rồi|nhưng|bị|đã|phải|đành|sau đó|lại) (?:lại |phải |bị |đã )*(?:hoãn|hủy|huỷ|dời|lùi|thôi))(?!\w)"
)
_FAILED = re.compile(
    r"[^.;:\"]{0,90}?,? (?:nhưng|mà|song) (?:(?:không|chẳng|chưa) (?:có )?(?:một )?(?:ai|người nào) (?:đến|tới|dự|"
    r"tham dự|có mặt)|(?:không|chẳng|chưa) đủ (?:người|đại biểu|thành phần|thành viên))(?!\w)|"
    r"[^,.;:\"]{0,24},? (?:nhưng|mà|song) (?:bất thành|không thành|không diễn ra|bị hoãn|bị hủy|bị huỷ)(?!\w)"
)


def failed(document: Document, gathering: Gathering) -> bool:
    """“…, xã vừa tổ chức họp nhưng không ai đến”: was it called and came to nothing?"""
    return _FAILED.match(document.lowered, gathering.span.end) is not None


# Between a verb of saying and what is told as done
DENIED = re.compile(
    r"(?<!\w)(?:(?<!hàng )(?<!phòng )không|chưa|chẳng|chả|đừng|nếu|liệu|làm gì có|bịa|tin đồn|sai sự thật)(?!\w)"
)
