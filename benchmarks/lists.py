"""What is said of official attendance lists, and how many lists put out of order are found.

    python benchmarks/lists.py CORPUS [--show] [--misses 10] [--json OUT]

Lists as printed are right but for real mistakes: every error and warning on them is to be read. The transcribed
lists are printed as text in three manners (semicolons, commas, names first), since a transcript keeps no blanks.
Then two persons of unequal rank change places, in the national order and in the province's.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from leadercheck import Article, Checker, Finding, Report
from leadercheck.rules.list_inverted_local import ranked as ranked_locally

TOP: Final = ("tong-bi-thu", "chu-tich-nuoc", "thu-tuong-chinh-phu", "chu-tich-quoc-hoi", "thuong-truc-ban-bi-thu")  # fmt: skip
DATED: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
"""A day or a month; a list of an unknown month is left out."""
RANK: Final = re.compile(r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá)")
MANNERS: Final = ("semicolons", "commas", "names first")


@dataclass(frozen=True, slots=True)
class Printed:
    """A list as text, the day it is judged by, and how it was made."""

    id: str
    manner: str
    on: date
    text: str


def day(partial: str) -> date:
    """The day of a list; the middle of the month where no more is known."""
    parts = [int(p) for p in partial.split("-")]
    return date(parts[0], parts[1], parts[2] if len(parts) > 2 else 15)


def transcribed(corpus: Path) -> Iterator[Printed]:
    """The transcribed lists as text, each in three manners."""
    for number, line in enumerate((corpus / "attendee_lists.jsonl").read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        for at, attendees in enumerate(record["lists"] if DATED.fullmatch(record["date"]) else ()):
            people = [person for person in attendees["attendees"] if person.get("offices")]
            for manner in MANNERS if len(people) > 1 else ():
                text = "Dự lễ có các đồng chí: " + rendered(people, manner) + "."
                yield Printed(f"list {number}.{at}", manner, day(record["date"]), text)


def rendered(people: Sequence[dict[str, Any]], manner: str) -> str:
    """The persons as a list; offices taken from a heading are printed with each."""
    items = []
    for person in people:
        offices = ", ".join(
            ("nguyên " if o["former"] else "") + o["office"]
            for o in sorted(person["offices"], key=is_no_rank)
        )
        items.append(
            f"{person['name']}, {offices}" if manner == "names first" else f"{offices} {person['name']}"
        )
    return (", " if manner == "commas" else "; ").join(items)


def is_no_rank(office: dict[str, Any]) -> bool:
    """Whether an office is none of the military ranks, which the transcripts hold as offices: print puts them first."""
    return not RANK.fullmatch(office["office"])


def segments(corpus: Path) -> Iterator[Printed]:
    """The passages cut from articles, as they are."""
    for line in (corpus / "attendee_segments.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record.get("date"):
            yield Printed(record["id"], "segment", day(record["date"]), record["text"])


def loud(report: Report) -> list[Finding]:
    """The findings above a note."""
    return [f for f in report.findings if f.severity != "note"]


@dataclass(frozen=True, slots=True)
class Swapped:
    """A list in which two persons changed places, whether it is found, whether a fix is offered and puts them back."""

    kind: str
    printed: Printed
    text: str
    found: bool
    offered: bool
    mended: bool
    message: str


def swapped(printed: Printed, checker: Checker) -> Iterator[Swapped]:
    """Every pair of unequal rank in a right list exchanged."""
    article = checker.parse(printed.text, on=printed.on)
    for attendance in article.lists:
        national = [(i, (r, r)) for i, r in top_ranks(article, attendance.items, checker)]
        local = [
            [(i, rank) for rank, i in items] for items in ranked_locally(article, attendance, checker.roster)
        ]
        for kind, ranked in (("O001", national), *(("O002", items) for items in local)):
            for (one, rank), (other, lower) in combinations(ranked, 2):
                if rank[1] < lower[0]:
                    text = exchanged(article, one, other)
                    report = checker.check(text, on=printed.on)
                    hits = [f for f in report.findings if f.rule == kind and f.severity != "note"]
                    offered = bool(hits and hits[0].fixes)
                    mended = offered and first_fix(text, hits[0]) == printed.text
                    message = hits[0].message if hits else ""
                    yield Swapped(kind, printed, text, bool(hits), offered, mended, message)


def top_ranks(article: Article, items: Sequence[int], checker: Checker) -> list[tuple[int, int]]:
    """(mention, rank) of the items printed with one of the five highest offices as their own."""
    scheme = checker.roster.precedence(article.on)
    ranks = {p: rank for rank, group in enumerate(scheme.groups if scheme else ()) for p in group if p in TOP}
    found = []
    for index in items:
        mention = article.mentions[index]
        held = [ranks[p] for t in mention.titles if not t.modifier for p in t.positions[:1] if p in ranks]
        if held and mention.status == "linked" and not any(t.modifier for t in mention.titles):
            found.append((index, min(held)))
    return found


def exchanged(article: Article, one: int, other: int) -> str:
    """The text with two mentions in each other's place."""
    source, a, b = article.text.source, article.mentions[one], article.mentions[other]
    first, second = source[a.start : a.end], source[b.start : b.end]
    return source[: a.start] + second + source[a.end : b.start] + first + source[b.end :]


