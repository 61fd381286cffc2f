"""Marked texts: the project's own, whose offsets are found by searching, and a marking of real news."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from leadercheck import Roster


@dataclass(frozen=True, slots=True)
class Title:
    """A marked title. `when`: "now", "other" or None (not marked). `outside`: it stands outside the reference."""

    start: int
    end: int
    frame: str | None
    modifier: str | None
    when: str | None
    held: str | None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A marked reference. `persons`: the ids that are right; more than one where only a name is marked."""

    start: int
    end: int
    name: tuple[int, int] | None
    kind: str
    status: str
    persons: frozenset[str]
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A marked text. `unscored`: spans the marker was not sure of. `framed`: titles in a frame, outside all references.

    `once`: a title that several share is marked with the first of them only.
    """

    id: str
    phenomenon: str
    manner: str
    on: date
    text: str
    references: tuple[Reference, ...]
    unscored: tuple[tuple[int, int], ...] = ()
    framed: tuple[Title, ...] = ()
    once: bool = False

    @property
    def titles(self) -> tuple[Title, ...]:
        """All marked titles."""
        return tuple(title for reference in self.references for title in reference.titles)


class MarkingError(ValueError):
    """A marked string is not in its text, or not after the one before."""


def read_gold(folder: Path) -> Iterator[Row]:
    """The rows of the project's marking; offsets are found by searching the strings in order.

    Raises:
        MarkingError: a string is not found; names the row.
        SystemExit: a file is missing.
    """
    for name in ("sentences.jsonl", "articles.jsonl"):
        path = folder / name
        if not path.is_file():
            raise SystemExit(f"{path}: not found; pass the folder that holds {name}")
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            position, references = 0, []
            for mention in record["mentions"]:
                reference = _placed(record["id"], record["text"], mention, position)
                position = reference.end
                references.append(reference)
            on = date.fromisoformat(record["on"])
            yield Row(
                record["id"], record["phenomenon"], record["manner"], on, record["text"], tuple(references)
            )


def _placed(row: str, text: str, mention: dict[str, Any], position: int) -> Reference:
    start = _find(row, text, mention["text"], position)
    end, name = start + len(mention["text"]), None
    if mention["name"] is not None:
        begin = _find(row, text, mention["name"], start)
        name = begin, begin + len(mention["name"])
    titles, inside, behind = [], start, end
    for title in mention["titles"]:
        where, words = title.get("at"), title["text"]
        if where == "before":
            begin = text.rfind(words, 0, start)
        elif where == "after":
            begin = behind = _find(row, text, words, behind)
        else:
            begin = _find(row, text, words, inside)
            inside = begin + len(words)
        if begin < 0 or (where is None and begin + len(words) > end):
            raise MarkingError(f"{row}: the title {words!r} is not where it is marked")
        titles.append(
            Title(
                begin, begin + len(words), title["frame"], title["modifier"], title["when"], title["held"],
                outside=where is not None,
            )
        )  # fmt: skip
    persons = frozenset([mention["person"]] if mention["person"] else [])
    return Reference(start, end, name, mention["kind"], mention["status"], persons, tuple(titles))


def _find(row: str, text: str, words: str, position: int) -> int:
    found = text.find(words, position)
    if found < 0:
        raise MarkingError(f"{row}: {words!r} is not found from {position}")
    return found


def read_corpus(folder: Path, roster: Roster) -> Iterator[Row]:
    """The rows of a marking of real news, joined by id and length with the files beside the folder."""
    records = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    wanted = {(r["corpus"], r["id"], r["length"]) for r in records}
    texts: dict[tuple[str, str, int], str] = {}
    for name in sorted({r["corpus"] for r in records}):
        with (folder.parent / name).open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                key = name, item["id"], len(item["text"])
                if key in wanted:
                    texts[key] = item["text"]
    for record in records:
        text = texts.get((record["corpus"], record["id"], record["length"]))
        if text is None:
            print(f"{record['id']}: not in {record['corpus']}", file=sys.stderr)
            continue
        sure = [m for m in record["mentions"] if not m["unsure"]]
        unsure = [(m["start"], m["end"]) for m in record["mentions"] if m["unsure"]]
        yield Row(
            record["id"], record["corpus"].removesuffix(".jsonl"), "commercial", date.fromisoformat(record["date"]),
            text, tuple(_marked(m, sure, roster) for m in sorted(sure, key=lambda m: m["start"])),
            tuple(unsure), tuple(Title(f["start"], f["end"], f["frame"], None, None, None) for f in record["framed"]),
            once=True,
        )  # fmt: skip


def _marked(mention: dict[str, Any], beside: Sequence[dict[str, Any]], roster: Roster) -> Reference:
    name = (mention["name_start"], mention["name_end"]) if "name_start" in mention else None
    person, vietnamese = mention["person"], mention["kind"] == "vn"
    persons = frozenset(p.id for p in roster.named(person)) if person and vietnamese else frozenset()
    status = {"foreign": "foreign", "other": "unknown"}.get(
        mention["kind"], "linked" if persons else "unknown"
    )
    kind = "title-only" if name is None else "later" if _is_later(mention, beside) else "named"
    days = (
        mention["when"] if isinstance(mention["when"], list) else [mention["when"]] * len(mention["titles"])
    )
    titles = []
    for (start, end), day in zip(mention["titles"], [*days, *[None] * len(mention["titles"])], strict=False):
        when = None if mention["former"] else {"now": "now", "past": "other"}.get(day or "")
        right = status == "linked" and when == "now" and not (mention["error"] or mention["frame"])
        modifier = "nguyên" if mention["former"] else None
        titles.append(Title(start, end, mention["frame"], modifier, when, "yes" if right else None))
    return Reference(mention["start"], mention["end"], name, kind, status, persons, tuple(titles))


def _is_later(mention: dict[str, Any], beside: Sequence[dict[str, Any]]) -> bool:
    """Whether the printed name is a part of the name printed before ("ông Thăng", "bà May")."""
    length = mention["name_end"] - mention["name_start"]
    return any(
        "name_start" in other
        and other["start"] < mention["start"]
        and other["person"] == mention["person"]
        and other["name_end"] - other["name_start"] > length
        for other in beside
    )
