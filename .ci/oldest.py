"""Prints the dependencies of a pyproject.toml, the extra ``pdf`` included, each at the lowest version it promises."""

import re
import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path(sys.argv[1]).read_text("utf-8"))["project"]
for line in [*project["dependencies"], *project["optional-dependencies"]["pdf"]]:
    requirement = line.split(";")[0].strip()
    print(re.sub(r"\s*>=\s*([^,\s]+).*", r"==\1", requirement))
