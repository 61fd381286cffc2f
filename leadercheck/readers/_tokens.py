"""Where the letters of an HTML source stand: its text between tags, by the tokenizer of the HTML standard.

A browser's parser drops and moves nodes but gives no places; this scan knows places but builds no tree. So the
scan writes a mark with its place in front of each stretch of text, the real parser builds the tree of the marked
source, and the marks in its text nodes tell where their letters stand. A scan that errs on broken markup costs a
place, never a letter: each letter is compared with the source before its place is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

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
INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)


def texts(source: str) -> Iterator[tuple[int, int, str]]:
    """The stretches between tags as (start, end, name of the tag before); what scripts and the like hold is none."""
    at, name = 0, ""
    while at < len(source):
        opening = source.find("<", at)
        end = len(source) if opening < 0 else opening
        kind = source[end + 1 : end + 2]
        while end < len(source) and not (kind and ((kind.isascii() and kind.isalpha()) or kind in "/!?")):
            opening = source.find("<", end + 1)
            end = len(source) if opening < 0 else opening
            kind = source[end + 1 : end + 2]
        if end > at:
            yield at, end, name
        if end >= len(source):
            return
        stop, name = _markup(source, end)
        if stop < 0:
            return
        at = stop
        if name in RAW and source[end + 1] != "/":
            closing = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(source, at)
            if closing is None:
                return
            at = closing.start()
        elif name == "plaintext":
            return


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
    """The source with a mark in front of each stretch of text, and around each character reference."""
    parts: list[str] = []
    done = 0
    for start, end, before in texts(source):
        solid = _SOLID.search(source, start, end)
        if solid:
            begin = solid.start()
        elif before in INLINE and _is_inline(source, end):
            # Blanks alone are marked only between inline tags: elsewhere a parser treats them apart from letters.
            begin = start
        else:
            continue
        parts += source[done:begin].translate(_TO_PARSER), f"{OPEN}{begin}{CLOSE}"
        done = begin
        for found in REFERENCE.finditer(source, begin, end):
            first, last = found.span()
            parts.append(source[done:first].translate(_TO_PARSER))
            if first > begin:
                parts.append(f"{OPEN}{first}{CLOSE}")
            shown = "\n" if found[0] == "\r\n" else "" if found[0] == "\0" else found[0]
            parts += shown, f"{OPEN}{last}{CLOSE}"
            done = last
    parts.append(source[done:].translate(_TO_PARSER))
    return "".join(parts)


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
