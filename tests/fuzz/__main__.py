"""``python -m tests.fuzz --count 100000``: how many inputs, in how many minutes, and what failed."""

from __future__ import annotations

import argparse
import sys
import time

from tests.fuzz.run import fuzz

SHOWN = 20
"""Failures that are printed."""


def main() -> int:
    """Exit code 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="inputs")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other inputs")
    parser.add_argument("--start", type=int, default=0, help="number of the first input")
    arguments = parser.parse_args()
    began, cpu = time.monotonic(), time.process_time()
    outcome = fuzz(arguments.count, arguments.seed, arguments.start)
    for failure in outcome.failures[:SHOWN]:
        print(failure, file=sys.stderr)
    kinds = ", ".join(f"{name} {count:,}" for name, count in outcome.kinds.most_common())
    print(f"{outcome.inputs:,} inputs: {kinds}")
    print(f"{outcome.articles:,} articles, {outcome.problems:,} sentences, {len(outcome.failures):,} failures")
    print(f"slowest: input {outcome.slowest[1]}, {outcome.slowest[0]:.2f} s")
    print(f"{(time.monotonic() - began) / 60:.1f} minutes, {(time.process_time() - cpu) / 60:.1f} of the processor")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
