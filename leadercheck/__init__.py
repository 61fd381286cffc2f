"""leadercheck: were the leaders' names, titles and order in a Vietnamese text right on its day?"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from leadercheck import errors
from leadercheck.article import Article, Mention
from leadercheck.errors import LeadercheckError
from leadercheck.fixes import fix
from leadercheck.profile import Profile
from leadercheck.report import Checker, Document, Finding, Part, Report
from leadercheck.report import package_version as _package_version
from leadercheck.roster import Roster
from leadercheck.rule import Rule, Severity
from leadercheck.rules import RULES

__all__: Final = [
    "RULES",
    "Article",
    "Checker",
    "Document",
    "Finding",
    "LeadercheckError",
    "Mention",
    "Part",
    "Profile",
    "Report",
    "Roster",
    "Rule",
    "Severity",
    "check",
    "errors",
    "fix",
]
_checker: list[Checker] = []


def check(text: str | Document, *, on: date | None = None, ignore: Iterable[str] = ()) -> Report:
    """The report on one text by the facts of the package and the neutral profile.

    Args:
        text: any string, or a document in parts.
        on: the day of publication in Việt Nam; None means today there.
        ignore: rule ids or fingerprints to leave out.
    """
    if not _checker:
        _checker.append(Checker())
    return _checker[0].check(text, on=on, ignore=ignore)


def __getattr__(name: str) -> str:
    if name == "__version__":
        return _package_version()
    raise AttributeError(f"module 'leadercheck' has no attribute {name!r}")
