#!/usr/bin/env python3
"""How well an executable answers and refuses judged questions.

    Benchmarks/quality.py [--bars] [--json] EXECUTABLE [-- ARGUMENTS...]

Sets: Tests/AnsweringTests/Judged ("judged", of this project) and ../shared/questions beside the
project ("shared"); one that is not there is skipped with a message. Each holds questions.jsonl
({"id", "question", "accept", "also", "parts"?}) and unanswerable.jsonl ({"id", "question", "kind"}).
Everything is asked through `EXECUTABLE ask --batch`; ARGUMENTS are passed on (`-- --corpus DIR`).

    hit@1          share of answerable questions whose first statement's claim is in `accept`
    hit@3          share with one of the first three statements' claims in `accept` or `also`
    both parts     share of two-part questions with a claim of each part among the first three
    refused        share of unanswerable questions with status notCovered
    false refusals share of answerable questions with status notCovered
    coverage       share of all questions that are answered when those are answered whose
                   confidence is at least the threshold
    risk           share of the answered that are wrong (no hit@1) or unanswerable
    AURC           area under risk over coverage, questions taken by falling confidence; 0 is best
    AUROC          chance that an answerable question has a higher confidence than an unanswerable
                   one; 0.5 is chance, 1 is best

--bars compares with quality-bars.json beside this file and exits 1 when a measure is worse than its
bar. Bars may only get stricter. Standard library only.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SETS = [
    ("judged", "Tests/AnsweringTests/Judged"),
    ("shared", "../shared/questions"),
]
MEASURES = ["hit1", "hit3", "bothParts", "refused", "falseRefusals"]
LOWER_IS_BETTER = {"falseRefusals"}
REFUSED = "notCovered"
THRESHOLDS = [0.99, 0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3, 0.1, 0.05, 0.0]
TIMEOUT = 600


def read_lines(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def ask(command, items):
    """Replies in the order of the items; exits when the executable breaks its contract."""
    requests = [{"id": str(number), "question": item["question"]} for number, item in enumerate(items)]
    text = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
    try:
        done = subprocess.run(command, input=text.encode("utf-8"), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=TIMEOUT)
    except (OSError, subprocess.TimeoutExpired) as problem:
        sys.exit("quality.py: %s" % problem)
    if done.returncode != 0:
        sys.exit("quality.py: %s ended with status %d\n%s" % (
            command[0], done.returncode, done.stderr.decode("utf-8", "replace")))
    replies = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines() if line.strip()]
    if [reply.get("id") for reply in replies] != [request["id"] for request in requests]:
        sys.exit("quality.py: the replies do not match the questions, line by line")
    return replies


def claims(reply):
    if reply["status"] == REFUSED:
        return []
    return [statement["claim"] for statement in reply["statements"]]


class Judged:
    """A question with what came of it."""

    def __init__(self, item, reply, answerable):
        self.answerable = answerable
        self.refused = reply["status"] == REFUSED
        self.confidence = float(reply["confidence"])
        found = claims(reply)
        accept, also = set(item.get("accept", [])), set(item.get("also", []))
        self.hit1 = bool(found) and found[0] in accept
        self.hit3 = any(name in accept or name in also for name in found[:3])
        parts = item.get("parts")
        self.both = all(set(found[:3]) & set(part) for part in parts) if parts else None

    @property
    def right(self):
        return self.answerable and self.hit1


def share(flags):
    flags = list(flags)
    return sum(flags) / len(flags) if flags else None


def measure(judged):
    answerable = [one for one in judged if one.answerable]
    return {
        "answerable": len(answerable),
        "unanswerable": len(judged) - len(answerable),
        "hit1": share(one.hit1 for one in answerable),
        "hit3": share(one.hit3 for one in answerable),
        "twoPart": sum(one.both is not None for one in answerable),
        "bothParts": share(one.both for one in answerable if one.both is not None),
        "refused": share(one.refused for one in judged if not one.answerable),
        "falseRefusals": share(one.refused for one in answerable),
    }


def point(judged, threshold):
    taken = [one for one in judged if one.confidence >= threshold]
    return {"threshold": threshold, "coverage": len(taken) / len(judged),
            "risk": share(not one.right for one in taken)}


def curve(judged):
    """Risk over coverage. A refused question has no statements: below the executable's own threshold
    it counts as wrong, so that the risk there is an upper bound."""
    return {"rows": [point(judged, threshold) for threshold in THRESHOLDS],
            "aurc": aurc(judged), "auroc": auroc(judged)}


def aurc(judged):
    """Mean risk over all prefixes by falling confidence; equal confidences are taken together."""
    total, taken, wrong = 0.0, 0, 0
    for threshold in sorted({one.confidence for one in judged}, reverse=True):
        level = [one for one in judged if one.confidence == threshold]
        taken += len(level)
        wrong += sum(not one.right for one in level)
        total += len(level) * wrong / taken
    return total / taken if taken else None


def auroc(judged):
    inside = [one.confidence for one in judged if one.answerable]
    outside = [one.confidence for one in judged if not one.answerable]
    if not inside or not outside:
        return None
    wins = sum((a > b) + 0.5 * (a == b) for a in inside for b in outside)
    return wins / (len(inside) * len(outside))


def number(value, digits=3):
    return "–" if value is None else "%.*f" % (digits, value)


def show(report):
    heads = ["set", "n", "hit@1", "hit@3", "both parts", "n", "refused", "false refusals"]
    rows = [heads]
    for name, entry in report.items():
        m = entry["measures"]
        both = "–" if m["bothParts"] is None else "%s (%d)" % (number(m["bothParts"]), m["twoPart"])
        rows.append([name, str(m["answerable"]), number(m["hit1"]), number(m["hit3"]), both,
                     str(m["unanswerable"]), number(m["refused"]), number(m["falseRefusals"])])
    table(rows)
    for name, entry in report.items():
        c = entry["curve"]
        print("\nRisk and coverage, %s: AURC %s, AUROC %s\n" % (name, number(c["aurc"]), number(c["auroc"])))
        table([["confidence ≥", "coverage", "risk"]] + [
            [number(r["threshold"]), number(r["coverage"]), number(r["risk"])] for r in c["rows"]])


def table(rows):
    """A Markdown table with aligned columns."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]

    def line(cells):
        return "| " + " | ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                                 for column, (cell, width) in enumerate(zip(cells, widths))) + " |"

    print(line(rows[0]))
    print("|" + "|".join("-" * (width + 2) if column == 0 else "-" * (width + 1) + ":"
                         for column, width in enumerate(widths)) + "|")
    for row in rows[1:]:
        print(line(row))


