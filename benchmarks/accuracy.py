"""How many titles of a news corpus are judged, and what is found in it.

    python benchmarks/accuracy.py CORPUS [--files news_2017] [--samples 20] [--json OUT] [--golden FILE] [--every-rule]

Published texts of careful newsrooms are nearly always right: read every error before you believe it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import Any

import golden
from corpus import items

from leadercheck import RULES, Checker


def measure(
    corpus: Path, files: tuple[str, ...], limit: int | None = None, *, every_rule: bool = False
) -> dict[str, Any]:
    """Counts over all items that refer to a registered leader, and every finding with its sentence."""
    checker = Checker(rules=RULES if every_rule else None)
    verdicts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    read = referring = 0
    for item in islice(items(corpus, files), limit):
        read += 1
        report = checker.check(item.text, on=item.on)
        if any(m.person and m.status == "linked" for m in report.mentions):
            referring += 1
        for mention in report.mentions:
            statuses[mention.status] += 1
            if mention.status != "linked" or mention.name is None or mention.person is None:
                continue
            for title in mention.titles:
                verdicts[title.verdict] += 1
                if title.verdict not in ("yes", "no"):
                    reasons[title.reason] += 1
                if _present(mention, title) and _known_to_the_day(checker, mention.person, title, item.on):
                    pairs["all"] += 1
                    pairs["judged"] += title.verdict in ("yes", "no")
        for finding in report.findings:
            begin, end = max(0, finding.start - 160), finding.end + 160
            found[finding.rule].append(
                {
                    "id": item.id, "on": item.on.isoformat(), "severity": finding.severity, "fingerprint": finding.fingerprint,
                    "excerpt": finding.excerpt, "message": finding.message,
                    "around": item.text[begin:end].replace("\n", " / "),
                }
            )  # fmt: skip
    return {
        "files": list(files), "items": read, "referring": referring, "statuses": dict(statuses),
        "verdicts": dict(verdicts), "reasons": dict(reasons.most_common()), "pairs": dict(pairs),
        "findings": {rule: found[rule] for rule in sorted(found)},
    }  # fmt: skip


def errors_per_thousand(result: dict[str, Any]) -> float:
    """Error-level findings for each 1,000 titles that got a yes or a no."""
    errors: int = sum(f["severity"] == "error" for findings in result["findings"].values() for f in findings)
    return 1000.0 * errors / max(1, _judged(result))


def _judged(result: dict[str, Any]) -> int:
    return int(result["verdicts"].get("yes", 0)) + int(result["verdicts"].get("no", 0))


def _present(mention: Any, title: Any) -> bool:
    return not mention.past and not title.frame and title.modifier is None


def _known_to_the_day(checker: Checker, person: str, title: Any, on: Any) -> bool:
    """The person has a tenure of this office that surely covers the day, with a start known to the day."""
    return any(
        s.tenure.position in title.positions and s.at(on) == "yes" and s.exact
        for s in checker.roster.spells_of(person)
    )


def show(result: dict[str, Any], samples: int) -> None:
    """Print the tables and some findings to read."""
    judged = _judged(result)
    total = sum(result["verdicts"].values())
    print(
        f"{result['items']} items of {', '.join(result['files'])}; {result['referring']} refer to a registered leader"
    )
    print("references: " + ", ".join(f"{k} {v}" for k, v in sorted(result["statuses"].items())))
    print(f"titles of linked names: {total}; judged {judged} ({judged / max(1, total):.1%})")
    for verdict, count in sorted(result["verdicts"].items()):
        print(f"  {verdict:12} {count}")
    print("  not judged, by reason: " + ", ".join(f"{k} {v}" for k, v in result["reasons"].items()))
    pairs = result["pairs"]
    print(
        f"present-day pairs known to the day: {pairs.get('all', 0)}; "
        f"judged {pairs.get('judged', 0) / max(1, pairs.get('all', 0)):.3f}"
    )
    print(f"{'rule':6}{'error':>8}{'warning':>9}{'note':>7}{'errors per 1,000 judged titles':>34}")
    for rule, findings in result["findings"].items():
        levels = Counter(f["severity"] for f in findings)
        print(
            f"{rule:6}{levels['error']:>8}{levels['warning']:>9}{levels['note']:>7}"
            f"{1000 * levels['error'] / max(1, judged):>34.2f}"
        )
    print(f"errors per 1,000 judged titles, all rules: {errors_per_thousand(result):.2f}")
    for rule, findings in result["findings"].items():
        for finding in sorted(findings, key=lambda f: f["severity"])[:samples]:
            print(
                f"\n[{rule} {finding['severity']} {finding['on']} {finding['id'][:10]}] {finding['excerpt']}"
            )
            print(f"   {finding['message']}\n   … {finding['around']} …")


def _kept(result: dict[str, Any]) -> golden.Findings:
    """The findings by rule as item, fingerprint and level."""
    return {
        rule: [f"{f['id']} {f['fingerprint']} {f['severity']}" for f in found]
        for rule, found in result["findings"].items()
    }


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", nargs="+", default=["news_2025_2026", "news_2017"])
    parser.add_argument("--samples", type=int, default=5, help="findings printed a rule")
    parser.add_argument("--json", type=Path, help="where to write everything, to read on")
    parser.add_argument(
        "--golden", type=Path, help="compare with the findings kept there, which hold no text, and keep these"
    )
    parser.add_argument("--every-rule", action="store_true", help="also those that are off by default")
    parser.add_argument("--limit", type=int, help="read so many items only")
    parser.add_argument("--max-errors-per-thousand", type=float, help="exit 1 above this")
    arguments = parser.parse_args()
    result = measure(
        arguments.corpus, tuple(arguments.files), arguments.limit, every_rule=arguments.every_rule
    )
    show(result, arguments.samples)
    if arguments.json:
        arguments.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    changed = arguments.golden and golden.compare(arguments.golden, _kept(result))
    bar = arguments.max_errors_per_thousand
    if bar is not None and errors_per_thousand(result) > bar:
        sys.exit(f"more than {bar} errors per 1,000 judged titles")
    if changed:
        sys.exit(f"{arguments.golden}: the findings changed as told above and were kept; look at them")


if __name__ == "__main__":
    main()