def first_fix(text: str, finding: Finding) -> str:
    """The text after the first fix of a finding."""
    for edit in reversed(finding.fixes[0].edits if finding.fixes else ()):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def measure(corpus: Path) -> dict[str, Any]:
    """Everything said of the lists as printed, and of those put out of order."""
    checker = Checker()
    printed = [*transcribed(corpus), *segments(corpus)]
    reports = [(p, checker.check(p.text, on=p.on), checker.parse(p.text, on=p.on)) for p in printed]
    swaps = [
        s for p, r, _ in reports for s in swapped(p, checker) if not any(f.rule[0] == "O" for f in r.findings)
    ]
    return {
        "lists": Counter(p.manner for p in printed),
        "seen": Counter(p.manner for p, _, article in reports if article.lists),
        "findings": [
            {"id": p.id, "manner": p.manner, "on": p.on.isoformat(), "rule": f.rule, "severity": f.severity,
             "excerpt": f.excerpt, "message": f.message}
            for p, report, _ in reports for f in report.findings
        ],
        "swaps": swaps,
    }  # fmt: skip


def show(result: dict[str, Any], misses: int, *, every: bool) -> None:
    """Print the counts, what is said of the lists as printed, and the share of exchanges found."""
    for manner, n in result["lists"].items():
        print(f"{manner:12} {n:4} lists, {result['seen'][manner]:4} seen as one")
    levels = Counter((f["rule"], f["severity"]) for f in result["findings"])
    print("as printed: " + (", ".join(f"{r} {s} {n}" for (r, s), n in sorted(levels.items())) or "silence"))
    for finding in result["findings"]:
        if every or finding["severity"] != "note":
            print(
                f"  [{finding['rule']} {finding['severity']} {finding['on']} {finding['id']} {finding['manner']}] "
            )
            print(f"      {finding['excerpt']}: {finding['message']}")
    for kind in ("O001", "O002"):
        found = [s for s in result["swaps"] if s.kind == kind]
        hits = sum(s.found for s in found)
        lists = len({s.printed.id for s in found})
        print(f"{kind}: {hits} of {len(found)} exchanges in {lists} lists found, {sum(s.offered for s in found)} with a fix, {sum(s.mended for s in found)} put back by it")  # fmt: skip
        for swap in [s for s in found if not s.found][:misses]:
            print(f"  missed [{swap.printed.on} {swap.printed.id} {swap.printed.manner}] {swap.text[:400]}")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", action="store_true", help="notes too")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--json", type=Path, help="where to write the counts and findings")
    arguments = parser.parse_args()
    result = measure(arguments.corpus)
    show(result, arguments.misses, every=arguments.show)
    if arguments.json:
        swaps = {
            kind: {
                "n": len(found),
                "found": sum(s.found for s in found),
                "offered": sum(s.offered for s in found),
                "mended": sum(s.mended for s in found),
            }
            for kind in ("O001", "O002")
            for found in [[s for s in result["swaps"] if s.kind == kind]]
        }
        arguments.json.write_text(
            json.dumps(result | {"swaps": swaps}, ensure_ascii=False, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
