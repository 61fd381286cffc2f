"""The same article gives the same findings through every door."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest
from shapes import DAY, HTML, PLAIN, doors, opened

from leadercheck import Checker, readers
from leadercheck.readers import Form
from leadercheck.report import Report
from leadercheck.server.app import create
from leadercheck.server.settings import Settings

Door = Callable[[Checker], Report]


def _through(source: str | bytes, form: Form) -> Door:
    def check(checker: Checker) -> Report:
        manuscript = opened(source, form)
        return readers.located(
            manuscript, checker.check(manuscript.text, on=DAY, suppress=manuscript.suppressions)
        )

    return check


def _served(path: str, content: dict[str, str]) -> Door:
    """The HTTP server, whose answer is read as a report again."""

    async def ask() -> dict[str, object]:
        transport = httpx.ASGITransport(app=create(Settings(on=DAY)))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            answer = (await client.post(path, json=content)).json()
            return dict(answer.get("report", answer))

    def check(checker: Checker) -> Report:
        answer = asyncio.run(ask())
        return Report.model_validate({"schema_version": answer.pop("schema"), **answer})

    return check


DOORS: dict[str, Door] = {
    **{name: _through(source, form) for name, form, source in doors()},
    "served plain": _served("/check", {"text": PLAIN}),
    **{f"served html {name}": _served("/check/html", {"html": source}) for name, source in HTML.items()},
}
"""Name → the report on `shapes.PLAIN` through that door; a new door adds itself here."""


def told(report: Report) -> list[tuple[object, ...]]:
    """What a reader learns, without places."""
    return [
        (f.rule, f.severity, f.zone, " ".join(f.excerpt.split()), f.message, f.person, f.fingerprint, [(x.label, x.safe) for x in f.fixes])
        for f in report.findings
    ]  # fmt: skip


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_every_door_tells_the_same(checker: Checker, door: Door) -> None:
    plain, report = checker.check(PLAIN, on=DAY), door(checker)
    assert told(report) == told(plain)
    assert report.coverage == plain.coverage
    assert report.ok == plain.ok
    assert [(m.name, m.status, m.zone) for m in report.mentions] == [
        (m.name, m.status, m.zone) for m in plain.mentions
    ]


def test_the_article_has_something_to_tell(checker: Checker) -> None:
    rules = {f.rule for f in checker.check(PLAIN, on=DAY).findings}
    assert rules >= {"T002", "N001", "O001", "C003"}
