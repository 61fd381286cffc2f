"""Markdown and .docx: what is read, where it stands, what a fix leaves alone, and input that was made to hurt."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import docx as word
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from shapes import DAY, DOCX, MARKDOWN, PARAGRAPHS

from leadercheck import Checker, fix, readers
from leadercheck.errors import DataError, MissingExtraError
from leadercheck.readers import Form, Manuscript, docx, markdown
from leadercheck.report import Edit, Report

SLIP = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."


def zoned(source: str | bytes, form: Form) -> str:
    """The parts as "zone: text", one a line."""
    return "\n".join(f"{s.zone or '?'}: {s.text}" for s in readers.read(source, form).strips)


def spaced(words: str) -> str:
    return " ".join(words.split())


READ = [
    ("headings", "# a *b* #\n\nc\n===\n\n## d", "headline: a b\nheadline: c\n?: d"),
    ("emphasis", "Thủ **tướng** _Lê_ M**in**h ***x** y* a*b 2 * 3", "?: Thủ tướng Lê Minh x y a*b 2 * 3"),
    ("escapes", r"1\. a \* b \_c\_ \x &amp; &#7911; &khong;", "?: 1. a * b _c_ \\x & ủ &khong;"),
    ("links", "[Thủ tướng](http://a.vn/Chủ 'x') <https://b.vn> ![ảnh](c.png) d", "?: Thủ tướng https://b.vn d"),
    ("a link", "[Thủ **tướng**](<http://a.vn/x y> 'x') d [e][1]\n\n[1]: http://c.vn", "?: Thủ tướng d e"),
    ("lines", "một\nhai  \nba\\\nbốn", "?: một hai\nba\nbốn"),
    ("a quotation", "> a\n> *b*\nc\n\nd", "quote: a b c\n?: d"),
    ("lists", "- a\n- b\n  c\n\n1. d\n   > e", "list: a\nlist: b c\nlist: d\nquote: e"),
    ("a table", "| a *b* | c |\n|---|:-:|\n| d \\| e | `f` |", "?: a b\n?: c\n?: d | e\n?: f"),
    ("code", "`a  b` c\n\n    khối\n\n```\nkhối\n```", "?: a b c"),
    ("HTML", "<figure>\n<figcaption>Ảnh: <b>a</b> &amp; b</figcaption></figure>\n\nc <b>d</b> e<br>f", "caption: Ảnh: a & b\n?: c d e\nf"),
    ("comments", "<!-- a -->\n\nb <!-- c --> d", "?: b d"),
    ("front matter", "---\ntitle: 'a: b'\ntags: [x]\ndescription: c\n---\n# d", "headline: a: b\nlead: c\nheadline: d"),
    ("a rule", "a\n\n---\n\nb", "?: a\n?: b"),
    ("Windows", "# a\r\n\r\nb\r\nc\r\n", "headline: a\n?: b c"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_what_is_read_of_markdown(source: str, expected: str) -> None:
    assert zoned(source, "markdown") == expected


def checked(checker: Checker, manuscript: Manuscript) -> tuple[Report, Report]:
    report = checker.check(manuscript.text, on=DAY, suppress=manuscript.suppressions)
    return report, readers.located(manuscript, report)


def bare(source: str) -> str:
    """A piece of Markdown as read: without signs of emphasis and links."""
    return spaced(re.sub(r"\]\([^)]*\)|[*_\[]", " ", unescape(source)).replace("  ", " "))


@pytest.mark.parametrize("source", MARKDOWN.values(), ids=MARKDOWN)
def test_places_and_fixes_of_markdown(checker: Checker, source: str) -> None:
    manuscript = readers.read(source, "markdown")
    report, located = checked(checker, manuscript)
    assert len(located.findings) >= 4
    for finding in located.findings:
        assert bare(source[finding.start : finding.end]) == spaced(finding.excerpt)
    fixed = readers.mended(manuscript, report, unsafe=True)
    assert isinstance(fixed, str)
    signs = re.compile(r"[*_=\[\]()\n\r]|https?\S+")
    assert signs.findall(fixed) == signs.findall(source)
    wanted = fix(manuscript.text, report, unsafe=True)
    assert not isinstance(wanted, str)
    after = readers.read(fixed, "markdown")
    assert [spaced(s.text) for s in after.strips] == [spaced(part.text) for part in wanted.parts]


def test_orders_of_markdown(checker: Checker) -> None:
    for source, rules in (
        (SLIP, ["T002"]),
        (f"<!-- leadercheck: ignore T002 -->\n\n**{SLIP}**\n\n{SLIP}", ["T002"]),
        (f"a <!-- leadercheck: ignore --> *{SLIP}*", []),
        (f"<p data-leadercheck-ignore>{SLIP}</p>\n\n{SLIP}", ["T002"]),
    ):
        _, located = checked(checker, readers.read(source, "markdown"))
        assert [f.rule for f in located.findings] == rules, source
        assert located.notices == ()


def test_new_words_are_escaped() -> None:
    assert (
        readers.read("a", "markdown").escape("a_b [c] <d> `e` \\ *f*") == r"a\_b \[c\] \<d\> \`e\` \\ \*f\*"
    )
    assert readers.read("a", "html").escape("<b> & x") == "&lt;b&gt; &amp; x"


PIECES = (
    "Thủ tướng", "a", " ", "  ", "\n", "\n\n", "\r\n", "\t", "*", "**", "_", "__", "~~", "`", "``", "[", "]", "](x)", "](<y z> 't')", "![", "<b>", "</b>",
    "<br>", "<!-- c -->", "<div>", "\\", "\\*", "&amp;", "&#7911;", "&nbsp;", "&", "# ", "## ", "> ", "- ", "1. ", "    ", "|", "|---|", "\n|-|-|\n", "===", "---",
    "```", "~~~", ":", "😀", "\ud800", "\0", "\u0301", "<https://a.vn>", "[1]: /x", "---\ntitle: x\n---\n", "\ufeff",
)  # fmt: skip


def sound(words: str) -> str:
    return words.replace("\ud800", "\ufffd").replace("\0", "\ufffd")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=500, deadline=None)
def test_each_letter_of_markdown_stands_where_it_is_said(source: str) -> None:
    for strip in readers.read(source, "markdown").strips:
        last = 0
        for run in strip.runs:
            assert run.at >= last
            last = run.at + run.length
            words, there = strip.text[run.at : last], source[run.start : run.stop]
            if run.plain:
                assert sound(words).split() == sound(there).split() or words == " "
            else:
                assert spaced(sound(words)) == spaced(re.sub(r"\\(.)", r"\1", unescape(sound(there))))


MANY = 20_000
HOSTILE = {
    "stars": "*a " * MANY, "signs": "_a" * MANY, "brackets": "[" * MANY, "links": "[a](b)" * MANY, "ticks": "`" * MANY, "quotations": ">" * MANY + "x",
    "lists": "- " * 3000 + "x", "paragraphs": "a\n\n" * MANY, "lines": "a\n" * MANY, "columns": "|a" * 2000 + "\n" + "|-" * 2000 + "\n" + ("|b" * 2000 + "\n") * 9,
    "HTML": "<div>\n" * MANY, "ampersands": "&" * MANY, "front matter": "---\n" + "a: b\n" * MANY, "breaks": "a  \n" * MANY,
}  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_markdown_is_read(source: str) -> None:
    assert sum(len(strip.text) for strip in readers.read(source, "markdown").strips) <= len(source)


def test_without_the_parser_of_markdown_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    markdown._parser.cache_clear()
    monkeypatch.delattr(readers, "_markdown_it", raising=False)
    monkeypatch.setitem(__import__("sys").modules, "leadercheck.readers._markdown_it", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'leadercheck\[markdown\]'"):
        readers.read("x", "markdown")


def saved(document: object) -> bytes:
    content = io.BytesIO()
    document.save(content)  # type: ignore[attr-defined]  # python-docx gives a function for the class
    return content.getvalue()


def paragraphs(content: bytes) -> list[str]:
    """The paragraphs as python-docx reads them, those of tables behind."""
    document = word.Document(io.BytesIO(content))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [p.text for p in (*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)) if p.text]


@pytest.mark.parametrize("content", DOCX.values(), ids=DOCX)
def test_fixes_of_a_word_document(checker: Checker, content: bytes) -> None:
    manuscript = readers.read(content, "docx")
    report, located = checked(checker, manuscript)
    assert [(f.line, f.column) for f in located.findings] == [
        (int(f.part or 0) + 1, f.start + 1) for f in report.findings
    ]
    fixed = readers.mended(manuscript, report, unsafe=True)
    assert isinstance(fixed, bytes)
    wanted = fix(manuscript.text, report, unsafe=True)
    assert not isinstance(wanted, str)
    assert [spaced(p) for p in paragraphs(fixed)] == [spaced(part.text) for part in wanted.parts]
    before, after = zipfile.ZipFile(io.BytesIO(content)), zipfile.ZipFile(io.BytesIO(fixed))
    assert [i.filename for i in after.infolist()] == [i.filename for i in before.infolist()]
    changed = [n for n in before.namelist() if before.read(n) != after.read(n)]
    assert changed == ["word/document.xml"]
    tags = [
        re.sub(rb' xml:space="preserve"', b"", b"".join(re.findall(rb"<[^>]*>", z.read(changed[0]))))
        for z in (before, after)
    ]
    assert tags[0] == tags[1]


def test_nothing_to_fix_gives_the_same_bytes(checker: Checker) -> None:
    document = word.Document()
    document.add_paragraph("Trời đẹp.")
    content = saved(document)
    manuscript = readers.read(content, "docx")
    assert readers.mended(manuscript, checked(checker, manuscript)[0], unsafe=True) == content


def xml(body: str) -> bytes:
    """A document whose body is given as WordprocessingML."""
    document = word.Document()
    for element in parse_xml(
        f"<w:body {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>{body}</w:body>"
    ):
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


DOCUMENTS = [
    ("runs", f"<w:p>{run('Thủ tướng ')}{run('Lê ')}{run('Minh Hưng &amp; đoàn')}</w:p>", "?: Thủ tướng Lê Minh Hưng & đoàn"),
    ("a link and a field", f"<w:p>{run('a ')}<w:hyperlink>{run('b')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", "?: a b"),
    ("insertions", f"<w:p>{run('Thủ tướng ')}<w:ins w:id='1'>{run('Lê Minh Hưng')}</w:ins></w:p>", "?: Thủ tướng Lê Minh Hưng"),
    ("deletions", f"<w:p>{run('a')}<w:del w:id='1'><w:r><w:delText>b</w:delText></w:r>{run('c')}</w:del></w:p>", "?: a"),
    ("moves", f"<w:p><w:moveFrom w:id='1'>{run('a')}</w:moveFrom></w:p><w:p><w:moveTo w:id='2'>{run('a')}</w:moveTo></w:p>", "?: a"),
    ("a deleted break", f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('Thủ tướng ')}</w:p><w:p>{run('Lê Minh Hưng')}</w:p><w:p>{run('b')}</w:p>", "?: Thủ tướng Lê Minh Hưng\n?: b"),
    ("hidden words", f"<w:p>{run('a')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>{run('c')}<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>d</w:t></w:r></w:p>", "?: acd"),
    ("breaks and tabs", f"<w:p>{run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "?: a b\nc"),
    ("a list", f"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/></w:numPr></w:pPr>{run('a')}</w:p>", "list: a"),
    ("styles", f"<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr>{run('a')}</w:p><w:p><w:pPr><w:pStyle w:val='Caption'/></w:pPr>{run('b')}</w:p>", "headline: a\ncaption: b"),
    ("a table in a table", f"<w:tbl><w:tr><w:tc><w:p>{run('a')}</w:p><w:tbl><w:tr><w:tc><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>", "?: a\n?: b"),
    ("a text box", (f"<w:p>{run('a ')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p>{run('b')}</w:p></w:txbxContent></mc:Choice>"
     f"<mc:Fallback><w:txbxContent><w:p>{run('b')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>{run('c')}</w:p>"), "?: a c\n?: b"),
    ("nothing", "<w:p/>", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_what_is_read_of_a_word_document(body: str, expected: str) -> None:
    assert zoned(xml(body), "docx") == expected


def changed(content: bytes, **members: bytes) -> bytes:
    """The archive with other files in it; names with "/" as "__"."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        named = {name.replace("__", "/"): data for name, data in members.items()}
        for name in {**dict.fromkeys(old.namelist()), **named}:
            new.writestr(name, named[name] if name in named else old.read(name))
    return made.getvalue()


