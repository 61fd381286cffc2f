"""From the formats of newsrooms to a document with zones, and exactly back; each parser loads on demand.

manuscript = readers.read(source, "html")
report = checker.check(manuscript.text, on=day, suppress=manuscript.suppressions)
shown = readers.located(manuscript, report)        # places of the source
fixed = readers.mended(manuscript, report)         # the source with its safe fixes, each tag as it was
readers.ranges(manuscript, report.findings[0])     # the same place for a browser
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Final, get_args

from leadercheck.errors import DataError
from leadercheck.readers._browser import Boundary, ranges
from leadercheck.readers._located import located, mended
from leadercheck.readers._manuscript import Form, Manuscript

__all__: Final = ["FORMS", "Boundary", "Form", "Manuscript", "form_of", "located", "mended", "ranges", "read"]

FORMS: Final[tuple[Form, ...]] = get_args(Form)
_SUFFIXES: Final[dict[str, Form]] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
}


def form_of(name: str) -> Form:
    """The format of a file by its name; anything unknown, and "-", is plain text."""
    return _SUFFIXES.get(PurePath(name).suffix.lower(), "plain")


def read(source: str | bytes, form: Form, *, name: str = "-") -> Manuscript:
    """Read a source; only of a .docx it must be bytes.

    Args:
        source: the characters, or the bytes of the file in UTF-8.
        form: its format.
        name: how it is called in errors.

    Raises:
        MissingExtraError: the format needs a package that is not installed.
        DataError: the bytes are not what the format says.
    """
    if form == "docx":
        if isinstance(source, str):
            raise DataError(
                f"{name}: a .docx is read from its bytes; pass them, or the text with another reader"
            )
        from leadercheck.readers import docx  # noqa: PLC0415  # each format loads its own parser

        return docx.read(source, name)
    text = _decoded(source, name) if isinstance(source, bytes) else source
    if form == "html":
        from leadercheck.readers import html  # noqa: PLC0415

        return html.read(text)
    if form == "markdown":
        from leadercheck.readers import markdown  # noqa: PLC0415

        return markdown.read(text)
    return Manuscript("plain", text)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise DataError(f"{name}: byte {error.start} is not UTF-8; save the text as UTF-8") from None
