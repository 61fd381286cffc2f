"""The register looked after: appointments, changes told, overlays, coverage; and the story of one election."""

import difflib
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import fields, replace

from leadercheck import Roster
from leadercheck.__main__ import main
from leadercheck.changes import FIELD_NAMES, changes
from leadercheck.citations import kind
from leadercheck.errors import DataError, UnknownNameError
from leadercheck.gaps import SENIOR, gaps
from leadercheck.overlays import notices
from leadercheck.register import (
    Organisation,
    Overlay,
    Person,
    Position,
    Precedence,
    Register,
    Source,
    Tenure,
)
from leadercheck.register_file import dump, parse
from leadercheck.stats import Group, rows
from leadercheck.tables import coverage
from leadercheck.upkeep import as_partial, find_person, find_position

PAGE = "https://baochinhphu.vn/bau-thu-tuong"


def nation() -> dict[str, Any]:
    """A Prime Minister, a deputy and a Speaker on the eve of an election."""
    return {
        "schema_version": 1,
        "as_of": "2026-10-07",
        "sources": [{"prefix": "https://", "title": "Trang báo", "kind": "press", "read": "2026-11-23"}],
        "organisations": [
            {"id": "chinh-phu", "name": "Chính phủ", "kind": "government", "lives": [{"valid_from": "1992-09-24"}]},
        ],
        "persons": [
            {"id": "le-an-1960", "name": "Lê Văn An", "born": "1960", "sources": ["https://a.vn/1"]},
            {"id": "do-binh-1965", "name": "Đỗ Thị Bình", "born": "1965", "sources": ["https://a.vn/2"]},
            {"id": "vu-cuong-1962", "name": "Vũ Quốc Cường", "born": "1962", "sources": ["https://a.vn/3"]},
        ],
        "positions": [
            position("thu-tuong-chinh-phu", "Thủ tướng Chính phủ", "Thủ tướng", exclusive=True, organisation="chinh-phu"),
            position(
                "pho-thu-tuong-chinh-phu", "Phó Thủ tướng Chính phủ", "Phó Thủ tướng",
                organisation="chinh-phu", deputy_of="thu-tuong-chinh-phu",
            ),
            position("chu-tich-quoc-hoi", "Chủ tịch Quốc hội", "Chủ tịch", exclusive=True),
            position("uy-vien-bo-chinh-tri", "Ủy viên Bộ Chính trị", "Ủy viên"),
        ],
        "precedences": [
            {
                "id": "thu-tu", "title": "Thứ tự", "citation": "Quy định mẫu", "scope": "national",
                "groups": [["thu-tuong-*"], ["chu-tich-quoc-hoi"], ["pho-thu-tuong-*"]], "sources": ["https://a.vn/4"],
            },
        ],
        "tenures": [
            tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04-05", last_confirmed="2026-10-07"),
            tenure("do-binh-1965", "pho-thu-tuong-chinh-phu", "2021-04-08", last_confirmed="2026-10-07"),
            tenure("vu-cuong-1962", "chu-tich-quoc-hoi", "2021-03-31", last_confirmed="2026-10-07"),
        ],
    }  # fmt: skip


def position(ident: str, title: str, head: str, *, exclusive: bool = False, **more: str) -> dict[str, Any]:
    return {"id": ident, "title": title, "head": head, "level": "government", "exclusive": exclusive} | more


def tenure(person: str, office: str, start: str | None, **more: Any) -> dict[str, Any]:
    return {
        "id": f"{person}/{office}/{start}", "person": person, "position": office, "start": start,
        "end_status": "ended" if more.get("end") else "in_office", "confidence": "high",
        "sources": [f"https://a.vn/{person}"],
    } | more  # fmt: skip


def write(path: Path, content: dict[str, Any]) -> Path:
    """The file in the one form that `fmt` gives it."""
    shape = Register if "as_of" in content else Overlay
    path.write_text(dump(parse(shape, json.dumps(content).encode(), str(path))), encoding="utf-8")
    return path


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "leaders.json", nation())


