"""Prints the run-time dependencies of a pyproject.toml, each pinned to the lowest version that it promises."""

import re
import sys
import tomllib
from pathlib import Path

for line in tomllib.loads(Path(sys.argv[1]).read_text("utf-8"))["project"]["dependencies"]:
    requirement = line.split(";")[0].strip()
    print(re.sub(r"\s*>=\s*([^,\s]+).*", r"==\1", requirement))
