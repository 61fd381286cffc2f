"""Counts bound what a hostile profile or an endless stream can ask for; what is cut is told, and somebody watching sees it run."""

import io
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from leadercheck import Checker, Document, Part, Profile
from leadercheck.__main__ import main
from leadercheck.checker import _BATCH, _ROOM, _batches
from leadercheck.errors import DataError
from leadercheck.forms import MOST_FOUND, MOST_STEPS, Forms, cut, places, steps
from leadercheck.house import own_rules
from leadercheck.profile import OwnRule
from leadercheck.profile_file import MOST_FORMS, MOST_RULES

DAY = date(2026, 5, 6)


def own(**values: Any) -> OwnRule:
    """An own rule made in code."""
    given: dict[str, Any] = {
        "id": "X001", "kind": "forbid", "message": "Không viết vậy.", "citation": "Quy chế, điều 1", "forbid": ("quý vị",),
    }  # fmt: skip
    return OwnRule(**(given | values))


OUT_OF_BOUNDS = [
    pytest.param([own(id="T001")], "own.1.id: 'T001' is no id for an own rule", id="id"),
    pytest.param([own(), own()], "own: two rules have the id 'X001'", id="twice"),
    pytest.param([own(message="x" * 501)], "own.1.message: has 501 code points; at most 500", id="message"),
    pytest.param([own(citation="a\nb")], "own.1.citation: holds a line break", id="citation"),
    pytest.param([own(forbid=("* một",))], "own.1.forbid: '* một' needs a word before", id="wildcard"),
    pytest.param([own(forbid=("a" * 201,))], "has 201 code points; at most 200", id="long form"),
    pytest.param([own(forbid=())], "own.1: says nothing to check", id="nothing"),
    pytest.param([own(prefer={"a": "b"})], "own.1: has prefer and forbid", id="two kinds"),
    pytest.param([own(kind="require")], "own.1.kind: is 'require', but it has no such table", id="kind"),
    pytest.param([own(severity="loud")], "own.1.severity: 'loud' is not one of", id="severity"),
    pytest.param([own(zones=("attic",))], "own.1.zones.1: 'attic' is not one of", id="zone"),
    pytest.param([own(valid_from=DAY, valid_until=DAY)], "own.1: valid_from is not before", id="days"),
    pytest.param([own(id=f"X{n:03}") for n in range(MOST_RULES + 1)], f"own: has {MOST_RULES + 1} rules", id="rules"),
    pytest.param(
        [own(forbid=tuple(f"a{n}" for n in range(MOST_FORMS + 1)))], f"own: has {MOST_FORMS + 1} forms", id="forms"
    ),
    pytest.param(
        [own(forbid=tuple(f"a{n} * b" for n in range(MOST_STEPS // 5 + 1)))], f"at most {MOST_STEPS} are run", id="steps"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "said"), OUT_OF_BOUNDS)
def test_own_rules_made_in_code_have_the_bounds_of_a_file(rules: list[OwnRule], said: str) -> None:
    with pytest.raises(DataError) as caught:
        Checker(profile=Profile(own=tuple(rules)))
    assert str(caught.value).startswith("profile: ")
    assert said in str(caught.value)


def test_the_steps_of_a_file_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    forms = ", ".join(f'"{" ".join(["a"] * 40)} * b{n}"' for n in range(100))
    path.write_text(
        f'[[own]]\nid = "X001"\nmessage = "m"\ncitation = "c"\nforbid = [{forms}]\n', encoding="utf-8"
    )
    with pytest.raises(
        DataError, match=rf"own: its forms with \* have 4400 steps .*; at most {MOST_STEPS} are run"
    ):
        Profile.load(path)


def test_steps_are_counted_for_wildcards_only() -> None:
    assert [steps(form) for form in ("một hai", "một * hai", "một hai * ba * bốn")] == [0, 5, 10]


def test_what_is_found_too_often_is_told() -> None:
    checker = Checker(profile=Profile(own=(own(), own(id="X002", forbid=("dự lễ",)))))
    for times, notices in ((MOST_FOUND, 0), (MOST_FOUND + 1, 1)):
        report = checker.check("Kính thưa quý vị đại biểu.\n" * times + "Ông dự lễ.\n", on=DAY)
        assert len([f for f in report.findings if f.rule == "X001"]) == MOST_FOUND
        assert len([f for f in report.findings if f.rule == "X002"]) == 1
        assert [n.partition(":")[0] for n in report.notices] == ["X001"] * notices


def test_forms_with_wildcards_found_too_often_are_told() -> None:
    forms = Forms.of(["a * b", "c"])
    assert cut(forms, "a x b c " * MOST_FOUND) == frozenset()
    assert cut(forms, "a x b " * (MOST_FOUND + 1)) == {0}
    assert len(places(forms, "a x b " * (MOST_FOUND + 1))[0]) == MOST_FOUND


def test_too_many_places_of_all_forms_are_told_of_all() -> None:
    forms = Forms.of([*("a " * n + "a" for n in range(100)), "x * y"])
    assert cut(forms, "a " * (MOST_FOUND + 200)) == set(range(101))


def test_the_fingerprint_of_a_finding_in_an_endless_line_is_of_what_is_near(checker: Checker) -> None:
    """Else each of many findings would hash the whole line: time would grow with the square of its length."""
    wrong, far = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ, ", "trời nắng đẹp, " * 100
    prints = [
        [f.fingerprint for f in checker.check(before + wrong + after, on=DAY).findings]
        for before, after in ((far, far), (far * 2, far), (far, far + "bà con vui"), (far, "bà con vui"))
    ]
    assert prints[0] == prints[1] == prints[2]
    assert len(prints[3]) == 1
    assert prints[3] != prints[0]


def test_own_rules_are_made_once_and_agree() -> None:
    assert [rule.id for rule in own_rules(Profile(own=(own(), own(id="X002"))))] == ["X001", "X002"]


def test_a_stream_is_read_in_batches_of_bounded_size() -> None:
    asked: list[int] = []

    def endless(length: int) -> Iterator[tuple[str | Document, date | None]]:
        number = 0
        while True:
            asked.append(number)
            yield ("x" * length if number % 2 else Document([Part("body", "x" * length)])), DAY
            number += 1

    assert len(next(_batches(endless(10)))) == _BATCH
    assert len(asked) == _BATCH
    asked.clear()
    assert len(next(_batches(endless(_ROOM // 2)))) == 2
    assert len(asked) == 2
    assert len(next(_batches(endless(_ROOM * 50)))) == 1


def test_workers_ask_for_no_more_than_they_need(checker: Checker) -> None:
    asked: list[int] = []

    def endless() -> Iterator[tuple[str | Document, date | None]]:
        while True:
            asked.append(1)
            yield "Trời nắng đẹp. " * (_ROOM // 15 + 1), DAY

    stream = checker.check_many(endless(), workers=2)
    assert next(stream).ok
    assert len(asked) <= 5
    stream.close()  # type: ignore[attr-defined]


class Watched(io.StringIO):
    """An error stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("files", "watched", "bar"), [(25, True, True), (25, False, False), (2, True, False)]
)
def test_many_files_show_how_far_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int, watched: bool, bar: bool
) -> None:
    names = []
    for number in range(files):
        names.append(str(tmp_path / f"{number}.txt"))
        Path(names[-1]).write_text("Trời đẹp.\n", encoding="utf-8")
    stream = Watched() if watched else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    main(["check", *names, "--on", "2026-05-06"], standalone_mode=False)
    assert ("Đang kiểm tra" in stream.getvalue()) is bar
    assert (f"{files}/{files}" in stream.getvalue()) is bar
    assert CliRunner().invoke(main, ["check", names[0]]).stderr == ""
