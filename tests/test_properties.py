"""What holds for every text, every register and every profile: places, bytes, fixes, forms of Unicode, fingerprints."""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

import leadercheck
from leadercheck import RULES, Checker, Finding, Profile, Report, Roster
from leadercheck.errors import DataError
from leadercheck.profile import OwnRule
from leadercheck.text import Text

ROOT = Path(__file__).parent.parent
GOLD = [
    json.loads(line) for line in (ROOT / "benchmarks/gold/sentences.jsonl").read_text("utf-8").splitlines()
]
SENTENCES = [(row["text"], date.fromisoformat(row["on"])) for row in GOLD]
ARTICLES = [
    (path.read_text("utf-8"), date.fromisoformat(path.name[:10]))
    for path in sorted((ROOT / "examples/articles").glob("*.txt"))
]
ARTICLES += [
    (row["text"], date.fromisoformat(row["on"]))
    for row in map(json.loads, (ROOT / "benchmarks/gold/articles.jsonl").read_text("utf-8").splitlines())
]
DAY = date(2026, 5, 6)
EVERY = Checker(rules=[rule.id for rule in RULES])
"""All rules, those of taste too."""
PIECES = (
    "Chủ tịch nước", "Thủ tướng", "Phó ", "nguyên ", "cố ", "quyền ", " và ", ", ", "; ", ".\n", "\n", "“", "”", "'", "(", ")",
    "Sáng 6/5", "tại tỉnh Phú Thọ", "Tô Lâm", "Bộ trưởng Bộ Công an", "TP.HCM", "ông ", "bà ", "dự có các đồng chí: ", "1/1/0000",
    "\u200b", "\u00ad", "\u00a0", "\ud800", "İ", "Ð", "\u0301", "<!-- leadercheck: ignore -->", "khóa XIII", "bị can ",
)  # fmt: skip

slow = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much,
    ],
)  # fmt: skip
"""Many profiles drawn at random are out of bounds: the share of them says nothing."""


@st.composite
def mutated(draw: st.DrawFn, texts: list[tuple[str, date]] = SENTENCES) -> tuple[str, date]:
    """A sentence of the marked ones, cut, doubled, exchanged, or with something put in, some times over."""
    text, on = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        change = draw(st.sampled_from(["cut", "double", "upper", "lower", "put", "join"]))
        if change == "put":
            text = text[:start] + draw(st.sampled_from(PIECES)) + text[start:]
        elif change == "join":
            text += draw(st.sampled_from(["\n", " ", ""])) + draw(st.sampled_from(texts))[0]
        else:
            middle = text[start:end]
            middle = {"cut": "", "double": middle * 2, "upper": middle.upper(), "lower": middle.lower()}[
                change
            ]
            text = text[:start] + middle + text[end:]
    return text, on + timedelta(draw(st.integers(-400, 400)))


def sound(text: str, report: Report) -> None:
    """Every place is in the text and is the one told."""
    lines = Text.of(text)
    for f in report.findings:
        assert text[f.start : f.end] == f.excerpt
        assert 0 <= f.start < f.end <= len(text)
        assert (f.line, f.column) == lines.line_column(f.start)
        assert (f.end_line, f.end_column) == lines.line_column(f.end)
        assert all(0 <= one.start <= one.end <= len(text) for one in f.related)
        for fix in f.fixes:
            assert all(0 <= e.start <= e.end <= len(text) for e in fix.edits)
            assert all(one.end <= other.start for one, other in pairwise(fix.edits))
    for m in report.mentions:
        assert 0 <= m.start < m.end <= len(text)
        if m.name_start is not None and m.name_end is not None:
            assert m.start <= m.name_start < m.name_end <= m.end
        assert all(m.start <= t.start <= t.bare_start < t.end <= len(text) or t.shared for t in m.titles)


def digest(reports: list[Report]) -> str:
    return hashlib.sha256("\n".join(r.model_dump_json() for r in reports).encode()).hexdigest()


def is_list(finding: Finding) -> bool:
    """Of order: the rule marks a stretch of several references."""
    return finding.rule.startswith("O")


