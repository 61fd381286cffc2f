"""markdown-it with an inline parser whose tokens tell where their content stands, as `meta["at"]`."""

from __future__ import annotations

from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType


def parser() -> MarkdownIt:
    """A parser of CommonMark with tables and strikethrough, which keeps character references apart."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    inline = _Inline()
    inline.ruler.enableOnly(markdown.inline.ruler.get_active_rules())
    # The rules that glue neighbouring texts would lose their places.
    inline.ruler2.disable("fragments_join")
    markdown.core.ruler.disable("text_join")
    markdown.inline = inline
    return markdown


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse one block, as the parent does, with a state that notes places."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _State(StateInline):
    """The state of one block; `pos` is where the parser stands when it pushes."""

    def __init__(self, *arguments: Any) -> None:
        """At the beginning of the block."""
        super().__init__(*arguments)
        self._begun: int | None = None

    def append_pending(self, text: str) -> None:
        """Letters are put by."""
        if self._begun is None:
            self._begun = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  # the parser's own name
        """Letters put by become a token."""
        token = super().pushPending()
        token.meta["at"] = self._begun
        self._begun = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """A token is made."""
        last = self.tokens[-1] if self.tokens else None
        token = super().push(ttype, tag, nesting)
        self._begun = None
        at = self.pos
        if last is not None and ttype == last.type == "text" and last.meta.get("marker") == at:
            # The signs of one run of emphasis are pushed one by one from one place.
            token.meta["marker"] = at
            token.meta["at"] = last.meta["at"] + 1
        else:
            token.meta["at"] = token.meta["marker"] = at
        return token
