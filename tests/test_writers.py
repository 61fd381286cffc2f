"""The forms of a report: valid by the schemas that others published, and nothing of a text gets out of its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from shapes import DAY, DOCX, HTML, PLAIN

from leadercheck import Checker, readers
from leadercheck.readers import Form
from leadercheck.report import Evidence, Finding, Fix, Report
from leadercheck.writers import _page_cards, _page_timeline, github, gitlab, junit, page, sarif, terminal
from leadercheck.writers.sheet import Sheet

SCHEMAS = Path(__file__).parent / "schemas"
EVIL = "</text><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202e\x00\x1b[31m]]>"


@pytest.fixture
def sheet(checker: Checker) -> Callable[..., Sheet]:
    """The sheet of a source."""

    def make(source: str | bytes = PLAIN, form: Form = "plain", name: str = "tin/bài 1.txt") -> Sheet:
        manuscript = readers.read(source, form)
        report = checker.check(manuscript.text, on=DAY, suppress=manuscript.suppressions)
        return Sheet(name, manuscript.text, report, readers.located(manuscript, report), lined=form != "docx")

    return make


Make = Callable[..., Sheet]


@pytest.fixture
def sheets(sheet: Make) -> list[Sheet]:
    """One of each kind: plain, a page, a document, without findings, with a notice, evil."""
    return [
        sheet(),
        sheet(HTML["CKEditor"], "html", "tin/bài 2.html"),
        sheet(DOCX["a run a word"], "docx", "tin/bài 3.docx"),
        sheet("Trời đẹp.", name="-"),
        sheet("<!-- leadercheck: ignor -->\ud800" + PLAIN, name="/tin/bài 4.txt"),
        evil(sheet()),
    ]


def evil(sheet: Sheet) -> Sheet:
    """The sheet with everything that a stranger may write replaced by what breaks out of a page."""

    def bad(finding: Finding) -> Finding:
        return finding.model_copy(
            update={
                "rule": f"E001{EVIL}", "name": EVIL, "message": EVIL, "citation": EVIL, "excerpt": EVIL, "person": EVIL,
                "evidence": (
                    Evidence(kind=EVIL, id=EVIL, summary=EVIL, source=f"https://x.example/{EVIL}"),
                    Evidence(kind="tenure", id="x", summary=EVIL, source="javascript:alert(3)"),
                    Evidence(kind="tenure", id="x", summary=EVIL, source="https://x.example/a?b=1&c='\"><script>"),
                ),
                "fixes": tuple(
                    Fix(label=EVIL, safe=f.safe, edits=tuple(e.model_copy(update={"text": EVIL}) for e in f.edits))
                    for f in finding.fixes
                ),
            }
        )  # fmt: skip

    def report(one: Report) -> Report:
        return one.model_copy(
            update={
                "findings": tuple(map(bad, one.findings)),
                "notices": (EVIL,),
                "version": EVIL,
                "roster_sha256": EVIL,
            }
        )

    words = PLAIN.replace("Ảnh", EVIL)
    return Sheet(f"{EVIL}.txt", words, report(sheet.report), report(sheet.located))


def read_sarif(sheets: list[Sheet], checker: Checker) -> dict[str, object]:
    data: dict[str, object] = json.loads(sarif.render(sheets, checker.rules))
    return data


def test_sarif_is_valid_by_its_schema(sheets: list[Sheet], checker: Checker) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    data = read_sarif(sheets, checker)
    assert [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(data)] == []
    data["runs"][0]["results"][0]["level"] = "lỗi"  # type: ignore[index]
    assert not validator.is_valid(data)


def test_sarif_tells_rules_places_fingerprints_and_fixes(sheet: Make, checker: Checker) -> None:
    for form, source in (("plain", PLAIN), ("html", HTML["TinyMCE"])):
        one = sheet(source, form, "tin/bài 1.x")
        (run,) = read_sarif([one], checker)["runs"]  # type: ignore[misc]
        assert run["columnKind"] == "unicodeCodePoints"
        driver = run["tool"]["driver"]
        for result, finding in zip(run["results"], one.located.findings, strict=True):
            rule = driver["rules"][result["ruleIndex"]]
            assert rule["id"] == result["ruleId"] == finding.rule
            assert finding.citation in rule["help"]["text"]
            assert result["partialFingerprints"] == {"leadercheck/v1": finding.fingerprint}
            place = result["locations"][0]["physicalLocation"]
            assert place["artifactLocation"]["uri"] == "tin/b%C3%A0i%201.x"
            start = place["region"]["charOffset"]
            assert (start, start + place["region"]["charLength"]) == (finding.start, finding.end)
            assert place["region"]["startLine"] == source.count("\n", 0, start) + 1
            assert len(result["fixes"]) == len(finding.fixes)
            for fix, edits in zip(result["fixes"], finding.fixes, strict=True):
                replaced = fix["artifactChanges"][0]["replacements"]
                assert [
                    (r["deletedRegion"]["charOffset"], r["deletedRegion"]["charLength"], r["insertedContent"]["text"]) for r in replaced
                ] == [(e.start, e.end - e.start, e.text) for e in edits.edits]  # fmt: skip


def test_sarif_of_a_document_names_paragraphs_only(sheet: Make, checker: Checker) -> None:
    (run,) = read_sarif([sheet(DOCX["a run"], "docx", "a.docx")], checker)["runs"]  # type: ignore[misc]
    for result in run["results"]:
        assert set(result["locations"][0]["physicalLocation"]["region"]) == {"startLine", "snippet"}
        assert "fixes" not in result


def test_junit_is_valid_by_its_schema(sheets: list[Sheet]) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    for failing in (("error",), ("error", "warning", "note"), ()):
        shown = junit.render(sheets, failing)
        tree = etree.fromstring(shown.encode())
        schema.assertValid(tree)
        findings = [f for s in sheets for f in s.report.findings]
        assert len(tree.findall(".//failure")) == sum(f.severity in failing for f in findings)
        assert [int(s.get("failures")) for s in tree] == [len(s.findall(".//failure")) for s in tree]
        assert [int(s.get("tests")) for s in tree] == [len(s.findall("testcase")) for s in tree]
    assert not schema.validate(etree.fromstring(shown.replace("testcase", "case").encode()))


def test_annotations_are_one_line_each(sheets: list[Sheet]) -> None:
    lines = github.render(sheets).splitlines()
    assert len(lines) == sum(len(s.located.findings) + len(s.located.notices) for s in sheets)
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) ([^:]+)::(.+)", line)
        assert found, line
        properties = dict(pair.split("=", 1) for pair in found[2].split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
    assert lines[0].startswith("::error file=tin/bài 1.txt,line=")


def test_an_annotation_escapes_what_ends_it(sheet: Make) -> None:
    one = sheet(name="a,b:c%\n.txt")
    assert github.render([one]).startswith("::error file=a%2Cb%3Ac%25%0A.txt,")


def test_code_quality(sheets: list[Sheet]) -> None:
    rows = json.loads(gitlab.render([*sheets, sheets[0]]))
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    assert rows == json.loads(gitlab.render([*sheets, sheets[0]]))
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert row["location"]["lines"]["begin"] >= 1
    assert {row["location"]["path"] for row in rows} >= {"tin/bài 1.txt", "tin/bài 2.html"}


def test_the_terminal_shows_a_page_as_read_with_places_of_the_file(sheet: Make) -> None:
    source = "<h1>x</h1>\n<p>Sáng 6/5, <b>Ch&#7911; tịch</b> nước Lương Cường dự lễ.</p>"
    lines = terminal.render_sheet(sheet(source, "html", "a.html")).splitlines()
    assert lines[0].startswith("a.html:2:17: lỗi[T002]") or lines[0].startswith("a.html:2:17: cảnh báo[T002]")
    assert lines[2] == " 2 | Sáng 6/5, Chủ tịch nước Lương Cường dự lễ."
    assert lines[3] == "   |           ^^^^^^^^^^^^^"


class _Page(HTMLParser):
    """What a page holds: tags with attributes, and its letters."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.letters: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.letters.append(data)