@given(st.text(st.characters(), max_size=300), st.dates(date(1700, 1, 1), date(2300, 1, 1)))
@settings(slow, max_examples=150)
def test_any_text_on_any_day(text: str, on: date) -> None:
    sound(text, EVERY.check(text, on=on))


@given(mutated())
@settings(slow, max_examples=300)
def test_places_and_fixes_of_mutated_news(case: tuple[str, date]) -> None:
    text, on = case
    report = EVERY.check(text, on=on)
    sound(text, report)
    fixed = leadercheck.fix(text, report)
    assert leadercheck.fix(fixed, EVERY.check(fixed, on=on)) == fixed


@given(mutated())
@settings(slow, max_examples=300)
def test_no_two_findings_overlap_unless_one_is_a_list(case: tuple[str, date]) -> None:
    text, on = case
    found = sorted(
        (f for f in EVERY.check(text, on=on).findings if not is_list(f)), key=lambda f: (f.start, f.end)
    )
    assert [(a.rule, b.rule) for a, b in pairwise(found) if b.start < a.end] == []


@example(("Chủ tịch Quốc hội Trần Thanh\nMẫn tiếp thân mật đoàn cán bộ.", date(2026, 5, 21)))
@given(mutated())
@settings(slow, max_examples=200)
def test_composed_and_decomposed_text_agree(case: tuple[str, date]) -> None:
    text, on = case
    composed, decomposed = normalize("NFC", text), normalize("NFD", text)
    assume(normalize("NFC", decomposed) == composed)
    one, other = EVERY.check(composed, on=on), EVERY.check(decomposed, on=on)
    told = [
        [(f.rule, f.severity, normalize("NFC", f.excerpt), normalize("NFC", f.message)) for f in r.findings]
        for r in (one, other)
    ]
    assert told[0] == told[1]
    assert one.coverage == other.coverage
    assert [f.fingerprint for f in one.findings] == [f.fingerprint for f in other.findings]


def test_the_same_bytes_over_runs_and_hash_seeds() -> None:
    code = (
        "import sys, json; sys.path.insert(0, 'tests'); from test_properties import *\n"
        "print(digest([EVERY.check(t, on=d) for t, d in ARTICLES + SENTENCES[:60]]))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("0", "1", "4711")
    }  # fmt: skip
    assert told == {digest([EVERY.check(t, on=d) for t, d in ARTICLES + SENTENCES[:60]]) + "\n"}


def test_eight_threads_share_one_checker() -> None:
    """A checker nobody used yet, so that what is read late is read by eight at once."""
    fresh = Checker(roster=Roster._load(), rules=[rule.id for rule in RULES])
    texts = ARTICLES + SENTENCES[:100]
    with ThreadPoolExecutor(8) as pool:
        told = set(pool.map(lambda _: digest([fresh.check(t, on=d) for t, d in texts]), range(8)))
    assert told == {digest([EVERY.check(t, on=d) for t, d in texts])}


def test_eight_threads_write_the_first_reports_of_a_process() -> None:
    """What writes and reads reports is built when it is first needed: here by eight at once."""
    code = (
        "from concurrent.futures import ThreadPoolExecutor; from datetime import date\n"
        "from leadercheck import Report, check\n"
        "made = [check('Sáng 6/5, Chủ tịch nước Lương Cường dự lễ.', on=date(2026, 5, 6)) for _ in range(8)]\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    told = list(pool.map(lambda r: Report.model_validate(r.model_dump(by_alias=False)), made))\n"
        "assert told == made and len({r.model_dump_json() for r in told}) == 1"
    )
    for _ in range(3):
        subprocess.run(
            [sys.executable, "-c", code], check=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}
        )


