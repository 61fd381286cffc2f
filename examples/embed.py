"""A pre-publication hook: an article that names its leaders wrongly is not sent out.

Run it as `python examples/embed.py ARTICLE --on 2026-05-06`.
Exit 0: publish. 1: hold the article, its errors are printed. 2: the call cannot be done.
"""

import argparse
import io
import sys
from datetime import date
from pathlib import Path

import leadercheck


def is_blocked(checker: leadercheck.Checker, text: str, on: date | None) -> bool:
    """Print what must be corrected, and say whether the article has to wait for it.

    A report whose `ok` is None, because nothing could be judged, does not block.

    Args:
        checker: made once, for any number of articles.
        text: the article as it would be published.
        on: the day of publication in Việt Nam; None means today there.
    """
    report = checker.check(text, on=on)
    for error in report.errors:
        print(f"dòng {error.line}: {error.excerpt}\n    {error.message}")
        if error.replacement is not None:
            print(f"    Sửa thành: {error.replacement}")
    return report.ok is False


def main() -> int:
    """Check the file named on the command line and give the exit status."""
    parser = argparse.ArgumentParser(description="Hold an article whose leaders are wrongly named.")
    parser.add_argument("article", type=Path, metavar="ARTICLE", help="a text file in UTF-8")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="day of publication")
    call = parser.parse_args()
    if isinstance(sys.stdout, io.TextIOWrapper):  # a pipe may default to a code page without Vietnamese
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        text = call.article.read_text(encoding="utf-8-sig")
        return int(is_blocked(leadercheck.Checker(), text, call.on))
    except (OSError, UnicodeError, leadercheck.LeadercheckError) as error:
        print(f"{call.article}: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
