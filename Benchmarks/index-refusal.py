#!/usr/bin/env python3
"""How well `ask --index` refuses questions that an index does not cover, and the weights by which it does.

    Benchmarks/index-refusal.py [EXECUTABLE] [--fit [COLLECTION…]]

Indexes the shared collections, asks each index its own questions and those of the three others, and prints a Markdown
table: the share of its own that is answered, the share of others, and how often an own question has the higher
probability than another (AUC). With --fit it prints the weights of `corpus/lexicon/index-answering.yaml` as fitted on
the named indexes (all by default), and what would be answered with them, were no word missing near the others: a logistic model, in which the covered and
the other questions of every index weigh alike.

Asked as well, but not fitted on, are recombined questions: two or three words of different questions of the index
itself, all of which it has. Many of them it does not cover; in a collection on one subject, such as Cranfield, most it does.
"""

import argparse
import json
import math
import pathlib
import random
import re
import subprocess
import tempfile

import shared_collections as shared

PULL = 1e-3
FEATURES = ["window", "document", "unknown", "score"]
SHORT = {"cranfield": "cranfield", "medlars": "medlars", "pubmedqa-first-half": "pubmedqa", "mediqa2019-qa-alexa": "mediqa", "recombined": "recombined"}
RECOMBINED = 300


def recombined(name, folder):
    """A file of questions that each take two or three words from different questions of a collection."""
    everyday = set(re.findall(r"^- (\w+)", (shared.ROOT / "corpus/lexicon/everyday-words.yaml").read_text(), re.M))
    words = []
    for line in open(shared.queries(name), encoding="utf-8"):
        own = [word for word in re.findall(r"[a-z]{4,}", json.loads(line)["text"].lower()) if word not in everyday]
        if own:
            words.append(own)
    draw = random.Random(1)
    path = pathlib.Path(folder) / f"{name}-recombined.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for number in range(RECOMBINED):
            questions = draw.sample(words, 2 + number % 2)
            text = " ".join(draw.choice(own) for own in questions)
            file.write(json.dumps({"_id": f"r{number}", "text": text}) + "\n")
    return path


def measure(executable, index, name, folder):
    """What `index measure` says: lines of totals by file, and the features of each question by side."""
    others = [other for other in shared.NAMES if other != name]
    command = [executable, "index", "measure", index, "--features", "--covered", shared.queries(name)]
    for other in others:
        command += ["--other", shared.queries(other)]
    command += ["--other", recombined(name, folder)]
    totals, auc, rows = {}, {}, {True: [], False: []}
    asked = name
    for line in subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines():
        words = line.split()
        if words[0] == "auc":
            auc[of(words[-1])] = float(words[1]) / 100
        elif words[1] == "answered":
            asked = of(words[-1])
            totals[asked] = float(words[2])
        elif asked != "recombined":
            rows[words[0] == "covered"].append([float(word) for word in words[1:]])
    return totals, auc, rows


def of(path):
    """The collection that a file of questions belongs to."""
    if path.endswith("-recombined.jsonl"):
        return "recombined"
    return next(name for name in shared.NAMES if f"/{name}/" in path)


def fit(groups):
    """Intercept and weights of greatest likelihood, each group of questions weighing alike.

    By Newton's method; the weights, which are much the same number twice, are pulled to 0 a little.
    """
    size = len(FEATURES) + 1
    weights = [0.0] * size
    for _ in range(50):
        slope = [0.0] + [-PULL * weight for weight in weights[1:]]
        curve = [[PULL * (row == column > 0) for column in range(size)] for row in range(size)]
        for is_covered, questions in groups:
            share = 1 / len(groups) / len(questions)
            for features in questions:
                values = [1.0, *features]
                chance = probability(weights, features)
                for row in range(size):
                    slope[row] += share * (is_covered - chance) * values[row]
                    for column in range(size):
                        curve[row][column] += share * chance * (1 - chance) * values[row] * values[column]
        weights = [weight + step for weight, step in zip(weights, solve(curve, slope))]
    return weights


def probability(weights, features):
    return 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, [1.0, *features]))))


def solve(matrix, right):
    """Gauss' elimination with pivots."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [value - factor * other for value, other in zip(rows[row], rows[column])]
    return [rows[row][size] / rows[row][row] for row in range(size)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("executable", nargs="?", default=shared.EXECUTABLE)
    parser.add_argument("--fit", nargs="*", metavar="COLLECTION", choices=shared.NAMES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = {}
        for name in shared.NAMES:
            index = shared.build(arguments.executable, name, folder)
            measured[name] = measure(arguments.executable, index, name, folder)
    print("| index | own questions answered | others answered (AUC) |\n|---|--:|---|")
    for name, (totals, auc, _) in measured.items():
        others = [f"{SHORT[o]} {totals[o]:.1f} % ({auc[o]:.3f})" for o in [*shared.NAMES, "recombined"] if o != name]
        print(f"| {name} | {totals[name]:.1f} % | {', '.join(others)} |")
    if arguments.fit is not None:
        weights = fit([group for name in arguments.fit or shared.NAMES for group in measured[name][2].items()])
        print()
        for name, weight in zip(["intercept", *FEATURES], weights):
            print(f"{name}: {weight:.2f}")
        print()
        for name, (_, _, rows) in measured.items():
            answered = {
                side: sum(probability(weights, features) >= 0.5 for features in questions) / len(questions)
                for side, questions in rows.items()
            }
            print(f"{name}: answers {100 * answered[True]:.1f} % of its own and {100 * answered[False]:.1f} % of others")


if __name__ == "__main__":
    main()