@pytest.mark.parametrize(("text", "on"), ARTICLES, ids=lambda value: str(value)[:30])
def test_a_paragraph_without_references_goes_and_the_rest_stays(text: str, on: date) -> None:
    """The paragraphs behind headline and lead; those set the scene for the whole article."""
    report = EVERY.check(text, on=on)
    lines = text.split("\n")
    for number in range(3, len(lines)):
        start = sum(len(line) + 1 for line in lines[:number])
        end = start + len(lines[number])
        if any(m.start < end and start < m.end for m in report.mentions) or _concerned(report, start, end):
            continue
        rest = EVERY.check("\n".join(lines[:number] + lines[number + 1 :]), on=on)
        assert Counter(f.fingerprint for f in rest.findings) == Counter(
            f.fingerprint for f in report.findings
        )


def _concerned(report: Report, start: int, end: int) -> bool:
    """Whether a finding stands in a paragraph or points at it."""
    places = [(f.start, f.end) for f in report.findings]
    places += [(r.start, r.end) for f in report.findings for r in f.related]
    return any(one < end and start < other for one, other in places)


WORDS = st.sampled_from(
    ["Nguyễn", "Lê", "Đỗ", "Văn", "Thị", "An", "Bình", "Lâm", "Hòa", "K'", "Ê", "Đức", "Anh", "Nga"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
BODIES = ("Bộ Rừng", "Ủy ban Biển", "tỉnh Mẫu", "Hội đồng", "Trung ương Mẫu")
HEADS = ("Bộ trưởng", "Phó Chủ tịch", "Chủ tịch", "Ủy viên", "Quyền trưởng")
PARTIAL = st.dates(date(1990, 1, 1), date(2026, 9, 1)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


@st.composite
def rosters(draw: st.DrawFn) -> bytes:
    """The file of a register that the schema allows, however odd its facts."""
    names = draw(st.lists(NAMES, min_size=1, max_size=6))
    persons = [
        {"id": f"p{n}", "name": name, "gender": draw(st.sampled_from(["male", "female", None])),
         "died": draw(st.none() | PARTIAL), "country": draw(st.sampled_from([None, None, "o0"])),
         "aliases": [{"name": draw(NAMES), "kind": draw(st.sampled_from(["pen", "variant", "ascii"]))}]}
        for n, name in enumerate(names)
    ]  # fmt: skip
    kinds = ("ministry", "province", "national_body", "country")
    bodies = [
        {"id": f"o{n}", "name": name, "kind": draw(st.sampled_from(kinds)),
         "lives": [{"valid_from": draw(st.none() | PARTIAL), "valid_until": draw(st.none() | PARTIAL)}]}
        for n, name in enumerate(BODIES)
    ]  # fmt: skip
    ids = [f"c{n}" for n in range(4)]
    positions = [
        {"id": ident, "title": f"{head} {BODIES[number]}", "head": head, "level": "government",
         "exclusive": draw(st.booleans()), "organisation": f"o{number}", "forms": draw(st.sampled_from([[], [f"{head} ta"]])),
         "deputy_of": ids[n + 1] if n + 1 < len(ids) and draw(st.booleans()) else None,
         "equivalents": draw(st.lists(st.sampled_from(ids), max_size=2))}
        for n, ident in enumerate(ids)
        for head in [draw(st.sampled_from(HEADS))]
        for number in [draw(st.integers(0, 4))]
    ]  # fmt: skip
    tenures = []
    for n in range(draw(st.integers(0, 8))):
        end = draw(st.none() | PARTIAL)
        tenures.append(
            {"id": f"t{n}", "person": f"p{draw(st.integers(0, len(names) - 1))}", "position": draw(st.sampled_from(ids)),
             "start": draw(st.none() | PARTIAL), "end": end, "end_status": "ended" if end else "in_office",
             "last_confirmed": draw(st.none() | PARTIAL), "confidence": draw(st.sampled_from(["high", "medium", "low"])),
             "capacity": draw(st.sampled_from(["full", "acting", "in_charge"])), "sources": ["https://example.vn/1"]}
        )  # fmt: skip
    groups = [[ident] for ident in draw(st.permutations(ids))]
    data = {
        "schema_version": 1, "as_of": "2026-10-07", "sources": [], "organisations": bodies, "persons": persons,
        "positions": positions, "tenures": tenures,
        "precedences": [{"id": "thu-tu", "title": "x", "citation": "x", "groups": groups}],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False).encode()


@st.composite
def articles(draw: st.DrawFn, names: list[str]) -> str:
    """Sentences about the people and offices of an invented register."""
    parts = st.sampled_from([*names, *BODIES, *HEADS, *PIECES, "dự lễ ", "Sáng 6/5, ", "nguyên ", " "])
    return "".join(draw(st.lists(parts, max_size=25)))


@given(st.data(), rosters(), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
@settings(slow, max_examples=120)
def test_any_roster(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, content: bytes, on: date
) -> None:
    path = tmp_path_factory.getbasetemp() / "random.json"
    path.write_bytes(content)
    roster = Roster.load(path)
    checker = Checker(roster=roster, rules=[rule.id for rule in RULES])
    text = data.draw(articles([p.name for p in roster.persons.values()]))
    report = checker.check(text, on=on)
    sound(text, report)
    assert checker.check(text, on=on) == report
    for person in roster.persons.values():
        assert roster.introduce(person.id, on)
        assert all(
            roster.held(person.id, position, on).answer in ("yes", "no", "unknown")
            for position in roster.positions
        )
    assert sorted(roster.in_order(roster.persons, on)) == sorted(roster.persons)


LEVELS = st.sampled_from(["off", "note", "warning", "error"])
IDS = st.sampled_from([rule.id for rule in RULES])
ZONES = st.sampled_from(["headline", "lead", "body", "caption", "quote", "list", "credit", "aside"])
FORMS = st.lists(st.sampled_from(["một", "tướng", "Tô Lâm", "*", "ông", "TƯ", "Đ", "và", "6", "a"]), min_size=1, max_size=4).map(" ".join)  # fmt: skip


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """A profile with any levels, choices and own rules; DataError where it is out of bounds."""
    own = [
        OwnRule(f"X{n:03}", kind, "Không viết vậy.", "Quy chế", draw(st.sampled_from(["note", "warning", "error"])),
                zones=tuple(draw(st.lists(ZONES, min_size=1, max_size=3, unique=True))), **{kind: value})
        for n in range(draw(st.integers(0, 4)))
        for kind in [draw(st.sampled_from(["prefer", "forbid"]))]
        for value in [
            draw(st.dictionaries(FORMS, FORMS, max_size=3)) if kind == "prefer" else tuple(draw(st.lists(FORMS, max_size=3)))
        ]
    ]  # fmt: skip
    choice = st.sampled_from(["yes", "no", "any"])
    return Profile(
        rules=draw(st.dictionaries(IDS, LEVELS, max_size=6)),
        zones=draw(st.dictionaries(ZONES, st.dictionaries(IDS, LEVELS, max_size=3), max_size=3)),
        address=draw(st.sampled_from(["ông_bà", "đồng_chí", "any"])),
        pho_second_capital=draw(choice), thuong_truc_capital=draw(choice),
        trung_uong=draw(st.sampled_from(["Trung ương", "T.Ư", "TW", "TƯ", "any"])),
        ministry_short=draw(st.sampled_from(["full", "short", "any"])),
        nguyen_or_cuu=draw(st.sampled_from(["nguyên", "cựu", "any"])),
        tone=draw(st.sampled_from(["old", "new", "any"])),
        first_mention=draw(st.sampled_from([(), ("thu-tuong-chinh-phu",)])),
        own=tuple(own),
    )  # fmt: skip


@given(profiles(), mutated(ARTICLES))
@settings(slow, max_examples=120)
def test_any_profile(profile: Profile, case: tuple[str, date]) -> None:
    text, on = case
    try:
        checker = Checker(profile=profile)
    except DataError:
        assume(condition=False)
    report = checker.check(text, on=on)
    sound(text, report)
    order = ["error", "warning", "note"]
    for f in report.findings:
        level = profile.zones.get(f.zone, {}).get(f.rule) or profile.rules.get(f.rule)  # type: ignore[call-overload]
        assert level != "off"
        assert level is None or order.index(f.severity) >= order.index(level)
