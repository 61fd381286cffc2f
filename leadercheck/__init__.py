"""leadercheck: were the leaders' names, titles and order in a Vietnamese text right on its day?"""

from typing import Final

from leadercheck import errors
from leadercheck._version import __version__
from leadercheck.article import Article, Mention
from leadercheck.checker import Checker, check
from leadercheck.document import Document, Part
from leadercheck.errors import LeadercheckError
from leadercheck.fixes import fix
from leadercheck.profile import Profile
from leadercheck.report import Finding, Report
from leadercheck.roster import Roster
from leadercheck.rule import Rule, Severity
from leadercheck.rules import RULES
from leadercheck.suppression import Suppression

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
    "Suppression",
    "__version__",
    "check",
    "errors",
    "fix",
]
