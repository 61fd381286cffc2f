"""How people are introduced on a day, and in which order they stand."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leadercheck import Roster
from leadercheck.errors import DataError, UnknownNameError
from leadercheck.precedence import members
from leadercheck.precedence import order as places
from leadercheck.protocol import left_out
from tests.conftest import person_id

CENTRAL, STATE, PROVINCE = "central_party", "government", "province"
OFFICES = (
    ("tong-bi-thu", "Tổng Bí thư", CENTRAL, {"exclusive": True}),
    ("uy-vien-bo-chinh-tri", "Ủy viên Bộ Chính trị", CENTRAL, {}),
    ("thuong-truc-ban-bi-thu", "Thường trực Ban Bí thư", CENTRAL, {"exclusive": True}),
    ("uy-vien-ban-bi-thu", "Bí thư Trung ương Đảng", CENTRAL, {}),
    ("uy-vien-trung-uong-dang", "Ủy viên Ban Chấp hành Trung ương Đảng", CENTRAL, {}),
    ("uy-vien-du-khuyet-trung-uong-dang", "Ủy viên dự khuyết Trung ương Đảng", CENTRAL, {}),
    ("truong-ban-mau-trung-uong", "Trưởng Ban Mẫu Trung ương", CENTRAL, {"exclusive": True, "organisation": "ban-mau"}),
    ("pho-bi-thu-dang-uy-mau", "Phó Bí thư Đảng ủy Mẫu", CENTRAL, {"organisation": "dang-uy-mau"}),
    ("chu-tich-nuoc", "Chủ tịch nước", "state_head", {"exclusive": True}),
    ("pho-chu-tich-nuoc", "Phó Chủ tịch nước", "state_head", {"deputy_of": "chu-tich-nuoc"}),
    ("thu-tuong-chinh-phu", "Thủ tướng Chính phủ", STATE, {"exclusive": True}),
    ("pho-thu-tuong-chinh-phu", "Phó Thủ tướng Chính phủ", STATE, {"deputy_of": "thu-tuong-chinh-phu"}),
    (
        "pho-thu-tuong-thuong-truc-chinh-phu", "Phó Thủ tướng Thường trực Chính phủ", STATE,
        {"deputy_of": "thu-tuong-chinh-phu", "exclusive": True, "head": "Phó Thủ tướng Thường trực"},
    ),
    ("bo-truong-bo-mau", "Bộ trưởng Bộ Mẫu", STATE, {"exclusive": True, "organisation": "bo-mau"}),
    ("bo-truong-bo-khac", "Bộ trưởng Bộ Khác", STATE, {"exclusive": True}),
    ("thu-truong-bo-mau", "Thứ trưởng Bộ Mẫu", STATE, {"deputy_of": "bo-truong-bo-mau", "organisation": "bo-mau"}),
    ("chu-tich-quoc-hoi", "Chủ tịch Quốc hội", "national_assembly", {"exclusive": True}),
    ("pho-chu-tich-quoc-hoi", "Phó Chủ tịch Quốc hội", "national_assembly", {"deputy_of": "chu-tich-quoc-hoi"}),
    ("dai-bieu-quoc-hoi", "Đại biểu Quốc hội", "national_assembly", {}),
    ("bi-thu-tinh-uy-phu-tho", "Bí thư Tỉnh ủy Phú Thọ", PROVINCE, {"exclusive": True, "organisation": "tinh-uy", "place": "phu-tho"}),
    ("pho-bi-thu-tinh-uy-phu-tho", "Phó Bí thư Tỉnh ủy Phú Thọ", PROVINCE, {"organisation": "tinh-uy", "place": "phu-tho"}),
    (
        "chu-tich-ubnd-tinh-phu-tho", "Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ", PROVINCE,
        {"exclusive": True, "organisation": "uy-ban-nhan-dan", "place": "phu-tho"},
    ),
    (
        "giam-doc-cong-an-tinh-phu-tho", "Giám đốc Công an tỉnh Phú Thọ", PROVINCE,
        {"exclusive": True, "organisation": "cong-an", "place": "phu-tho"},
    ),
)  # fmt: skip
BODIES = (
    ("ban-mau", "Ban Mẫu Trung ương", "party_body"), ("dang-uy-mau", "Đảng ủy Mẫu", "party_committee"),
    ("bo-mau", "Bộ Mẫu", "ministry"), ("tinh-uy", "Tỉnh ủy", "local_body"),
    ("uy-ban-nhan-dan", "Ủy ban nhân dân", "local_body"), ("cong-an", "Công an", "local_body"),
    ("phu-tho", "Phú Thọ", "province"),
)  # fmt: skip
NATION: list[list[str]] = [
    ["tong-bi-thu"], ["chu-tich-nuoc"], ["thu-tuong-chinh-phu"], ["chu-tich-quoc-hoi"], ["uy-vien-bo-chinh-tri"],
    ["uy-vien-ban-bi-thu"], ["pho-chu-tich-nuoc", "pho-thu-tuong-*", "pho-chu-tich-quoc-hoi"],
    ["uy-vien-trung-uong-dang"], ["bo-truong-*"], ["bi-thu-tinh-uy-*"],
]  # fmt: skip
PROVINCES: list[list[str]] = [["bi-thu-tinh-uy-*"], ["chu-tich-ubnd-*"], ["pho-bi-thu-tinh-uy-*"]]


@pytest.fixture
def facts(tmp_path: Path) -> Callable[..., Roster]:
    """A register of lines "Lê An | bo-truong-bo-mau | 2020-01-01..2024-06-01 | acting low"."""

    def make(lines: str, *, died: str | None = None, orders: list[dict[str, Any]] | None = None) -> Roster:
        rows = [[part.strip() for part in line.split("|")] for line in lines.strip().splitlines()]
        data = {
            "schema_version": 1,
            "as_of": "2026-10-07",
            "sources": [],
            "organisations": [{"id": i, "name": name, "kind": kind} for i, name, kind in BODIES],
            "persons": [
                {"id": person_id(name), "name": name, "died": died}
                for name in dict.fromkeys(row[0] for row in rows)
            ],
            "positions": [
                {"id": i, "title": title, "head": title, "level": level, "exclusive": False} | more
                for i, title, level, more in OFFICES
            ],
            "precedences": orders
            or [order("quy-dinh", NATION), order("cap-tinh", PROVINCES, scope="province")],
            "tenures": [tenure(*row) for row in rows],
        }
        path = tmp_path / "facts.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        return Roster.load(path)

    return make


def order(ident: str, groups: list[list[str]], **more: str) -> dict[str, Any]:
    return {
        "id": ident,
        "title": ident,
        "citation": ident,
        "groups": groups,
        "sources": ["https://example.vn"],
    } | more


def tenure(name: str, position: str, span: str, words: str = "") -> dict[str, Any]:
    start, _, end = span.partition("..")
    capacity = next((w for w in words.split() if w in ("acting", "in_charge")), "full")
    return {
        "id": f"{person_id(name)}/{position}/{start}/{capacity}",
        "person": person_id(name),
        "position": position,
        "start": start or None,
        "end": end or None,
        "end_status": "ended" if end else "in_office",
        "last_confirmed": None if end else "2026-10-07",
        "capacity": capacity,
        "confidence": "low" if "low" in words else "high",
        "sources": ["https://example.vn/1"],
    }


CHAINS = [
    ("uy-vien-bo-chinh-tri, uy-vien-trung-uong-dang, thu-tuong-chinh-phu", "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ"),
    ("tong-bi-thu, uy-vien-bo-chinh-tri, uy-vien-ban-bi-thu", "Tổng Bí thư"),
    ("chu-tich-nuoc, tong-bi-thu, uy-vien-bo-chinh-tri", "Tổng Bí thư, Chủ tịch nước"),
    (
        "uy-vien-ban-bi-thu, thuong-truc-ban-bi-thu, uy-vien-bo-chinh-tri",
        "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
    ),
    (
        "truong-ban-mau-trung-uong, uy-vien-trung-uong-dang, uy-vien-ban-bi-thu, uy-vien-bo-chinh-tri",
        "Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Mẫu Trung ương",
    ),
    (
        "bo-truong-bo-mau, pho-thu-tuong-chinh-phu, uy-vien-trung-uong-dang",
        "Ủy viên Trung ương Đảng, Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Mẫu",
    ),
    ("pho-thu-tuong-chinh-phu, pho-thu-tuong-thuong-truc-chinh-phu", "Phó Thủ tướng Thường trực Chính phủ"),
    ("bo-truong-bo-mau, pho-bi-thu-dang-uy-mau", "Phó Bí thư Đảng ủy Mẫu, Bộ trưởng Bộ Mẫu"),
    ("bo-truong-bo-mau, thu-truong-bo-mau", "Bộ trưởng Bộ Mẫu"),
    ("dai-bieu-quoc-hoi, bo-truong-bo-mau", "Bộ trưởng Bộ Mẫu"),
    ("dai-bieu-quoc-hoi", "Đại biểu Quốc hội"),
    ("uy-vien-du-khuyet-trung-uong-dang, thu-truong-bo-mau", "Ủy viên dự khuyết Trung ương Đảng, Thứ trưởng Bộ Mẫu"),
    ("chu-tich-ubnd-tinh-phu-tho, pho-bi-thu-tinh-uy-phu-tho", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Phú Thọ"),
    ("bi-thu-tinh-uy-phu-tho, uy-vien-trung-uong-dang", "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Phú Thọ"),
]  # fmt: skip


@pytest.mark.parametrize(("positions", "chain"), CHAINS)
def test_party_stands_before_committee_before_state(
    facts: Callable[..., Roster], positions: str, chain: str
) -> None:
    roster = facts("\n".join(f"Lê An | {p} | 2026-04-07.." for p in positions.split(", ")))
    assert roster.introduce("le-an", date(2026, 5, 1)) == f"{chain} Lê An"


SHORT = [
    ("uy-vien-bo-chinh-tri, thu-tuong-chinh-phu", "Thủ tướng"),
    ("pho-thu-tuong-chinh-phu, pho-thu-tuong-thuong-truc-chinh-phu", "Phó Thủ tướng Thường trực"),
    ("tong-bi-thu, chu-tich-nuoc, uy-vien-bo-chinh-tri", "Tổng Bí thư, Chủ tịch nước"),
    ("uy-vien-bo-chinh-tri, uy-vien-ban-bi-thu", "Ủy viên Bộ Chính trị"),
    ("uy-vien-trung-uong-dang, bo-truong-bo-mau, pho-thu-tuong-chinh-phu", "Phó Thủ tướng"),
    ("pho-bi-thu-tinh-uy-phu-tho, chu-tich-ubnd-tinh-phu-tho", "Chủ tịch UBND tỉnh Phú Thọ"),
]


@pytest.mark.parametrize(("positions", "title"), SHORT)
def test_short_is_the_highest_office(facts: Callable[..., Roster], positions: str, title: str) -> None:
    roster = facts("\n".join(f"Lê An | {p} | 2026-04-07.." for p in positions.split(", ")))
    assert roster.introduce("le-an", date(2026, 5, 1), "short") == f"{title} Lê An"


NEVER_GUESSED = [
    pytest.param("bo-truong-bo-mau | 2026-05..", "2026-05-10", "Lê An", id="a coarse start"),
    pytest.param("bo-truong-bo-mau | 2026-05..", "2026-06-01", "Bộ trưởng Bộ Mẫu Lê An", id="after the coarse start"),
    pytest.param("bo-truong-bo-mau | 2020-01-01..", "2026-10-07", "Bộ trưởng Bộ Mẫu Lê An", id="the last day known"),
    pytest.param("bo-truong-bo-mau | 2020-01-01..", "2026-10-08", "Lê An", id="a day nobody confirmed"),
    pytest.param("bo-truong-bo-mau | 2020-01-01.. | low", "2026-05-01", "Lê An", id="hearsay"),
    pytest.param("bo-truong-bo-mau | 2020-01-01.. | in_charge", "2026-05-01", "Lê An", id="in charge is no title"),
    pytest.param("bo-truong-bo-mau | 2020-01-01.. | acting", "2026-05-01", "Quyền Bộ trưởng Bộ Mẫu Lê An", id="acting"),
    pytest.param("bo-truong-bo-mau | 2020-01-01..2026-04-08", "2026-04-07", "Bộ trưởng Bộ Mẫu Lê An", id="last day"),
    pytest.param("bo-truong-bo-mau | 2020-01-01..2026-04-08", "2026-04-08", "nguyên Bộ trưởng Bộ Mẫu Lê An", id="relieved"),
    pytest.param("bo-truong-bo-mau | 2020-01-01..2026-04", "2026-04-20", "Lê An", id="a coarse end"),
    pytest.param("thu-truong-bo-mau | 2020-01-01..2026-04-08", "2026-05-01", "Lê An", id="may be something else now"),
    pytest.param("giam-doc-cong-an-tinh-phu-tho | 2020-01-01..2024-01-01", "2026-05-01", "Lê An", id="police director"),
    pytest.param("uy-vien-du-khuyet-trung-uong-dang | 2020-01-01..2024-01-01", "2026-05-01", "Lê An", id="alternate once"),
    pytest.param("bo-truong-bo-mau | 2027-01-01..", "2026-05-01", "Lê An", id="not yet"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "on", "said"), NEVER_GUESSED)
def test_only_what_is_certain_is_said(facts: Callable[..., Roster], line: str, on: str, said: str) -> None:
    assert facts(f"Lê An | {line}").introduce("le-an", date.fromisoformat(on)) == said


def test_acting_absorbs_the_own_deputy_and_gives_no_rank(facts: Callable[..., Roster]) -> None:
    roster = facts(
        """
        Lê An | pho-chu-tich-nuoc | 2021-04-06..
        Lê An | chu-tich-nuoc | 2024-03-21..2024-05-22 | acting
        Lê An | uy-vien-trung-uong-dang | 2021-01-30..
        Vũ Bình | uy-vien-ban-bi-thu | 2021-01-30..
        """
    )
    on = date(2024, 4, 26)
    assert roster.introduce("le-an", on) == "Ủy viên Trung ương Đảng, Quyền Chủ tịch nước Lê An"
    assert roster.in_order(["le-an", "vu-binh"], on) == ["vu-binh", "le-an"]


def test_nobody_is_former_while_something_may_last(facts: Callable[..., Roster]) -> None:
    lines = "Lê An | bo-truong-bo-mau | 2016-04-08..2021-04-08\nLê An | pho-chu-tich-nuoc | 2021-04-08.."
    roster = facts(lines)
    on = date(2026, 12, 1)
    assert roster.introduce("le-an", on) == "Lê An"
    assert [t.position for t in left_out(roster.career("le-an", on), roster.positions)] == [
        "pho-chu-tich-nuoc"
    ]


LOOSE_ENDS = [
    pytest.param(
        "thu-tuong-chinh-phu", "pho-bi-thu-dang-uy-mau", "nguyên Thủ tướng Chính phủ ", id="a lesser post"
    ),
    pytest.param("thu-tuong-chinh-phu", "chu-tich-nuoc", "", id="a higher office"),
    pytest.param(
        "bo-truong-bo-mau", "thu-truong-bo-mau", "", id="below the Central Committee people move on"
    ),
    pytest.param("pho-thu-tuong-chinh-phu", "pho-chu-tich-quoc-hoi", "", id="an office of the same rank"),
]


@pytest.mark.parametrize(("past", "loose", "title"), LOOSE_ENDS)
def test_a_loose_end_below_does_not_silence(
    facts: Callable[..., Roster], past: str, loose: str, title: str
) -> None:
    rows = f"Vũ Bình | thu-truong-bo-mau | 2016-01-01..\nLê An | {past} | 2016-04-08..2021-04-08\nLê An | {loose} | 2021-04-08.."
    roster = facts(rows)
    on = date(2026, 12, 1)
    assert roster.introduce("le-an", on) == f"{title}Lê An"
    assert (roster.in_order(["vu-binh", "le-an"], on)[0] == "le-an") is bool(title)


SUCCESSORS = [
    pytest.param("bo-truong-bo-mau | 2026-11-01..", "nguyên Bộ trưởng Bộ Mẫu Lê An", id="followed"),
    pytest.param("bo-truong-bo-mau | 2026-11-01.. | acting", "Lê An", id="only acting"),
    pytest.param("bo-truong-bo-mau | 2026-12..", "Lê An", id="perhaps not yet"),
    pytest.param("bo-truong-bo-mau | 2010-01-01..2016-01-01", "Lê An", id="the predecessor"),
    pytest.param("thu-truong-bo-mau | 2026-11-01..", "Lê An", id="another office"),
]


def test_an_office_of_many_has_no_successor(facts: Callable[..., Roster]) -> None:
    roster = facts(
        "Lê An | pho-chu-tich-quoc-hoi | 2016-01-01..\nVũ Bình | pho-chu-tich-quoc-hoi | 2026-11-01.."
    )
    assert roster.introduce("le-an", date(2026, 12, 1)) == "Lê An"


@pytest.mark.parametrize(("successor", "said"), SUCCESSORS)
def test_who_was_followed_is_former(facts: Callable[..., Roster], successor: str, said: str) -> None:
    roster = facts(f"Lê An | bo-truong-bo-mau | 2016-01-01..\nVũ Bình | {successor}")
    assert roster.introduce("le-an", date(2026, 12, 1)) == said


FORMER = [
    ("bo-truong-bo-mau | 2011-01-01..2016-01-01, chu-tich-nuoc | 2016-04-02..2021-04-05", "Chủ tịch nước"),
    ("uy-vien-bo-chinh-tri | 2016-01-27..2021-01-31, pho-chu-tich-quoc-hoi | 2016-04-02..2021-04-05", "Phó Chủ tịch Quốc hội"),
    ("uy-vien-bo-chinh-tri | 2016-01-27..2021-01-31, uy-vien-trung-uong-dang | 2006-01-01..2021-01-31", "Ủy viên Bộ Chính trị"),
    (
        "bo-truong-bo-mau | 2011-01-01..2016-01-01, uy-vien-bo-chinh-tri | 2016-01-27..2021-01-31, bi-thu-tinh-uy-phu-tho | 2016-02-05..2021-02-05",
        "Bí thư Tỉnh ủy Phú Thọ",
    ),
    (
        "bo-truong-bo-mau | 2011-01-01..2016-01-01, bi-thu-tinh-uy-phu-tho | 2020-10-18..2025-08-25, uy-vien-bo-chinh-tri | 2021-01-31..2026-01-23",
        "Bí thư Tỉnh ủy Phú Thọ",
    ),
    ("bo-truong-bo-mau | 2011-01-01..2016-01-01, bo-truong-bo-khac | 2016-04-08..2021-04-08", "Bộ trưởng Bộ Khác"),
    ("bo-truong-bo-mau | 2016-04-02..2021-04-05, bi-thu-tinh-uy-phu-tho | 2011-01-01..2016-01-01", "Bộ trưởng Bộ Mẫu"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "title"), FORMER)
def test_the_former_have_their_highest_office(facts: Callable[..., Roster], lines: str, title: str) -> None:
    roster = facts("\n".join(f"Lê An | {line}" for line in lines.split(", ")))
    assert roster.introduce("le-an", date(2026, 5, 1)) == f"nguyên {title} Lê An"


DEATHS = [
    ("2024-07-18", "Tổng Bí thư Lê An"),
    ("2024-07-19", "cố Tổng Bí thư Lê An"),
    ("2026-05-01", "cố Tổng Bí thư Lê An"),
]


@pytest.mark.parametrize(("on", "said"), DEATHS)
def test_the_dead_are_co_from_the_day_of_death(facts: Callable[..., Roster], on: str, said: str) -> None:
    roster = facts("Lê An | tong-bi-thu | 2011-01-19..2024-07-19", died="2024-07-19")
    assert roster.introduce("le-an", date.fromisoformat(on)) == said


def test_a_coarse_death_says_nothing_inside_it(facts: Callable[..., Roster]) -> None:
    roster = facts("Lê An | bo-truong-bo-mau | 2011-01-19..2016-04-01", died="2024")
    assert roster.introduce("le-an", date(2024, 6, 1)) == "Lê An"
    assert roster.introduce("le-an", date(2023, 6, 1)) == "nguyên Bộ trưởng Bộ Mẫu Lê An"
    assert roster.introduce("le-an", date(2025, 6, 1)) == "cố Bộ trưởng Bộ Mẫu Lê An"


def test_the_order_of_a_day(facts: Callable[..., Roster]) -> None:
    roster = facts(
        """
        Phạm Không | giam-doc-cong-an-tinh-phu-tho | 2016-01-01..
        Hà Tỉnh | chu-tich-ubnd-tinh-phu-tho | 2016-01-01..
        Lý Thứ | bi-thu-tinh-uy-phu-tho | 2016-01-01..
        Đỗ Bộ | bo-truong-bo-mau | 2016-01-01..
        Đỗ Bộ | uy-vien-trung-uong-dang | 2016-01-01..
        Vũ Chính | uy-vien-bo-chinh-tri | 2016-01-01..
        Vũ Chính | bo-truong-bo-mau | 2016-01-01.. | low
        Mai Cựu | chu-tich-nuoc | 2006-01-01..2011-01-01
        Mai Xưa | chu-tich-nuoc | 2001-01-01..2006-01-01
        Lê Nước | chu-tich-nuoc | 2016-01-01..
        Tô Tổng | tong-bi-thu | 2016-01-01..
        Trần Phó | pho-thu-tuong-chinh-phu | 2016-01-01..
        Trần Viện | pho-chu-tich-quoc-hoi | 2016-01-01..
        """
    )
    everybody = [p.id for p in roster.register.persons]
    expected = [
        "to-tong",
        "le-nuoc",
        "mai-xua",
        "mai-cuu",
        "vu-chinh",
        "tran-pho",
        "tran-vien",
        "do-bo",
        "ly-thu",
        "ha-tinh",
        "pham-khong",
    ]
    assert roster.in_order(everybody, date(2026, 5, 1)) == expected
    assert roster.in_order(["tran-vien", "tran-pho"], date(2026, 5, 1)) == ["tran-pho", "tran-vien"]


def test_a_tie_is_printed_as_the_document_prints_it(facts: Callable[..., Roster]) -> None:
    roster = facts(
        "Lê An | pho-chu-tich-quoc-hoi | 2016-01-01..\nVũ Bình | pho-thu-tuong-chinh-phu | 2016-01-01.."
    )
    on = date(2026, 5, 1)
    first, second = places([(i, roster.career(i, on)) for i in ("le-an", "vu-binh")], roster.ranking(on))
    assert [first.person, second.person] == ["vu-binh", "le-an"]
    assert first.ties(second)


def test_ties_and_the_unknown_keep_the_order_given(facts: Callable[..., Roster]) -> None:
    roster = facts(
        """
        Lê An | uy-vien-bo-chinh-tri | 2016-01-01..
        Vũ Bình | uy-vien-bo-chinh-tri | 2016-01-01..
        Đỗ Không | thu-truong-bo-mau | 2016-01-01..
        Hà Không | giam-doc-cong-an-tinh-phu-tho | 2016-01-01..
        """
    )
    given = ["ha-khong", "vu-binh", "do-khong", "le-an"]
    assert roster.in_order(given, date(2026, 5, 1)) == ["vu-binh", "le-an", "ha-khong", "do-khong"]


def test_a_second_seat_puts_nobody_first(facts: Callable[..., Roster]) -> None:
    roster = facts(
        """
        Lê An | uy-vien-bo-chinh-tri | 2016-01-01..
        Vũ Bình | uy-vien-bo-chinh-tri | 2016-01-01..
        Vũ Bình | uy-vien-ban-bi-thu | 2016-01-01..
        """
    )
    assert roster.in_order(["le-an", "vu-binh"], date(2026, 5, 1)) == ["le-an", "vu-binh"]


def test_the_former_stand_as_they_left_for_the_last_time(facts: Callable[..., Roster]) -> None:
    roster = facts(
        """
        Lê An | chu-tich-nuoc | 2001-01-01..2003-01-01
        Vũ Bình | chu-tich-nuoc | 2003-01-01..2006-01-01
        Lê An | chu-tich-nuoc | 2006-01-01..2011-01-01
        """
    )
    assert roster.in_order(["le-an", "vu-binh"], date(2026, 5, 1)) == ["vu-binh", "le-an"]


def test_old_names_of_an_office_rank_with_it() -> None:
    ranks = Roster.load().ranking(date(1985, 1, 1)).ranks
    assert ranks["chu-tich-hoi-dong-bo-truong"] == ranks["thu-tuong-chinh-phu"]


def test_the_order_is_the_one_in_force(facts: Callable[..., Roster]) -> None:
    lines = "Lê An | chu-tich-quoc-hoi | 2020-01-01..\nVũ Bình | thu-tuong-chinh-phu | 2020-01-01.."
    tied = [["thu-tuong-chinh-phu", "chu-tich-quoc-hoi"]]
    orders = [
        order("cu", [list(reversed(tied[0]))[:1], tied[0][:1]], valid_until="2025-09-08"),
        order("moi", [[tied[0][0]], [tied[0][1]]], valid_from="2025-09-08"),
    ]
    roster = facts(lines, orders=orders)
    both = ["le-an", "vu-binh"]
    assert roster.in_order(both, date(2025, 9, 7)) == ["le-an", "vu-binh"]
    assert roster.in_order(both, date(2025, 9, 8)) == ["vu-binh", "le-an"]
    assert [o.id for on in (date(2025, 9, 7), date(2025, 9, 8)) if (o := roster.precedence(on))] == [
        "cu",
        "moi",
    ]
    assert roster.precedence(date(2025, 9, 8), "province") is None


def test_unknown_ids_raise(facts: Callable[..., Roster]) -> None:
    roster = facts("Lê An | bo-truong-bo-mau | 2016-01-01..")
    with pytest.raises(UnknownNameError):
        roster.introduce("nobody", date(2026, 5, 1))
    with pytest.raises(UnknownNameError):
        roster.in_order(["le-an", "nobody"], date(2026, 5, 1))
    with pytest.raises(DataError, match=r"precedences\[hong\].groups"):
        facts("Lê An | bo-truong-bo-mau | 2016-01-01..", orders=[order("hong", [["bo-truong-khac"]])])


SHIPPED = [
    ("le-minh-hung-1970", "2026-05-01", "full", "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng"),
    ("le-minh-hung-1970", "2026-05-01", "short", "Thủ tướng Lê Minh Hưng"),
    ("to-lam-1957", "2026-05-01", "full", "Tổng Bí thư, Chủ tịch nước Tô Lâm"),
    ("to-lam-1957", "2024-07-01", "full", "Ủy viên Bộ Chính trị, Chủ tịch nước Tô Lâm"),
    ("tran-cam-tu-1961", "2025-10-01", "full", "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Trần Cẩm Tú"),
    ("vo-thi-anh-xuan-1970", "2024-04-26", "full", "Ủy viên Trung ương Đảng, Quyền Chủ tịch nước Võ Thị Ánh Xuân"),
    ("pham-minh-chinh-1958", "2026-05-01", "short", "nguyên Thủ tướng Phạm Minh Chính"),
    ("nguyen-phu-trong-1944", "2026-05-01", "full", "cố Tổng Bí thư Nguyễn Phú Trọng"),
    ("nguyen-phu-trong-1944", "2019-05-01", "full", "Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng"),
    ("pham-quang-nghi-1949", "2026-05-01", "full", "nguyên Bí thư Thành ủy Hà Nội Phạm Quang Nghị"),
    ("ho-chi-minh-1890", "2026-05-01", "short", "Chủ tịch Hồ Chí Minh"),
    ("x-tap-can-binh", "2026-05-01", "full", "Tập Cận Bình"),
]  # fmt: skip


@pytest.mark.parametrize(("person", "on", "form", "said"), SHIPPED)
def test_the_shipped_register_introduces(person: str, on: str, form: Any, said: str) -> None:
    assert Roster.load().introduce(person, date.fromisoformat(on), form) == said


TOP = ["tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu"]


@pytest.mark.parametrize(
    ("on", "tiers"),
    [
        ("2026-05-01", [0, 1, 2, 3, 4]),
        ("2025-09-08", [0, 1, 2, 3, 4]),
        ("2025-09-07", [0, 1, 2, 2, 3]),
        ("2022-05-04", [0, 1, 2, 2, 2]),
    ],
)
def test_the_five_of_the_day(on: str, tiers: list[int]) -> None:
    """The Prime Minister and the Speaker were printed on one line until 8/9/2025."""
    ranks = Roster.load().ranking(date.fromisoformat(on)).ranks
    assert [ranks[position][1] for position in TOP] == tiers


@pytest.mark.parametrize("on", ["2015-01-01", "2020-01-01", "2024-06-01", "2026-05-01"])
def test_the_three_deputies_are_always_tied(on: str) -> None:
    ranks = Roster.load().ranking(date.fromisoformat(on)).ranks
    deputies = ("pho-chu-tich-nuoc", "pho-thu-tuong-chinh-phu", "pho-chu-tich-quoc-hoi")
    assert len({ranks[position][:2] for position in deputies}) == 1


def test_secretaries_and_chairs_of_every_province_are_ranked() -> None:
    roster = Roster.load()
    local = {"tinh-uy", "thanh-uy", "hoi-dong-nhan-dan", "uy-ban-nhan-dan"}
    ranks = roster.ranking(date(2026, 5, 1)).ranks
    heads = [
        p.id
        for p in roster.positions.values()
        if p.level == "province" and p.organisation in local and p.exclusive
    ]
    assert [ident for ident in heads if ident not in ranks] == []


def test_institutions_are_bodies_of_the_register() -> None:
    roster = Roster.load()
    found = roster.precedence(date(2026, 5, 1), "institutions")
    assert found
    assert found.groups[0] == ("ban-chap-hanh-trung-uong-dang",)
    assert {"quoc-hoi", "chu-tich-nuoc"} in [set(group) for group in found.groups]
    assert found.groups[-1] == ("uy-ban-trung-uong-mat-tran-to-quoc-viet-nam",)


def test_a_pattern_stands_for_the_ids_that_fit() -> None:
    known = ["bo-truong-bo-mau", "thu-truong-bo-mau"]
    assert members("bo-truong-*", known) == ["bo-truong-bo-mau"]
    assert members("chu-tich-nuoc", known) == ["chu-tich-nuoc"]


def desk(*arguments: str, code: int = 0) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "leadercheck", *arguments],
        capture_output=True, check=False, timeout=60, text=True, encoding="utf-8", cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout, done.stderr


def test_the_command_introduces() -> None:
    said, _ = desk("introduce", "Lê Minh Hưng", "--on", "1/5/2026")
    assert said == "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng\n"
    said, _ = desk("introduce", "le-minh-hung-1970", "--on", "2026-05-01", "--short")
    assert said == "Thủ tướng Lê Minh Hưng\n"
    said, why = desk("introduce", "Lê Minh Hưng", "--on", "1/5/2056")
    assert said == "Lê Minh Hưng\n"
    assert "Không nêu vì chưa chắc cho ngày 1/5/2056: Lê Minh Hưng, Thủ tướng Chính phủ" in why
    _, why = desk("introduce", "Lê Minh Hugn", "--on", "1/5/2026", code=2)
    assert "có phải Lê Minh Hưng" in why


def test_the_command_orders_and_cites() -> None:
    said, why = desk("order", "Lê Minh Hưng", "Tập Cận Bình", "Nông Đức Mạnh", "Tô Lâm", "--on", "1/5/2026")
    assert said.splitlines()[:4] == [
        " 1. Tổng Bí thư, Chủ tịch nước Tô Lâm",
        " 2. nguyên Tổng Bí thư Nông Đức Mạnh",
        " 3. Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng",
        "    Tập Cận Bình",
    ]
    assert "Căn cứ: Quy định 368-QĐ/TW" in said
    assert "Không xếp được, giữ thứ tự đưa vào: Tập Cận Bình" in why
