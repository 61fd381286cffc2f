"""The public contract: what a report holds, one finding a slip, documents in parts, many texts, many threads."""

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

import leadercheck
from leadercheck import Checker, Document, LeadercheckError, Part, Profile, Report
from leadercheck.checker import today
from leadercheck.errors import DataError, DataNotFoundError, TextMismatchError, UnknownNameError

DAY = date(2026, 5, 6)
WRONG = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."
TWO = "Sáng 6/5, Chủ tịch nước Lương Cường và Thủ tướng Phạm Minh Chính dự lễ khai mạc."
CONTRACT = {
    "report": {
        "schema", "on", "ok", "findings", "mentions", "notices", "coverage", "roster_as_of", "roster_sha256",
        "text_sha256", "version",
    },
    "finding": {
        "rule", "name", "severity", "start", "end", "part", "zone", "line", "column", "end_line", "end_column",
        "excerpt", "message", "fixes", "replacement", "safe", "related", "citation", "evidence", "person",
        "fingerprint",
    },
    "mention": {
        "start", "end", "name_start", "name_end", "name", "status", "person", "person_name", "candidates",
        "antecedent", "titles", "zone",
    },
    "title": {"start", "end", "positions", "modifier", "frame", "verdict", "reason", "day"},
}  # fmt: skip


def test_json_has_the_fields_of_the_contract(checker: Checker) -> None:
    data = json.loads(checker.check(WRONG, on=DAY).model_dump_json(by_alias=True))
    assert set(data) == CONTRACT["report"]
    assert set(data["findings"][0]) == CONTRACT["finding"]
    assert set(data["mentions"][0]) >= CONTRACT["mention"]
    assert set(data["mentions"][0]["titles"][0]) >= CONTRACT["title"]
    assert data["schema"] == 1


def test_a_finding_tells_the_fact_its_source_and_the_fix(checker: Checker) -> None:
    finding = checker.check(WRONG, on=DAY).findings[0]
    assert (finding.rule, finding.name, finding.severity) == ("T002", "title-outdated", "error")
    assert finding.excerpt == "Chủ tịch nước"
    assert "7/4/2026" in finding.message
    assert "Tô Lâm" in finding.message
    assert finding.person == "luong-cuong-1957"
    assert finding.evidence[0].source.startswith("http")
    assert finding.replacement == "nguyên Chủ tịch nước"
    assert (finding.line, finding.column, finding.end_column) == (1, 11, 24)


def test_ok_is_false_true_or_not_known(checker: Checker) -> None:
    assert checker.check(WRONG, on=DAY).ok is False
    assert checker.check("Trời hôm nay đẹp.", on=DAY).ok is True
    assert checker.check("Sáng 6/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ.", on=DAY).ok is True
    assert checker.check("Phó Giám đốc Sở Y tế Lê Văn Không dự lễ.", on=DAY).ok in (True, None)
    assert checker.check("Chñ tÞch n­íc tiÕp ®oµn ®¹i biÓu Quèc héi, «ng ph¸t biÓu", on=DAY).ok is None


@pytest.mark.parametrize(
    ("rules", "found"), [(["T002"], ["T002", "T002"]), (["T001"], []), (None, ["T002", "T002"])]
)
def test_rules_can_be_chosen(rules: list[str] | None, found: list[str]) -> None:
    assert [f.rule for f in Checker(rules=rules).check(TWO, on=DAY).findings] == found


def test_rules_and_fingerprints_can_be_left_out(checker: Checker) -> None:
    first, second = checker.check(TWO, on=DAY).findings
    assert first.fingerprint != second.fingerprint
    assert checker.check(TWO, on=DAY, ignore=["T002"]).findings == ()
    assert checker.check(TWO, on=DAY, ignore=[first.fingerprint]).findings == (second,)
    assert Checker(baseline=[second.fingerprint]).check(TWO, on=DAY).findings == (first,)


