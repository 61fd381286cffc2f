"""The wheel, in an environment of its own, brings its facts and checks an article."""

import json
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "examples" / "articles" / "2026-05-06-tiep-dai-su.txt"


def run(*command: str | Path, cwd: Path, code: int = 0) -> str:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, cwd=cwd
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_works_alone(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    shown = run(
        tmp_path / "env" / "bin" / "leadercheck", "check", ARTICLE, "--on", "2026-05-06", "--format", "json",
        cwd=tmp_path, code=1,
    )  # fmt: skip
    assert json.loads(shown)[0]["findings"]
    where = run(python, "-c", "from leadercheck._data import data_dir; print(data_dir())", cwd=tmp_path)
    assert str(tmp_path / "env") in where
    assert {p.name for p in Path(where.strip()).iterdir()} >= {
        "leaders.json",
        "leaders.schema.json",
        "LICENSE",
    }
    (sdist,) = tmp_path.glob("*.tar.gz")
    listed = run("tar", "tzf", sdist, cwd=tmp_path)
    assert "/data/leaders.json\n" in listed
    assert "/leadercheck/py.typed\n" in listed
