"""Accepted findings: a file of fingerprints without places, so that old copy stays quiet and new slips speak.

One finding a line, as JSON: fingerprint, rule, excerpt, its sentence and the day it was judged by; `reason` is for
the editor to add. A line may also be a bare fingerprint with anything behind it; lines that begin with "#" are
comments. What stands in the file is kept as it was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from leadercheck._files import read_text, write_text
from leadercheck.article import Article
from leadercheck.document import Source
from leadercheck.errors import DataError
from leadercheck.patterns import pattern
from leadercheck.profile import near
from leadercheck.report import Report

LARGEST: Final = 50_000_000
"""No baseline has more bytes."""
_FINGERPRINT: Final = pattern(r"[0-9a-f]{16}", re.ASCII)
_HEAD: Final = '# leadercheck: phát hiện đã chấp nhận, mỗi dòng một phát hiện; không ghi số dòng. Có thể thêm "reason".\n'


class Accepted(BaseModel):
    """One accepted finding; all but the fingerprint may be missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
    rule: str = ""
    excerpt: str = ""
    sentence: str = ""
    on: date | None = None
    reason: str = ""


class Baseline(Struct, frozen=True):
    """The lines of a baseline file as written, each with the finding it accepts; None is a comment."""

    lines: tuple[tuple[str, Accepted | None], ...] = ()

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """The findings in the order of the file."""
        return tuple(one for _, one in self.lines if one)

    @property
    def fingerprints(self) -> frozenset[str]:
        """What a `Checker` leaves out."""
        return frozenset(one.fingerprint for one in self.accepted)

    def extended(self, found: Iterable[Accepted]) -> Baseline:
        """With the findings that are not in it yet, at the end, in order of rule and fingerprint."""
        known = self.fingerprints
        new = {one.fingerprint: one for one in found if one.fingerprint not in known}
        ordered = sorted(new.values(), key=lambda one: (one.rule, one.fingerprint))
        return Baseline((*self.lines, *((_line(one), one) for one in ordered)))

    def pruned(self, found: Collection[str]) -> Baseline:
        """Without the findings whose fingerprint is not among those found; comments stay."""
        return Baseline(tuple(line for line in self.lines if line[1] is None or line[1].fingerprint in found))


def read(name: str) -> Baseline:
    """The baseline in a file.

    Raises:
        DataNotFoundError: there is no such file.
        DataError: a line is none of the known; names the file, the line, the key and the remedy.
    """
    path = Path(name)
    if path.is_file() and path.stat().st_size > LARGEST:
        raise DataError(
            f"{name}: has more than {LARGEST} bytes; a baseline is a list of fingerprints, check the path"
        )
    lines = read_text(name).removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\n").split("\n")
    return Baseline(
        tuple((line, _accepted(line, f"{name}: line {number}")) for number, line in enumerate(lines, 1))
    )


def write(name: str, baseline: Baseline) -> None:
    """Put a baseline in the place of a file in one step."""
    head = "" if any(line.startswith("#") for line, _ in baseline.lines) else _HEAD
    write_text(name, head + "".join(f"{line}\n" for line, _ in baseline.lines))


def accept(report: Report, article: Article, source: Source) -> list[Accepted]:
    """The findings of a report as a baseline holds them.

    Args:
        report: of the same text as the article.
        article: the reading, in places of the joined text.
        source: what was read, whole.
    """
    starts = {source.part_id(n): start for n, start in enumerate(source.starts)}
    found = []
    for finding in report.findings:
        around = article.sentence_at(finding.start + starts.get(finding.part, 0))
        found.append(
            Accepted(
                fingerprint=finding.fingerprint,
                rule=finding.rule,
                excerpt=_sound(finding.excerpt),
                sentence=_sound(article.text.source[around.start : around.end]),
                on=report.on,
            )
        )
    return found


def row(one: Accepted) -> str:
    """An accepted false alarm as a row of a pytest table: the sentence, the day, the rule that must be silent.

    Raises:
        DataError: the baseline does not hold its sentence and day.
    """
    if not one.sentence or one.on is None or not one.rule:
        raise DataError(
            f"{one.fingerprint}: the baseline holds no sentence, day and rule of it; "
            "write it anew with `leadercheck check FILE --write-baseline BASELINE`"
        )
    values = ", ".join(
        json.dumps(value, ensure_ascii=False) for value in (one.sentence, str(one.on), one.rule)
    )
    return f'pytest.param({values}, id="{one.rule}-{one.fingerprint}"),'


def _sound(words: str) -> str:
    return words.encode("utf-8", "replace").decode()


def _line(one: Accepted) -> str:
    held = one.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(held, ensure_ascii=False)


def _accepted(line: str, where: str) -> Accepted | None:
    words = line.strip()
    if not words or words.startswith("#"):
        return None
    if words.startswith("{"):
        try:
            return Accepted.model_validate_json(words)
        except ValidationError as error:
            raise DataError(f"{where}: {_told(error)}") from None
    fingerprint, rest = (*words.split(None, 1), "")[:2]
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise DataError(
            f"{where}: {fingerprint[:40]!r} is no fingerprint; it has 16 digits 0-9a-f, correct or remove the line"
        )
    rule = re.match(r"#?\s*([A-Z]\d{3})\b", rest)
    return Accepted(fingerprint=fingerprint, rule=rule[1] if rule else "")


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    key = ".".join(map(str, first["loc"]))
    if first["type"] == "extra_forbidden":
        return f"{key}: unknown key; {near(key, Accepted.model_fields)}"
    if first["type"] == "missing":
        return f"{key}: is missing; add the fingerprint or remove the line"
    if first["type"] == "string_pattern_mismatch":
        return f"{key}: {str(first['input'])[:40]!r} is no fingerprint; it has 16 digits 0-9a-f"
    if first["type"] == "json_invalid":
        return "is no whole JSON object; correct or remove the line"
    return f"{key}: {first['msg'][0].lower()}{first['msg'][1:]}; correct or remove that key"
