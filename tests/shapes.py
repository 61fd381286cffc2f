"""One article as editors and programs keep it, and how each of its doors is read."""

from __future__ import annotations

import html
import io
import re
from datetime import date
from pathlib import Path

import docx as word

from leadercheck import readers
from leadercheck.readers import Form, Manuscript

DAY = date(2026, 5, 6)
HEADLINE = "Thủ tướng Lê Minh Hưng thăm vùng lũ Tuyên Quang"
PARAGRAPHS = (
    "Sáng 6/5, Thủ tướng Lê Minh Hưng thăm hỏi bà con vùng lũ.",
    "Cũng sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc & phát biểu.",
    "Cùng dự có Thủ tướng Lê Minh Hưng; Tổng Bí thư Tô Lâm; Chủ tịch Quốc hội Trần Thanh Mẫn.",
    "Bà con nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam cảm ơn Thủ tướng Lê Minh Hùng đã tới.",
    "Ảnh: TTXVN",
    "Theo TTXVN",
)
PLAIN = "\n\n".join((HEADLINE, *PARAGRAPHS))


def _words(paragraph: str, opening: str, closing: str) -> str:
    """The paragraph with every third word in tags."""
    words = paragraph.split(" ")
    return " ".join(f"{opening}{w}{closing}" if n % 3 == 1 else w for n, w in enumerate(words))


def _page(paragraphs: str) -> str:
    return f"<!DOCTYPE html>\n<html lang=vi><head><title>x</title><style>p{{}}</style></head>\n<body>{paragraphs}</body></html>\n"


def _named(paragraph: str) -> str:
    """All letters beyond ASCII as TinyMCE and old editors write them."""
    return "".join(c if c.isascii() else f"&#{ord(c)};" for c in html.escape(paragraph, quote=False))


_ESCAPED = [html.escape(p, quote=False) for p in PARAGRAPHS]
HTML = {
    "bare": f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{p}</p>" for p in _ESCAPED),
    "CKEditor": f"<h1>{HEADLINE}</h1>"
    + "".join(f"<p>{_words(p, '<strong>', '</strong>')}&nbsp;</p>" for p in _ESCAPED[:4])
    + f'<figure class="image image_resized" style="width:50%;"><img src="a.jpg" alt="x > y"><figcaption>{_ESCAPED[4]}</figcaption></figure>'
    + f'<p style="text-align:right;"><span style="color:hsl(0,0%,30%);"><i>{_ESCAPED[5]}</i></span></p>',
    "TinyMCE": f"<h1>{_named(HEADLINE)}</h1>\r\n" + "\r\n".join(f"<p>{_named(p)}</p>" for p in PARAGRAPHS),
    "WordPress": f'<!-- wp:heading {{"level":1}} -->\n<h1 class="wp-block-heading">{HEADLINE}</h1>\n<!-- /wp:heading -->\n'
    + "".join(
        f"\n<!-- wp:paragraph -->\n<p>{_words(p, '<em>', '</em>')}</p>\n<!-- /wp:paragraph -->\n" for p in _ESCAPED
    ),
    "Word pasted": f"<h1 class=MsoTitle>{HEADLINE}</h1>"
    + "".join(
        f"<p class=MsoNormal><span\n style='mso-ansi-language:VI'>{p.replace(' ', chr(10), 1)}<o:p></o:p></span></p>\n"
        for p in _ESCAPED
    ),
    "a page": _page(f"\n<main><h1>{HEADLINE}</h1>" + "".join(f"\n<p>{p}" for p in _ESCAPED) + "</main>"),
    "a word cut by tags": f"<h1>{HEADLINE}</h1>"
    + "".join("<p>" + re.sub(r"(?<=\w{2})(?=\w)", "<b></b>", p.replace("&amp;", "&#38;").replace("&#38;", "＆")).replace("＆", "&amp;") + "</p>" for p in _ESCAPED),
    "line breaks": f"<h1>{HEADLINE}</h1><div>" + "<br><br>".join(_ESCAPED) + "</div>",
    "spaces": "\ufeff" + f"<h1>\n\t{HEADLINE}\n</h1>" + "".join(f"\n\t<p>\n\t\t{p.replace(' ', '  ')}\n\t</p>" for p in _ESCAPED),
}  # fmt: skip
MARKDOWN = {
    "bare": f"# {HEADLINE}\n\n" + "\n\n".join(PARAGRAPHS) + "\n",
    "emphasis": f"# {HEADLINE} #\n\n" + "\n\n".join(_words(p, "**", "**") for p in PARAGRAPHS),
    "wrapped": f"{HEADLINE}\n===\n\n" + "\n\n".join(p.replace(" ", "\n", 3) for p in PARAGRAPHS),
    "front matter": f'---\ntitle: "{HEADLINE}"\ndate: 2026-05-06\n---\n\n' + "\n\n".join(PARAGRAPHS),
    "Windows": f"# {HEADLINE}\r\n\r\n" + "\r\n\r\n".join(_words(p, "_", "_") for p in PARAGRAPHS),
    "references": f"# {HEADLINE}\n\n" + "\n\n".join(p.replace(" & ", " &amp; ").replace("ủ", "&#7911;") for p in PARAGRAPHS),
    "links": f"# {HEADLINE}\n\n" + "\n\n".join(_words(p, "[", '](https://vd.example/a_b "t")') for p in PARAGRAPHS),
}  # fmt: skip


def document(*, runs: int = 1, table: bool = False) -> bytes:
    """The article as a .docx, each paragraph in `runs` words a run."""
    made = word.Document()
    made.add_heading(HEADLINE, 0)
    for paragraph in PARAGRAPHS:
        target = made.add_table(1, 1).cell(0, 0).paragraphs[0] if table else made.add_paragraph()
        words = re.findall(r"\S+\s*", paragraph)
        for index in range(0, len(words), runs):
            target.add_run("".join(words[index : index + runs])).bold = index % 2 == 0
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


DOCX = {"a run a word": document(), "a run": document(runs=99), "tables": document(runs=2, table=True)}


def doors() -> list[tuple[str, Form, str | bytes]]:
    """Every shape as (name, form, source)."""
    return [
        ("plain", "plain", PLAIN),
        *((f"html {name}", "html", source) for name, source in HTML.items()),
        *((f"markdown {name}", "markdown", source) for name, source in MARKDOWN.items()),
        *((f"docx {name}", "docx", source) for name, source in DOCX.items()),
    ]


def opened(source: str | bytes, form: Form) -> Manuscript:
    return readers.read(source, form)


def written(folder: Path, name: str, source: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    return path


def decoded(source: str) -> str:
    """What a reader sees of a piece of HTML: no tags, references resolved, blanks as one."""
    return re.sub(
        r"[ \t\r\n\f]+", " ", html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", source, flags=re.DOTALL))
    )