def add(file: Path, *more: object, code: int = 0) -> str:
    """What `add-tenure` says of Đỗ Thị Bình becoming Prime Minister, options changed by `more`."""
    options = {
        "--person": "Đỗ Thị Bình", "--position": "Thủ tướng", "--start": "20/10/2026", "--source": PAGE,
        "--confidence": "high", "--file": file,
    }  # fmt: skip
    given = dict(zip(more[::2], more[1::2], strict=True))
    flat = [part for pair in (options | given).items() if pair[1] is not None for part in pair]
    return run("roster", "add-tenure", *flat, code=code).output


def different_lines(old: str, new: str) -> list[str]:
    """The lines gone and come, each with its sign, commas at their end left off."""
    found = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line.rstrip(",") for line in found if line[0] in "+-"]


def test_the_story_of_an_election(file: Path, tmp_path: Path) -> None:
    """The handbook's story: elected, closed, promoted, reordered, an overlay in the way, undone."""
    eve = file.read_text(encoding="utf-8")
    before = Roster.load(file)
    day = date(2026, 10, 20)
    everybody = ["do-binh-1965", "vu-cuong-1962", "le-an-1960"]
    assert before.in_order(everybody, date(2026, 10, 7)) == ["le-an-1960", "vu-cuong-1962", "do-binh-1965"]

    # The National Assembly elects the deputy Prime Minister.
    told = add(file).splitlines()
    assert told == [
        f"Kết thúc nhiệm kỳ: Đỗ Thị Bình, Phó Thủ tướng Chính phủ, từ ngày 8/4/2021 đến ngày 20/10/2026 (nguồn: {PAGE})",
        f"Thêm: Đỗ Thị Bình, Thủ tướng Chính phủ, từ ngày 20/10/2026, xác nhận gần nhất ngày 20/10/2026 (nguồn: {PAGE})",
        f"Kết thúc nhiệm kỳ: Lê Văn An, Thủ tướng Chính phủ, từ ngày 5/4/2021 đến ngày 20/10/2026 (nguồn: {PAGE})",
    ]  # fmt: skip

    # The file differs by exactly these lines: one new, two closed.
    elected = file.read_text(encoding="utf-8")
    lines = different_lines(eve, elected)
    assert "".join(sorted(line[0] for line in lines)) == "+++--"
    assert sorted(json.loads(line[2:])["id"] for line in lines if line[0] == "+") == [
        "do-binh-1965/pho-thu-tuong-chinh-phu/2021-04-08",
        "do-binh-1965/thu-tuong-chinh-phu/2026-10-20",
        "le-an-1960/thu-tuong-chinh-phu/2021-04-05",
    ]
    run("roster", "validate", file)

    # Titles and the order of a list follow.
    after = Roster.load(file)
    assert after.held("le-an-1960", "thu-tuong-chinh-phu", day).answer == "no"
    assert after.held("do-binh-1965", "thu-tuong-chinh-phu", day).answer == "yes"
    assert after.introduce("do-binh-1965", day) == "Thủ tướng Chính phủ Đỗ Thị Bình"
    assert after.introduce("le-an-1960", day) == "nguyên Thủ tướng Chính phủ Lê Văn An"
    assert after.ranking(day) == before.ranking(day)
    ahead = after.in_order(everybody, day)
    assert ahead.index("do-binh-1965") < ahead.index("vu-cuong-1962")

    # A newsroom's overlay still has the old Prime Minister.
    stale = [tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04-05", last_confirmed="2026-10-25")]
    overlay = write(tmp_path / "own.json", {"schema_version": 1, "tenures": stale})
    told = run("roster", "overlay", overlay, "--base", file, "--on", "25/10/2026", code=1).output
    assert "trái với dữ liệu gốc" in told
    assert "https://a.vn/le-an-1960" in told
    assert "đến ngày 20/10/2026" in told

    # The change is undone, and told.
    elected_file = tmp_path / "elected.json"
    elected_file.write_text(elected, encoding="utf-8")
    file.write_text(eve, encoding="utf-8")
    assert [line.split(":")[0] for line in run("roster", "diff", elected_file, file).output.splitlines()] == [
        "Mở lại nhiệm kỳ", "Bỏ", "Mở lại nhiệm kỳ",
    ]  # fmt: skip
    assert run("roster", "diff", file, file).output == "Không có gì thay đổi\n"
    assert run("roster", "overlay", overlay, "--base", file, "--on", "25/10/2026").output.endswith(
        "không có gì phải xem lại\n"
    )


REFUSED = [
    pytest.param(("--person", "Lê Văn Ân"), "có phải Lê Văn An?", id="nobody of this name"),
    pytest.param(("--position", "Tổng thống"), "chưa có chức vụ 'Tổng thống'", id="no such office"),
    pytest.param(("--person", None), "--person hoặc --new-person", id="nobody"),
    pytest.param(("--new-person", "Trần Mới"), "--person hoặc --new-person", id="two persons"),
    pytest.param(("--start", "hôm qua"), "ghi 7/4/2026", id="no day"),
    pytest.param(("--start", "31/2/2026"), "ghi 7/4/2026", id="a day that is not"),
    pytest.param(("--start", "20/11/2026"), "thêm --as-of", id="later than the register looks"),
    pytest.param(("--start", "1/4/2021"), "is not before end", id="before the predecessor began"),
    pytest.param(("--person", "Lê Văn An"), "đang giữ chức vụ đó", id="holds it already"),
    pytest.param(("--source", " "), "empty source", id="no source"),
    pytest.param(("--person", None, "--new-person", "Lê Văn An"), "--person-note", id="a namesake untold"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "said"), REFUSED)
def test_a_wrong_appointment_writes_nothing(file: Path, more: tuple[str | None, ...], said: str) -> None:
    before = file.read_bytes()
    assert said in add(file, *more, code=2)
    assert file.read_bytes() == before


def test_as_of_moves_with_the_editor(file: Path) -> None:
    told = add(file, "--start", "20/11/2026", "--as-of", "20/11/2026")
    assert "Sửa: ngày dữ liệu được xác minh: 7/10/2026 → 20/11/2026" in told
    assert Roster.load(file).as_of == date(2026, 11, 20)


def test_a_new_person_is_registered(file: Path) -> None:
    told = add(
        file, "--person", None, "--new-person", "Trần Đức Mới", "--born", "1/2/1970", "--start", "10/2026"
    )
    assert "Thêm: người Trần Đức Mới, sinh ngày 1/2/1970 (tran-duc-moi-1970)" in told
    assert "Kết thúc nhiệm kỳ: Lê Văn An, Thủ tướng Chính phủ, từ ngày 5/4/2021 đến tháng 10/2026" in told
    assert "Đỗ Thị Bình" not in told


CAPACITIES = [
    pytest.param("full", {"le-an-1960/thu-tuong-chinh-phu", "do-binh-1965/pho-thu-tuong-chinh-phu"}, id="full"),
    pytest.param("acting", {"le-an-1960/thu-tuong-chinh-phu"}, id="acting: the office is vacant, the deputy stays"),
    pytest.param("in_charge", set(), id="in charge: for one who is ill"),
]  # fmt: skip


@pytest.mark.parametrize(("capacity", "closed"), CAPACITIES)
def test_what_an_appointment_ends(file: Path, capacity: str, closed: set[str]) -> None:
    add(file, "--capacity", capacity)
    ended = {t.id.rpartition("/")[0] for t in Roster.load(file).register.tenures if t.end}
    assert ended == closed
    new = [t for t in Roster.load(file).register.tenures if t.capacity != "full"]
    assert all(t.id.endswith(f"/{capacity}") for t in new)


def test_an_office_of_many_closes_nobody(file: Path) -> None:
    told = add(file, "--person", "Lê Văn An", "--position", "pho-thu-tuong-chinh-phu")
    assert told.count("\n") == 1
    assert told.startswith("Thêm: Lê Văn An, Phó Thủ tướng Chính phủ")


def test_a_full_holder_ends_the_acting_spell(file: Path) -> None:
    add(file, "--capacity", "acting")
    told = add(file, "--start", "25/10/2026")
    assert "Kết thúc nhiệm kỳ: Đỗ Thị Bình, quyền Thủ tướng Chính phủ" in told


def test_another_term_ends_the_last(file: Path) -> None:
    office = ("--position", "uy-vien-bo-chinh-tri", "--person", "Lê Văn An")
    add(file, *office, "--term", "XIII", "--start", "31/1/2021", "--confirmed", "7/10/2026")
    told = add(file, *office, "--term", "XIV", "--start", "23/1/2026")
    assert "Kết thúc nhiệm kỳ: Lê Văn An, Ủy viên Bộ Chính trị, từ ngày 31/1/2021 đến ngày 23/1/2026" in told


def test_old_faults_do_not_stand_in_the_way(tmp_path: Path) -> None:
    content = nation()
    content["tenures"].append(
        tenure("vu-cuong-1962", "uy-vien-bo-chinh-tri", "2021-01-31")
    )  # never confirmed
    file = write(tmp_path / "leaders.json", content)
    run("roster", "validate", file, code=1)
    assert "Thêm: Đỗ Thị Bình" in add(file)


def test_names_and_titles_that_are_several() -> None:
    roster = Roster.load()
    with pytest.raises(
        UnknownNameError, match=r"2 người tên 'Trịnh Văn Quyết'; hãy ghi mã: trinh-van-quyet-"
    ):
        find_person("Trịnh Văn Quyết", roster)
    with pytest.raises(UnknownNameError, match=r"'Bộ trưởng' là \d+ chức vụ; hãy ghi mã"):
        find_position("Bộ trưởng", roster)
    assert find_position("Thủ tướng", roster).id == "thu-tuong-chinh-phu"


@pytest.mark.parametrize(
    ("written", "iso"),
    [("7/4/2026", "2026-04-07"), ("7.4.2026", "2026-04-07"), ("4/2026", "2026-04"), ("2026", "2026"), ("2026-4-7", "2026-04-07")],
)  # fmt: skip
def test_days_as_editors_write_them(written: str, iso: str) -> None:
    assert as_partial(written) == iso


def _row(content: dict[str, Any], records: str, number: int, **fields: Any) -> None:
    content[records][number] |= fields


CHANGES: list[Any] = [
    pytest.param(lambda c: _row(c, "tenures", 0, end="2026-10-01", end_status="ended", last_confirmed=None),
                 "Kết thúc nhiệm kỳ: Lê Văn An, Thủ tướng Chính phủ, từ ngày 5/4/2021 đến ngày 1/10/2026", id="closed"),
    pytest.param(lambda c: _row(c, "tenures", 0, last_confirmed="2026-10-08"),
                 "Sửa: Lê Văn An, Thủ tướng Chính phủ, từ ngày 5/4/2021, xác nhận gần nhất ngày 8/10/2026: "
                 "xác nhận gần nhất ngày 7/10/2026 → ngày 8/10/2026", id="confirmed"),
    pytest.param(lambda c: _row(c, "tenures", 0, confidence="low"), "độ tin cậy cao → thấp", id="doubted"),
    pytest.param(lambda c: _row(c, "tenures", 0, sources=["https://a.vn/le-an-1960", "https://b.vn/x"]),
                 "nguồn thêm https://b.vn/x", id="one more source"),
    pytest.param(lambda c: c["tenures"].pop(0), "Bỏ: Lê Văn An, Thủ tướng Chính phủ", id="gone"),
    pytest.param(lambda c: c["tenures"].append(tenure("le-an-1960", "uy-vien-bo-chinh-tri", "2016", end="2021")),
                 "Thêm: Lê Văn An, Ủy viên Bộ Chính trị, từ năm 2016 đến năm 2021 (nguồn: https://a.vn/le-an-1960)", id="come"),
    pytest.param(lambda c: _row(c, "tenures", 0, id="le-an-1960/thu-tuong-chinh-phu/2021-04-06", start="2021-04-06"),
                 "ngày bắt đầu ngày 5/4/2021 → ngày 6/4/2021", id="a start corrected is one line"),
    pytest.param(lambda c: _row(c, "persons", 0, died="2026-09-01"),
                 "Sửa: người Lê Văn An, sinh năm 1960 (le-an-1960): ngày mất (trống) → ngày 1/9/2026", id="died"),
    pytest.param(lambda c: _row(c, "persons", 0, aliases=[{"name": "An Lê", "kind": "pen"}]), "tên khác thêm An Lê", id="alias"),
    pytest.param(lambda c: c["positions"].append(position("chanh-an", "Chánh án", "Chánh án")),
                 "Thêm: chức vụ Chánh án (chanh-an)", id="office"),
    pytest.param(lambda c: _row(c, "positions", 0, vacancies=[{"valid_from": "2020-01-01", "valid_until": "2020-02-01", "citation": "x"}]),
                 "khoảng trống thêm 1/1/2020 1/2/2020 x", id="vacancy"),
    pytest.param(lambda c: _row(c, "organisations", 0, forms=["CP"]), "Sửa: tổ chức Chính phủ (chinh-phu): cách viết thêm CP", id="body"),
    pytest.param(lambda c: _row(c, "precedences", 0, groups=[["chu-tich-quoc-hoi"], ["thu-tuong-*", "pho-thu-tuong-*"]]),
                 "thứ tự thu-tuong-* > chu-tich-quoc-hoi > pho-thu-tuong-* → chu-tich-quoc-hoi > thu-tuong-* = pho-thu-tuong-*",
                 id="order"),
    pytest.param(lambda c: c.update(as_of="2026-10-09"), "Sửa: ngày dữ liệu được xác minh: 7/10/2026 → 9/10/2026", id="as_of"),
    pytest.param(lambda c: _row(c, "sources", 0, kind="official"), "Sửa: nhóm nguồn Trang báo (https://): loại press → official", id="source"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_a_change_is_one_line(tmp_path: Path, change: Callable[[dict[str, Any]], object], said: str) -> None:
    content = nation()
    change(content)
    old, new = (write(tmp_path / name, c) for name, c in (("old.json", nation()), ("new.json", content)))
    found = changes(Roster.load(old), Roster.load(new))
    assert len(found) == 1, found
    assert said in found[0]
    assert changes(Roster.load(new), Roster.load(new)) == []


def test_every_field_has_a_vietnamese_name() -> None:
    records = (Source, Organisation, Person, Position, Precedence, Tenure)
    names = {f.name for record in records for f in fields(record)} - {"id", "prefix"}
    assert sorted(names - FIELD_NAMES.keys()) == []


LAST_YEAR = "2025-10-01"
OVERLAYS: list[Any] = [
    pytest.param({"expires": "2026-10-30"}, "$.expires: hết hạn ngày 30/10/2026", id="expired"),
    pytest.param({"expires": "2026-11-01"}, None, id="the last day is still good"),
    pytest.param({"tenures": [nation()["tenures"][0]]}, "dữ liệu gốc đã có", id="the same row"),
    pytest.param(
        {"tenures": [tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04", last_confirmed="2026-09-01")]},
        "dữ liệu gốc đã có; bỏ dòng này khỏi lớp phủ (dữ liệu gốc: Lê Văn An", id="the base knows it better",
    ),
    pytest.param(
        {"tenures": [tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04-05", last_confirmed="2026-11-01")]}, None, id="newer",
    ),
    pytest.param(
        {"tenures": [tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04-05", end="2026-10-20")]}, None, id="closes it",
    ),
    pytest.param(
        {"tenures": [tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04-05", end="2024-01-01")]},
        "trái với dữ liệu gốc; lớp phủ: Lê Văn An, Thủ tướng Chính phủ, từ ngày 5/4/2021 đến ngày 1/1/2024 "
        "(nguồn: https://a.vn/le-an-1960); dữ liệu gốc: Lê Văn An", id="ends it where the base still saw it",
    ),
    pytest.param(
        {"tenures": [tenure("vu-cuong-1962", "thu-tuong-chinh-phu", LAST_YEAR, last_confirmed="2026-11-01", sources=["https://own.vn"])]},
        "hai người cùng giữ chức vụ chỉ một người giữ; lớp phủ: Vũ Quốc Cường, Thủ tướng Chính phủ, từ ngày 1/10/2025, "
        "xác nhận gần nhất ngày 1/11/2026 (nguồn: https://own.vn); dữ liệu gốc: Lê Văn An", id="two holders",
    ),
    pytest.param(
        {"tenures": [tenure("vu-cuong-1962", "pho-thu-tuong-chinh-phu", LAST_YEAR, last_confirmed="2026-11-01")]}, None, id="two deputies",
    ),
    pytest.param({"persons": [nation()["persons"][0]]}, "dữ liệu gốc đã có đúng như vậy", id="the same person"),
    pytest.param(
        {"persons": [nation()["persons"][0] | {"born": "1961-01-01", "sources": ["https://own.vn"]}]},
        "ngày sinh trái với dữ liệu gốc: lớp phủ ghi 1961-01-01 (nguồn: https://own.vn), dữ liệu gốc ghi 1960 (nguồn: https://a.vn/1)",
        id="born otherwise",
    ),
    pytest.param({"persons": [nation()["persons"][0] | {"born": "1960-03-02"}]}, None, id="born the same year"),
    pytest.param(
        {"tenures": [tenure("vu-cuong-1962", "uy-vien-bo-chinh-tri", "2026-01-23", sources=["https://own.vn"])]},
        "needs last_confirmed", id="wrong by itself",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), OVERLAYS)
def test_what_an_overlay_needs(file: Path, tmp_path: Path, content: dict[str, Any], said: str | None) -> None:
    overlay = write(tmp_path / "own.json", {"schema_version": 1} | content)
    found = notices(Roster.load(file), overlay, date(2026, 11, 1))
    if said is None:
        assert found == []
    else:
        assert len(found) == 1, found
        assert said in found[0]
        assert found[0].startswith("$.")


def test_a_row_that_an_overlay_corrects_is_no_second_holder(file: Path, tmp_path: Path) -> None:
    rows = [
        tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04-05", end="2026-01-01"),
        tenure("vu-cuong-1962", "thu-tuong-chinh-phu", "2026-01-01", last_confirmed="2026-11-01"),
    ]
    overlay = write(tmp_path / "own.json", {"schema_version": 1, "tenures": rows})
    (only,) = notices(Roster.load(file), overlay, date(2026, 11, 1))
    assert "trái với dữ liệu gốc" in only


def test_a_broken_overlay_is_named(file: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "own.json"
    overlay.write_text('{"schema_version": 1, "expires": "soon"}', encoding="utf-8")
    assert "$.expires" in run("roster", "overlay", overlay, "--base", file, code=1).output
    overlay.write_text(
        json.dumps({"schema_version": 1, "tenures": [tenure("x", "y", "2020")]}), encoding="utf-8"
    )
    assert "names the person 'x'" in run("roster", "overlay", overlay, "--base", file, code=2).output


def test_an_expired_overlay_still_loads(file: Path, tmp_path: Path) -> None:
    overlay = write(
        tmp_path / "own.json",
        {"schema_version": 1, "expires": "2020-01-01", "persons": [{"id": "x", "name": "Trần Mới"}]},
    )
    assert Roster.load(file, overlays=[overlay]).person("x").name == "Trần Mới"
    assert '"expires": "2020-01-01"' in overlay.read_text(encoding="utf-8")


GAPS: list[Any] = [
    pytest.param([("2011-01-01", "2026-10-07")], {}, [], id="none"),
    pytest.param([("2011-01-01", "2015-01-01"), ("2015-01-08", None)], {}, [], id="a week is no gap"),
    pytest.param([("2011-01-01", "2015-01-01"), ("2015-01-09", None)], {}, ["2015-01-01..2015-01-09"], id="eight days are"),
    pytest.param([("2011-01-01", "2015-01"), ("2015-02", None)], {}, [], id="coarse dates may touch"),
    pytest.param([("2016-01-01", None)], {}, ["2011-01-01..2016-01-01"], id="a hole at the beginning"),
    pytest.param([("2010-01-01", "2012-01-01")], {}, ["2012-01-01..2026-10-08"], id="a hole at the end"),
    pytest.param(
        [("2011-01-01", "2015-01-01"), ("2015-06-01", None)],
        {"vacancies": [{"valid_from": "2015-01-01", "valid_until": "2015-06-01", "citation": "https://a.vn"}]}, [], id="vacant, cited",
    ),
    pytest.param(
        [("2011-01-01", "2015-01-01"), ("2015-06-01", None)],
        {"vacancies": [{"valid_from": "2015-01-01", "valid_until": "2015-06-01", "citation": " "}]},
        ["2015-01-01..2015-06-01"], id="vacant, not cited",
    ),
    pytest.param([("2013-01-01", "2015-01-01")], {"life": ("2013-01-01", "2015-01-01")}, [], id="while the body lived"),
    pytest.param([("2013-01-01", "2014-01-01")], {"life": ("2013", "2015")}, ["2014-01-01..2015-01-01"], id="coarse life"),
    pytest.param([("2011-01-01", None, "2026-09-01")], {}, ["2026-09-02..2026-10-08 unconfirmed"], id="not confirmed lately"),
    pytest.param(
        [("2011-01-01", None, "2026-09-01")],
        {"complete": [{"valid_from": "2011-01-01", "valid_until": "2026-10-08", "citation": "x"}]}, [], id="declared complete",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("spans", "office", "expected"), GAPS)
def test_gaps(
    tmp_path: Path, spans: list[tuple[str, ...]], office: dict[str, Any], expected: list[str]
) -> None:
    content = nation()
    life = office.pop("life", None) if "life" in (office := dict(office)) else None
    content["organisations"][0]["lives"] = [{"valid_from": life[0], "valid_until": life[1]}] if life else []
    content["positions"][0] |= office
    content["tenures"] = [
        tenure(f"{who}", "thu-tuong-chinh-phu", span[0], end=span[1], last_confirmed=None if span[1] else (*span, "2026-10-07")[2])
        for who, span in zip(("le-an-1960", "do-binh-1965"), spans, strict=False)
    ]  # fmt: skip
    roster = Roster.load(write(tmp_path / "leaders.json", content))
    found = gaps(roster, "thu-tuong-chinh-phu", roster.as_of)
    assert [f"{g.start}..{g.end}" + (" unconfirmed" if g.unconfirmed else "") for g in found] == expected


def test_an_acting_spell_fills_a_gap(tmp_path: Path) -> None:
    content = nation()
    content["tenures"] = [
        tenure("le-an-1960", "thu-tuong-chinh-phu", "2011-01-01", end="2015-01-01"),
        tenure("vu-cuong-1962", "thu-tuong-chinh-phu", "2015-01-01", end="2015-06-01", capacity="acting"),
        tenure("do-binh-1965", "thu-tuong-chinh-phu", "2015-06-01", last_confirmed="2026-10-07"),
    ]
    roster = Roster.load(write(tmp_path / "leaders.json", content))
    assert gaps(roster, "thu-tuong-chinh-phu", roster.as_of) == []


def test_the_senior_offices_are_in_the_register() -> None:
    known = Roster.load().positions
    assert [ident for ident in SENIOR if ident not in known] == []
    assert len(set(SENIOR)) == len(SENIOR) >= 60


KINDS = [
    ("https://baochinhphu.vn/x", "official"),
    ("https://vanban.chinhphu.vn/x", "official"),
    ("https://hatinh.dcs.vn/x", "official"),
    ("https://vnexpress.net/x", "press"),
    ("https://github.com/a/b", "compilation"),
    ("http://vi.wikipedia.org/wiki/x", "encyclopedia"),
    ("Tuổi Trẻ 2026-04-06", "press"),
    ("vtv.vn 12/11/2020", "press"),
    ("github:a/b (vi.wikipedia infobox: X)", "encyclopedia"),
    ("secondary compilation on GitHub (danh sách)", "compilation"),
    ("own knowledge", "own"),
    ("something else", "compilation"),
    ("http://[x/tin.htm", "press"),
    ("https://a@hdnd.phutho.vn:443/tin", "official"),
    ("https://", "press"),
]


@pytest.mark.parametrize(("locator", "expected"), KINDS)
def test_the_kind_of_a_source(locator: str, expected: str) -> None:
    assert kind(locator, ()) == expected


def test_the_register_knows_its_families_best() -> None:
    family = Source(prefix="https://vnexpress.net/", title="x", kind="official", read=date(2026, 1, 1))
    web = replace(family, prefix="https://", kind="press")
    assert kind("https://vnexpress.net/x", (web, family)) == "official"
    assert kind("https://github.com/x", (web, family)) == "compilation"


REGISTERED = [
    ("https://github.com/someone/list/blob/main/x.md", "compilation"),
    ("secondary compilation on GitHub (danh sách)", "compilation"),
    ("https://github.com/datmieu204/political-net/blob/main/x.json", "encyclopedia"),
    ("https://vi.wikipedia.org/wiki/X", "encyclopedia"),
    ("https://defzone.net/wiki/X", "encyclopedia"),
    ("https://88tysobongda.com/chinh-tri/x.htm", "compilation"),
    ("wikidata: Q1", "compilation"),
    ("own knowledge", "own"),
    ("Tuổi Trẻ 2026-04-07 (ông)", "press"),
    ("https://vnexpress.net/x", "press"),
    ("https://baochinhphu.vn/x", "official"),
]


@pytest.mark.parametrize(("locator", "expected"), REGISTERED)
def test_the_families_of_the_register(locator: str, expected: str) -> None:
    assert kind(locator, Roster.load().register.sources) == expected


def test_no_compilation_of_the_register_counts_as_a_page() -> None:
    roster = Roster.load()
    named = {s for record in (*roster.register.tenures, *roster.register.persons) for s in record.sources}
    compiled = sorted(
        s for s in named if re.search("wikipedia|wikidata|github|own knowledge|secondary", s, re.IGNORECASE)
    )
    assert len(compiled) > 1000
    assert list(filter(roster.is_page, compiled)) == []


def test_a_row_of_coverage(tmp_path: Path) -> None:
    content = nation()
    content["positions"][0]["complete"] = [
        {"valid_from": "2021-01-01", "valid_until": "2022-01-01", "citation": "x"}
    ]
    content["tenures"] = [
        tenure("le-an-1960", "thu-tuong-chinh-phu", "2021-04-05", last_confirmed="2026-10-07"),
        tenure("do-binh-1965", "thu-tuong-chinh-phu", "2016-04", end="2021-04-05", confidence="low", sources=["own knowledge"]),
        tenure("vu-cuong-1962", "thu-tuong-chinh-phu", None, end="1997-09-25"),
        tenure("vu-cuong-1962", "pho-thu-tuong-chinh-phu", "2021-04-08", last_confirmed="2026-02-01"),
    ]  # fmt: skip
    roster = Roster.load(write(tmp_path / "leaders.json", content))
    (row,) = rows(
        roster, [Group("Chính phủ từ 2002", lambda p: p.organisation == "chinh-phu", date(2002, 1, 1))]
    )
    assert (row.positions, row.of, row.tenures) == (2, 2, 3)
    assert (row.boundaries, row.exact, row.sourced) == (4, 3, 2)
    assert (row.confidence, row.open, row.complete) == ((2, 0, 1), (1, 1, 0), 1)


def test_stats_are_tables_of_every_group(file: Path) -> None:
    told = run("roster", "stats").output
    for label in (
        "Chức vụ cao nhất từ 1945", "Bộ Chính trị khóa XIV", "Ban Bí thư khóa X", "Trung ương Đảng, dự khuyết khóa XII",
        "Bộ trưởng và tương đương từ 2002", "Quốc hội: Phó Chủ tịch", "Tòa án, Viện kiểm sát", "Mặt trận", "Quân đội",
        "Tỉnh, thành hiện nay: Bí thư", "Tỉnh, thành trước 1/7/2025 (từ 2015): Chủ tịch UBND",
        "Hà Nội, TP.HCM từ 2000: Bí thư", "biết giới tính", "Lãnh đạo nước ngoài", "tỉnh, thành phố", "chức vụ cao cấp từ 1/1/2011",
    ):  # fmt: skip
        assert label in told, label
    assert "| Quân đội | 0/0 | 0 | – |" in coverage(Roster.load(file))


def test_the_provinces_of_a_day_are_counted_from_their_lives() -> None:
    found = {row.label: row.of for row in rows(Roster.load())}
    assert found["Tỉnh, thành hiện nay: Bí thư"] == 34
    assert found["Tỉnh, thành trước 1/7/2025 (từ 2015): Bí thư"] == 63


def test_nothing_is_written_into_half_a_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()
    monkeypatch.setattr(Path, "replace", _full)
    assert "cannot be written" in add(file, code=2)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(DataError):
        Roster.load(path)
    assert "correct the file" in run("roster", "stats", path, code=2).output
