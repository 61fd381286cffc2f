"""What the tests share: both Unicode forms of every text, findings and people as one line, small registers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from leadercheck import Article, Checker, Document, Roster
from leadercheck.text import fold, strip_marks

POSITIONS: tuple[dict[str, object], ...] = tuple(
    {
        "id": ident,
        "title": f"{head} {body}",
        "head": head,
        "organisation": organisation,
        "level": "government",
    }
    | more
    for ident, head, body, organisation, more in (
        ("chu-tich", "Chủ tịch", "Hội đồng", "hoi-dong", {"exclusive": True, "equivalents": ["chu-nhiem"]}),
        ("chu-nhiem", "Chủ nhiệm", "Hội đồng", "hoi-dong", {"exclusive": True, "equivalents": ["chu-tich"]}),
        (
            "pho-chu-tich",
            "Phó Chủ tịch",
            "Hội đồng",
            "hoi-dong",
            {"exclusive": False, "deputy_of": "chu-tich"},
        ),
        ("uy-vien", "Ủy viên", "Hội đồng", "hoi-dong", {"exclusive": False}),
        ("du-khuyet", "Ủy viên dự khuyết", "Hội đồng", "hoi-dong", {"exclusive": False}),
        ("bo-truong-rung", "Bộ trưởng", "Bộ Rừng", "bo-rung", {"exclusive": True}),
        ("bo-truong-bien", "Bộ trưởng", "Bộ Biển", "bo-bien", {"exclusive": True}),
    )
)
"""The offices of the invented register; `chu-nhiem` is the former name of `chu-tich`."""


def person_id(name: str) -> str:
    """The id of an invented person."""
    return fold(strip_marks(name)).replace(" ", "-")


def _tenure(line: str, number: int) -> dict[str, object]:
    """One tenure from "name | position | start..end | words"; either day may be left out or coarse."""
    name, position, span, *rest = (part.strip() for part in line.split("|"))
    start, _, end = span.partition("..")
    words = rest[0].split() if rest else []
    named = dict(word.split("=", 1) for word in words if "=" in word)
    plain = [word for word in words if "=" not in word]
    return {
        "id": f"{person_id(name)}/{position}/{number}",
        "person": person_id(name),
        "position": position,
        "start": start or None,
        "end": end or None,
        "end_status": "ended" if end else "unknown" if "unknown" in plain else "in_office",
        "last_confirmed": named.get("confirmed"),
        "term": named.get("term"),
        "capacity": next((w for w in plain if w in ("acting", "in_charge")), "full"),
        "confidence": next((w for w in plain if w in ("medium", "low")), "high"),
        "sources": named.get("from", "https://congbao.example/1,https://congbao.example/2").split(","),
    }


@pytest.fixture
def register(tmp_path: Path) -> Callable[..., Roster]:
    """Make a register of a few lines: "Nguyễn An Bình | chu-tich | 2020-01-01..2024-06-01 | medium"."""

    def make(
        tenures: str,
        *,
        complete: str = "",
        died: str = "",
        persons: Sequence[dict[str, object]] = (),
    ) -> Roster:
        lines = [line for line in tenures.strip().splitlines() if line.strip()]
        deaths = dict(part.strip().split("=") for part in died.split(",") if part)
        lists = dict(part.strip().split("=") for part in complete.split(",") if part)
        names = dict.fromkeys(line.split("|")[0].strip() for line in lines)
        known = [{"id": person_id(n), "name": n, "died": deaths.get(n)} for n in names]
        positions = [
            p
            | {
                "complete": [
                    {"valid_from": span.split("..")[0], "valid_until": span.split("..")[1], "citation": "x"}
                    for span in [lists.get(str(p["id"]), "")]
                    if span
                ]
            }
            for p in POSITIONS
        ]
        data = {
            "schema_version": 1,
            "as_of": "2026-10-07",
            "sources": [],
            "organisations": [
                {"id": "hoi-dong", "name": "Hội đồng", "kind": "national_body"},
                {"id": "bo-rung", "name": "Bộ Rừng", "kind": "ministry"},
                {"id": "bo-bien", "name": "Bộ Biển", "kind": "ministry"},
            ],
            "persons": [*known, *persons],
            "positions": positions,
            "precedences": [],
            "tenures": [_tenure(line, number) for number, line in enumerate(lines)],
        }
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.json"
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return Roster.load(path)

    return make


@pytest.fixture(params=["NFC", "NFD"])
def form(request: pytest.FixtureRequest) -> str:
    """The Unicode form in which a text row is given."""
    return str(request.param)


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The checker of the package: its register, the neutral profile, all rules."""
    return Checker()


@pytest.fixture
def findings(checker: Checker, form: str) -> Callable[..., str]:
    """Findings of a text on an ISO day, as "T002 error: Chủ tịch nước; …"; every place is verified."""

    def find(text: str, on: str, roster: Roster | None = None) -> str:
        source = normalize(form, text)
        chosen = Checker(roster=roster) if roster else checker
        report = chosen.check(source, on=date.fromisoformat(on))
        assert all(source[f.start : f.end] == f.excerpt for f in report.findings)
        return "; ".join(f"{f.rule} {f.severity}: {normalize('NFC', f.excerpt)}" for f in report.findings)

    return find


@pytest.fixture
def read(checker: Checker, form: str) -> Callable[..., Article]:
    """The reading of a text on an ISO day."""

    def parse(text: str | Document, on: str, roster: Roster | None = None) -> Article:
        source = normalize(form, text) if isinstance(text, str) else text
        chosen = Checker(roster=roster) if roster else checker
        return chosen.parse(source, on=date.fromisoformat(on))

    return parse


@pytest.fixture
def people(read: Callable[..., Article]) -> Callable[..., str]:
    """Named mentions in order as "Tô Lâm linked to-lam-1957; Tập Cận Bình foreign"."""

    def name(text: str, on: str, roster: Roster | None = None) -> str:
        return "; ".join(
            f"{normalize('NFC', m.name)} {m.status}" + (f" {m.person}" if m.status == "linked" else "")
            for m in read(text, on, roster).mentions
            if m.name is not None
        )

    return name