@pytest.fixture
def paged(checker: Checker) -> Callable[[list[Sheet]], str]:
    """The page of some sheets."""

    def make(sheets: list[Sheet]) -> str:
        readings = [checker.parse(s.text, on=s.report.on) for s in sheets]
        return page.render(sheets, readings, checker.roster)

    return make


Paged = Callable[[list[Sheet]], str]


def test_nothing_breaks_out_of_the_page(sheets: list[Sheet], paged: Paged) -> None:
    shown = paged(sheets)
    shown.encode()
    read = _Page(shown)
    allowed = {
        *("html", "head", "meta", "title", "style", "body", "nav", "section", "header", "main", "aside", "footer"),
        *("article", "figure", "figcaption", "blockquote", "div", "h1", "h2", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "span", "a", "sup"),
        *("del", "ins", "em", "svg", "text", "tspan", "rect", "line"),
    }  # fmt: skip
    assert {tag for tag, _ in read.tags} <= allowed
    assert not any(
        name.startswith("on") or name == "style" for _, attributes in read.tags for name in attributes
    )
    links = [a["href"] or "" for tag, a in read.tags if tag == "a"]
    assert all(re.fullmatch(r"#s\d+-\w+|https?://[^\s\"'<>]+", link) for link in links)
    assert any(link.startswith("https://") for link in links)
    assert not re.search(r"[\x00\x1b\u202e\ud800]", shown)
    assert "<script" not in shown.lower()
    assert "default-src 'none'" in shown
    assert "alert(1)" in "".join(read.letters)


