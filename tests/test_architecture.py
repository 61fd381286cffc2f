"""Imports point down only, and a plain import stays light."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_imports_point_down() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == 0


def test_a_check_loads_no_model() -> None:
    code = (
        "import sys, leadercheck; leadercheck.check('Thủ tướng Phạm Minh Chính dự lễ.');"
        "print(sorted(m for m in ('underthesea', 'sklearn', 'click', 'ssl', 'multiprocessing', 'pyarrow') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


DOORS = (
    "leadercheck.readers", "leadercheck.writers", "selectolax", "markdown_it", "pathspec", "platformdirs", "html", "xml",
    "difflib", "lxml", "docx",
)  # fmt: skip
"""What only those pay for who use it."""


def test_a_plain_import_loads_no_door() -> None:
    code = f"import sys, leadercheck; print([m for m in {DOORS} if m in sys.modules], len(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded, count = done.stdout.strip().rsplit(" ", 1)
    assert loaded == "[]"
    assert int(count) < 450


@pytest.mark.parametrize(
    ("form", "brings"),
    [
        ("plain", set()),
        ("html", {"selectolax"}),
        ("markdown", {"markdown_it"}),
        ("docx", {"xml.parsers"}),
    ],
)
def test_a_reader_loads_its_own_parser_only(form: str, brings: set[str]) -> None:
    code = (
        "import sys\nfrom leadercheck import readers\n"
        f"try: readers.read(b'x', {form!r})\nexcept ValueError: pass\n"
        "print(*(m for m in ('selectolax', 'markdown_it', 'xml.parsers', 'lxml', 'docx') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert set(done.stdout.split()) == brings


def test_the_command_line_loads_no_server() -> None:
    code = (
        "import sys, leadercheck.__main__;"
        "print(sorted(m for m in ('fastapi', 'starlette', 'uvicorn', 'prometheus_client') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_a_check_opens_no_connection() -> None:
    code = (
        "import socket\n"
        "def refuse(*_, **__): raise OSError('no network')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse\n"
        "import leadercheck; leadercheck.check('Thủ tướng Phạm Minh Chính dự lễ.')\n"
        "leadercheck.nlp.words('Thủ tướng Phạm Minh Chính dự lễ.')"
    )
    code = code.replace("import leadercheck;", "import leadercheck, leadercheck.nlp;")
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_modules_stay_small() -> None:
    sizes = {
        p.name: len(p.read_text(encoding="utf-8").splitlines()) for p in (ROOT / "leadercheck").rglob("*.py")
    }
    assert {name: size for name, size in sizes.items() if size > 550} == {}