def test_a_fingerprint_holds_no_place(checker: Checker) -> None:
    moved = "Trời hôm nay đẹp, nhiều người ra đường.\n\n" + WRONG
    assert [f.fingerprint for f in checker.check(moved, on=DAY).findings] == [
        f.fingerprint for f in checker.check(WRONG, on=DAY).findings
    ]


def test_nfc_and_nfd_agree(checker: Checker) -> None:
    composed, decomposed = (checker.check(normalize(form, TWO), on=DAY) for form in ("NFC", "NFD"))
    assert [f.fingerprint for f in composed.findings] == [f.fingerprint for f in decomposed.findings]
    assert [f.message for f in composed.findings] == [f.message for f in decomposed.findings]
    assert composed.coverage == decomposed.coverage


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(UnknownNameError, match=r"T999.*known: C001"):
        Checker(rules=["T999"])


def test_without_a_day_the_clock_is_read_once(checker: Checker) -> None:
    assert checker.check("Trời đẹp.").on in (today(), today())


def test_a_document_gives_places_in_its_parts(checker: Checker) -> None:
    parts = [
        Part("headline", "Chủ tịch nước Lương Cường dự lễ khai mạc", "title"),
        Part("body", "Sáng 6/5, lễ khai mạc diễn ra.\nThủ tướng Phạm Minh Chính phát biểu sáng 6/5.", "body"),
        Part("caption", "Nguyên Thủ tướng Phạm Minh Chính. Ảnh: TTXVN", "photo"),
    ]
    report = checker.check(Document(parts), on=DAY)
    texts = {part.id: part.text for part in parts}
    assert [(f.part, f.rule, f.line, f.column) for f in report.findings] == [
        ("title", "T002", 1, 1),
        ("body", "T002", 2, 1),
    ]
    for finding in report.findings:
        assert texts[finding.part][finding.start : finding.end] == finding.excerpt
    for mention in report.mentions:
        assert texts[mention.part][mention.name_start : mention.name_end] == mention.name
        assert {t.text for t in mention.titles} == {
            texts[mention.part][t.bare_start : t.end] for t in mention.titles
        }
    assert {m.zone for m in report.mentions} == {"headline", "body", "caption"}


def test_an_empty_document_is_read(checker: Checker) -> None:
    assert checker.check(Document([]), on=DAY).findings == ()
    assert checker.check(Document([Part("body", "")]), on=DAY).findings == ()


def test_headline_findings_come_first(checker: Checker) -> None:
    text = "Thủ tướng Phạm Minh Chính dự lễ\n\nSáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc.\n\nHết."
    document = Document([Part("body", WRONG, "b"), Part("headline", "Thủ tướng Phạm Minh Chính dự lễ", "h")])
    assert [f.zone for f in checker.check(text, on=DAY).findings] == ["headline", "lead"]
    assert [f.part for f in checker.check(document, on=DAY).findings] == ["h", "b"]


@pytest.mark.parametrize("workers", [None, 2])
def test_many_texts_keep_their_order(checker: Checker, workers: int | None) -> None:
    articles = [(f"Bài {n}. {WRONG if n % 3 else 'Trời đẹp.'}", DAY) for n in range(70)]
    reports = list(checker.check_many(articles, workers=workers))
    assert [len(r.findings) for r in reports] == [1 if n % 3 else 0 for n in range(70)]
    assert [r.text_sha256 for r in reports] == [checker.check(*a[:1], on=DAY).text_sha256 for a in articles]


def test_many_texts_are_read_lazily(checker: Checker) -> None:
    asked: list[int] = []

    def articles() -> object:
        for n in range(10):
            asked.append(n)
            yield "Trời đẹp.", DAY

    next(checker.check_many(articles()))  # type: ignore[arg-type]
    assert asked == [0]


def test_threads_share_a_checker(checker: Checker) -> None:
    texts = [WRONG, TWO, "Trời đẹp.", normalize("NFD", TWO)] * 8
    alone = [checker.check(text, on=DAY).model_dump_json() for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: checker.check(text, on=DAY).model_dump_json(), texts)) == alone


