"""``python -m tui.cli``: the command line where the command ``lesart`` is not on the path."""

import sys

from tui.cli import main

sys.exit(main())
