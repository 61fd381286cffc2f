"""Does underthesea pay: the same reading with and without it, of each phenomenon, and what it costs.

Two uses are tried: `names` gives a title that nobody goes with the name the model sees behind it, and `words` drops
the name without a title that is a piece of the model's words. Both ask only about the sentences that need it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Final

from msgspec.structs import replace
from reading_marks import Row
from reading_scores import Score, measure

from leadercheck import Article, Checker, Mention
from leadercheck.nlp import ModelError, names, words
from leadercheck.sentences import Sentence

SHARE: Final = 0.25
"""Of an article's sentences at most so many are asked about, but one in any case."""
NEAR: Final = 60
"""Code points behind a title within which its name stands."""
POINT: Final = 0.01
"""The gain in F1 on some phenomenon for which the model would be worth its time, if nothing is lost over all."""
ENOUGH: Final = 20
"""References of the smallest phenomenon that counts: of ten, one more is a gain of five points and no evidence."""


@dataclass(slots=True)
class Asked:
    """A reader that asks the model, and how often it did."""

    task: Callable[[str], list[tuple[int, int]]]
    change: Callable[[Mention, Sequence[tuple[int, int]]], Mention | None]
    needs: Callable[[Mention], bool]
    sentences: int = 0

    def __call__(self, article: Article) -> Sequence[Mention]:
        """The mentions as the model would have them."""
        left = max(1, int(len(article.sentences) * SHARE))
        known: dict[int, list[tuple[int, int]]] = {}
        taken = {m.name_start for m in article.mentions if m.name is not None}
        found = []
        for mention in article.mentions:
            if self.needs(mention):
                if mention.sentence not in known and len(known) < left:
                    known[mention.sentence] = list(self._ask(article, article.sentences[mention.sentence]))
                spans = [s for s in known.get(mention.sentence, []) if s[0] not in taken or mention.name]
                changed = self.change(mention, spans)
                found += [changed] if changed else []
            else:
                found.append(mention)
        return found

    def _ask(self, article: Article, bound: Sentence) -> Iterator[tuple[int, int]]:
        self.sentences += 1
        try:
            spans = self.task(article.text.source[bound.start : bound.end])
        except ModelError:
            return
        for start, end in spans:
            yield bound.start + start, bound.start + end


def by_names() -> Asked:
    """The name the model sees behind a title that stands alone."""

    def change(mention: Mention, spans: Sequence[tuple[int, int]]) -> Mention:
        start, end = next(((s, e) for s, e in spans if 0 <= s - mention.end <= NEAR), (0, 0))
        if not end:
            return mention
        return replace(mention, end=end, name_start=start, name_end=end, name="(the model's)")

    return Asked(names, change, lambda m: m.name is None and m.status in ("unknown", "foreign"))


def by_words() -> Asked:
    """No name where one of the model's words holds a piece of it and of what is beside it."""

    def change(mention: Mention, spans: Sequence[tuple[int, int]]) -> Mention | None:
        start, end = mention.name_start or 0, mention.name_end or 0
        crossed = any(s < start < e or s < end < e for s, e in spans)
        return None if crossed else mention

    return Asked(words, change, lambda m: m.name is not None and not m.titles and m.status == "linked")


def show_model(rows: Sequence[Row], checker: Checker) -> None:
    """Print both uses beside the reading without the model: named references, by phenomenon, where they differ."""
    begin = perf_counter()
    plain = measure(rows, checker)
    alone = perf_counter() - begin
    for title, asked in (("names behind a title", by_names()), ("words across a name", by_words())):
        asked.task("Ông Nguyễn Văn An.")
        begin = perf_counter()
        helped = measure(rows, checker, asked)
        took = perf_counter() - begin
        print(
            f"\n-- underthesea, {title}: {asked.sentences} sentences asked; "
            f"{alone * 1000 / len(rows):.1f} ms a text without, {took * 1000 / len(rows):.1f} ms with"
        )
        print(f"{'named references':24}{'n':>5}{'P / R / F1 without':>26}{'P / R / F1 with':>26}{'gain':>8}")
        gains = []
        for group in sorted(plain.scores):
            one, other = plain.scores[group]["named"], helped.scores[group]["named"]
            gain = (other.f1 or 0) - (one.f1 or 0)
            if group == "all" or one != other:
                print(f"{group:24}{one.wanted:5}{_cells(one):>26}{_cells(other):>26}{gain:+8.3f}")
            if one.wanted >= ENOUGH:
                gains.append((gain, group))
        best, group = max(gains)
        lost = (helped.scores["all"]["named"].f1 or 0) < (plain.scores["all"]["named"].f1 or 0)
        print(
            f"best of {ENOUGH} references and more: {group} {best:+.3f}; over all it is {'worse' if lost else 'no worse'}: "
            f"{'worth its time there' if best >= POINT and not lost else 'not worth its time'}"
        )


def _cells(score: Score) -> str:
    precision = score.right / score.claimed if score.claimed else 0.0
    recall = score.right / score.wanted if score.wanted else 0.0
    return f"{precision:.3f} / {recall:.3f} / {score.f1 or 0:.3f}"
