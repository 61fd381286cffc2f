"""Each field of each file a newsroom writes, broken one at a time: one clear error, nothing written, nothing lost."""

import json
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import fields

from leadercheck import Profile, Roster, _data, baseline, profile_file
from leadercheck.__main__ import main
from leadercheck.baseline import Accepted
from leadercheck.errors import DataError, DataNotFoundError
from leadercheck.register import (
    Alias,
    Complete,
    Life,
    Organisation,
    Overlay,
    Person,
    Position,
    Precedence,
    Rank,
    Register,
    Source,
    Stranger,
    Tenure,
    Vacancy,
)

PAGE = "https://example.vn/1"
FULL: dict[str, Any] = {
    "schema_version": 1,
    "as_of": "2026-10-07",
    "sources": [{"prefix": "https://", "title": "Trang báo", "kind": "press", "read": "2026-11-23"}],
    "organisations": [
        {
            "id": "bo-mau", "name": "Bộ Mẫu", "kind": "ministry", "forms": ["Bộ Mẫu số"],
            "lives": [
                {
                    "valid_from": "2000-01-01", "valid_until": "2030-01", "type": "tỉnh", "successors": ["bo-mau"],
                    "confidence": "high", "sources": [PAGE],
                }
            ],
        },
        {"id": "tinh-mau", "name": "Mẫu Sơn", "kind": "province"},
    ],
    "persons": [
        {
            "id": "le-an", "name": "Lê Văn An", "note": "x", "aliases": [{"name": "Lê Bút", "kind": "pen"}],
            "gender": "male", "born": "1960", "died": "2025-01", "country": None,
            "ranks": [{"rank": "Đại tướng", "kind": "military", "start": "2020", "source": PAGE}],
            "sources": [PAGE], "replaced_by": "do-binh",
        },
        {"id": "do-binh", "name": "Đỗ Thị Bình"},
    ],
    "positions": [
        {
            "id": "bo-truong-mau", "title": "Bộ trưởng Bộ Mẫu", "head": "Bộ trưởng", "level": "government",
            "exclusive": True, "organisation": "bo-mau", "place": "tinh-mau", "forms": ["Bộ trưởng Mẫu"],
            "deputy_of": "cu", "equivalents": ["cu"],
            "complete": [{"valid_from": "2020-01-01", "valid_until": "2021-01-01", "citation": "x"}],
            "vacancies": [{"valid_from": "2020-01-01", "valid_until": "2021-01-01", "citation": "x", "note": "y"}],
        },
        {"id": "cu", "title": "Cũ", "head": "Cũ", "level": "government", "exclusive": True},
    ],
    "precedences": [
        {
            "id": "thu-tu", "title": "Thứ tự", "citation": "Quy định mẫu", "scope": "national",
            "valid_from": "2020-01-01", "valid_until": "2030-01-01", "groups": [["bo-truong-mau"]], "sources": [PAGE],
        }
    ],
    "tenures": [
        {
            "id": "do-binh/bo-truong-mau/2016", "person": "do-binh", "position": "bo-truong-mau", "start": "2016-04-09", "attested": "2017-01",
            "end": "2021-04-08", "end_status": "ended", "last_confirmed": "2020", "capacity": "full", "term": "XIV",
            "confidence": "high", "sources": [PAGE], "note": "z",
        }
    ],
    "strangers": [{"id": "la", "name": "Lê Văn Ân", "note": "khác", "sources": [PAGE]}],
}  # fmt: skip
OWN: dict[str, Any] = {
    "schema_version": 1,
    "expires": "2027-01-01",
    **{key: FULL[key] for key in ("organisations", "persons", "positions", "tenures")},
}
NESTED: dict[type, tuple[str | int, ...]] = {
    Source: ("sources", 0),
    Organisation: ("organisations", 0),
    Life: ("organisations", 0, "lives", 0),
    Person: ("persons", 0),
    Alias: ("persons", 0, "aliases", 0),
    Rank: ("persons", 0, "ranks", 0),
    Position: ("positions", 0),
    Complete: ("positions", 0, "complete", 0),
    Vacancy: ("positions", 0, "vacancies", 0),
    Precedence: ("precedences", 0),
    Tenure: ("tenures", 0),
    Stranger: ("strangers", 0),
    Register: (),
}
DATES = {
    "born", "died", "start", "attested", "end", "last_confirmed", "valid_from", "valid_until", "read", "as_of", "expires",
}  # fmt: skip


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def places(data: dict[str, Any]) -> Iterator[tuple[type, tuple[str | int, ...], str, bool]]:
    """Each field: of what, where, its name, whether a record needs it."""
    top = Register if "as_of" in data else Overlay
    for kind, path in (NESTED | {top: ()}).items():
        if kind is Register is not top or (path and path[0] not in data):
            continue
        if kind is Source and top is Overlay:
            continue
        for field in fields(kind):
            yield kind, path, field.name, field.required