def test_ids_of_a_page_are_its_own_and_links_lead_to_them(sheets: list[Sheet], paged: Paged) -> None:
    read = _Page(paged(sheets))
    ids = [a["id"] for _, a in read.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {
        (a["href"] or "")[1:] for t, a in read.tags if t == "a" and (a["href"] or "").startswith("#")
    } <= set(ids)


def test_the_page_shows_the_article_and_a_card_for_each_finding(sheet: Make, paged: Paged) -> None:
    for source, form in ((PLAIN, "plain"), (HTML["WordPress"], "html"), (DOCX["tables"], "docx")):
        one = sheet(source, form)
        shown = paged([one])
        main = re.search(r'<main class="text">(.*?)</main>', shown, re.DOTALL)
        assert main
        article = _Page(re.sub(r"<sup>.*?</sup>", "", main[1]))
        assert "".join(article.letters).split() == PLAIN.split()
        assert article.tags[0] == ("h2", {"class": "headline"})
        assert shown.count('<article class="card') == len(one.report.findings) >= 4
        marked = re.findall(r'<a class="mark (\w+)" href="#s1-f(\d+)"[^>]*>([^<]*)</a>', main[1])
        for number, finding in enumerate(one.report.findings, 1):
            pieces = "".join(words for _, n, words in marked if n == str(number))
            assert pieces.replace("&amp;", "&") in finding.excerpt
            assert pieces


def test_a_list_is_shown_as_printed_and_as_it_should_stand(sheet: Make, paged: Paged) -> None:
    shown = paged(
        [sheet("Cùng dự có Thủ tướng Lê Minh Hưng; Tổng Bí thư Tô Lâm; Chủ tịch Quốc hội Trần Thanh Mẫn.")]
    )
    lists = [re.findall(r"<li[^>]*>([^<]*)</li>", block) for block in re.findall(r"<ol>(.*?)</ol>", shown)]
    assert [[words.rsplit(" ", 2)[-1] for words in one] for one in lists] == [
        ["Hưng", "Lâm", "Mẫn"],
        ["Lâm", "Hưng", "Mẫn"],
    ]
    assert shown.count("<li class=moved>") >= 4


def test_the_line_of_holders_is_around_the_day(checker: Checker) -> None:
    picture = _page_timeline.picture("chu-tich-nuoc", DAY, checker.roster, person="luong-cuong-1957")
    svg = etree.fromstring(picture)
    assert "6/5/2026" in picture
    names = [t.text.strip() for t in svg.iter("text") if t.get("class") == "who"]
    assert names[-2:] == ["Lương Cường", "Tô Lâm"]
    day = float(svg.find("line[@class='day']").get("x1"))
    bars = [
        (float(r.get("x")), float(r.get("x")) + float(r.get("width")), r.get("class"))
        for r in svg.iter("rect")
    ]
    assert [kind for _, _, kind in bars].count("bar mine") == 1
    assert bars[-2][1] < day
    assert bars[-1][0] < day < bars[-1][1]
    assert all(0 <= left < right <= 340 for left, right, _ in bars)
    for other in (date(1850, 1, 1), date.min, date.max):
        _page_timeline.picture("chu-tich-nuoc", other, checker.roster, person=None)
    assert _page_timeline.picture("none", DAY, checker.roster, person=None) == ""


@pytest.mark.parametrize(
    ("source", "linked"),
    [
        ("https://baochinhphu.vn/a", True),
        ("HTTP://x.vn", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("Thanh Niên 2026-04-07", False),
        ("https://x.vn/ javascript:", False),
        ("https://[x", False),
        ('https://x.vn/"onload=', False),
        ("ftp://x.vn", False),
    ],
)
def test_only_pages_of_the_web_are_links(source: str, linked: bool) -> None:
    assert _page_cards._source(source).startswith("<a href=") == linked


def test_no_finding_is_said_as_what_it_is(sheet: Make, paged: Paged) -> None:
    assert "Không có phát hiện nào." in paged([sheet("Trời đẹp.")])
    one = sheet("Trời đẹp.")
    unsure = one.report.model_copy(update={"ok": None})
    assert "Chưa kết luận được" in paged([Sheet(one.name, one.text, unsure, unsure)])
