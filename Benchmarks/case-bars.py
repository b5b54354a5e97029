#!/usr/bin/env python3
"""Compares what evaluate_cases.py --json wrote with bars that may only get stricter.

    Benchmarks/case-bars.py REPORT.json

Exits 1 when a measure is worse than its bar. Standard library only.
"""
import json
import sys

BARS = [
    ("facts only: decisions", ("structured", "decisionAccuracy"), 1.0),
    ("facts only: missing sets", ("structured", "missingJaccard"), 1.0),
    ("smallest changes", ("changes", "exact"), 1.0),
    ("free text: fact F1", ("text", "factF1"), 0.98),
    ("free text: decisions", ("text", "decisionAccuracy"), 0.98),
    ("free text: site management", ("text", "siteManagementAccuracy"), 0.95),
    ("dialogues: turns", ("dialogues", "turnsRight"), 0.9),
]
MOST_TRAPS = 0.01


def main():
    report = json.load(open(sys.argv[1], encoding="utf-8"))
    failed = 0
    for name, path, bar in BARS:
        value = report[path[0]][path[1]]
        holds = value is not None and value >= bar
        failed += not holds
        print("  %-28s %s, at least %.3f: %s" % (name, value, bar, "holds" if holds else "FAILS"))
    traps = report["text"]["trapsSprung"]
    failed += traps > MOST_TRAPS
    print("  %-28s %s, at most %.3f" % ("free text: traps sprung", traps, MOST_TRAPS))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