def broken(data: dict[str, Any]) -> Iterator[Any]:
    """Each field wrong, missing where it is needed, and no day where it is a date."""
    for kind, path, name, needed in places(data):
        where = "$" + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in (*path, name))
        values: list[tuple[str, Any]] = [
            ("a table", {"x": [1]}),
            ("a number", 7 if name != "schema_version" else 2),
            ("a list of lists", [[{"x": 1}]]),
        ]
        if name in DATES:
            values += [
                ("no day", "2026-02-30"),
                ("no month", "2026-13"),
                ("words", "hôm qua"),
                ("a week", "2026-W12-1"),
            ]
        for label, value in values:
            changed = deepcopy(data)
            at(changed, path)[name] = value
            yield pytest.param(changed, where, id=f"{kind.__name__}.{name} {label}")
        if needed:
            changed = deepcopy(data)
            del at(changed, path)[name]
            yield pytest.param(changed, where, id=f"{kind.__name__}.{name} missing")
        changed = deepcopy(data)
        at(changed, path)[f"{name}x"] = 1
        yield pytest.param(changed, f"{where}x", id=f"{kind.__name__}.{name}x unknown")


def test_the_whole_files_are_right(tmp_path: Path) -> None:
    base, own = tmp_path / "facts.json", tmp_path / "own.json"
    base.write_text(json.dumps(FULL), encoding="utf-8")
    own.write_text(json.dumps(OWN), encoding="utf-8")
    assert Roster.load(base, overlays=[own]).register == Roster.load(base).register
    names = {f.name for kind in NESTED for f in fields(kind)}
    held = {key for _, path, key, _ in places(FULL) if key in at(FULL, path)}
    assert names == held, "a new field of the register needs its value in FULL"


@pytest.mark.parametrize(("data", "where"), [*broken(FULL)])
def test_each_field_of_the_register(tmp_path: Path, data: dict[str, Any], where: str) -> None:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Roster.load(path)
    said = str(caught.value)
    assert said.startswith(f"{path}: {where}")
    assert "correct the file" in said
    assert "\n" not in said


@pytest.mark.parametrize(("data", "where"), [*broken(OWN)])
def test_each_field_of_an_overlay(tmp_path: Path, data: dict[str, Any], where: str) -> None:
    base, path = tmp_path / "facts.json", tmp_path / "own.json"
    base.write_text(json.dumps(FULL), encoding="utf-8")
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Roster.load(base, overlays=[path])
    assert str(caught.value).startswith(f"{path}: {where}")


def _put(*path: str | int, value: Any) -> tuple[tuple[str | int, ...], Any]:
    return path, value


LOOSE = [
    pytest.param(
        ("persons", 0, "replaced_by"), "ai", "$.persons[le-an].replaced_by names the person 'ai'", id="heir"
    ),
    pytest.param(("positions", 0, "organisation"), "ai", "positions[bo-truong-mau].organisation", id="body"),
    pytest.param(("positions", 0, "place"), "ai", "positions[bo-truong-mau].place", id="place"),
    pytest.param(("positions", 0, "deputy_of"), "ai", "positions[bo-truong-mau].deputy_of", id="chief"),
    pytest.param(
        ("positions", 0, "equivalents"), ["ai"], "positions[bo-truong-mau].equivalents", id="equivalent"
    ),
    pytest.param(("tenures", 0, "person"), "ai", "tenures[do-binh/bo-truong-mau/2016].person", id="holder"),
    pytest.param(
        ("tenures", 0, "position"), "ai", "tenures[do-binh/bo-truong-mau/2016].position", id="office"
    ),
    pytest.param(("precedences", 0, "groups"), [["ai"]], "precedences[thu-tu].groups", id="rank"),
    pytest.param(
        ("persons", 1, "replaced_by"), "le-an", "persons[le-an].replaced_by leads in a circle", id="heirs"
    ),
    pytest.param(("persons", 1, "replaced_by"), "do-binh", "replaced_by leads in a circle", id="own heir"),
    pytest.param(
        ("positions", 1, "deputy_of"), "bo-truong-mau", "deputy_of leads in a circle", id="deputies"
    ),
    pytest.param(("persons", 1, "id"), "le-an", "persons[le-an]: the id stands twice", id="two persons"),
    pytest.param(
        ("positions", 1, "id"), "bo-truong-mau", "positions[bo-truong-mau]: the id", id="two positions"
    ),
    pytest.param(("organisations", 1, "id"), "bo-mau", "organisations[bo-mau]: the id", id="two bodies"),
]


