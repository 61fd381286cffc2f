"""Every input the fuzzer starts from or once broke something with passes its target."""

import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parent.parent / "fuzz"
sys.path.insert(0, str(FUZZ))
from targets import TARGETS  # noqa: E402

ROWS = [
    pytest.param(name, path, id=f"{name}/{path.name}") for name in TARGETS for path in sorted((FUZZ / "corpus" / name).iterdir())
]  # fmt: skip


@pytest.mark.parametrize(("target", "path"), ROWS)
def test_what_was_once_found(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())
    TARGETS[target](path.read_bytes()[: path.stat().st_size // 2])


def test_every_target_has_seeds() -> None:
    assert {row.values[0] for row in ROWS} == set(TARGETS)