def with_footnotes(words: str) -> bytes:
    content = xml(f"<w:p>{run('Trời đẹp.')}</w:p>")
    types = zipfile.ZipFile(io.BytesIO(content)).read("[Content_Types].xml")
    kind = b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
    notes = f"<?xml version='1.0' encoding='UTF-8'?><w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p>{run(words)}</w:p></w:footnote></w:footnotes>"
    return changed(
        content,
        **{
            "[Content_Types].xml": types.replace(b"</Types>", kind + b"</Types>"),
            "word__footnotes.xml": notes.encode(),
        },
    )


def test_footnotes_are_read_and_mended(checker: Checker) -> None:
    content = with_footnotes(SLIP)
    manuscript = readers.read(content, "docx")
    assert [s.text for s in manuscript.strips] == ["Trời đẹp.", SLIP]
    fixed = readers.mended(manuscript, checked(checker, manuscript)[0], unsafe=True)
    assert isinstance(fixed, bytes)
    notes = zipfile.ZipFile(io.BytesIO(fixed)).read("word/footnotes.xml").decode()
    assert "Sáng 6/5, nguyên Chủ tịch nước Lương Cường" in notes
    assert zipfile.ZipFile(io.BytesIO(fixed)).read("word/document.xml") == zipfile.ZipFile(
        io.BytesIO(content)
    ).read("word/document.xml")


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [(4, 8, "Chủ "), (0, 3, " tịch"), (0, 4, "tịch"), (0, 8, "")],
)
def test_a_blank_at_the_edge_of_a_run_is_kept(start: int, end: int, kept: str) -> None:
    """Word drops blanks at the edge of a run that does not say otherwise."""
    manuscript = readers.read(xml("<w:p><w:r><w:t>Chủ tịch</w:t></w:r></w:p>"), "docx")
    at = manuscript.source.index("Chủ tịch")
    fixed = docx.rewritten(manuscript, [Edit(start=at + start, end=at + end, text="")])
    source = zipfile.ZipFile(io.BytesIO(fixed)).read("word/document.xml").decode()
    opening = '<w:t xml:space="preserve">' if kept != kept.strip() else "<w:t>"
    assert f"<w:r>{opening}{kept}</w:t></w:r>" in source


