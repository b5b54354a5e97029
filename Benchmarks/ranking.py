#!/usr/bin/env python3
"""How well `curbside search` ranks on the shared collections, and what it costs to score in whole steps.

    Benchmarks/ranking.py [EXECUTABLE] [--setting "OPTIONS OF SEARCH"]…

Prints a Markdown table of nDCG@10 for each setting on each collection, and a second one: the difference between the
fast evaluation and `--exact`, with the share of queries whose ten best are the same in the same order. Ends with 1
where the fast evaluation costs more than 0.002 nDCG@10 on a collection.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile

import shared_collections as shared

SETTINGS = [
    "", "--k1 0.9 --b 0.4", "--scorer bm25f", "--scorer tf-idf", "--feedback", "--feedback --feedback-weight 0.8", "--every-word",
    "--every-word --scorer tf-idf",
]
ROUNDED = ["--every-word", "", "--scorer bm25f", "--scorer tf-idf"]
BAR = 0.002
DEPTH = 10


def run(executable, index, name, setting):
    """The ten best documents of each query."""
    command = [executable, "search", index, "--batch", "--limit", str(DEPTH), *setting.split()]
    with open(shared.queries(name), "rb") as lines:
        output = subprocess.run(command, stdin=lines, stdout=subprocess.PIPE, check=True).stdout
    found = map(json.loads, output.decode().splitlines()[1:])
    return {answer["_id"]: [document for document, _ in answer["hits"]] for answer in found}


def ndcg(found, judged):
    """The mean over the queries that have a relevant document."""
    gains = []
    for query, grades in judged.items():
        ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:DEPTH]
        if not ideal:
            continue
        ranked = [max(grades.get(document, 0), 0) for document in found.get(query, [])]
        gains.append(discounted(ranked) / discounted(ideal))
    return sum(gains) / len(gains)


def discounted(grades):
    return sum(grade / math.log2(rank + 2) for rank, grade in enumerate(grades))


def row(label, cells):
    print("| " + " | ".join([label, *cells]) + " |")


def head(first):
    row(first, [*shared.NAMES, "mean"])
    print("|---|" + "--:|" * (len(shared.NAMES) + 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("executable", nargs="?", default=shared.EXECUTABLE)
    parser.add_argument("--setting", action="append", help="options of search; several for several rows")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        indexes = {name: shared.build(arguments.executable, name, folder) for name in shared.NAMES}
        judged = {name: shared.judgements(name) for name in shared.NAMES}

        def measured(setting):
            found = {name: run(arguments.executable, indexes[name], name, setting) for name in shared.NAMES}
            return found, [ndcg(found[name], judged[name]) for name in shared.NAMES]

        head("setting")
        for setting in arguments.setting if arguments.setting is not None else SETTINGS:
            _, values = measured(setting)
            row(f"`{setting}`" if setting else "default", [f"{v:.4f}" for v in [*values, sum(values) / len(values)]])
        print()
        head("fast less exact")
        worst = 0
        for setting in ROUNDED:
            fast, values = measured(setting)
            exact, exactly = measured(f"{setting} --exact")
            costs = [value - other for value, other in zip(values, exactly)]
            worst = min(worst, *costs)
            row(f"`{setting}`" if setting else "default", [f"{c:+.4f}" for c in [*costs, sum(costs) / len(costs)]])
            same = [sum(fast[n][q] == exact[n][q] for q in fast[n]) / len(fast[n]) for n in shared.NAMES]
            row("the same ten", [f"{100 * s:.0f} %" for s in [*same, sum(same) / len(same)]])
    if worst < -BAR:
        print(f"the fast evaluation costs {-worst:.4f}, more than {BAR}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
