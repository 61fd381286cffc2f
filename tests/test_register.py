"""The facts are code: the shipped register keeps its invariants, and each invariant notices a bad row."""

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leadercheck import Roster
from leadercheck._data import data_dir
from leadercheck.errors import DataError, DataNotFoundError
from leadercheck.invariants import CHECKS, broken
from leadercheck.register import Register
from leadercheck.register_file import dump, json_schema, parse, problems

SHIPPED = data_dir() / "leaders.json"
SCHEMA = data_dir() / "leaders.schema.json"


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def small() -> dict[str, Any]:
    """A register of two people who follow each other in one office."""
    return {
        "schema_version": 1,
        "as_of": "2026-10-07",
        "sources": [{"prefix": "https://", "title": "Trang báo", "kind": "press", "read": "2026-11-23"}],
        "organisations": [
            {"id": "bo-mau", "name": "Bộ Mẫu", "kind": "ministry", "lives": [{"valid_from": "2000-01-01"}]},
        ],
        "persons": [
            {"id": "le-an", "name": "Lê Văn An", "sources": ["https://example.vn/1"]},
            {"id": "do-binh", "name": "Đỗ Thị Bình", "sources": ["https://example.vn/2"]},
        ],
        "positions": [
            {
                "id": "bo-truong-mau", "title": "Bộ trưởng Bộ Mẫu", "head": "Bộ trưởng", "level": "government",
                "exclusive": True, "organisation": "bo-mau",
            },
        ],
        "precedences": [
            {
                "id": "thu-tu", "title": "Thứ tự", "citation": "Quy định mẫu", "scope": "national",
                "groups": [["bo-truong-*"]], "sources": ["https://example.vn/3"],
            },
        ],
        "tenures": [
            {
                "id": "le-an/bo-truong-mau/2016-04-09", "person": "le-an", "position": "bo-truong-mau",
                "start": "2016-04-09", "end": "2021-04-08", "end_status": "ended", "confidence": "high",
                "sources": ["https://example.vn/1"],
            },
            {
                "id": "do-binh/bo-truong-mau/2021-04-08", "person": "do-binh", "position": "bo-truong-mau",
                "start": "2021-04-08", "end_status": "in_office", "last_confirmed": "2026-10-07",
                "confidence": "high", "sources": ["https://example.vn/2"],
            },
        ],
    }  # fmt: skip


def loaded(tmp_path: Path, content: dict[str, Any]) -> Roster:
    path = tmp_path / "leaders.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return Roster.load(path)


