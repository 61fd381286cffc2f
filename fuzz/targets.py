"""What is fuzzed: functions over bytes that must not raise. Every file of `corpus/` is also a row of the tests.

A new surface, a reader of another format say, is one more function in `TARGETS` and a folder of seeds.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from leadercheck import RULES, Checker, Profile, Report, Roster, baseline, fix, readers
from leadercheck.errors import LeadercheckError
from leadercheck.references import resolve, unique
from leadercheck.register import Overlay, Register
from leadercheck.register_file import merge, parse

HERE: Final = Path(__file__).parent
TEXT: Final = (
    "Thủ tướng dự lễ\nSáng 6/5, Bộ trưởng Bộ Mẫu Lê Văn An và ông Đỗ Thị Bình dự lễ; dự có các đồng chí: Lê Văn An, "
    "Bộ trưởng; Vũ Cường, Chủ tịch UBND tỉnh Mẫu Sơn; quý vị đại biểu."
)
DAY: Final = date(2026, 5, 6)


@cache
def checker() -> Checker:
    """All rules over the package's register."""
    return Checker(rules=[rule.id for rule in RULES])


@cache
def base() -> Register:
    """A small register under an overlay, so that a run is short."""
    return parse(Register, (HERE / "base.json").read_bytes(), "base.json")


def sound(text: str, report: Report) -> None:
    """Every place is in the text."""
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.excerpt  # noqa: S101
        for one in finding.fixes:
            assert all(0 <= e.start <= e.end <= len(text) for e in one.edits)  # noqa: S101
            assert all(a.end <= b.start for a, b in pairwise(one.edits))  # noqa: S101
    for mention in report.mentions:
        assert 0 <= mention.start < mention.end <= len(text)  # noqa: S101


def text(data: bytes) -> None:
    """Any text on any day: the first two bytes are the day, the rest is the text."""
    on = DAY + timedelta(int.from_bytes(data[:2], "little", signed=True))
    source = data[2:].decode("utf-8", "surrogateescape")
    report = checker().check(source, on=on)
    sound(source, report)
    report.model_dump_json()
    fixed = fix(source, report)
    assert fix(fixed, checker().check(fixed, on=on)) == fixed  # noqa: S101


def profile(data: bytes) -> None:
    """A file of house style, and a check with it."""
    with suppress(LeadercheckError):
        _checked(Checker(roster=Roster(base(), "", ""), profile=Profile.load(_file(data))))


def overlay(data: bytes) -> None:
    """A newsroom's own facts, and a check with them."""
    with suppress(LeadercheckError):
        own = parse(Overlay, data, "own.json")
        unique(own, "own.json")
        merged = merge(base(), own)
        resolve(merged, "own.json")
        _checked(Checker(roster=Roster(merged, "", ""), rules=[rule.id for rule in RULES]))


def accepted(data: bytes) -> None:
    """A baseline, read and written."""
    with suppress(LeadercheckError):
        held = baseline.read(str(_file(data)))
        assert held.pruned(held.fingerprints) == held  # noqa: S101


def reader(form: readers.Form) -> Callable[[bytes], None]:
    """A file of a newsroom's format: read, checked, shown in its own places, mended."""

    def read(data: bytes) -> None:
        with suppress(LeadercheckError):
            manuscript = readers.read(data, form)
            report = checker().check(manuscript.text, on=DAY, suppress=manuscript.suppressions)
            shown = readers.located(manuscript, report)
            assert len(shown.findings) == len(report.findings)  # noqa: S101
            for finding in shown.findings:
                readers.ranges(manuscript, finding)
            mended = readers.mended(manuscript, report)
            readers.read(mended, form)

    return read


def document(data: bytes) -> None:
    """A Word document whose archive is sound and whose XML is anything."""
    content = io.BytesIO(sample())
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("word/document.xml", data)
    reader("docx")(content.getvalue())


@cache
def sample() -> bytes:
    """The seed of `docx` without its text."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(HERE / "corpus" / "docx" / "article") as seed,
        zipfile.ZipFile(content, "w") as archive,
    ):
        for name in seed.namelist():
            if name != "word/document.xml":
                archive.writestr(name, seed.read(name))
    return content.getvalue()


def _checked(one: Checker) -> None:
    report = one.check(TEXT, on=DAY)
    sound(TEXT, report)
    fix(TEXT, report, unsafe=True)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="leadercheck-fuzz-"))


def _file(data: bytes) -> Path:
    path = _folder() / "file.toml"
    path.write_bytes(data)
    return path


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "check": text,
    "profile": profile,
    "overlay": overlay,
    "baseline": accepted,
    "html": reader("html"),
    "markdown": reader("markdown"),
    "docx": reader("docx"),
    "docx-xml": document,
}
"""By name, which is also the folder of the seeds."""