def test_a_checker_survives_a_pickle(checker: Checker) -> None:
    again: Checker = pickle.loads(pickle.dumps(checker))  # noqa: S301  # our own bytes
    assert again.check(TWO, on=DAY) == checker.check(TWO, on=DAY)


def test_a_fix_is_for_its_own_text_only(checker: Checker) -> None:
    with pytest.raises(TextMismatchError, match="another text"):
        leadercheck.fix(TWO, checker.check(WRONG, on=DAY))


def test_safe_fixes_alone_by_default(checker: Checker) -> None:
    text = "Sáng 6/5, Chủ tịch nước Lương Cường thăm nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam."
    report = checker.check(text, on=DAY)
    once = leadercheck.fix(text, report)
    assert once == "Sáng 6/5, Chủ tịch nước Lương Cường thăm nước Cộng hòa xã hội chủ nghĩa Việt Nam."
    assert leadercheck.fix(once, checker.check(once, on=DAY)) == once


def test_a_rule_that_crashes_is_named(monkeypatch: pytest.MonkeyPatch, checker: Checker) -> None:
    from leadercheck.rule import Rule  # noqa: PLC0415

    def crash(*_: object) -> None:
        raise ZeroDivisionError

    rule = leadercheck.RULES[0]
    broken = Rule(rule.id, rule.name, rule.severity, rule.citation, crash, rule.bad, rule.good)  # type: ignore[arg-type]
    with pytest.raises(ZeroDivisionError) as caught:
        Checker(rules=[broken]).check(WRONG, on=DAY)
    assert caught.value.__notes__ == [f"leadercheck: rule {rule.id} ({rule.name}) failed on this text"]


def _profile(tmp_path: Path, content: str) -> Profile:
    path = tmp_path / "house.toml"
    path.write_text(content, encoding="utf-8")
    return Profile.load(path)


def test_a_profile_turns_rules_down_and_off(tmp_path: Path) -> None:
    softer = Checker(profile=_profile(tmp_path, '[rules]\nT002 = "warning"\n'))
    assert [f.severity for f in softer.check(WRONG, on=DAY).findings] == ["warning"]
    without = Checker(profile=_profile(tmp_path, '[rules]\nT002 = "off"\n'))
    assert [f.rule for f in without.check(WRONG, on=DAY).findings] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("rules = 3", "rules: .*correct or remove that key"),
        ('[rules]\nT002 = "loud"', "T002"),
        ('colour = "red"', "colour"),
        ("[rules", "is not TOML"),
    ],
)
def test_a_bad_profile_names_the_key(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        _profile(tmp_path, content)


def test_a_profile_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataNotFoundError, match="check the path"):
        Profile.load(tmp_path / "none.toml")


def test_a_profile_with_an_unknown_rule(tmp_path: Path) -> None:
    with pytest.raises(LeadercheckError, match="X123"):
        Checker(profile=_profile(tmp_path, '[rules]\nX123 = "off"\n'))


def test_the_report_tells_what_it_rests_on(checker: Checker) -> None:
    report: Report = checker.check(WRONG, on=DAY)
    assert report.roster_as_of == checker.roster.as_of
    assert report.roster_sha256 == checker.roster.sha256
    assert (len(report.errors), len(report.warnings), len(report.notes)) == (1, 0, 0)
    assert report.coverage.judged_no == 1


def test_a_later_text_is_told_how_far_the_facts_go(checker: Checker) -> None:
    report = checker.check("Sáng 6/12, Thủ tướng Lê Minh Hưng dự lễ.", on=date(2026, 12, 6))
    assert report.notices == (
        "Dữ liệu xác minh đến 07/10/2026; 1 chức danh chưa đối chiếu được sau ngày này.",
    )


@pytest.mark.parametrize("on", ["2026-05-06", datetime(2026, 5, 6, 8), 20260506])
def test_a_day_that_is_none_is_told_how_to_become_one(on: Any) -> None:
    with pytest.raises(TypeError, match=r"on: the day .* datetime\.date, not \w+ .*date\.fromisoformat"):
        leadercheck.check("Thủ tướng dự lễ.", on=on)
