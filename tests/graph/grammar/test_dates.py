"""Days: how they are written, which numbers are none, and from where their year comes."""

import pytest

from graph.grammar.text.dates import find_dates, iso, parse_date, resolve

WRITTEN = [
    ("sáng 26-6 tại hà nội", ["--06-26"]),
    ("ngày 17 - 9, tại huyện", ["--09-17"]),
    ("trong hai ngày 12 và 13-9, ban", ["--09-12"]),
    ("ngày 12-13/9/2018", ["2018-09-12"]),
    ("ngày 29 và 1-12", ["--12-01"]),
    ("ngày 9 tháng 7 năm 2010", ["2010-07-09"]),
    ("thứ ba, 17 tháng 9 2013 08:15", ["2013-09-17"]),
    ("25/11/2021 09:40", ["2021-11-25"]),
    ("tối 3.2.2019, tại", ["2019-02-03"]),
    ("diễn ra từ 29/3 đến 31/3", ["--03-29", "--03-31"]),
    ("tháng 6/1997", ["1997-06"]),
    ("từ 15-20 người dự", []),
    ("11/11 huyện có tổ công tác", []),
    ("nghị định 86/2018/nđ-cp", []),
    ("luật số 73/2021/qh14", []),
    ("tăng 3,5% so với 12/7", []),
    ("chỉ thị 05-ct/tw ngày 15/5/2016", ["2016-05-15"]),
    ("ngày 31/2/2011", []),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_days_are_found_and_fractions_are_not(text: str, expected: list[str]) -> None:
    assert [iso(d.year, d.month, d.day) for d in find_dates(text)] == expected


def test_relative_days_count_from_the_report() -> None:
    today, yesterday, same = find_dates("chiều nay họp; hôm qua làm việc; sáng cùng ngày")
    assert resolve(today, "2020-03-01", "") == "2020-03-01"
    assert resolve(yesterday, "2020-03-01", "") == "2020-02-29"
    assert resolve(same, "2020-03-01", "", last="2020-02-28") == "2020-02-28"
    assert resolve(today, None, "") is None
    assert resolve(today, "--08-15", "") == "--08-15"


YEARS = [
    ("ngày 23/11 họp", "2022-11-24", "2022-11-23"),
    ("ngày 28/12 họp", "2023-01-04", "2022-12-28"),
    ("ngày 4/7 họp. 6 tháng đầu năm 2019, thu ngân sách tăng", None, "2019-07-04"),
    ("ngày 19/10 họp. kết quả công tác quý iii/2018 cho thấy", None, "2018-10-19"),
    ("ngày 7-1 họp triển khai nhiệm vụ năm 2019", None, "2019-01-07"),
    ("ngày 26-12 tổng kết công tác năm 2017", None, "2017-12-26"),
    ("ngày 26-6 họp. nhiệm kỳ 2015-2020 đạt nhiều kết quả", None, "--06-26"),
    ("ngày 29/8 dự lễ 50 năm (1969-2019). ngày 29/8/1975 khánh thành", None, "--08-29"),
    ("ngày 14/2 họp tổng kết công tác phục vụ tết ất tỵ năm 2025", None, "2025-02-14"),
    ("ngày 6/2 họp tổng kết đợt cao điểm kiểm tra chợ năm 2024", None, "--02-06"),
    ("ngày 12/1 họp tổng kết công tác dân số năm 2023", None, "2024-01-12"),
    ("ngày 15/10 họp triển khai nhiệm vụ ba tháng cuối năm 2023", None, "--10-15"),
    ("ngày 15/10 họp triển khai kế hoạch diễn tập phòng cháy năm 2023", None, "--10-15"),
    ("ngày 15/12 họp triển khai nhiệm vụ năm 2023", None, "2022-12-15"),
    ("ngày 9/1 làm việc. trước đó, khi triển khai nhiệm vụ năm 2023, ông hứa", None, "--01-09"),
    ("ngày 9/11 làm việc. thu ngân sách tăng so với kết quả năm 2023", None, "--11-09"),
    ("ngày 1/6 sơ kết. chỉ thị số 09, ngày 1/6/2023 nêu rõ", None, "--06-01"),
    ("ngày 26-6 họp. năm 2009 và năm 2014 cũng thế", None, "--06-26"),
]


@pytest.mark.parametrize(("text", "published", "expected"), YEARS)
def test_the_year_comes_from_the_report_or_stays_unknown(text: str, published: str | None, expected: str) -> None:
    assert resolve(find_dates(text)[0], published, text) == expected


def test_one_day_is_parsed() -> None:
    assert parse_date("1/12/2011") == "2011-12-01"
    assert parse_date("ngày 9 tháng 7") == "--07-09"
    assert parse_date("không có ngày") is None
