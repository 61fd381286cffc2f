"""What a server counts, for Prometheus; with several workers their numbers come as one."""

from __future__ import annotations

import os
from datetime import UTC, datetime, time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from leadercheck.checker import Checker
from leadercheck.report import Report
from leadercheck.server.settings import COUNTERS_VARIABLE

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """The counters of one process."""

    def __init__(self, checker: Checker) -> None:
        """All at zero."""
        own = self._own = CollectorRegistry()
        self.requests = Counter(
            "leadercheck_requests", "Requests answered.", ("route", "status"), registry=own
        )
        self.seconds = Histogram(
            "leadercheck_request_seconds", "Time from a request to its answer.", ("route",), buckets=_BUCKETS,
            registry=own,
        )  # fmt: skip
        self.waiting = Gauge(
            "leadercheck_requests_in_progress", "Requests being answered.", registry=own, multiprocess_mode="livesum"
        )  # fmt: skip
        self.characters = Counter("leadercheck_characters", "Characters checked.", registry=own)
        self.findings = Counter("leadercheck_findings", "Findings told.", ("rule", "severity"), registry=own)
        verified = Gauge(
            "leadercheck_roster_as_of_seconds", "The day up to which the facts were verified.", registry=own,
            multiprocess_mode="max",
        )  # fmt: skip
        verified.set(datetime.combine(checker.roster.as_of, time(), UTC).timestamp())

    def checked(self, characters: int, report: Report, about: dict[str, object]) -> None:
        """Count a check, and add its numbers to what the log tells about the request."""
        self.characters.inc(characters)
        for finding in report.findings:
            self.findings.labels(finding.rule, finding.severity).inc()
        about |= {
            "characters": characters,
            "errors": len(report.errors),
            "rules": sorted({finding.rule for finding in report.findings}),
        }

    def text(self) -> bytes:
        """All numbers in the text format of Prometheus, those of the other workers added."""
        if os.environ.get(COUNTERS_VARIABLE):
            everyone = CollectorRegistry()
            MultiProcessCollector(everyone)  # type: ignore[no-untyped-call]
            return generate_latest(everyone)
        return generate_latest(self._own)
