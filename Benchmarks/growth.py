#!/usr/bin/env python3
"""How building, size and searching grow with the number of passages.

    Benchmarks/growth.py CORPUS.jsonl QUERIES.jsonl [EXECUTABLE] [--sizes 10000,30000,…]

Indexes samples of the corpus (one sample holds the smaller ones; fixed seed) without texts and order of words, answers
all queries twice and counts the second time, and prints a Markdown table: processor time of the build, bytes of the
index, mean and median of the queries. The last row is the slope: the power of the number of passages with which each
column grows, by least squares over all sizes (1 is linear).
"""

import argparse
import json
import math
import pathlib
import random
import resource
import subprocess
import tempfile

import shared_collections as shared

SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000]


def build(executable, corpus, index):
    """Processor seconds of a build."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    options = ["--no-text", "--no-positions"]
    subprocess.run([executable, "index", "build", corpus, "--output", index, *options], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def search(executable, index, queries):
    """Mean and median microseconds of the queries, when they are asked for the second time."""
    lines = pathlib.Path(queries).read_bytes().rstrip(b"\n") + b"\n"
    command = [executable, "search", index, "--batch", "--limit", "10"]
    output = subprocess.run(command, input=lines * 2, stdout=subprocess.PIPE, check=True).stdout.decode()
    answers = [json.loads(line)["us"] for line in output.splitlines() if line.startswith('{"_id"')]
    counted = sorted(answers[len(answers) // 2 :])
    return sum(counted) / len(counted), counted[len(counted) // 2]


def slope(xs, ys):
    """The power by which y grows with x."""
    xs, ys = [math.log(x) for x in xs], [math.log(y) for y in ys]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("queries")
    parser.add_argument("executable", nargs="?", default=shared.EXECUTABLE)
    parser.add_argument("--sizes", help="numbers of passages, with commas")
    arguments = parser.parse_args()
    lines = pathlib.Path(arguments.corpus).read_bytes().splitlines(keepends=True)
    order = list(range(len(lines)))
    random.Random(7).shuffle(order)
    wanted = [int(size) for size in arguments.sizes.split(",")] if arguments.sizes else SIZES
    sizes = sorted({min(size, len(lines)) for size in wanted})
    rows = []
    print("| passages | build, CPU s | µs a passage | size, MB | bytes a passage | query, mean, µs | p50, µs |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            sample = pathlib.Path(folder) / "sample.jsonl"
            sample.write_bytes(b"".join(lines[number] for number in sorted(order[:size])))
            index = pathlib.Path(folder) / "index"
            seconds = build(arguments.executable, sample, index)
            count = sum(file.stat().st_size for file in index.iterdir())
            mean, median = search(arguments.executable, index, arguments.queries)
            rows.append((seconds, count, mean, median))
            print(
                f"| {size:,} | {seconds:.2f} | {1e6 * seconds / size:.2f} | {count / 1e6:.2f} | {count / size:.1f} "
                f"| {mean:.1f} | {median:.1f} |",
                flush=True,
            )
    if len(sizes) > 1:
        build_slope, size_slope, mean_slope, median_slope = (slope(sizes, column) for column in zip(*rows))
        print(f"| slope | {build_slope:.2f} | | {size_slope:.2f} | | {mean_slope:.2f} | {median_slope:.2f} |")


if __name__ == "__main__":
    main()