def compare(report):
    """Prints each bar with what was reached; true when none was missed."""
    with open(os.path.join(HERE, "quality-bars.json"), encoding="utf-8") as stream:
        bars = json.load(stream)
    good, compared = True, 0
    print("\nBars")
    for name, limits in bars.items():
        if name not in report:
            continue
        for key, limit in limits.items():
            if key not in MEASURES:
                sys.exit("quality.py: quality-bars.json names the unknown measure %s" % key)
            reached = report[name]["measures"][key]
            lower = key in LOWER_IS_BETTER
            fits = reached is not None and (reached <= limit if lower else reached >= limit)
            good, compared = good and fits, compared + 1
            print("  %-7s %-14s %s, at %s %.3f: %s" % (
                name, key, number(reached), "most" if lower else "least", limit,
                "holds" if fits else "MISSED"))
    if not compared:
        print("  none: no set with a bar is here")
    return good


def main():
    arguments, extra = sys.argv[1:], []
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, extra = arguments[:cut], arguments[cut + 1:]
    flags = {one for one in arguments if one.startswith("--")}
    operands = [one for one in arguments if not one.startswith("--")]
    if flags - {"--bars", "--json"} or len(operands) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 64
    executable = operands[0]
    if os.path.exists(executable):
        executable = os.path.abspath(executable)
    report, skipped = {}, []
    for name, folder in SETS:
        questions = read_lines(os.path.join(ROOT, folder, "questions.jsonl"))
        unanswerable = read_lines(os.path.join(ROOT, folder, "unanswerable.jsonl"))
        if not questions and not unanswerable:
            skipped.append("skipped: set %s, nothing at %s" % (name, folder))
            continue
        replies = ask([executable, "ask", "--batch"] + extra, questions + unanswerable)
        judged = [Judged(item, reply, position < len(questions))
                  for position, (item, reply) in enumerate(zip(questions + unanswerable, replies))]
        report[name] = {"measures": measure(judged), "curve": curve(judged)}
    for message in skipped:
        print(message, file=sys.stderr if "--json" in flags else sys.stdout)
    if "--json" in flags:
        print(json.dumps(report, indent=1))
    elif report:
        show(report)
    if not report:
        print("no judged set is here: nothing was measured")
    return 0 if "--bars" not in flags or compare(report) else 1


if __name__ == "__main__":
    sys.exit(main())
