#!/usr/bin/env python3
"""Decision tables in process: curbside's DMN engine beside zen-engine, on one processor.

    pip install zen-engine
    Benchmarks/decisions.py [SECONDS [ROUNDS]]

Writes tables of growing size as DMN and as JDM with the same inputs, checks that both engines give
the expected outcome for each of them, then lets them take turns and prints the medians of the rounds.
A table has two input columns, an interval of numbers and a text; exactly one rule matches.
"""
import json, os, re, statistics, subprocess, sys, tempfile, time

import zen

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 0.5
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
SIZES = [10, 20, 100, 500, 1000, 10000]
KINDS = 10


def rules(count):
    for number in range(count):
        low = 10 * (number // KINDS)
        yield low, low + 10, "kind %d" % (number % KINDS), "outcome %d" % number


def inputs(count):
    """1,000 inputs that go through the table with a large step."""
    for turn in range(1000):
        number = (turn * 7919) % count
        low, _, kind, outcome = list_of_rules[count][number]
        yield low + turn % 10, kind, outcome


def dmn(count):
    rows = "".join(
        "<rule id='r%d'><inputEntry><text>[%d..%d)</text></inputEntry><inputEntry><text>\"%s\"</text>"
        "</inputEntry><outputEntry><text>\"%s\"</text></outputEntry></rule>" % ((number,) + rule)
        for number, rule in enumerate(list_of_rules[count]))
    return """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="t" namespace="t" id="t">
<inputData id="i1" name="size"><variable name="size" typeRef="number"/></inputData>
<inputData id="i2" name="kind"><variable name="kind" typeRef="string"/></inputData>
<decision id="d" name="outcome"><variable name="outcome" typeRef="string"/>
<informationRequirement><requiredInput href="#i1"/></informationRequirement>
<informationRequirement><requiredInput href="#i2"/></informationRequirement>
<decisionTable hitPolicy="UNIQUE">
<input><inputExpression typeRef="number"><text>size</text></inputExpression></input>
<input><inputExpression typeRef="string"><text>kind</text></inputExpression></input>
<output typeRef="string"/>%s</decisionTable></decision></definitions>""" % rows


def jdm(count):
    rows = [
        {"_id": "r%d" % number, "a": "[%d..%d)" % (low, high), "b": '"%s"' % kind, "o": '"%s"' % outcome}
        for number, (low, high, kind, outcome) in enumerate(list_of_rules[count])]
    place = {"x": 0, "y": 0}
    return json.dumps({
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": place},
            {"id": "t", "type": "decisionTableNode", "name": "t", "position": place, "content": {
                "hitPolicy": "first",
                "inputs": [{"id": "a", "name": "size", "field": "size"},
                           {"id": "b", "name": "kind", "field": "kind"}],
                "outputs": [{"id": "o", "name": "outcome", "field": "outcome"}],
                "rules": rows}},
            {"id": "out", "type": "outputNode", "name": "out", "position": place}],
        "edges": [{"id": "e1", "sourceId": "in", "targetId": "t", "type": "edge"},
                  {"id": "e2", "sourceId": "t", "targetId": "out", "type": "edge"}]})


def seconds_of(text):
    """zen-engine says how long an evaluation took as in `26.3µs`."""
    number, unit = re.fullmatch(r"([0-9.]+)\s*(ns|µs|us|ms|s)", text).groups()
    return float(number) * {"ns": 1e-9, "µs": 1e-6, "us": 1e-6, "ms": 1e-3, "s": 1.0}[unit]


class Zen:
    """One table in zen-engine, compiled once; each evaluation takes a dictionary."""

    def __init__(self, count):
        content = jdm(count)
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": {"t": json.loads(content)}}})
        self.decision = zen.ZenEngine().create_decision(zen.ZenDecisionContent(content))
        self.contexts = [{"size": size, "kind": kind} for size, kind, _ in list_of_inputs[count]]
        self.requests = [{"key": "t", "context": context} for context in self.contexts]
        for context, (_, _, outcome) in zip(self.contexts, list_of_inputs[count]):
            if self.decision.evaluate(context)["result"] != {"outcome": outcome}:
                sys.exit("zen-engine gives another outcome for %r" % context)
        if not all(entry.get("success") for entry in self.engine.evaluate_batch(self.requests)):
            sys.exit("zen-engine's batch failed")

    def rate(self, turn):
        done, start = 0, time.perf_counter()
        while True:
            done += turn()
            elapsed = time.perf_counter() - start
            if elapsed >= SECONDS:
                return done / elapsed

    def one_by_one(self):
        for context in self.contexts:
            self.decision.evaluate(context)
        return len(self.contexts)

    def batch(self):
        return len(self.engine.evaluate_batch(self.requests))

    def own_clock(self):
        """Evaluations a second by the time that the engine itself gives for each."""
        times = [seconds_of(self.decision.evaluate(context)["performance"]) for context in self.contexts]
        return 1 / statistics.median(times)

    def round(self):
        return self.rate(self.one_by_one), self.rate(self.batch), self.own_clock()


def main():
    os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
    executable = os.path.join(HERE, ".build/release/DecisionTables")
    if not os.path.exists(executable):
        sys.exit("build first: swift build -c release --package-path Benchmarks")
    print("| rules | curbside, values ready | curbside, values converted | zen-engine, one by one "
          "| zen-engine, batch | zen-engine, own clock | curbside : zen-engine, least |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for count in SIZES:
            model, rows = os.path.join(folder, "t.dmn"), os.path.join(folder, "t.tsv")
            with open(model, "w", encoding="utf-8") as out:
                out.write(dmn(count))
            with open(rows, "w", encoding="utf-8") as out:
                out.writelines("%d\t%s\t%s\n" % row for row in list_of_inputs[count])
            peer = Zen(count)
            ours, theirs = [], []
            for _ in range(ROUNDS):
                printed = subprocess.run([executable, model, rows, str(SECONDS), "1"],
                                         check=True, capture_output=True, text=True).stdout
                ours.append([int(number) for number in printed.split()])
                theirs.append(peer.round())
            ready, converted = (statistics.median(column) for column in zip(*ours))
            single, batch, own = (statistics.median(column) for column in zip(*theirs))
            print("| {:,} | {:,.0f} | {:,.0f} | {:,.0f} | {:,.0f} | {:,.0f} | {:.1f} |".format(
                count, ready, converted, single, batch, own, converted / max(single, batch, own)),
                flush=True)


list_of_rules = {count: list(rules(count)) for count in SIZES}
list_of_inputs = {count: list(inputs(count)) for count in SIZES}
if __name__ == "__main__":
    main()