BROKEN = [
    ("no archive", b"PK nothing", "is no readable .docx"),
    ("empty", b"", "is no readable .docx"),
    ("another archive", changed(xml("<w:p/>"), **{"[Content_Types].xml": b"<Types/>"}), "holds no text document"),
    ("broken XML", changed(xml("<w:p/>"), word__document__xml=b"", **{"word__document.xml": b"<w:p>"}), "is no readable .docx"),
    ("entities", changed(xml("<w:p/>"), **{"word__document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "a document type"),
    ("cut off", xml("<w:p/>")[:400], "is no readable .docx"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_document_names_the_file_and_the_remedy(content: bytes, said: str) -> None:
    with pytest.raises(DataError, match=r"^bài\.docx: ") as raised:
        readers.read(content, "docx", name="bài.docx")
    assert said in str(raised.value)


def test_bytes_that_are_no_utf8_name_the_byte() -> None:
    with pytest.raises(DataError, match=r"a\.md: byte 1 is not UTF-8"):
        readers.read(b"a\xff", "markdown", name="a.md")


def test_the_name_tells_the_reader() -> None:
    names = {
        "a.HTML": "html",
        "b.htm": "html",
        "c.md": "markdown",
        "d.docx": "docx",
        "e.txt": "plain",
        "-": "plain",
        "f": "plain",
    }
    assert {name: readers.form_of(name) for name in names} == names


def test_deep_documents_are_read() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 400 + f"<w:p>{run(PARAGRAPHS[0])}</w:p>" + "</w:tc></w:tr></w:tbl>" * 400
    content = xml("<w:p/>")
    source = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    deep = changed(content, **{"word__document.xml": source.replace("<w:p/>", body * 20).encode()})
    assert [s.text for s in readers.read(deep, "docx").strips] == [PARAGRAPHS[0]] * 20