def _put(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        target: Any = content
        for key in path[:-1]:
            target = target[key]
        target[path[-1]] = value

    return change


def _outlived(content: dict[str, Any]) -> None:
    content["organisations"][0]["lives"][0]["valid_until"] = "2019-01-01"


def _on_the_eve(content: dict[str, Any]) -> None:
    content["organisations"][0]["lives"][0]["valid_until"] = "2021-04-09"


def _two_orders(content: dict[str, Any]) -> None:
    order = content["precedences"][0]
    content["precedences"].append(order | {"id": "thu-tu-2", "valid_from": "2025-09-08"})


BAD_ROWS = [
    pytest.param(_put("tenures", 0, "end", value="2016-01-01"), "is not before end", id="ends before it starts"),
    pytest.param(_put("tenures", 1, "end_status", value="ended"), "does not fit end", id="ended without an end"),
    pytest.param(_put("tenures", 1, "last_confirmed", value=None), "needs last_confirmed", id="open, unconfirmed"),
    pytest.param(_put("tenures", 1, "attested", value="2022-01-01"), "only without a start", id="start and first sight"),
    pytest.param(_put("tenures", 1, "start", value="2027-01-01"), "after as_of", id="future announcement"),
    pytest.param(_put("persons", 0, "died", value="2018-05-01"), "after the death", id="in office when dead"),
    pytest.param(_put("tenures", 0, "end", value="2022-01-01"), "begins while", id="two holders at a time"),
    pytest.param(_put("persons", 1, "name", value="Lê Văn An"), "shares its name", id="namesakes not told apart"),
    pytest.param(
        _put("positions", 0, "complete", value=[{"valid_from": "2016-04-09", "valid_until": "2026-10-07", "citation": " "}]),
        "has no citation", id="complete without a citation",
    ),
    pytest.param(_outlived, "ended on", id="office outlives its body"),
    pytest.param(_on_the_eve, "the eve of the end", id="the last day in office for the first out of it"),
    pytest.param(_put("tenures", 0, "sources", value=[" "]), "empty source", id="empty source"),
    pytest.param(
        _put("tenures", 0, "sources", value=["vi.wikipedia: Lê Văn An", "own knowledge"]),
        "make the confidence low", id="sure of an encyclopedia alone",
    ),
    pytest.param(_put("precedences", 0, "sources", value=[]), "no citation or no source", id="order without a source"),
    pytest.param(_put("precedences", 0, "groups", value=[["bo-*", "bi-thu-*"]]), "fits no position", id="order of nobody"),
    pytest.param(
        _put("precedences", 0, "groups", value=[["bo-truong-mau"], ["bo-*"]]), "stands 2 times", id="ranked twice"
    ),
    pytest.param(_two_orders, "is in force beside", id="two orders a day"),
]  # fmt: skip


def test_the_shipped_register_is_in_order() -> None:
    assert broken(Roster.load()) == []


def test_no_source_speaks_against_a_gender() -> None:
    """An item that addresses a person as "(ông)", or a page whose address does, fits the gender on record."""
    said = {"ông": "male", "bà": "female", "ong": "male", "ba": "female"}
    found = []
    for person in Roster.load().register.persons:
        slug = re.sub(r"\W+", "-", _ascii(person.name))
        for source in person.sources:
            address = re.search(r" \((ông|bà)\)$", source) or re.search(
                rf"[/-](ong|ba)-{slug}(?=[-.]|$)", source
            )
            if address and not person.country:
                found.append((person.id, source, person.gender in (None, said[address[1]])))
    assert len(found) > 200
    assert [row for row in found if not row[2]] == []


def test_a_small_register_is_in_order(tmp_path: Path) -> None:
    assert broken(loaded(tmp_path, small())) == []


@pytest.mark.parametrize(("change", "said"), BAD_ROWS)
def test_a_bad_row_is_named(tmp_path: Path, change: Callable[[dict[str, Any]], None], said: str) -> None:
    content = small()
    change(content)
    found = broken(loaded(tmp_path, content))
    assert [problem for problem in found if said in problem], found
    assert all(problem.startswith("$.") for problem in found)


def test_titles_that_fold_alike_are_named(tmp_path: Path) -> None:
    content = small()
    content["positions"].append(
        content["positions"][0] | {"id": "bo-truong-mau-2", "title": "Bộ Trưởng Bộ Mẫu"}
    )
    assert any("has the title of" in problem for problem in broken(loaded(tmp_path, content)))


def test_every_check_has_a_bad_row() -> None:
    assert len(CHECKS) == 10, "a new check needs its bad row in BAD_ROWS"


BROKEN_FILES = [
    pytest.param(b"{", "Invalid JSON", id="truncated"),
    pytest.param(b"\xff\xfe{}", "$", id="not UTF-8"),
    pytest.param(b"[]", "$", id="not an object"),
    pytest.param(
        json.dumps(small() | {"tenures": [{"id": "x"}]}).encode(), "$.tenures[0].person", id="missing field"
    ),
    pytest.param(json.dumps(small() | {"as_of": "yesterday"}).encode(), "$.as_of", id="wrong date"),
    pytest.param(
        json.dumps(small()).replace('2016-04-09", "end', '2016-02-30", "end').encode(),
        "$.tenures[0].start",
        id="no such day",
    ),
    pytest.param(json.dumps(small() | {"people": []}).encode(), "$.people", id="unknown field"),
]


@pytest.mark.parametrize(("content", "where"), BROKEN_FILES)
def test_a_broken_file_names_file_place_and_remedy(tmp_path: Path, content: bytes, where: str) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        Roster.load(path)
    said = str(caught.value)
    assert str(path) in said
    assert where in said
    assert "correct the file" in said
    assert problems(Register, content)


def test_a_tenure_without_a_start_counts_from_the_day_it_was_first_seen(tmp_path: Path) -> None:
    content = small()
    content["tenures"][1] |= {"start": None, "attested": "2023-02"}
    roster = loaded(tmp_path, content)
    answers = [
        roster.held("do-binh", "bo-truong-mau", day).answer
        for day in (
            date(2022, 1, 1),
            date(2023, 2, 1),
            date(2023, 2, 28),
            date(2026, 10, 7),
            date(2026, 10, 8),
        )
    ]
    assert answers == ["unknown", "unknown", "yes", "yes", "unknown"]


def test_a_dangling_id_is_named(tmp_path: Path) -> None:
    content = small()
    content["tenures"][0]["person"] = "nobody"
    with pytest.raises(DataError, match=r"tenures\[le-an/bo-truong-mau/2016-04-09\].person .*'nobody'"):
        loaded(tmp_path, content)


def test_an_id_given_twice_is_named(tmp_path: Path) -> None:
    content = small()
    content["persons"].append(content["persons"][0])
    with pytest.raises(DataError, match=r"\$\.persons\[le-an\]: the id stands twice"):
        loaded(tmp_path, content)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataNotFoundError, match=r"nowhere\.json: cannot be read .* check the path"):
        Roster.load(tmp_path / "nowhere.json")


