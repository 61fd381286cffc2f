"""The errors leadercheck raises. Text is never one of them: any `str` gives a report."""


class LeadercheckError(Exception):
    """Base of every error of this package; the message says what to do."""


class DataError(LeadercheckError, ValueError):
    """A facts or profile file breaks a promise; names the file, the JSON path and the remedy."""


class DataNotFoundError(LeadercheckError, FileNotFoundError):
    """A file that was asked for, or the facts of the package, are not there."""


class UnknownNameError(LeadercheckError, LookupError):
    """A rule, person or position that nobody knows under this name; the message lists near ones."""


class TextMismatchError(LeadercheckError, ValueError):
    """A report was applied to another text than the one it was made from."""


class MissingExtraError(LeadercheckError, ImportError):
    """A feature needs an optional package; the message names the `pip install` that brings it."""
