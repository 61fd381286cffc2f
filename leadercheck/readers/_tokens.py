"""Where the letters of an HTML source stand: its text between tags, by the tokenizer of the HTML standard.

A browser's parser drops and moves nodes but gives no places; this scan knows places but builds no tree. So the
scan writes a mark with its place in front of each stretch of text, the real parser builds the tree of the marked
source, and the marks in its text nodes tell where their letters stand. A scan that errs on broken markup costs a
place, never a letter: each letter is compared with the source before its place is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

OPEN, CLOSE = "\ue000", "\ue001"
MARK: Final = re.compile(rf"{OPEN}(\d+){CLOSE}")
"""A place in the source, in the text of the marked one."""
BLANK: Final = r"[ \t\n\f\r]"
_TAG: Final = re.compile(
    rf"<(?P<slash>/?)(?P<name>[A-Za-z][^ \t\n\f\r/>]*+)"
    rf"""(?:[^>=]++|={BLANK}*+(?:"[^"]*+"|'[^']*+'|(?![ \t\n\f\r"'])))*+>"""
)
_COMMENT_END: Final = re.compile(r"--!?>")
REFERENCE: Final = re.compile(r"&(?:#(?:[xX][0-9A-Fa-f]++|[0-9]++)|[A-Za-z][A-Za-z0-9]*+);?|\r\n|\0")
_SOLID: Final = re.compile(r"[^ \t\n\f\r]")
_NAME: Final = re.compile(r"</?([A-Za-z][^ \t\n\f\r/>]*+)")
_TO_PARSER: Final = {
    0x0D: "\n",
    0xE000: "\ufffd",
    0xE001: "\ufffd",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
RAW: Final = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
DEEPEST: Final = 512
"""So deep elements stand in each other, as in Chromium."""
_LONG_TAG: Final = 10_000
_ATTRIBUTES: Final = 2_000
_VALUE: Final = re.compile(r"""=[ \t\n\f\r]*+(?:"[^"]*+"|'[^']*+')""")
_EDGE: Final = re.compile(r"[ \t\n\f\r/]")
_AS_READ: Final = {"\r\n": "\n", "\0": ""}
_FLAT: Final = frozenset(
    ("!", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
     "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot",
     "colgroup", "caption", "rp", "rt")
)  # fmt: skip
"""What never stands in its like: elements without content, and those whose end a parser finds by itself."""
INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
     "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var")
)  # fmt: skip


class Token(NamedTuple):
    """A stretch of the source: text, whose name is that of the tag before, or a tag, a comment ("!")."""

    start: int
    end: int
    name: str
    is_text: bool


def tokens(source: str) -> Iterator[Token]:
    """The text, tags and comments of a source in order; what scripts and the like hold is left out."""
    at, name = 0, ""
    while at < len(source):
        end = _opening(source, at)
        if end > at:
            yield Token(at, end, name, is_text=True)
        if end >= len(source):
            return
        stop, name = _markup(source, end)
        if stop < 0:
            return
        yield Token(end, stop, name, is_text=False)
        at = stop
        if name in RAW and source[end + 1] != "/":
            closing = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(source, at)
            if closing is None:
                return
            at = closing.start()
        elif name == "plaintext":
            return


def texts(source: str) -> Iterator[tuple[int, int, str]]:
    """The stretches between tags as (start, end, name of the tag before)."""
    return ((token.start, token.end, token.name) for token in tokens(source) if token.is_text)


def _opening(source: str, at: int) -> int:
    """Where the next tag or comment begins; the end of the source for none."""
    while (at := source.find("<", at)) >= 0:
        kind = source[at + 1 : at + 2]
        if kind and (kind in "/!?" or (kind.isascii() and kind.isalpha())):
            return at
        at += 1
    return len(source)


def _markup(source: str, start: int) -> tuple[int, str]:
    """Where the tag or comment that opens at `start` ends, and the tag's name; -1 where it never does."""
    if source.startswith("<!--", start):
        for short in ("<!-->", "<!--->"):
            if source.startswith(short, start):
                return start + len(short), "!"
        found = _COMMENT_END.search(source, start + 4)
        return (found.end() if found else -1), "!"
    tag = _TAG.match(source, start)
    if tag:
        return tag.end(), tag["name"].lower()
    if source[start + 1] in "!?" or not source[start + 2 : start + 3].isalpha():
        # A bogus comment ends at the first ">".
        return source.find(">", start) + 1 or -1, "!"
    return -1, ""


def marked(source: str) -> str:
    """The source with a mark in front of each stretch of text, and around each character reference.

    Tags below `DEEPEST` others are left out, as browsers do: parsing would take the square of the depth.
    """
    parts: list[str] = []
    done = depth = 0
    for token in tokens(source):
        if token.is_text:
            begin = _begin(source, token)
            if begin >= 0:
                parts.append(_clean(source[done:begin]))
                _mark(parts, source, begin, token.end)
                done = token.end
            continue
        if _is_crowded(source, token):
            # The parser compares each attribute with all before it.
            parts += _clean(source[done : token.start]), f"<{token.name}>"
            done = token.end
        if token.name in _FLAT:
            continue
        closing = source[token.start + 1] == "/"
        depth = max(0, depth + (-1 if closing else 1))
        if depth + closing > DEEPEST and done < token.end:
            parts.append(_clean(source[done : token.start]))
            done = token.end
    parts.append(_clean(source[done:]))
    return "".join(parts)


def _is_crowded(source: str, token: Token) -> bool:
    """Whether a tag has thousands of attributes; the value of one may be as long as it likes."""
    if token.end - token.start <= _LONG_TAG or token.name == "!" or source[token.start + 1] == "/":
        return False
    return len(_EDGE.findall(_VALUE.sub("", source[token.start : token.end]))) > _ATTRIBUTES


def _begin(source: str, token: Token) -> int:
    """Where the letters of a text begin; -1 where it needs no mark."""
    solid = _SOLID.search(source, token.start, token.end)
    if solid:
        return solid.start()
    # Blanks alone are marked only between inline tags: elsewhere a parser treats them apart from letters.
    return token.start if token.name in INLINE and _is_inline(source, token.end) else -1


def _mark(parts: list[str], source: str, start: int, end: int) -> None:
    parts.append(f"{OPEN}{start}{CLOSE}")
    done = start
    for found in REFERENCE.finditer(source, start, end):
        first, last = found.span()
        parts.append(_clean(source[done:first]))
        if first > start:
            parts.append(f"{OPEN}{first}{CLOSE}")
        parts += _AS_READ.get(found[0], found[0]), f"{OPEN}{last}{CLOSE}"
        done = last
    parts.append(_clean(source[done:end]))


def is_reference(source: str, start: int, end: int) -> bool:
    """Whether a stretch of the source looks like a character reference."""
    found = REFERENCE.match(source, start)
    return found is not None and found.end() == end and source[start] == "&"


def _clean(letters: str) -> str:
    """Letters that need no place, as the parser reads them."""
    return letters.replace("\r\n", "\n").translate(_TO_PARSER)


def shown(letters: str) -> str:
    """Letters of a source as the parser gives them back."""
    return letters if letters.isascii() and "\r" not in letters else letters.translate(_TO_PARSER)


def agreeing(one: str, other: str) -> int:
    """So many letters two strings begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _is_inline(source: str, at: int) -> bool:
    found = _NAME.match(source, at)
    return found is not None and found[1].lower() in INLINE
