"""What a user installs: the wheel holds the program, its seeds and its weights, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("build", reason="the build package is not installed")
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_wheel_installs_nothing_beside_the_package(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"tui", "lesart"}
    assert {name.split("/")[0] for name in wheel.namelist()} - {"tui"} == {
        name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name
    }


def test_wheel_carries_the_seeds_byte_for_byte(wheel: zipfile.ZipFile) -> None:
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    assert len(seeds) == 5
    for seed in seeds:
        assert wheel.read(f"tui/seeds/{seed.name}") == seed.read_bytes()


def test_wheel_carries_weights_styles_and_lexicons(wheel: zipfile.ZipFile) -> None:
    packed = set(wheel.namelist())
    endings = {".onnx", ".npz", ".json", ".tcss", ".toml", ".txt", ".md"}
    data = [path for path in (ROOT / "tui").rglob("*") if path.is_file() and path.suffix in endings]
    assert data
    assert [path for path in data if path.relative_to(ROOT).as_posix() not in packed] == []


def test_wheel_carries_its_licences(wheel: zipfile.ZipFile) -> None:
    names = "\n".join(wheel.namelist())
    assert "licenses/LICENSE" in names
    assert "licenses/NOTICE" in names
