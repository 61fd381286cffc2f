"""When the software may speak, and how loudly: yes, no and unknown; hand-overs; old facts; T002, T004, T007; seeds.

Every row is written from the law (design: judging.md §1-§4, §7; failures.md §6), not from the code.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from unicodedata import normalize

import pytest

from leadercheck import Checker, Roster
from leadercheck.text import strip_marks

AN, BINH, CHI = "Nguyễn An Bình", "Trần Thế Bình", "Lê Thị Chi"

# --- §1: yes, no, unknown ---------------------------------------------------------------------------------------

HELD = [
    # Yes: a tenure covers the day, half-open.
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-06-01", "2020-01-01", "yes tenure-covers-day", id="first day"
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-06-01", "2024-05-31", "yes tenure-covers-day", id="last day"
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-06-01", "2019-12-31", "unknown nothing-known", id="day before"
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-06-01",
        "2024-06-01",
        "unknown nothing-known",
        id="day of the end",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2022-01-01\n{AN} | chu-tich | 2023-01-01..2024-01-01",
        "2023-06-01",
        "yes tenure-covers-day",
        id="second spell",
    ),
    # An open tenure counts up to the day of its last confirmation, whatever its status.
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01.. | confirmed=2026-05-01",
        "2026-05-01",
        "yes tenure-covers-day",
        id="open, confirmed that day",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01.. | confirmed=2026-05-01",
        "2026-05-02",
        "unknown after-last-confirmed",
        id="open, a day later",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01.. | unknown confirmed=2025-05-01",
        "2025-05-01",
        "yes tenure-covers-day",
        id="unknown end, confirmed that day",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01.. | unknown confirmed=2025-05-01",
        "2026-05-01",
        "unknown after-last-confirmed",
        id="unknown end, a year later",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01.. | confirmed=2025-10",
        "2025-10-01",
        "yes tenure-covers-day",
        id="confirmed in a month, its first day",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01.. | confirmed=2025-10",
        "2025-11-01",
        "unknown after-last-confirmed",
        id="confirmed in a month, the next month",
    ),
    pytest.param(
        f"{AN} | chu-tich | .. | confirmed=2025-10-10",
        "2025-10-10",
        "yes tenure-covers-day",
        id="start unknown, confirmed that day",
    ),
    pytest.param(
        f"{AN} | chu-tich | .. | confirmed=2025-10-10",
        "2025-10-09",
        "unknown coarse-date",
        id="start unknown, a day before the first attestation",
    ),
    # No (a): one holder, and another's tenure, exact to the day, covers it.
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..\n{BINH} | chu-tich | 2020-01-01..2024-06-01",
        "2022-05-05",
        "no held-by-another",
        id="another holds the office",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..\n{BINH} | chu-tich | 2020-01-01..2024-06-01",
        "2024-06-01",
        "unknown nothing-known",
        id="another held it until that day",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..\n{BINH} | chu-tich | 2020..2024-06-01",
        "2022-05-05",
        "unknown nothing-known",
        id="another holds it since a coarse date",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..\n{BINH} | chu-tich | 2020-01-01..2024-06",
        "2022-05-05",
        "unknown nothing-known",
        id="another holds it until a coarse date",
    ),
    pytest.param(
        f"{AN} | pho-chu-tich | 2020-01-01..\n{BINH} | uy-vien | 2020-01-01..2024-06-01",
        "2022-05-05",
        "unknown nothing-known",
        id="another holds an office unlike it",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..\n{BINH} | chu-tich | 2020-01-01.. | confirmed=2026-05-01",
        "2026-05-01",
        "no held-by-another",
        id="another holds it, confirmed that day",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..\n{BINH} | chu-tich | 2020-01-01.. | confirmed=2026-05-01",
        "2026-05-02",
        "unknown after-last-confirmed",
        id="another holds it, a day after the confirmation",
    ),
    # No (c): the own tenure ended, and why or who followed is on record.
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2022-01-01\n{BINH} | chu-tich | 2022-03-01..2024-01-01",
        "2022-02-01",
        "no own-tenure-ended",
        id="ended, a successor came later",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2022-01-01\n{AN} | uy-vien | 2022-01-05..2024-01-01",
        "2022-02-01",
        "no own-tenure-ended",
        id="ended, the next office is on record",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2022-01-01\n{AN} | uy-vien | 2023-01-05..2024-01-01",
        "2022-02-01",
        "unknown nothing-known",
        id="ended, an office a year later explains nothing",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2022\n{AN} | uy-vien | 2022-01-05..2024-01-01",
        "2022-05-05",
        "unknown coarse-date",
        id="inside a coarse end",
    ),
    # Dates keep their precision.
    pytest.param(
        f"{AN} | chu-tich | 2020-04..2024", "2020-03-31", "unknown nothing-known", id="before a month"
    ),
    pytest.param(f"{AN} | chu-tich | 2020-04..2024", "2020-04-15", "unknown coarse-date", id="in a month"),
    pytest.param(f"{AN} | chu-tich | 2020-04..2024", "2020-05-01", "yes tenure-covers-day", id="after it"),
    pytest.param(
        f"{AN} | chu-tich | 2020-04..2024", "2023-12-31", "yes tenure-covers-day", id="before a year"
    ),
    pytest.param(f"{AN} | chu-tich | 2020-04..2024", "2024-01-01", "unknown coarse-date", id="in a year"),
    pytest.param(
        f"{AN} | chu-tich | 2020-04..2024", "2025-01-01", "unknown nothing-known", id="after a year"
    ),
    # Former names of an office are the office.
    pytest.param(
        f"{AN} | chu-nhiem | 2020-01-01..2024-06-01",
        "2022-05-05",
        "yes tenure-covers-day",
        id="held under its former name",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..\n{BINH} | chu-nhiem | 2020-01-01..2024-06-01",
        "2022-05-05",
        "no held-by-another",
        id="another holds it under its former name",
    ),
    # Acting in an office is not holding it.
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-06-01 | acting", "2022-05-05", "no acting-only", id="acting"
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-06-01 | in_charge",
        "2022-05-05",
        "no acting-only",
        id="in charge",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2021-06-01 | acting\n{AN} | chu-tich | 2021-06-01..2024-06-01",
        "2021-06-01",
        "yes tenure-covers-day",
        id="acting, then full",
    ),
]


@pytest.mark.parametrize(("tenures", "on", "answer"), HELD)
def test_held_chairman(register: Callable[..., Roster], tenures: str, on: str, answer: str) -> None:
    roster = register(tenures)
    verdict = roster.held("nguyen-an-binh", "chu-tich", date.fromisoformat(on))
    assert f"{verdict.answer} {verdict.reason}" == answer
    assert all(e in roster.tenure_by_id for e in verdict.evidence)
    assert bool(verdict.evidence) or verdict.answer != "yes"


LISTED = [
    # No (b): the list of holders is declared complete for the day, and the person is not on it.
    pytest.param(f"{AN} | uy-vien | 2020-01-01..", "2022-05-05", "no not-on-complete-list", id="not on it"),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..", "2021-01-01", "no not-on-complete-list", id="its first day"
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..", "2020-12-31", "unknown nothing-known", id="the day before"
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..", "2025-12-31", "no not-on-complete-list", id="its last day"
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..", "2026-01-01", "unknown after-last-confirmed", id="after it"
    ),
    pytest.param(
        f"{AN} | pho-chu-tich | 2022-01-01..2024-01-01", "2023-05-05", "yes tenure-covers-day", id="on it"
    ),
    pytest.param(
        f"{AN} | pho-chu-tich | 2022-01-01..2024-01-01",
        "2024-05-05",
        "no not-on-complete-list",
        id="no longer",
    ),
    pytest.param(
        f"{AN} | pho-chu-tich | 2022-01-01..2024-01-01", "2021-05-05", "no not-on-complete-list", id="not yet"
    ),
    pytest.param(
        f"{AN} | pho-chu-tich | 2022..2024-01-01",
        "2022-05-05",
        "unknown coarse-date",
        id="inside a coarse date",
    ),
    pytest.param(
        f"{AN} | pho-chu-tich | 2022-05..2024-01-01",
        "2022-04-30",
        "no not-on-complete-list",
        id="before a coarse date",
    ),
]


@pytest.mark.parametrize(("tenures", "on", "answer"), LISTED)
def test_held_on_a_complete_list(register: Callable[..., Roster], tenures: str, on: str, answer: str) -> None:
    roster = register(tenures, complete="pho-chu-tich=2021-01-01..2026-01-01")
    verdict = roster.held("nguyen-an-binh", "pho-chu-tich", date.fromisoformat(on))
    assert f"{verdict.answer} {verdict.reason}" == answer


OPEN_WORLD = [
    # Without a complete list an office of several holders says no only of an own tenure that surely ended.
    pytest.param("2023-05-05", "", "yes tenure-covers-day", id="held"),
    pytest.param("2021-05-05", "", "unknown nothing-known", id="not yet on record"),
    pytest.param("2024-02-01", "", "unknown nothing-known", id="ended, nobody knows why"),
    pytest.param("2024-02-01", "2024-01-01", "no own-tenure-ended", id="ended by death"),
    pytest.param(
        "2024-02-01", "2026-01-01", "unknown nothing-known", id="a death years later explains nothing"
    ),
]


@pytest.mark.parametrize(("on", "died", "answer"), OPEN_WORLD)
def test_held_without_a_list(register: Callable[..., Roster], on: str, died: str, answer: str) -> None:
    roster = register(
        f"{AN} | uy-vien | 2022-01-01..2024-01-01\n{BINH} | uy-vien | 2020-01-01..2026-01-01",
        died=f"{AN}={died}" if died else "",
    )
    verdict = roster.held("nguyen-an-binh", "uy-vien", date.fromisoformat(on))
    assert f"{verdict.answer} {verdict.reason}" == answer


@pytest.mark.parametrize(
    ("days", "answer"),
    [
        pytest.param(
            1,
            "unknown",
        ),
        pytest.param(
            5,
            "unknown",
        ),
        (6, "no"),
        (60, "no"),
    ],
)
def test_an_own_tenure_is_over_after_the_window(
    register: Callable[..., Roster], days: int, answer: str
) -> None:
    roster = register(
        f"{AN} | uy-vien | 2022-01-01..2024-01-01\n{AN} | pho-chu-tich | 2024-01-01..2025-01-01"
    )
    assert roster.held("nguyen-an-binh", "uy-vien", date(2024, 1, 1) + timedelta(days)).answer == answer


TERMS = [
    pytest.param("uy-vien | 2022-01-01..2024-01-01 | term=I", "pho-chu-tich", "unknown", id="with the term"),
    pytest.param(
        "uy-vien | 2022-01-01..2023-12-31 | term=I", "pho-chu-tich", "no", id="before the term was over"
    ),
    pytest.param("uy-vien | 2022-01-01..2024-01-01", "pho-chu-tich", "no", id="no term"),
    pytest.param(
        "du-khuyet | 2022-01-01..2024-01-01 | term=I", "uy-vien", "no", id="another seat of the body"
    ),
    pytest.param("uy-vien | 2022-01-01..2024-01-01 | term=I", "du-khuyet", "no", id="the other way round"),
]


@pytest.mark.parametrize(("seat", "after", "answer"), TERMS)
def test_a_seat_of_a_term_may_have_been_won_again(
    register: Callable[..., Roster], seat: str, after: str, answer: str
) -> None:
    position = seat.split(maxsplit=1)[0]
    roster = register(
        f"{AN} | {seat}\n{AN} | {after} | 2024-01-05..2025-01-01\n"
        f"{BINH} | {position} | 2022-01-01..2024-01-01 | term=I"
    )
    assert roster.held("nguyen-an-binh", position, date(2024, 5, 1)).answer == answer


RECORD = [
    # The real register: top offices to the day, long gone offices under their former names, open lists.
    ("to-lam-1957", "tong-bi-thu", "2024-08-02", "no"),
    ("to-lam-1957", "tong-bi-thu", "2024-08-03", "yes"),
    ("to-lam-1957", "tong-bi-thu", "2026-10-07", "yes"),
    ("to-lam-1957", "tong-bi-thu", "2026-10-08", "unknown"),
    ("pham-minh-chinh-1958", "thu-tuong-chinh-phu", "2026-04-06", "yes"),
    ("pham-minh-chinh-1958", "thu-tuong-chinh-phu", "2026-04-07", "no"),
    ("pham-minh-chinh-1958", "thu-tuong-chinh-phu", "2026-10-08", "no"),
    ("le-minh-hung-1970", "thu-tuong-chinh-phu", "2026-04-06", "no"),
    ("le-minh-hung-1970", "thu-tuong-chinh-phu", "2026-04-07", "yes"),
    ("tran-thanh-man-1962", "thu-tuong-chinh-phu", "2026-05-06", "no"),
    ("vo-thi-anh-xuan-1970", "chu-tich-nuoc", "2024-04-15", "no"),
    ("vo-thi-anh-xuan-1970", "pho-chu-tich-nuoc", "2024-04-15", "yes"),
    ("vo-thi-anh-xuan-1970", "uy-vien-bo-chinh-tri", "2026-05-06", "no"),
    ("lam-dong", "dai-bieu-quoc-hoi", "2022-05-06", "unknown"),
    ("lam-dong", "uy-vien-ban-bi-thu", "2015-05-06", "unknown"),
    ("vo-chi-cong-1912", "chu-tich-nuoc", "1990-05-06", "yes"),
    ("le-duan-1907", "tong-bi-thu", "1965-05-06", "yes"),
    ("pham-van-dong-1906", "thu-tuong-chinh-phu", "1985-05-06", "yes"),
    ("do-muoi-1917", "thu-tuong-chinh-phu", "1989-05-06", "yes"),
    ("do-muoi-1917", "chu-tich-hoi-dong-bo-truong", "1989-05-06", "yes"),
    ("ha-huy-tap-1906", "tong-bi-thu", "1936-10-15", "unknown"),
    ("ha-huy-tap-1906", "tong-bi-thu", "1937-01-01", "yes"),
]


@pytest.mark.parametrize(("person", "position", "on", "answer"), RECORD)
def test_held_on_record(checker: Checker, person: str, position: str, on: str, answer: str) -> None:
    assert checker.roster.held(person, position, date.fromisoformat(on)).answer == answer


SHORT = [
    # "Bộ trưởng X" is right if any ministry fits, wrong only if every ministry says no.
    pytest.param(
        f"{AN} | bo-truong-rung | 2020-01-01..2025-01-01\n{BINH} | bo-truong-bien | 2020-01-01..2025-01-01",
        "",
        id="one fits",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..2025-01-01\n{BINH} | bo-truong-rung | 2020-01-01..2025-01-01\n"
        f"{CHI} | bo-truong-bien | 2020-01-01..2025-01-01",
        "T001 error: Bộ trưởng",
        id="all say no",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..2025-01-01\n{BINH} | bo-truong-rung | 2020-01-01..2025-01-01",
        "",
        id="of one nobody knows",
    ),
    pytest.param(
        f"{AN} | uy-vien | 2020-01-01..2025-01-01\n{BINH} | bo-truong-rung | 2020-01-01..2025-01-01\n"
        f"{CHI} | bo-truong-bien | 2020..2025-01-01",
        "",
        id="of one the date is coarse",
    ),
]


@pytest.mark.parametrize(("tenures", "found"), SHORT)
def test_a_short_title_means_several_offices(
    findings: Callable[..., str], register: Callable[..., Roster], tenures: str, found: str
) -> None:
    assert findings(f"Sáng nay, Bộ trưởng {AN} dự hội nghị.", "2022-05-05", register(tenures)) == found


QUALITY = [
    # How loudly T001 may speak of another's tenure: low confidence or a coarse date at most a note.
    ("high", "T001 error: Chủ tịch Hội đồng"),
    ("medium", "T001 error: Chủ tịch Hội đồng"),
    ("medium from=https://bao.example/1", "T001 warning: Chủ tịch Hội đồng"),
    ("low", "T001 note: Chủ tịch Hội đồng"),
]


@pytest.mark.parametrize(("words", "found"), QUALITY)
def test_the_quality_of_a_fact_limits_the_level(
    findings: Callable[..., str], register: Callable[..., Roster], words: str, found: str
) -> None:
    roster = register(
        f"{AN} | uy-vien | 2020-01-01..2025-01-01\n{BINH} | chu-tich | 2020-01-01..2025-01-01 | {words}"
    )
    assert findings(f"Sáng nay, Chủ tịch Hội đồng {AN} dự lễ.", "2022-05-05", roster) == found


BOUNDS = [
    # That a tenure is over rests on the day of its end, that it had not begun on that of its start.
    ("2019..2024-01-01", "2024-05-05", "T002 error: Chủ tịch Hội đồng"),
    ("2019-01-01..2024-01", "2024-05-05", "T002 note: Chủ tịch Hội đồng"),
    ("2025-01-01..2026", "2024-05-05", "T003 error: Chủ tịch Hội đồng"),
    ("2025-01..2026-01-01", "2024-05-05", "T003 note: Chủ tịch Hội đồng"),
]


@pytest.mark.parametrize(("span", "on", "found"), BOUNDS)
def test_the_bound_a_finding_rests_on_must_be_known_to_the_day(
    findings: Callable[..., str], register: Callable[..., Roster], span: str, on: str, found: str
) -> None:
    roster = register(f"{AN} | chu-tich | {span}\n{BINH} | chu-tich | 2024-01-10..2024-12-25")
    assert findings(f"Sáng nay, Chủ tịch Hội đồng {AN} dự lễ.", on, roster) == found


BEFORE_1992 = [
    # The Constitution of 1992 took effect on 24/9: days before are never judged above a note.
    ("Sáng nay, Thủ tướng Đỗ Mười dự hội nghị.", "1992-09-30", "T002 error: Thủ tướng"),
    ("Sáng nay, Thủ tướng Đỗ Mười dự hội nghị.", "1992-09-24", "T002 error: Thủ tướng"),
    ("Sáng nay, Thủ tướng Đỗ Mười dự hội nghị.", "1992-09-23", "T002 note: Thủ tướng"),
    ("Sáng nay, Tổng Bí thư Võ Văn Kiệt dự hội nghị.", "1992-09-23", "T001 note: Tổng Bí thư"),
    ("Sáng nay, Tổng Bí thư Võ Văn Kiệt dự hội nghị.", "1992-09-24", "T001 error: Tổng Bí thư"),
    (
        "Sáng nay, Phó Chủ tịch Hội đồng Bộ trưởng Đỗ Mười dự lễ.",
        "1990-05-06",
        "T006 note: Phó Chủ tịch Hội đồng Bộ trưởng",
    ),
    ("Sáng nay, nguyên Tổng Bí thư Nguyễn Văn Linh dự lễ.", "1990-05-06", "T004 note: nguyên Tổng Bí thư"),
    ("Sáng nay, cố Tổng Bí thư Nguyễn Văn Linh dự lễ.", "1990-05-06", "T007 note: cố Tổng Bí thư"),
    ("Sáng nay, Tổng Bí thư Nguyễn Văn Lịnh dự lễ.", "1990-05-06", "N001 note: Nguyễn Văn Lịnh"),
    # Print calls the old offices by the new names.
    ("Sáng nay, Chủ tịch nước Võ Chí Công tiếp đoàn.", "1990-05-06", ""),
    ("Sáng nay, Thủ tướng Đỗ Mười tiếp đoàn.", "1990-05-06", ""),
    ("Sáng nay, Chủ tịch Hội đồng Bộ trưởng Đỗ Mười tiếp đoàn.", "1990-05-06", ""),
    ("Sáng nay, Tổng Bí thư Lê Duẩn tiếp đoàn.", "1965-05-06", ""),
    ("Sáng nay, Bí thư thứ nhất Lê Duẩn tiếp đoàn.", "1980-05-06", ""),
]


@pytest.mark.parametrize(("text", "on", "found"), BEFORE_1992, ids=strip_marks)
def test_before_1992(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


# --- §2: hand-over window ---------------------------------------------------------------------------------------

OUTGOING = (
    # title, who left, the office, the boundary
    ("Thủ tướng", "Phạm Minh Chính", "thu-tuong-chinh-phu", "2026-04-07"),
    ("Chủ tịch nước", "Lương Cường", "chu-tich-nuoc", "2026-04-07"),
    ("Chủ tịch nước", "Tô Lâm", "chu-tich-nuoc", "2024-10-21"),
    ("Chủ tịch Quốc hội", "Vương Đình Huệ", "chu-tich-quoc-hoi", "2024-05-02"),
    ("Thường trực Ban Bí thư", "Trương Thị Mai", "thuong-truc-ban-bi-thu", "2024-05-16"),
    ("Phó Thủ tướng", "Bùi Thanh Sơn", "pho-thu-tuong-chinh-phu", "2026-04-08"),
    ("Bí thư Thành ủy Hà Nội", "Bùi Thị Minh Hoài", "bi-thu-thanh-uy-ha-noi", "2025-11-04"),
    ("Thủ tướng", "Nguyễn Tấn Dũng", "thu-tuong-chinh-phu", "2016-04-07"),
    ("Chủ tịch Quốc hội", "Nguyễn Thị Kim Ngân", "chu-tich-quoc-hoi", "2021-03-31"),
    ("Bí thư Thành ủy TP.HCM", "Đinh La Thăng", "bi-thu-thanh-uy-thanh-pho-ho-chi-minh", "2017-05-10"),
)
INCOMING = (
    ("Thủ tướng", "Lê Minh Hưng", "2026-04-07"),
    ("Chủ tịch nước", "Tô Lâm", "2026-04-07"),
    ("Tổng Bí thư", "Tô Lâm", "2024-08-03"),
    ("Chủ tịch nước", "Lương Cường", "2024-10-21"),
    ("Phó Thủ tướng", "Phan Văn Giang", "2026-04-08"),
)


def loud(found: str) -> bool:
    """Whether something louder than a note was found."""
    return " error: " in found or " warning: " in found


def said(title: str, name: str) -> str:
    return f"Sáng nay, {title} {name} dự hội nghị."


def moved(boundary: str, days: int) -> str:
    return (date.fromisoformat(boundary) + timedelta(days)).isoformat()


def window(roster: Roster, position: str, boundary: str) -> int:
    """Days after a boundary on record: 5, or 7 where it rests on an encyclopedia or is not of high confidence."""
    ended = next(t for t in roster.register.tenures if t.position == position and t.end == boundary)
    press = any("wikipedia" not in source and "wikidata" not in source for source in ended.sources)
    return 5 if ended.confidence == "high" and press else 7


@pytest.mark.parametrize(("title", "name", "position", "boundary"), OUTGOING, ids=strip_marks)
@pytest.mark.parametrize("days", [-3, -2, -1, 0, 1, 4])
def test_the_old_title_is_right_in_the_window(
    checker: Checker,
    findings: Callable[..., str],
    title: str,
    name: str,
    position: str,
    boundary: str,
    days: int,
) -> None:
    assert {
        t.end for t in checker.roster.tenures(checker.roster.named(name)[0].id) if t.position == position
    } >= {boundary}
    assert not loud(findings(said(title, name), moved(boundary, days)))


@pytest.mark.parametrize(("title", "name", "position", "boundary"), OUTGOING, ids=strip_marks)
@pytest.mark.parametrize("before", [1, pytest.param(0)])
def test_the_old_title_is_right_to_the_end_of_the_window(
    checker: Checker,
    findings: Callable[..., str],
    title: str,
    name: str,
    position: str,
    boundary: str,
    before: int,
) -> None:
    days = window(checker.roster, position, boundary) - before
    assert not loud(findings(said(title, name), moved(boundary, days)))


@pytest.mark.parametrize(("title", "name", "position", "boundary"), OUTGOING, ids=strip_marks)
@pytest.mark.parametrize("after", [1, 2, 30])
def test_the_old_title_is_wrong_after_the_window(
    checker: Checker,
    findings: Callable[..., str],
    title: str,
    name: str,
    position: str,
    boundary: str,
    after: int,
) -> None:
    days = window(checker.roster, position, boundary) + after
    assert findings(said(title, name), moved(boundary, days)) == f"T002 error: {title}"


@pytest.mark.parametrize(("title", "name", "boundary"), INCOMING, ids=strip_marks)
@pytest.mark.parametrize("days", [-2, -1, 0, 5, 6, 8])
def test_the_new_title_is_right_two_days_before(
    findings: Callable[..., str], title: str, name: str, boundary: str, days: int
) -> None:
    assert not loud(findings(said(title, name), moved(boundary, days)))


@pytest.mark.parametrize(("title", "name", "boundary"), INCOMING[:1] + INCOMING[2:], ids=strip_marks)
@pytest.mark.parametrize("days", [-3, -8])
def test_the_new_title_is_wrong_three_days_before(
    findings: Callable[..., str], title: str, name: str, boundary: str, days: int
) -> None:
    assert loud(findings(said(title, name), moved(boundary, days)))


WINDOWS = [
    # What a boundary of 1/3/2024 rests on, the days after it, whether the old title is still right.
    pytest.param("high", 4, True, id="strong, +4"),
    pytest.param("high", 5, True, id="strong, +5"),
    pytest.param("high", 6, False, id="strong, +6"),
    pytest.param("medium", 6, True, id="medium, +6"),
    pytest.param("medium", 7, True, id="medium, +7"),
    pytest.param("medium", 8, False, id="medium, +8"),
    pytest.param("high from=vi.wikipedia:A,vi.wikipedia:B", 6, True, id="infobox, +6"),
    pytest.param("high from=vi.wikipedia:A,vi.wikipedia:B", 8, False, id="infobox, +8"),
    pytest.param(
        "high from=https://vi.wikipedia.org/wiki/A",
        6,
        True,
        id="encyclopedia by address, +6",
    ),
    pytest.param("high from=vi.wikipedia:A,https://bao.example/1", 6, False, id="infobox and press, +6"),
]


@pytest.mark.parametrize(("words", "days", "right"), WINDOWS)
def test_the_window_depends_on_the_source(
    findings: Callable[..., str], register: Callable[..., Roster], words: str, days: int, right: bool
) -> None:
    roster = register(
        f"{AN} | chu-tich | 2020-01-01..2024-03-01 | {words}\n{BINH} | chu-tich | 2024-03-01..2026-03-01 | {words}"
    )
    found = findings(said("Chủ tịch Hội đồng", AN), moved("2024-03-01", days), roster)
    assert loud(found) is not right


FORMER_WINDOW = [
    # "nguyên" is right from two days before the end.
    (-30, True),
    (-8, True),
    pytest.param(-7, True),
    pytest.param(-3, True),
    (-2, False),
    (-1, False),
    (0, False),
    (8, False),
]


@pytest.mark.parametrize(("days", "found"), FORMER_WINDOW)
@pytest.mark.parametrize(
    ("title", "name", "position", "boundary"), OUTGOING[:2] + OUTGOING[3:5], ids=strip_marks
)
def test_former_before_the_end(
    checker: Checker,
    findings: Callable[..., str],
    title: str,
    name: str,
    position: str,
    boundary: str,
    days: int,
    found: bool,
) -> None:
    assert {
        t.end for t in checker.roster.tenures(checker.roster.named(name)[0].id) if t.position == position
    } >= {boundary}
    text = f"Sáng nay, nguyên {title} {name} dự hội nghị."
    assert findings(text, moved(boundary, days)) == (f"T004 error: nguyên {title}" if found else "")


TRANSFER = [
    # Reports of a transfer carry the old title on the day.
    ("Thủ tướng Phạm Minh Chính bàn giao công việc cho Thủ tướng Lê Minh Hưng.", "2026-04-08"),
    ("Sáng 7/4, Chủ tịch nước Lương Cường và Tổng Bí thư, Chủ tịch nước Tô Lâm dự phiên họp.", "2026-04-07"),
    ("Chiều 11.4, Thủ tướng Phạm Minh Chính chia tay cán bộ Văn phòng Chính phủ.", "2026-04-11"),
    ("Bí thư Thành ủy Hà Nội Bùi Thị Minh Hoài dự lễ trao quyết định sáng nay.", "2025-11-05"),
]


@pytest.mark.parametrize(("text", "on"), TRANSFER, ids=strip_marks)
def test_hand_overs_are_silent(findings: Callable[..., str], text: str, on: str) -> None:
    assert not loud(findings(text, on))


# --- §3: after the register's knowledge ends --------------------------------------------------------------------

AS_OF = "2026-10-07"
AGEING = [
    # One sentence, its finding 100 days before as_of and 1, 60 and 400 days after it.
    pytest.param(
        "Sáng nay, Chủ tịch Quốc hội Lê Minh Hưng phát biểu.",
        "T001 {}: Chủ tịch Quốc hội",
        ("error", "warning", "warning", "note"),
        id="T001 drops one level, then two",
    ),
    pytest.param(
        "Sáng nay, Thủ tướng Phạm Minh Chính dự hội nghị.",
        "T002 {}: Thủ tướng",
        ("error", "error", "error", "error"),
        id="T002 stays: ended well before, a successor is on record",
    ),
    pytest.param(
        "Sáng nay, Chủ tịch nước Lương Cường dự hội nghị.",
        "T002 {}: Chủ tịch nước",
        ("error", "error", "error", "error"),
        id="T002 stays for the President",
    ),
    pytest.param(
        "Sáng nay, nguyên Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.",
        "T004 {}: nguyên Chủ tịch Quốc hội",
        ("error", "warning", "warning", "note"),
        id="T004 drops one level, then two",
    ),
    pytest.param(
        "Sáng nay, Bộ trưởng Bộ Giao thông vận tải Trần Hồng Minh kiểm tra công trường.",
        "T009 {}: Bộ trưởng Bộ Giao thông vận tải",
        ("error", "error", "error", "error"),
        id="T009 stays: a body that ended does not come back",
    ),
    pytest.param(
        "Sáng nay, Chủ tịch UBND tỉnh Bình Dương Võ Văn Minh tiếp công dân.",
        "T009 {}: Chủ tịch UBND tỉnh Bình Dương",
        ("error", "error", "error", "error"),
        id="T009 stays for a province",
    ),
    pytest.param(
        "Sáng nay, Thủ tướng Lê Minh Hứng chủ trì hội nghị.",
        "N001 {}: Lê Minh Hứng",
        ("error", "error", "error", "error"),
        id="N001 stays: names do not change",
    ),
    pytest.param(
        "Sáng nay, Chủ tịch Quốc hội Trần Thanh Mẩn phát biểu.",
        "N001 {}: Trần Thanh Mẩn",
        ("error", "error", "error", "error"),
        id="N001 stays for the Chairman",
    ),
    pytest.param(
        "Dự lễ có Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Lê Minh Hưng; Tổng Bí thư Tô Lâm.",
        "O001 {}: Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Lê Minh Hưng; Tổng Bí thư Tô Lâm",
        ("error", "warning", "warning", "note"),
        id="O001 drops one level, then two",
    ),
    pytest.param(
        "Sáng nay, Thủ tướng Lê Minh Hưng dự hội nghị.",
        "",
        ("", "", "", ""),
        id="a right title stays silent",
    ),
    pytest.param(
        "Sáng nay, Tổng Bí thư, Chủ tịch nước Tô Lâm tiếp Đại sứ Lào.",
        "",
        ("", "", "", ""),
        id="two right titles stay silent",
    ),
    pytest.param(
        "Sáng nay, nguyên Thủ tướng Phạm Minh Chính dự lễ.",
        "",
        ("", "", "", ""),
        id="a right former title stays silent",
    ),
]


@pytest.mark.parametrize(("text", "found", "levels"), AGEING)
def test_findings_age(findings: Callable[..., str], text: str, found: str, levels: tuple[str, ...]) -> None:
    seen = [findings(text, moved(AS_OF, days)) for days in (-100, 1, 60, 400)]
    assert seen == [found.format(level) for level in levels]


EVIDENCE_AGES = [(0, "error"), (1, "warning"), (180, "warning"), (181, "note")]


@pytest.mark.parametrize(("days", "level"), EVIDENCE_AGES)
def test_the_evidence_ages_not_the_register(
    checker: Checker, findings: Callable[..., str], days: int, level: str
) -> None:
    """The day that counts is the last_confirmed of the evidence, here of an open tenure older than as_of."""
    tenure = checker.roster.tenure_by_id["ho-quoc-dung-1966/pho-thu-tuong-chinh-phu/2025-10-25"]
    confirmed = tenure.last_confirmed or ""
    assert confirmed < checker.roster.as_of.isoformat()
    text = "Sáng nay, nguyên Phó Thủ tướng Hồ Quốc Dũng dự lễ."
    assert findings(text, moved(confirmed, days)) == f"T004 {level}: nguyên Phó Thủ tướng"


UNTIL_CONFIRMED = {
    # Bình holds the office, confirmed on 1/1/2026; An takes it over on 1/12/2026.
    AN: f"{BINH} | chu-tich | 2020-01-01.. | confirmed=2026-01-01\n{AN} | chu-tich | 2026-12-01..2028-01-01",
    # Bình left, and Chi acts in it, confirmed on 1/1/2026.
    CHI: f"{BINH} | chu-tich | 2020-01-01..2025-01-01\n"
    f"{CHI} | chu-tich | 2025-01-01.. | acting confirmed=2026-01-01",
}
INVENTED_AGES = [
    pytest.param(AN, "2026-01-01", "T003 error: Chủ tịch Hội đồng", id="T003, confirmed that day"),
    pytest.param(AN, "2026-01-02", "T003 warning: Chủ tịch Hội đồng", id="T003, a day later"),
    pytest.param(AN, "2026-06-30", "T003 warning: Chủ tịch Hội đồng", id="T003, 180 days later"),
    pytest.param(AN, "2026-07-01", "T003 note: Chủ tịch Hội đồng", id="T003, 181 days later"),
    pytest.param(CHI, "2026-01-01", "T005 error: Chủ tịch Hội đồng", id="T005, confirmed that day"),
    pytest.param(
        CHI,
        "2026-01-02",
        "T005 warning: Chủ tịch Hội đồng",
        id="T005, a day later",
    ),
    pytest.param(
        CHI,
        "2026-07-01",
        "T005 note: Chủ tịch Hội đồng",
        id="T005, 181 days later",
    ),
]


@pytest.mark.parametrize(("name", "on", "found"), INVENTED_AGES)
def test_premature_and_acting_age(
    findings: Callable[..., str], register: Callable[..., Roster], name: str, on: str, found: str
) -> None:
    assert findings(said("Chủ tịch Hội đồng", name), on, register(UNTIL_CONFIRMED[name])) == found


NOTICES = [
    (
        "Sáng nay, Thủ tướng Lê Minh Hưng và Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.",
        "2026-10-20",
        ("Dữ liệu xác minh đến 07/10/2026; 2 chức danh chưa đối chiếu được sau ngày này.",),
    ),
    (
        "Sáng nay, Thủ tướng Lê Minh Hưng dự lễ.\nThủ tướng Lê Minh Hưng phát biểu.",
        "2027-10-20",
        ("Dữ liệu xác minh đến 07/10/2026; 2 chức danh chưa đối chiếu được sau ngày này.",),
    ),
    ("Sáng nay, Thủ tướng Lê Minh Hưng và Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.", "2026-10-07", ()),
    ("Sáng nay, người dân Hà Nội dự lễ.", "2026-10-20", ()),
]


@pytest.mark.parametrize(("text", "on", "notices"), NOTICES)
def test_one_notice_names_the_day(
    checker: Checker, form: str, text: str, on: str, notices: tuple[str, ...]
) -> None:
    assert checker.check(normalize(form, text), on=date.fromisoformat(on)).notices == notices


# --- §4: how loud T002 is; the dead; T007 -----------------------------------------------------------------------

STALE = [
    # Error: alive, ended within ten years, a successor on record, and the sentence shows now.
    ("Sáng nay, Thủ tướng Phạm Minh Chính dự hội nghị.", "2026-05-06", "T002 error: Thủ tướng"),
    ("Hôm qua, Thủ tướng Phạm Minh Chính dự hội nghị.", "2026-05-06", "T002 error: Thủ tướng"),
    ("Chiều 5/5, Thủ tướng Phạm Minh Chính dự hội nghị.", "2026-05-06", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính tiếp Đại sứ Lào", "2026-05-06", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính dự lễ khánh thành", "2026-05-06", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính chủ trì cuộc họp", "2026-05-06", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính kiểm tra công trường", "2026-05-06", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính phát biểu tại hội nghị", "2026-05-06", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính ký công điện", "2026-05-06", "T002 error: Thủ tướng"),
    ("Kết luận của Thủ tướng Phạm Minh Chính tại Thông báo số 90/TB-VPCP nêu rõ", "2026-05-06", ""),
    ("Kết luận của Thủ tướng Phạm Minh Chính sáng nay nêu rõ", "2026-05-06", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính làm việc với tỉnh Phú Thọ", "2026-05-06", "T002 error: Thủ tướng"),
    (
        "Gần 1.000 đại biểu dự hội nghị\nThủ tướng Phạm Minh Chính phát biểu khai mạc.\nHội nghị bế mạc chiều nay.",
        "2026-05-06",
        "T002 error: Thủ tướng",
    ),
    ("Sáng nay, Chủ tịch nước Trương Tấn Sang dự lễ.", "2026-03-31", "T002 error: Chủ tịch nước"),
    # Without a sign of now: a note.
    ("Nhiều ý kiến đồng tình với Thủ tướng Phạm Minh Chính.", "2026-05-06", "T002 note: Thủ tướng"),
    ("Bạn đọc nhớ mãi nụ cười của Thủ tướng Phạm Minh Chính", "2026-05-06", "T002 note: Thủ tướng"),
    (
        (
            "Người dân xã Nghĩa Lộ đón Tết\nNăm nay mưa thuận gió hòa.\nBà con còn giữ bức ảnh chụp với "
            "Thủ tướng Phạm Minh Chính."
        ),
        "2026-05-06",
        "T002 note: Thủ tướng",
    ),
    pytest.param(
        "Người dân xã Nghĩa Lộ đón Tết\nNăm nay mưa thuận gió hòa.\nThủ tướng Phạm Minh Chính phát biểu với bà con.",
        "2026-05-06",
        "T002 note: Thủ tướng",
    ),
    pytest.param(
        "Hội nghị bàn về chuyển đổi số\nSáng 6/5, hội nghị khai mạc tại Hà Nội.\n"
        "Thủ tướng Phạm Minh Chính phát biểu về thể chế.",
        "2026-05-06",
        "T002 warning: Thủ tướng",
    ),
    # A preposition is no verb of acting.
    pytest.param(
        "Theo nhiều người, Thủ tướng Phạm Minh Chính là người quyết liệt.",
        "2026-05-06",
        "T002 note: Thủ tướng",
    ),
    pytest.param(
        "Cùng lứa với Thủ tướng Phạm Minh Chính có nhiều người giỏi.",
        "2026-05-06",
        "T002 note: Thủ tướng",
    ),
    pytest.param(
        "Hướng tới tương lai, nhiều người nhớ Thủ tướng Phạm Minh Chính.",
        "2026-05-06",
        "T002 note: Thủ tướng",
    ),
    pytest.param(
        "Nhiều người dự báo đúng về Thủ tướng Phạm Minh Chính.",
        "2026-05-06",
        "T002 note: Thủ tướng",
    ),
    # Dead, or longer than ten years ago: silent.
    ("Sáng nay, Chủ tịch nước Trương Tấn Sang dự lễ.", "2026-04-12", ""),
    ("Sáng nay, Chủ tịch nước Nguyễn Minh Triết dự lễ.", "2026-05-06", ""),
    ("Thủ tướng Phạm Văn Đồng tiếp đoàn đại biểu", "2026-05-06", ""),
    ("Sáng nay, con đường mang bước chân Thủ tướng Phạm Văn Đồng được khánh thành.", "2026-05-06", ""),
    ("Tổng Bí thư Hà Huy Tập chủ trì hội nghị", "2026-05-06", ""),
    ("Tổng Bí thư Lê Duẩn phát biểu tại Đại hội", "2026-05-06", ""),
    ("Chủ tịch nước Tôn Đức Thắng tiếp đoàn đại biểu", "2026-05-06", ""),
    ("Tổng Bí thư Nguyễn Phú Trọng dự lễ", "2026-05-06", ""),
    ("Nhớ lời dặn của Tổng Bí thư Nguyễn Phú Trọng.", "2026-05-06", ""),
    ("Chủ tịch nước Trần Đức Lương kiểm tra công trình", "2026-05-06", ""),
    ("Thủ tướng Phan Văn Khải làm việc với thành phố", "2019-05-06", ""),
]


@pytest.mark.parametrize(("text", "on", "found"), STALE, ids=strip_marks)
def test_outdated_titles(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


NO_SUCCESSOR = [
    # A tenure that ended and nothing follows in the register: no error.
    pytest.param(f"{AN} | chu-tich | 2020-01-01..2024-03-01", "", id="nobody followed"),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-03-01\n{BINH} | chu-tich | 2024-03-01..2026-01-01",
        "T002 error: Chủ tịch Hội đồng",
        id="a successor is on record",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-03-01 | low\n{BINH} | chu-tich | 2024-03-01..2026-01-01 | low",
        "T002 note: Chủ tịch Hội đồng",
        id="low confidence is at most a note",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-03\n{BINH} | chu-tich | 2024-04-01..2026-01-01",
        "T002 note: Chủ tịch Hội đồng",
        id="a coarse end is at most a note",
    ),
    pytest.param(
        f"{AN} | chu-tich | 2020-01-01..2024-03-01 | medium from=https://bao.example/1\n"
        f"{BINH} | chu-tich | 2024-03-01..2026-01-01 | medium from=https://bao.example/1",
        "T002 error: Chủ tịch Hội đồng",
        id="medium with a successor",
    ),
]


@pytest.mark.parametrize(("tenures", "found"), NO_SUCCESSOR)
def test_outdated_needs_a_successor(
    findings: Callable[..., str], register: Callable[..., Roster], tenures: str, found: str
) -> None:
    assert findings(said("Chủ tịch Hội đồng", AN), "2024-09-01", register(tenures)) == found


LATE = [
    # T007: "cố" before a person with a tenure on that day is an error; before one not known dead at most a note.
    pytest.param(
        "Sáng nay, cố Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.",
        "2026-05-06",
        "T007 error: cố Chủ tịch Quốc hội",
    ),
    pytest.param(
        "Gia đình cố Thủ tướng Lê Minh Hưng gửi lời cảm ơn.",
        "2026-05-06",
        "T007 error: cố Thủ tướng",
    ),
    ("Cố Tổng Bí thư Nguyễn Phú Trọng từng căn dặn.", "2026-05-06", ""),
    ("Sinh thời, cố Thủ tướng Võ Văn Kiệt rất quan tâm vùng đất này.", "2026-05-06", ""),
    ("Lễ tưởng niệm cố Tổng Bí thư Nguyễn Phú Trọng.", "2024-07-25", ""),
    ("Tổng Bí thư Nguyễn Phú Trọng từng căn dặn.", "2026-05-06", ""),
    ("Chủ tịch nước Trần Đại Quang từng về thăm xã.", "2026-05-06", ""),
]


@pytest.mark.parametrize(("text", "on", "found"), LATE, ids=strip_marks)
def test_late(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


@pytest.mark.parametrize(
    "text",
    ["Cố Chủ tịch Quốc hội Vương Đình Huệ từng dự lễ.", "Gia đình cố Chủ tịch nước Trương Tấn Sang dự lễ."],
    ids=strip_marks,
)
def test_late_before_somebody_not_known_dead(findings: Callable[..., str], text: str) -> None:
    assert not loud(findings(text, "2026-05-06"))


# --- failures.md §6 ---------------------------------------------------------------------------------------------

MUST_FLAG = [
    ("Thủ tướng Nguyễn Minh Chính chủ trì hội nghị", "2025-07-04", "N001 error: Nguyễn Minh Chính"),
    ("Sáng nay, Chủ tịch nước Lương Cường dự lễ.", "2026-05-06", "T002 error: Chủ tịch nước"),
    (
        "Sáng nay, nguyên Bộ trưởng Bộ Quốc phòng Phan Văn Giang dự lễ.",
        "2025-05-06",
        "T004 error: nguyên Bộ trưởng Bộ Quốc phòng",
    ),
    # One slip of syllable, swap, drop, tone, Telex.
    ("Thủ tướng Phạm Chính Minh chủ trì hội nghị", "2025-07-04", "N001 error: Phạm Chính Minh"),
    ("Thủ tướng Phạm Chính chủ trì hội nghị", "2025-07-04", "N001 error: Phạm Chính"),
    ("Thủ tướng Phạm Mình Chính chủ trì hội nghị", "2025-07-04", "N001 error: Phạm Mình Chính"),
    ("Thủ tướng Phạm Minh Chinh chủ trì hội nghị", "2025-07-04", "N002 warning: Phạm Minh Chinh"),
    ("Thủ tướng Phamj Minh Chính chủ trì hội nghị", "2025-07-04", "N001 error: Phamj Minh Chính"),
    ("Chủ tịch Quốc hội Trần Thanh Mãn phát biểu", "2025-07-04", "N001 error: Trần Thanh Mãn"),
    ("THỦ TƯỚNG NGUYỄN MINH CHÍNH CHỦ TRÌ HỘI NGHỊ", "2025-07-04", "N001 error: NGUYỄN MINH CHÍNH"),
    pytest.param(
        "THỦ TƯỚNG PHẠM MINH CHINH CHỦ TRÌ HỘI NGHỊ",
        "2025-07-04",
        "N002 warning: PHẠM MINH CHINH",
    ),
    ("CHỦ TỊCH NƯỚC LƯƠNG CƯỜNG DỰ LỄ", "2026-05-06", "T002 error: CHỦ TỊCH NƯỚC"),
    ("CHỦ TỊCH QUỐC HỘI LÊ MINH HƯNG PHÁT BIỂU", "2026-05-06", "T001 error: CHỦ TỊCH QUỐC HỘI"),
    # Bodies renamed by the mergers of 2025, by date.
    (
        "Sáng nay, Bộ trưởng Bộ Giao thông vận tải Trần Hồng Minh dự lễ.",
        "2025-05-06",
        "T009 error: Bộ trưởng Bộ Giao thông vận tải",
    ),
    (
        "Sáng nay, Trưởng Ban Kinh tế Trung ương Trần Lưu Quang dự hội nghị.",
        "2025-05-06",
        "T009 error: Trưởng Ban Kinh tế Trung ương",
    ),
    (
        "Sáng nay, Bí thư Tỉnh ủy Hòa Bình Nguyễn Phi Long dự hội nghị.",
        "2025-08-06",
        "T009 error: Bí thư Tỉnh ủy Hòa Bình",
    ),
    # A list that is right on one day and inverted on another.
    (
        "Dự lễ có Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Phạm Minh Chính; Tổng Bí thư Tô Lâm.",
        "2025-12-02",
        "O001 error: Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Phạm Minh Chính; Tổng Bí thư Tô Lâm",
    ),
    (
        (
            "Dự lễ có Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Phạm Minh Chính; Thường trực Ban Bí thư "
            "Trần Cẩm Tú."
        ),
        "2025-12-02",
        (
            "O001 warning: Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Phạm Minh Chính; Thường trực Ban Bí thư "
            "Trần Cẩm Tú"
        ),
    ),
    # Deputy lost and added.
    ("Sáng nay, Thủ tướng Phan Văn Giang dự lễ.", "2026-05-06", "T006 error: Thủ tướng"),
    ("Sáng nay, Phó Thủ tướng Lê Minh Hưng dự lễ.", "2026-05-06", "T006 error: Phó Thủ tướng"),
    ("Sáng nay, Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn.", "2026-05-06", "T006 error: Chủ tịch nước"),
    ("Sáng nay, Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn.", "2024-04-16", "T005 error: Chủ tịch nước"),
]


@pytest.mark.parametrize(("text", "on", "found"), MUST_FLAG, ids=strip_marks)
def test_must_flag(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


MUST_FLAG_SOMEHOW = [
    # The seed says that it must be found; the law does not fix the rule.
    ("Sáng nay, Chủ tịch UBND tỉnh Hải Phòng Lê Ngọc Châu dự lễ.", "2025-08-06"),
    ("Sáng nay, Bí thư Thành ủy Quảng Trị Nguyễn Văn Phương dự lễ.", "2026-05-06"),
    pytest.param(
        "Ban Chấp hành Trung ương, đứng đầu là Tổng Bí thư đã lãnh đạo toàn Đảng.",
        "2026-05-06",
        marks=pytest.mark.xfail(strict=True, reason="no rule for a fixed phrase without the name"),
    ),
]


@pytest.mark.parametrize(("text", "on"), MUST_FLAG_SOMEHOW, ids=strip_marks)
def test_must_flag_somehow(findings: Callable[..., str], text: str, on: str) -> None:
    assert findings(text, on)


MUST_NOT_FLAG = [
    # Two titles that are right at once.
    ("Sáng nay, quyền Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn.", "2024-04-16"),
    ("Sáng nay, Phó Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn.", "2024-04-16"),
    ("Phó Chủ tịch nước, quyền Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn sáng nay.", "2024-04-16"),
    ("Sáng nay, Quyền Chủ tịch nước Võ Thị Ánh Xuân ký lệnh.", "2023-02-10"),
    ("Phó Thủ tướng, Bộ trưởng Bộ Quốc phòng Phan Văn Giang dự lễ sáng nay.", "2026-05-06"),
    ("Bộ trưởng Bộ Quốc phòng Phan Văn Giang dự lễ sáng nay.", "2026-05-06"),
    # House style of capitals and numerals.
    ("Sáng nay, Phó chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn.", "2024-04-16"),
    ("Sáng nay, thủ tướng Lê Minh Hưng dự họp.", "2026-05-06"),
    ("Sáng nay, Tổng bí thư, chủ tịch nước Tô Lâm tiếp đoàn.", "2026-05-06"),
    ("Ủy viên Trung ương Đảng khóa 13 Lê Khánh Hải dự lễ.", "2024-05-06"),
    # A title of the article's own day.
    ("Sáng nay, Thủ tướng Phạm Minh Chính dự hội nghị.", "2025-05-06"),
    ("Sáng nay, Chủ tịch Quốc hội Vương Đình Huệ phát biểu.", "2023-05-06"),
    ("Bộ trưởng Bộ Công an Tô Lâm dự lễ sáng nay.", "2023-05-06"),
    # Documents and their titles.
    ("Bài phát biểu “Toàn văn diễn văn của Thủ tướng Phạm Minh Chính” được in lại năm 2024.", "2026-05-06"),
    # Lists that speak, that go by alphabet, that add provincial guests.
    (
        "Chủ tịch Quốc hội Trần Thanh Mẫn phát biểu, Thủ tướng Lê Minh Hưng trình bày, Tổng Bí thư Tô Lâm kết luận.",
        "2026-05-06",
    ),
    (
        (
            "Danh sách theo vần chữ cái có: Lê Minh Hưng, Thủ tướng Chính phủ; Tô Lâm, Tổng Bí thư; Trần Thanh Mẫn, "
            "Chủ tịch Quốc hội."
        ),
        "2026-05-06",
    ),
    (
        (
            "Dự lễ có Tổng Bí thư Tô Lâm, Chủ tịch Quốc hội Trần Thanh Mẫn. Cùng dự có Bí thư Thành ủy TP.HCM "
            "Trần Lưu Quang, Thường trực Ban Bí thư Trần Cẩm Tú."
        ),
        "2026-05-06",
    ),
    (
        "Dự lễ có Chủ tịch Quốc hội Trần Thanh Mẫn; Thủ tướng Phạm Minh Chính; Thường trực Ban Bí thư Lương Cường.",
        "2024-09-02",
    ),
    # "Thủ trưởng", generic plurals, look-alikes.
    ("Sáng nay, thủ trưởng các đơn vị dự họp với Thủ tướng Lê Minh Hưng.", "2026-05-06"),
    ("Các bộ trưởng và Thủ tướng Lê Minh Hưng dự họp sáng nay.", "2026-05-06"),
    ("Cả nước cố gắng, Thủ tướng Lê Minh Hưng nhấn mạnh sáng nay.", "2026-05-06"),
    ("Tìm rõ nguyên nhân, Thủ tướng Lê Minh Hưng yêu cầu sáng nay.", "2026-05-06"),
    ("Vì quyền lợi nhân dân, chính quyền Thủ tướng Lê Minh Hưng dẫn dắt phải đổi mới.", "2026-05-06"),
    # A verb behind a short name.
    ("Tổng Bí thư Tô Lâm tiếp Đại sứ Lào", "2026-05-06"),
    ("TỔNG BÍ THƯ TÔ LÂM TIẾP ĐẠI SỨ LÀO", "2026-05-06"),
]


@pytest.mark.parametrize(("text", "on"), MUST_NOT_FLAG, ids=strip_marks)
def test_must_not_flag(findings: Callable[..., str], text: str, on: str) -> None:
    assert findings(text, on) == ""


# --- §7: one slip, one finding; quotations ----------------------------------------------------------------------

ONE_SLIP = [
    # The first of N001 > T005 > T006 > T009 > T004 > T002/T003 > T001 speaks.
    (
        "Sáng nay, Bộ trưởng Bộ Tài nguyên và Môi trường Đỗ Đức Duy dự lễ.",
        "2025-05-06",
        "T009 error: Bộ trưởng Bộ Tài nguyên và Môi trường",
    ),
    ("Sáng nay, Chủ tịch nước Đặng Thị Ngọc Thịnh tiếp đoàn.", "2018-10-05", "T005 error: Chủ tịch nước"),
    ("Sáng nay, Thủ tướng Nguyễn Hòa Bình tiếp đoàn.", "2025-05-06", "T006 error: Thủ tướng"),
]


@pytest.mark.parametrize(("text", "on", "found"), ONE_SLIP, ids=strip_marks)
def test_one_slip_gives_one_finding(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


FIRST_RULE = [
    # Which rule speaks, where its level depends on how the sources are weighed.
    pytest.param(
        "Sáng nay, Bộ trưởng Bộ Ngoại giao Đỗ Hùng Việt dự lễ.",
        "2025-06-10",
        "T006",
    ),
    pytest.param(
        "Sáng nay, Bộ trưởng Bộ Nông nghiệp và Môi trường Lê Minh Ngân dự lễ.",
        "2025-06-10",
        "T006",
    ),
    ("Sáng nay, Thứ trưởng Bộ Ngoại giao Bùi Thanh Sơn dự lễ.", "2025-06-10", "T006"),
    ("Sáng nay, Thứ trưởng Bộ Ngoại giao Đỗ Hùng Việt dự lễ.", "2025-06-10", ""),
    ("Sáng nay, Thứ trưởng Bộ Nông nghiệp và Môi trường Lê Minh Ngân dự lễ.", "2025-06-10", ""),
]


@pytest.mark.parametrize(("text", "on", "rule"), FIRST_RULE, ids=strip_marks)
def test_the_first_rule_speaks(findings: Callable[..., str], text: str, on: str, rule: str) -> None:
    assert findings(text, on).partition(" ")[0] == rule


MESSAGES = [
    # A message names the right fact: who held that office, not a neighbour of it.
    ("Sáng nay, Thủ tướng Phạm Minh Chính dự lễ.", "2026-05-06", "7/4/2026 Lê Minh Hưng", ""),
    ("Sáng nay, Chủ tịch nước Lương Cường dự lễ.", "2026-05-06", "7/4/2026 Tô Lâm", ""),
    ("Sáng nay, Tổng Bí thư Tô Lâm dự lễ.", "2024-02-06", "3/8/2024 Nguyễn Phú Trọng", ""),
    ("Sáng nay, Bí thư Hà Nội Bùi Thị Minh Hoài dự lễ.", "2025-12-06", "4/11/2025 Nguyễn Duy Ngọc", ""),
    pytest.param(
        "Sáng nay, Phó Thủ tướng Bùi Thanh Sơn dự lễ.",
        "2026-05-06",
        "8/4/2026",
        "Thường trực",
    ),
    pytest.param(
        "Sáng nay, Chủ tịch TP Hà Nội Trần Sỹ Thanh dự lễ.",
        "2026-05-06",
        "13/11/2025",
        "Hội đồng nhân dân",
    ),
]


@pytest.mark.parametrize(("text", "on", "told", "untold"), MESSAGES, ids=strip_marks)
def test_a_message_names_the_right_fact(
    checker: Checker, form: str, text: str, on: str, told: str, untold: str
) -> None:
    (finding,) = checker.check(normalize(form, text), on=date.fromisoformat(on)).findings
    day, _, name = told.partition(" ")
    assert day in finding.message
    assert name in finding.message
    assert not untold or untold not in finding.message
