"""What `speed.py` runs beside leadercheck: each peer as a function over one text, made ready, with its version.

All find the same words: every registered name, title and body. None but leadercheck judges what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

from leadercheck import Roster
from leadercheck.lexicon import Lexicon, organisation_forms, spellings
from leadercheck.register import SEARCHED_ALIASES

Peer = Callable[[str], object]


def deny_list(roster: Roster) -> list[str]:
    """Every name, title and body of the register as printed, each once."""
    people = [p for p in roster.persons.values() if p.replaced_by is None]
    names = [n for p in people for n in (p.name, *(a.name for a in p.aliases if a.kind in SEARCHED_ALIASES))]
    titles = [s for p in roster.positions.values() for f in (p.title, p.head, *p.forms) for s in spellings(f)]
    bodies = [form for o in roster.organisations.values() for form in organisation_forms(o)]
    return list(dict.fromkeys(word for word in (*names, *titles, *bodies) if len(word) > 1))


def automaton(roster: Roster, words: Sequence[str]) -> Peer:  # one signature for all
    """The floor: one scan of leadercheck's own atoms, nothing made of what is found."""
    lexicon = Lexicon.of(roster)
    scan, alphabet = lexicon.automaton.find_matches_as_indexes, lexicon.alphabet
    return lambda text: scan(alphabet.blank + alphabet.write(text.lower()) + alphabet.blank)


def spacy_ruler(_: Roster, words: Sequence[str]) -> Peer:
    """A blank Vietnamese pipeline as spaCy makes it, words split by pyvi, with an EntityRuler."""
    return _spacy(words, use_pyvi=True)


def spacy_blanks(_: Roster, words: Sequence[str]) -> Peer:
    """The same, but split at blanks."""
    return _spacy(words, use_pyvi=False)


def _spacy(words: Sequence[str], *, use_pyvi: bool) -> Peer:
    import spacy  # noqa: PLC0415

    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": use_pyvi}}})
    ruler: Any = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "LEADER", "pattern": word} for word in words])
    return lambda text: nlp(text).ents


def presidio(_: Roster, words: Sequence[str]) -> Peer:
    """The recogniser of a deny-list alone, without the pipeline around it."""
    from presidio_analyzer import PatternRecognizer  # noqa: PLC0415

    recogniser = PatternRecognizer(supported_entity="LEADER", supported_language="vi", deny_list=list(words))
    return lambda text: recogniser.analyze(text, ["LEADER"])


def flashtext(_: Roster, words: Sequence[str]) -> Peer:
    """A keyword processor with the words."""
    from flashtext import KeywordProcessor  # noqa: PLC0415

    processor = KeywordProcessor()
    processor.add_keywords_from_list(list(words))
    found: Peer = processor.extract_keywords
    return found


def proselint(_: Roster, words: Sequence[str]) -> Peer:
    """All checks of a linter of English prose: what a linter costs, not what it finds."""
    from proselint.checks import __register__  # noqa: PLC0415
    from proselint.registry import CheckRegistry  # noqa: PLC0415
    from proselint.tools import LintFile  # noqa: PLC0415

    CheckRegistry().register_many(__register__)
    return lambda text: LintFile("text", text).lint()


def word_tokenize(_: Roster, words: Sequence[str]) -> Peer:
    """Word bounds, and each word looked up."""
    from underthesea import word_tokenize as tokenize  # noqa: PLC0415

    known = frozenset(word.lower() for word in words)
    return lambda text: [token for token in tokenize(text) if token.lower() in known]


def ner(_: Roster, words: Sequence[str]) -> Peer:
    """Named entities, and each looked up."""
    from underthesea import ner as recognise  # noqa: PLC0415

    known = frozenset(word.lower() for word in words)
    return lambda text: [one for one in recognise(text) if one[3] != "O" and one[0].lower() in known]


PEERS: dict[str, tuple[Callable[[Roster, Sequence[str]], Peer], str]] = {
    "ahocorasick-rs, bare scan": (automaton, "ahocorasick-rs"),
    "spaCy blank vi + EntityRuler": (spacy_ruler, "spacy"),
    "the same, split at blanks": (spacy_blanks, "spacy"),
    "Presidio deny-list": (presidio, "presidio-analyzer"),
    "flashtext": (flashtext, "flashtext"),
    "proselint": (proselint, "proselint"),
    "underthesea word_tokenize": (word_tokenize, "underthesea"),
    "underthesea ner": (ner, "underthesea"),
}
"""Each peer and the distribution its version is of."""
SLOW = frozenset({"proselint", "Presidio deny-list", "underthesea word_tokenize", "underthesea ner"})
"""Run on few articles a round; leadercheck is timed on the same ones."""


def ready(roster: Roster, wanted: Sequence[str] = ()) -> dict[str, tuple[Peer, str]]:
    """The peers that are installed, made ready, with their versions."""
    words, found = deny_list(roster), {}
    for name, (make, distribution) in PEERS.items():
        if wanted and name not in wanted:
            continue
        try:
            found[name] = make(roster, words), version(distribution)
        except ImportError as error:
            print(f"left out: {name} ({error}); pip install 'leadercheck[bench]'")
    return found
