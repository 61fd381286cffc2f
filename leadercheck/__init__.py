"""leadercheck: were the leaders' names, titles and order in a Vietnamese text right on its day?"""

from typing import Final

from leadercheck import errors
from leadercheck.article import Article, Mention
from leadercheck.checker import Checker, check
from leadercheck.checker import package_version as _package_version
from leadercheck.document import Document, Part
from leadercheck.errors import LeadercheckError
from leadercheck.fixes import fix
from leadercheck.profile import Profile
from leadercheck.report import Finding, Report
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


def __getattr__(name: str) -> str:
    if name == "__version__":
        return _package_version()
    raise AttributeError(f"module 'leadercheck' has no attribute {name!r}")