@pytest.mark.parametrize(("place", "value", "said"), LOOSE)
@pytest.mark.parametrize("kind", ["register", "overlay"])
def test_ids_that_lead_nowhere_in_a_circle_or_stand_twice(
    tmp_path: Path, place: tuple[str | int, ...], value: Any, said: str, kind: str
) -> None:
    path, base = tmp_path / "facts.json", tmp_path / "base.json"
    data = deepcopy(FULL if kind == "register" else OWN)
    if place[0] not in data:
        data = deepcopy(FULL)
        kind = "register"
    at(data, place[:-1])[place[-1]] = value
    path.write_text(json.dumps(data), encoding="utf-8")
    base.write_text(json.dumps(FULL), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Roster.load(path) if kind == "register" else Roster.load(base, overlays=[path])
    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    assert any(
        remedy in str(caught.value) for remedy in ("add it or correct", "end the chain", "merge the records")
    )


def test_records_twice_of_kinds_that_no_other_names(tmp_path: Path) -> None:
    for kind in ("tenures", "precedences"):
        data = deepcopy(FULL)
        data[kind].append(data[kind][0])
        path = tmp_path / f"{kind}.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        with pytest.raises(DataError, match=rf"\$\.{kind}\[.*\]: the id stands twice"):
            Roster.load(path)


WHOLE = json.dumps(FULL, ensure_ascii=False).encode()
RAW = [
    *(pytest.param(WHOLE[: len(WHOLE) * part // 7], id=f"truncated {part}/7") for part in range(7)),
    pytest.param(WHOLE.decode().encode("utf-16"), id="UTF-16"),
    pytest.param(WHOLE.decode().encode("cp1258", "replace"), id="CP1258"),
    pytest.param(WHOLE.replace("Lê".encode(), b"L\xea"), id="one byte not UTF-8"),
    pytest.param(b"[" * 100_000, id="nested"),
    pytest.param(b"\x00" * 1000, id="zeros"),
    pytest.param(WHOLE + WHOLE, id="twice"),
]


@pytest.mark.parametrize("content", RAW)
def test_bytes_that_are_no_register(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(content)
    for load in (lambda: Roster.load(path), lambda: Roster.load(overlays=[path])):
        with pytest.raises(DataError) as caught:
            load()
        assert str(caught.value).startswith(f"{path}: $")
        assert "\n" not in str(caught.value)


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(DataError, match=rf"{path}: has more than {_data.LARGEST} bytes; .* check the path"):
        Roster.load(overlays=[path])
    with pytest.raises(
        DataError, match=rf"{path}: has more than {profile_file.LARGEST} bytes; .* check the path"
    ):
        Profile.load(path)
    with pytest.raises(
        DataError, match=rf"{path}: has more than {baseline.LARGEST} bytes; .* check the path"
    ):
        baseline.read(str(path))


@pytest.mark.parametrize("name", ["", "a\0b", "nowhere", "\ud800"])
def test_paths_that_lead_nowhere(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name) if name else str(tmp_path)
    for load in (Roster.load, Profile.load, baseline.read):
        with pytest.raises(DataNotFoundError, match="check the path"):
            load(path)


HOUSE = """
name = "x"
address = "any"
pho_second_capital = "any"
thuong_truc_capital = "any"
trung_uong = "any"
ministry_short = "any"
nguyen_or_cuu = "any"
tone = "any"
first_mention = []
local_province = "phu-tho"
order_templates = []
[rules]
T001 = "note"
[zones.body]
T001 = "off"
[[own]]
id = "X001"
message = "Không viết vậy."
citation = "Quy chế, điều 1"
severity = "warning"
zones = ["body"]
prefer = {"một" = "hai"}
valid_from = 2026-01-01
valid_until = 2027-01-01
"""


def _styles() -> Iterator[Any]:
    table = tomllib.loads(HOUSE)
    for key in profile_file._File.model_fields:
        yield pytest.param(f'{key} = {{"x" = [[1]]}}\n', key, id=f"{key} a table of lists")
        yield pytest.param(f"{key} = 7\n", key, id=f"{key} a number")
        assert key in table, "a new key of the profile needs its value in HOUSE"
    own = {"id": '"X001"', "message": '"m"', "citation": '"c"', "forbid": '["một"]'}
    for key in profile_file._Own.model_fields:
        rows = {k: v for k, v in own.items() if k != key} | {key: "{x = [[1]]}"}
        yield pytest.param(
            "[[own]]\n" + "".join(f"{k} = {v}\n" for k, v in rows.items()), f"own.1.{key}", id=f"own {key}"
        )
        if key in ("id", "message", "citation"):
            rows.pop(key)
            yield pytest.param(
                "[[own]]\n" + "".join(f"{k} = {v}\n" for k, v in rows.items()),
                f"own.1.{key}",
                id=f"own without {key}",
            )
    for key in ("valid_from", "valid_until"):
        yield pytest.param(
            HOUSE.replace(f"{key} = 202", f"{key} = 2026-02-30 # "), "is not TOML", id=f"own {key} no day"
        )


def test_the_whole_profile_is_right(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(HOUSE, encoding="utf-8")
    assert Profile.load(path).own[0].id == "X001"


@pytest.mark.parametrize(("content", "key"), [*_styles()])
def test_each_key_of_a_profile(tmp_path: Path, content: str, key: str) -> None:
    path = tmp_path / "house.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Profile.load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert key in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"\xff", HOUSE.encode("utf-16"), HOUSE.encode()[:-30], b"[" * 50_000, b"\0", b"a = 1\na = 2"]
)
def test_bytes_that_are_no_profile(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        Profile.load(path)
    assert str(caught.value).startswith(f"{path}: ")


ROW = {
    "fingerprint": "0123456789abcdef", "rule": "T001", "excerpt": "x", "sentence": "x.", "on": "2026-05-06", "reason": "r",
}  # fmt: skip


@pytest.mark.parametrize("key", Accepted.model_fields)
@pytest.mark.parametrize("value", [7.5, {"x": 1}, None, ["0123456789abcdef"]])
def test_each_field_of_a_baseline(tmp_path: Path, key: str, value: Any) -> None:
    assert key in ROW, "a new field of the baseline needs its value in ROW"
    path = tmp_path / "baseline.jsonl"
    content = json.dumps(ROW) + "\n" + json.dumps(ROW | {key: value}) + "\n"
    path.write_text(content, encoding="utf-8")
    if key == "on" and value in (None, 7.5):
        value = "hôm qua"
        content = json.dumps(ROW) + "\n" + json.dumps(ROW | {key: value}) + "\n"
        path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        baseline.read(str(path))
    assert str(caught.value).startswith(f"{path}: line 2: {key}")
    assert path.read_text(encoding="utf-8") == content


WRONG = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc và phát biểu.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--fix", "--overlay", "bad", "article"),
        ("check", "--fix", "--profile", "bad", "article"),
        ("check", "--fix", "--baseline", "bad", "article"),
        ("check", "--write-baseline", "bad", "article"),
        ("check", "--prune-baseline", "--baseline", "bad", "article"),
        ("check", "--fix", "article", "bad"),
        ("roster", "fmt", "bad"),
        ("roster", "overlay", "bad"),
        ("roster", "diff", "bad", "bad"),
        ("roster", "validate", "bad"),
    ],
    ids=" ".join,
)
def test_a_bad_file_on_the_command_line_changes_no_file(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    article, bad = tmp_path / "article", tmp_path / "bad"
    article.write_text(WRONG, encoding="utf-8")
    bad.write_bytes(b'\xff{"schema_version": 1')
    names = [str(tmp_path / a) if a in ("article", "bad") else a for a in arguments]
    result = CliRunner().invoke(main, [*names, *(("--on", "2026-05-06") if arguments[0] == "check" else ())])
    assert result.exit_code in (1, 2)
    assert str(bad) in result.output
    assert "Traceback" not in result.output
    assert article.read_text(encoding="utf-8") == WRONG
    assert bad.read_bytes() == b'\xff{"schema_version": 1'
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article", "bad"]
