"""Places inside names of bodies: level words ("tỉnh", "TP.", "xã"), provinces, countries, cities abroad.

Only the names of provinces (before and after 1 July 2025), of the countries that such news speaks of and of their
great cities and states are listed; districts and communes are told by the level word before them.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.grammar.text.cues import key, words_pattern
from graph.grammar.text.openings import Openings

PROVINCES = tuple(
    """An Giang|Bà Rịa - Vũng Tàu|Bà Rịa-Vũng Tàu|Bà Rịa Vũng Tàu|Bắc Giang|Bắc Kạn|Bắc Cạn|Bạc Liêu|Bắc Ninh|Bến Tre
    |Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Đắk Lắk|Đắc Lắc|Đăk Lăk|Đắk Nông|Đắc Nông|Đăk Nông
    |Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh|Hà Tây|Hải Dương|Hậu Giang|Hòa Bình|Hưng Yên
    |Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận
    |Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình
    |Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Thừa Thiên - Huế|Thừa Thiên-Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long
    |Vĩnh Phúc|Yên Bái""".replace("\n    ", "").split("|")
)
CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "HCM", "Hồ Chí Minh", "Huế", "Sài Gòn")
COUNTRIES = tuple(
    """Việt Nam|Mỹ|Hoa Kỳ|Trung Quốc|Nga|Liên bang Nga|Nhật Bản|Nhật|Hàn Quốc|Triều Tiên|Lào|Campuchia|Thái Lan
    |Singapore|Malaysia|Indonesia|Philippines|Myanmar|Brunei|Timor Leste|Ấn Độ|Pakistan|Bangladesh|Sri Lanka
    |Nepal|Mông Cổ|Australia|Úc|New Zealand|Anh|Vương quốc Anh|Pháp|Đức|CHLB Đức|Italy|Italia|Ý|Tây Ban Nha
    |Bồ Đào Nha|Hà Lan|Bỉ|Thụy Sĩ|Thụy Điển|Na Uy|Phần Lan|Đan Mạch|Áo|Ba Lan|Séc|Slovakia|Hungary|Romania
    |Bulgaria|Hy Lạp|Ukraine|Belarus|Kazakhstan|Thổ Nhĩ Kỳ|Iran|Iraq|Israel|Ả Rập Xê Út|Saudi Arabia|Ai Cập
    |Nam Phi|Algeria|Angola|Mozambique|Nigeria|Cuba|Mexico|Brazil|Argentina|Chile|Peru|Venezuela|Canada|EU|ASEAN
    |Liên Hợp Quốc|Đài Loan|Hong Kong|Macau|Palestine|Syria|Qatar|UAE|Ireland|Fiji|Lebanon|Jordan|Vanuatu
    |Papua New Guinea|Kuwait|Morocco|Tunisia|Sudan|Kenya|Tanzania|Ethiopia|Zimbabwe|Ghana|Senegal|Congo|Colombia
    |Ecuador|Bolivia|Uruguay|Paraguay|Panama|Haiti|Iceland|Latvia|Lithuania|Estonia|Serbia|Croatia|Slovenia
    |Armenia|Azerbaijan|Georgia|Uzbekistan|Turkmenistan|Kyrgyzstan|Afghanistan|Yemen|Oman|Bahrain|Libya|Maldives
    |Bhutan|Solomon|Tonga|Samoa|Luxembourg|Malta|Cyprus|Moldova|Costa Rica|Guatemala|Honduras|Nicaragua|Jamaica
    |Rwanda|Uganda|Zambia|Namibia|Cameroon|Ma Rốc|Vatican|Crimea|Cộng hòa Séc|CHDCND Lào|CHDCND Triều Tiên
    |Bắc Triều Tiên|Ukraina|Timor-Leste|Đông Timor|Hồng Kông|Ma Cao|Quần đảo Marshall|Marshall|Palau|Kiribati|Tuvalu
    |Nauru|Micronesia|Somalia|Gabon|Togo|Benin|Burkina Faso|Bờ Biển Ngà|Guinea|Madagascar|Mauritius|Seychelles|Botswana
    |Malawi|Burundi|Eritrea|Djibouti|Nam Sudan|Trung Phi|Cộng hòa Trung Phi|Liberia|Sierra Leone|Gambia|Mauritania
    |Lesotho|Bosnia|Albania|Montenegro|Bắc Macedonia|Macedonia|Kosovo|Monaco|Cộng hòa Dominica|El Salvador|Belize
    |Bahamas|Barbados|Guyana|Suriname|Tajikistan|Ả Rập Saudi|Ả-rập Saudi|Arab Saudi|Ả rập Xê út|Catalonia|Scotland
    |Chechnya|Khu tự trị Kurdistan""".replace("\n    ", "").split("|")
)
# The same written by their sounds, with hyphens or with hyphens between spaces.
_SPELLED = """Ô-xtrây-li-a|In-đô-nê-xi-a|Ma-lai-xi-a|Phi-líp-pin|Xin-ga-po|Mi-an-ma|Cam-pu-chia|Bru-nây|Niu Di-lân
    |Pa-ki-xtan|Băng-la-đét|I-ran|I-rắc|I-xra-en|Xy-ri|An-giê-ri|Ăng-gô-la|Mô-dăm-bích|Ni-giê-ri-a|Cu-ba|Mê-hi-cô
    |Bra-xin|Ác-hen-ti-na|Chi-lê|Pê-ru|Vê-nê-xu-ê-la|Ca-na-đa|U-crai-na|Bê-la-rút|Ca-dắc-xtan|Ru-ma-ni|Bun-ga-ri
    |Hung-ga-ri|Xlô-va-ki-a|Lúc-xăm-bua|I-ta-li-a|Ti-mo Lét-xtê|Xri Lan-ca|Nê-pan|Pa-pua Niu Ghi-nê|Phi-gi
    |Va-nu-a-tu|Xô-lô-môn|Ca-ta|Cô-oét|Ả-rập Xê-út|Li-băng|Gioóc-đa-ni|Pa-le-xtin|Tan-da-ni-a|Ê-ti-ô-pi-a|Kê-ni-a
    |Ma-rốc|Tuy-ni-di|Xu-đăng|Cô-lôm-bi-a|Ê-cu-a-đo|Bô-li-vi-a|U-ru-goay|Pa-na-ma|Ni-ca-ra-goa|Hai-i-ti|Ai-len
    |Ai-xơ-len|Lát-vi-a|Lít-va|E-xtô-ni-a|Xéc-bi|Crô-a-ti-a|A-déc-bai-gian|Ác-mê-ni-a|Gru-di-a|U-dơ-bê-ki-xtan
    |Mông-cổ|Man-đi-vơ|Ga-na|Xê-nê-gan|Ca-mơ-run|Công-gô|Ma-đa-ga-xca|Dim-ba-bu-ê|Dăm-bi-a|Na-mi-bi-a
    |Tuốc-mê-ni-xtan|Kiếc-ghi-di-xtan|Tát-gi-ki-xtan""".replace("\n    ", "").split("|")
OCEANS = ("Thái Bình Dương", "Ấn Độ Dương", "Đại Tây Dương")
REGIONS = (
    "Đông Á",
    "Đông Nam Á",
    "Nam Á",
    "Trung Á",
    "Trung Đông",
    "Đông Âu",
    "Tây Âu",
    "Bắc Âu",
    "Mỹ Latinh",
    *OCEANS,
)
COUNTRIES += (*REGIONS, "LHQ", "Czech", "Cộng hòa Czech", "Cộng hoà Séc")
COUNTRIES += tuple(_SPELLED) + tuple(name.replace("-", " - ") for name in _SPELLED)
# Cities and states abroad that have mayors, governors and police chiefs in such news.
_ABROAD = tuple(
    """London|Paris|Berlin|Munich|Frankfurt|Hamburg|Rome|Milan|Madrid|Barcelona|Lisbon|Vienna|Brussels|Amsterdam|Geneva
    |Zurich|Moscow|Matxcơva|Moskva|Saint Petersburg|St Petersburg|Kiev|Kyiv|Warsaw|Praha|Budapest|Stockholm|Oslo
    |Copenhagen|Helsinki|Athens|Istanbul|Ankara|Cairo|Tehran|Baghdad|Jerusalem|Tel Aviv|Dubai|Doha|Riyadh|New Delhi
    |Mumbai|Tokyo|Osaka|Kyoto|Fukuoka|Hokkaido|Okinawa|Nagasaki|Hiroshima|Seoul|Busan|Incheon|Bình Nhưỡng|Bắc Kinh
    |Thượng Hải|Quảng Châu|Thẩm Quyến|Vũ Hán|Đài Bắc|Bangkok|Chiang Mai|Chiang Rai|Phnom Penh|Vientiane|Viêng Chăn
    |Luang Prabang|Yangon|Naypyidaw|Kuala Lumpur|Penang|Jakarta|Bali|Manila|Davao|Sydney|Melbourne|Canberra|Perth
    |Queensland|New South Wales|Victoria|Auckland|Wellington|Ottawa|Toronto|Vancouver|Montreal|Quebec|Ontario|New York
    |Washington D.C|Washington|Los Angeles|Chicago|Houston|San Francisco|Boston|Philadelphia|Seattle|Miami|Dallas
    |Las Vegas|New Orleans|New Jersey|California|Texas|Florida|Ohio|Pennsylvania|Illinois|Michigan|Arizona|Nevada
    |Oregon|Alaska|Hawaii|Colorado|Massachusetts|Minnesota|Wisconsin|Louisiana|Kentucky|Tennessee|Alabama|Mississippi
    |Oklahoma|Utah|Maryland|Indiana|North Carolina|South Carolina|Mexico City|Havana|Buenos Aires|Rio de Janeiro
    |Sao Paulo|Brasilia|Caracas|Bogota|Lima|Santiago""".replace("\n    ", "").split("|")
)
# Regions in the names of branches ("VCCI chi nhánh Đồng bằng sông Cửu Long").
_PLAINS = ("Đồng bằng sông Cửu Long", "Đồng bằng sông Hồng")
# Level words and their rank: 1 province or central city, 2 district, 3 commune, 4 village. "thành phố" may be 1 or 2.
_LEVELS = {
    "tỉnh": 1, "thành phố": 1, "tp": 1, "tp.": 1, "t.p": 1,
    "huyện": 2, "quận": 2, "thị xã": 2, "tx": 2, "tx.": 2, "q.": 2, "đặc khu": 3,
    "xã": 3, "phường": 3, "thị trấn": 3, "p.": 3,
    "thôn": 4, "bản": 4, "ấp": 4, "xóm": 4, "buôn": 4, "làng": 4, "khóm": 4, "khu phố": 4, "tổ dân phố": 4,
}  # fmt: skip


@dataclass(slots=True)
class Level:
    """A level word at a place in the text: how it reads in full, its rank, and where it ends."""

    word: str
    rank: int
    end: int


@cache
def level_pattern() -> re.Pattern[str]:
    """The pattern of level words in the lowered text; "TPHCM" counts as "TP" before "HCM"."""
    dotted = r"tp\.|tp(?=hcm)|tx\.|t\.p\.?|q\.(?= ?\w)|p\.(?= ?\w)"
    words = words_pattern(w for w in _LEVELS if not w.endswith(".")).pattern
    return re.compile(rf"(?<!\w)(?:{dotted})|{words}")


@cache
def _level_words() -> Openings:
    return Openings(_LEVELS)


def level_at(lowered: str, at: int) -> Level | None:
    """Read a level word at `at`; "TP." and "TX." are read as the full word."""
    if not (_level_words().may(lowered, at) or lowered[at : at + 5] == "tphcm"):
        return None
    match = level_pattern().match(lowered, at)
    if not match or match[0] == "làng" and lowered.startswith(" nghề", match.end()):
        return None
    word = match[0]
    full = {"tp": "thành phố", "tx": "thị xã", "q": "quận", "p": "phường", "t.p": "thành phố"}.get(
        word.rstrip("."), word
    )
    return Level(full, _LEVELS.get(full, 1), match.end())


@cache
def _named() -> re.Pattern[str]:
    return words_pattern(key(p) for p in (*PROVINCES, *CITIES, *COUNTRIES, *_ABROAD, *_PLAINS))


@cache
def _named_words() -> Openings:
    return Openings(key(p) for p in (*PROVINCES, *CITIES, *COUNTRIES, *_ABROAD, *_PLAINS))


@cache
def provinces() -> frozenset[str]:
    """The names of provinces and central cities, folded and in lower case."""
    return frozenset(key(p) for p in (*PROVINCES, *CITIES))


@cache
def cities() -> frozenset[str]:
    """The names of the cities that are governed like provinces, folded and in lower case."""
    return frozenset(key(p) for p in CITIES) - {"huế"}


@cache
def countries() -> frozenset[str]:
    """The names of countries, folded and in lower case, Việt Nam left out."""
    return frozenset(key(p) for p in COUNTRIES) - {"việt nam"}


def place_at(folded: str, lowered: str, at: int) -> int | None:
    """Return where a listed province, city or country that begins at `at` ends, or None.

    The name must be written with a capital; "TPHCM" is read from "HCM" on.
    """
    if not folded[at : at + 1].isupper() or not _named_words().may(lowered, at):
        return None
    match = _named().match(lowered, at) or (_HCM.match(lowered, at) if lowered.startswith("hcm", at) else None)
    return match.end() if match and not _COMMON.match(lowered, at) else None


# Nouns that begin like a country ("Hội Mỹ thuật").
_COMMON = re.compile(
    r"(?:mỹ (?:thuật|phẩm|nghệ|quan)|pháp (?:luật|chế|lý|y)|anh (?:hùng|em|chị|ninh)|ý (?:kiến|thức|chí)|đức (?:tin|độ)"
    r"|nhật (?:báo|ký)|áo dài)(?!\w)"
)
_HCM = re.compile(r"hcm(?!\w)")
