"""HTML: what is read, where it stands, what a fix leaves alone, and input that was made to hurt."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode
from shapes import DAY, HTML, decoded

from leadercheck import Checker, fix, readers
from leadercheck.errors import MissingExtraError
from leadercheck.readers import Manuscript, _tokens
from leadercheck.readers._located import source_edits
from leadercheck.report import Edit, Report

SLIP = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."


def zoned(source: str) -> str:
    """The parts as "zone: text", one a line."""
    return "\n".join(f"{strip.zone or '?'}: {strip.text}" for strip in readers.read(source, "html").strips)


READ = [
    ("blocks", "<p>Một</p><div>hai<p>ba</p>bốn</div>", "?: Một\n?: hai\n?: ba\n?: bốn"),
    ("tags in a word", "<p>Th<b>ủ</b> t<i>ướ</i>ng</p>", "?: Thủ tướng"),
    ("blanks between tags", "<p><b>Thủ</b> <i>tướng</i>\n<u>Lê</u></p>", "?: Thủ tướng Lê"),
    ("blanks at edges", "<p> a<b> b </b> c\n</p>", "?: a b c"),
    ("references", "<p>A &amp; B &lt;c&gt; &#7911; &#x1EE7; &Aacute;&nbsp;x</p>", "?: A & B <c> ủ ủ Á\xa0x"),
    ("what is no reference", "<p>A & B &khong; AT&T &#; R&D;</p>", "?: A & B &khong; AT&T &#; R&D;"),
    ("a break", "<p>một<br>hai<br/><b>ba</b></p>", "?: một\nhai\nba"),
    ("what is no text", "<p>a</p><script>'<p>b</p>'</script><style>c</style><textarea>d</textarea><template>e</template><p>f</p>", "?: a\n?: f"),
    ("what nobody sees", "<p>a</p><p hidden>b</p><!-- <p>c</p> --><p>d</p>", "?: a\n?: d"),
    ("a tag that is none", "<p>1 < 2 và 3 > 2 <3</p>", "?: 1 < 2 và 3 > 2 <3"),
    ("an attribute with signs", "<p title='a>b' data-x=\"</p>\" class=x>c</p>", "?: c"),
    ("an unclosed tag", "<p>a</p><p title='b>c", "?: a"),
    ("paragraphs without end", "<p>a<p>b<ul><li>c<li>d</ul>e", "?: a\n?: b\nlist: c\nlist: d\n?: e"),
    ("a table", "<table><caption>t</caption><tr><th>a<td>b <i>c</i></table>", "caption: t\n?: a\n?: b c"),
    ("text in a table", "<table>x<tr><td>y</table>", "?: x\n?: y"),
    ("headings", "<h1>a</h1><h2>b</h2><h1 class=x><span>c</span></h1>", "headline: a\n?: b\nheadline: c"),
    ("a figure", "<figure><img alt=x><figcaption>a <em>b</em></figcaption></figure>", "caption: a b"),
    ("a quotation", "<blockquote><p>a</p><footer>b</footer></blockquote><p>c", "quote: a\ncredit: b\n?: c"),
    ("WordPress", '<h2 class="wp-block-post-title x">a</h2><p class="WP-Caption-Text">b</p><div class="wp-block-tag-cloud"><a>c</a></div>', "headline: a\ncaption: b\naside: c"),
    ("newsrooms", '<p class="sapo">a</p><div class="PhotoCMS_Caption"><p>b</p></div><p class=author>c</p><aside><p>d</p></aside>', "lead: a\ncaption: b\ncredit: c\naside: d"),
    ("inside what is aside", "<aside><h1>a</h1><ul><li>b</li></ul></aside>", "aside: a\naside: b"),
    ("microdata", '<div itemprop="headline">a</div><p itemprop=author>b</p>', "headline: a\ncredit: b"),
    ("preformatted", "<pre>a\n b</pre><p>c</p>", "?: a\nb\n?: c"),
    ("Windows lines", "<p>\r\na\r\nb\r\n</p>", "?: a b"),
    ("two roots", "a<p>b</p>c", "?: a\n?: b\n?: c"),
    ("nothing", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_what_is_read(source: str, expected: str) -> None:
    assert zoned(source) == expected


@pytest.fixture
def reports(checker: Checker) -> Callable[[str], tuple[Manuscript, Report, Report]]:
    """The manuscript of a source, the report on it, and the report in places of the source."""

    def check(source: str) -> tuple[Manuscript, Report, Report]:
        manuscript = readers.read(source, "html")
        report = checker.check(manuscript.text, on=DAY, suppress=manuscript.suppressions)
        return manuscript, report, readers.located(manuscript, report)

    return check


Reports = Callable[[str], tuple[Manuscript, Report, Report]]


def spaced(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("source", HTML.values(), ids=HTML)
def test_places_are_those_of_the_source(reports: Reports, source: str) -> None:
    _, _, located = reports(source)
    assert len(located.findings) >= 4
    for finding in located.findings:
        shown = spaced(decoded(source[finding.start : finding.end]))
        assert shown == spaced(finding.excerpt)
        lines = re.split(r"\r\n|\r|\n", source)
        at = source.index(lines[finding.line - 1]) if finding.line == 1 else None
        assert at is None or at + finding.column - 1 == finding.start
        assert finding.part is None
        if finding.replacement is not None:
            assert finding.fixes[0].edits[0].start == finding.start
            assert finding.fixes[0].edits[0].end == finding.end
    for mention in located.mentions:
        assert mention.name is None or spaced(
            decoded(source[mention.name_start : mention.name_end])
        ) == spaced(mention.name)
        for title in mention.titles:
            assert spaced(decoded(source[title.bare_start : title.end])) == spaced(title.text)


@pytest.mark.parametrize("source", HTML.values(), ids=HTML)
def test_fixes_leave_every_tag_and_all_around(reports: Reports, source: str) -> None:
    manuscript, report, located = reports(source)
    fixed = readers.mended(manuscript, report, unsafe=True)
    assert isinstance(fixed, str)
    assert re.findall(r"<[^>]*>", fixed) == re.findall(r"<[^>]*>", source)
    after = readers.read(fixed, "html")
    assert [spaced(s.text) for s in after.strips] == [spaced(p) for p in _fixed_parts(manuscript, report)]
    edits = sorted(
        (e.start, e.end, e.text) for f in located.findings for fix in f.fixes[:1] for e in fix.edits
    )
    assert edits
    assert all(not re.search(r"[<>]", source[start:end]) for start, end, _ in edits)
    first = min(start for start, _, _ in edits)
    last = max(end for _, end, _ in edits)
    assert fixed[:first] == source[:first]
    assert fixed.endswith(source[last:])


def _fixed_parts(manuscript: Manuscript, report: Report) -> list[str]:
    text = fix(manuscript.text, report, unsafe=True)
    assert not isinstance(text, str)
    return [part.text for part in text.parts]


CHANGED = [
    ("inside tags", "<p>Sáng 6/5, <b>Chủ tịch</b> <i>nước</i> Lương Cường dự lễ.", "<p>Sáng 6/5, <b>nguyên Chủ tịch</b> <i>nước</i> Lương Cường dự lễ."),
    ("a hard blank stays", "<p>Sáng 6/5, Chủ&nbsp;tịch <i>nước</i> Lương Cường dự lễ.", "<p>Sáng 6/5, nguyên Chủ&nbsp;tịch <i>nước</i> Lương Cường dự lễ."),
    ("one letter of many", "<p>Sáng 6/5, Thủ tướng Lê <em>Minh</em> <u>Hùng</u> dự lễ.", "<p>Sáng 6/5, Thủ tướng Lê <em>Minh</em> <u>Hưng</u> dự lễ."),
    ("a word cut in two", "<p>Sáng 6/5, Thủ tướng Lê Minh H<b>ùn</b>g dự lễ.", "<p>Sáng 6/5, Thủ tướng Lê Minh Hưng<b></b> dự lễ."),
    ("over lines", "<p>Sáng 6/5, Thủ tướng Lê\r\n  <a href='x'>Minh\r\nHùng</a> dự lễ.", "<p>Sáng 6/5, Thủ tướng Lê\r\n  <a href='x'>Minh\r\nHưng</a> dự lễ."),
    ("references", "<p>S&aacute;ng 6/5, Th&#7911; t&#432;&#7899;ng L&ecirc; Minh H&ugrave;ng dự lễ.", "<p>S&aacute;ng 6/5, Th&#7911; t&#432;&#7899;ng Lê Minh Hưng dự lễ."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED]
)
def test_a_fix_is_written_where_its_words_stand(reports: Reports, source: str, expected: str) -> None:
    manuscript, report, _ = reports(source)
    assert readers.mended(manuscript, report, unsafe=True) == expected


@pytest.mark.parametrize(
    ("source", "start", "end", "edits"),
    [
        ("<p>a<br>b</p>", 0, 3, [(3, 4, "x"), (8, 9, "&lt; y")]),
        ("<p>a<br>b</p>", 2, 3, [(8, 9, "x &lt; y")]),
        ("<p>&notit;</p>", 1, 3, None),
        ("<p>&notit;</p>", 0, 4, [(3, 10, "x &lt; y")]),
        ("<p>ab</p><p>c</p>", 1, 4, None),
        ("<p>ab</p>", 1, 1, [(4, 4, "x &lt; y")]),
        ("<p>a<b>b</b></p>", 2, 2, [(8, 8, "x &lt; y")]),
    ],
)
def test_an_edit_has_places_or_is_none(
    source: str, start: int, end: int, edits: list[tuple[int, int, str]] | None
) -> None:
    manuscript = readers.read(source, "html")
    found = source_edits(manuscript, manuscript.strips[0], Edit(start=start, end=end, text="x < y"))
    assert (found and [(e.start, e.end, e.text) for e in found]) == edits


def test_a_break_is_no_letter_to_remove() -> None:
    manuscript = readers.read("<p>a<br>b</p>", "html")
    assert source_edits(manuscript, manuscript.strips[0], Edit(start=0, end=3, text="x")) is None


def test_a_report_of_another_text_mends_nothing(reports: Reports) -> None:
    manuscript, _, _ = reports(f"<p>{SLIP}</p>")
    _, other, _ = reports(f"<p>{SLIP}</p><p>x</p>")
    with pytest.raises(ValueError, match="another text"):
        readers.mended(manuscript, other)


def test_orders_of_a_page(reports: Reports) -> None:
    for source, rules, told in (
        (f"<p>{SLIP}</p>", ["T002"], ""),
        (f"<p data-leadercheck-ignore='T002'>{SLIP}</p>", [], ""),
        (f"<!-- leadercheck: ignore T002 -->\n<p>{SLIP}</p>\n<p>{SLIP}</p>", ["T002"], ""),
        (f"<p>a</p>\n<!-- leadercheck: ignore-start -->\n<p>{SLIP}</p>\n<p>{SLIP}</p>\n<!-- leadercheck: ignore-end --><p>b", [], ""),
        (f"<p>a</p>\n<p data-leadercheck-ignore='C003'>b</p><p>{SLIP}", ["T002"], "Dòng 2: lệnh bỏ qua C003 không che phát hiện nào; nên xóa."),
        (f"<p>a</p>\n\n<!-- leadercheck: ignor --><p>{SLIP}", ["T002"], "Dòng 3: không hiểu lệnh “ignor”"),
    ):  # fmt: skip
        _, _, located = reports(source)
        assert [f.rule for f in located.findings] == rules, source
        assert " ".join(located.notices).startswith(told)
        assert bool(told) == bool(located.notices), source


def _child(node: LexborNode, path: tuple[int, ...]) -> LexborNode:
    """The node at the end of a path, as a browser goes down `childNodes`."""
    for step in path:
        below = node.first_child
        for _ in range(step):
            assert below is not None
            below = below.next
        assert below is not None
        node = below
    return node


@pytest.mark.parametrize("source", HTML.values(), ids=HTML)
def test_ranges_of_a_browser(reports: Reports, source: str) -> None:
    """The tree of the source itself, without any marks, holds the words at the paths that are told."""
    manuscript, report, _ = reports(source)
    whole = "<!doctype" in source.lower()
    parser = LexborHTMLParser(source if whole else f"<!doctype html><body>{source}")
    top = parser.root.parent if whole and parser.root else parser.body
    assert top is not None
    for finding in report.findings:
        found = readers.ranges(manuscript, finding)
        assert found is not None
        first, last = found
        head, tail = _child(top, first.path), _child(top, last.path)
        assert head.tag == tail.tag == "-text"
        opening = _units(head)[2 * first.offset :].decode("utf-16-le")
        closing = _units(tail)[: 2 * last.offset].decode("utf-16-le")
        words = spaced(finding.excerpt)
        if first.path == last.path:
            assert spaced(_units(head)[2 * first.offset : 2 * last.offset].decode("utf-16-le")) == words
        else:
            assert words.startswith(spaced(opening))
            assert words.endswith(spaced(closing))


def _units(node: LexborNode) -> bytes:
    return (node.text_content or "").encode("utf-16-le")


def test_ranges_count_in_utf16(reports: Reports) -> None:
    manuscript, report, _ = reports(f"<p>😀😀 <b>𝐚 </b>😀{SLIP}</p>")
    found = readers.ranges(manuscript, report.findings[0])
    assert found is not None
    assert found[0] == ((0, 2), 12)
    assert found[1] == ((0, 2), 25)


PIECES = (
    "Thủ tướng ", "Lê Minh Hưng", "Chủ tịch nước", " ", "\n", "\r\n", "\t", "&nbsp;", "&#7911;", "&amp", "&notit;", "&#", "&",
    "<p>", "</p>", "<b>", "</b>", "<i class='x'>", "</i>", "<br>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<li>",
    "<ul>", "</ul>", "<h1>", "</h1>", "<blockquote>", "<figcaption>", "<!-- x -->", "<!-->", "<!doctype html>", '<a href="a>b">', "</a>",
    "<script>", "</script>", "<style>", "</style>", "<textarea>", "<title>", "<select>", "<option>", "<svg>", "</svg>", "<math>", "<pre>",
    "<html>", "<head>", "<body>", "</body>", "</html>", "<p hidden>", "<", ">", "</", "<!", "<?x>", "'", '"', "=", "\0", "\ud800", "\ue000", "\ue0015\ue001",
    "😀", "\u0301", "\ufeff", "<frameset>", "<plaintext>", "<template>", "</template>", "<p title='", "<![CDATA[x]]>",
)  # fmt: skip
SOURCES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(SOURCES)
@settings(max_examples=600, deadline=None)
def test_each_letter_stands_where_it_is_said(source: str) -> None:
    manuscript = readers.read(source, "html")
    for strip in manuscript.strips:
        assert strip.text.strip("\n")
        last = 0
        for run in strip.runs:
            assert run.at >= last
            last = run.at + run.length
            words, there = strip.text[run.at : last], source[run.start : run.stop]
            if run.plain:
                assert [c if c not in "\t\n\r\f" else " " for c in words] == [
                    _tokens.shown(c) if c not in "\t\n\r\f" else " " for c in there
                ]
            else:
                assert spaced(words) == spaced(html.unescape(there.replace("\0", "")).translate({0: None}))
        assert last <= len(strip.text)


def _nodes(top: LexborNode) -> Iterator[tuple[str | None, str | None]]:
    """All nodes below in document order; marks are taken out of texts and values."""
    stack = [top.first_child]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        stack += node.next, node.first_child
        words = node.text_content if node.tag == "-text" else None
        yield node.tag, _tokens.MARK.sub("", words) if words is not None else None


@given(SOURCES.filter(lambda s: not set(s) & set("\ud800\ue000\ue001\0")))
@settings(max_examples=600, deadline=None)
def test_marks_change_no_tree(source: str) -> None:
    context = "<!doctype html><body>"
    bare, marked = (LexborHTMLParser(context + s) for s in (source, _tokens.marked(source)))
    assert bare.root is not None
    assert marked.root is not None
    assert list(_nodes(marked.root)) == list(_nodes(bare.root))


MANY = 100_000
HOSTILE = {
    "deep blocks": "<div>" * MANY + SLIP + "</div>" * MANY,
    "deep inlines": "<b>" * MANY + SLIP,
    "misnested": "<b><i>x</b>y</i>" * (MANY // 4),
    "formatting": "<p><b><i><u>a" * (MANY // 20),
    "a huge attribute": f'<p title="{"x" * (10 * MANY)}">{SLIP}',
    "many attributes": "<p " + " ".join(f"a{n}=b" for n in range(MANY)) + f">{SLIP}",
    "many slashes": "<p " + "".join(f"/a{n}" for n in range(MANY)) + f">{SLIP}",
    "an unclosed attribute": f"<p>{SLIP}<p title='" + "<p>x" * MANY,
    "open comments": f"{SLIP}<!-- " * MANY,
    "comments": "<!-- c -->x" * MANY,
    "angles": "<" * MANY + SLIP,
    "ampersands": "&" * MANY + SLIP,
    "references": "&nbsp;" * MANY,
    "a long reference": "&#" + "9" * MANY + ";",
    "equals": "<p " + "='" * MANY + f">{SLIP}",
    "tables": "<table><tr><td>" * (MANY // 20) + SLIP,
    "text in tables": "<table>x" * (MANY // 20),
    "scripts": "<script>" * MANY,
    "text areas": "<textarea>a</textarea>" * (MANY // 4),
    "line ends": "a\r\n\r" * MANY,
    "no characters": "\0a" * MANY,
    "lists": "<li>x" * (MANY // 4),
    "blanks": " " * (10 * MANY) + "<b> </b> " * (MANY // 4),
    "lone surrogates": "\ud800" * MANY,
    "marks": "\ue0001\ue001" * MANY,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_read_in_one_pass(source: str) -> None:
    """A reader that took the square of such a length would not come back."""
    manuscript = readers.read(source, "html")
    assert sum(len(strip.text) for strip in manuscript.strips) <= len(source)


def test_a_deep_slip_is_found(reports: Reports) -> None:
    source = "<div>" * 5_000 + f"<p>{SLIP}</p>" + "</div>" * 5_000
    _, _, located = reports(source)
    assert [source[f.start : f.end] for f in located.findings] == ["Chủ tịch nước"]


def test_without_the_parser_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "selectolax.lexbor", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'leadercheck\[html\]'"):
        readers.read("<p>x", "html")