def test_the_file_is_formatted_as_the_exporter_writes_it() -> None:
    content = SHIPPED.read_bytes()
    assert dump(parse(Register, content, str(SHIPPED))).encode() == content, (
        "run `leadercheck roster fmt data/leaders.json`"
    )


def test_the_schema_is_committed() -> None:
    """Rewrites the schema and fails once when the models changed."""
    current = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    committed = SCHEMA.read_text(encoding="utf-8") if SCHEMA.is_file() else ""
    if committed != current:
        SCHEMA.write_text(current, encoding="utf-8")
    assert committed == current, "the schema was rewritten; look at the change and commit it"


def test_an_overlay_adds_and_corrects(tmp_path: Path) -> None:
    base = tmp_path / "leaders.json"
    base.write_text(json.dumps(small()), encoding="utf-8")
    overlay = tmp_path / "own.json"
    overlay.write_text(
        json.dumps(
            {
                "schema_version": 1,
                "persons": [{"id": "vu-cuong", "name": "Vũ Cường", "sources": ["https://example.vn/3"]}],
                "tenures": [small()["tenures"][1] | {"last_confirmed": "2026-11-01"}],
            }
        ),
        encoding="utf-8",
    )
    roster = Roster.load(base, overlays=[overlay])
    assert roster.person("vu-cuong").name == "Vũ Cường"
    assert roster.held("do-binh", "bo-truong-mau", date(2026, 10, 20)).answer == "yes"
    assert Roster.load(base).held("do-binh", "bo-truong-mau", date(2026, 10, 20)).answer == "unknown"


def test_dump_and_parse_are_inverse(tmp_path: Path) -> None:
    register = loaded(tmp_path, small()).register
    again = parse(Register, dump(register).encode(), "again")
    assert dump(again) == dump(register)
    assert set(again.tenures) == set(register.tenures)


def test_a_complete_list_of_one_term_says_nothing_of_the_next() -> None:
    held = Roster.load().held("luong-ngoc-binh-1955", "uy-vien-trung-uong-dang", date(2017, 6, 29))
    assert (held.answer, held.was) == ("unknown", None)
