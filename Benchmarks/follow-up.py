#!/usr/bin/env python3
"""How well an executable makes the turns of conversations stand alone.

    Benchmarks/follow-up.py [--bars] [--misses] EXECUTABLE [-- ARGUMENTS...]

Two kinds of sets; one that is not there is skipped with a message.

Judged conversations ({"id", "turns": [{"question", "rewritten", "accept", "answerable"}]}): our own,
Tests/AnsweringTests/Judged, and ../shared/questions beside the project. Asked through `ask --batch`,
as typed in one conversation and rewritten by hand alone.
    ratio      hit@1 of the typed turns divided by hit@1 of the rewritten ones, from the second turn on

Open-domain conversations ({"id", "turns": [{"utterance", "resolved"}]}): TREC CAsT 2019 in
../shared/collections, resolved through `resolve --batch`.
    F1         of the words that the manual rewrite adds to the turn, over all turns together;
               words are stemmed, function words left out, letter case aside
    unchanged  share of the turns to which the rewrite adds no such word that got none either,
               from the second turn on
Beside them two baselines: carry nothing, and carry every word of the first turn; and the halves, the
conversations with odd and with even numbers in the order of the file.

--bars fails below the bars of follow-up-bars.json. --misses lists the turns that were wrong.
"""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
JUDGED = [("judged", "Tests/AnsweringTests/Judged/conversations.jsonl"),
          ("second", "Tests/AnsweringTests/Judged/conversations-second.jsonl"),
          ("shared", "../shared/questions/conversations.jsonl")]
OPEN = [("training", "../shared/collections/cast2019-train/conversations.jsonl"),
        ("evaluation 31-50", "../shared/collections/cast2019-eval-31-50/conversations.jsonl")]
STOP = set("""a about above after all also am an and any are as at be because been before being
between both but by can could did do does doing down during each few for from further had has have
having he her here hers him his how i if in into is it its me more most my no nor not of off on once
only or other our out over own same she should so some such than that the their them then there these
they this those through to too under until up very was we were what when where which while who whom
why will with would you your s t""".split())


def stem(word):
    """Harman's s-stemmer, and the endings ed and ing from longer words."""
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("es") and len(word) > 4 and word[-3] in "sxz":
        word = word[:-2]
    elif word.endswith("s") and len(word) > 3 and word[-2] not in "su":
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[:-len(ending)]
    return word


def words(text):
    text = text.lower().replace("\u2019", "'").replace("'s", "")
    return {stem(word) for word in re.findall(r"[a-z0-9]+", text) if word not in STOP}


def read(file):
    path = os.path.join(ROOT, file)
    if not os.path.exists(path):
        print("skipped: %s is not there" % file)
        return []
    with open(path, encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def run(command, requests):
    text = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
    try:
        done = subprocess.run(command, input=text.encode("utf-8"), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as problem:
        sys.exit("follow-up.py: %s" % problem)
    replies = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines() if line.strip()]
    if done.returncode != 0 or [r.get("id") for r in replies] != [r["id"] for r in requests]:
        sys.exit("follow-up.py: %s: status %d, %d replies to %d lines" % (
            " ".join(command[:2]), done.returncode, len(replies), len(requests)))
    return replies


class Score:
    """Counts over turns."""

    def __init__(self):
        self.hit = self.extra = self.missed = self.needless = self.kept = 0

    def add(self, typed, wanted, got, number):
        wanted, got = words(wanted) - words(typed), words(got) - words(typed)
        self.hit += len(wanted & got)
        self.extra += len(got - wanted)
        self.missed += len(wanted - got)
        if not wanted and number > 0:
            self.needless += 1
            self.kept += not got
        return wanted, got

    @property
    def f1(self):
        return 2 * self.hit / max(1, 2 * self.hit + self.extra + self.missed)

    @property
    def precision(self):
        return self.hit / max(1, self.hit + self.extra)

    @property
    def recall(self):
        return self.hit / max(1, self.hit + self.missed)

    @property
    def unchanged(self):
        return self.kept / max(1, self.needless)

    def row(self, name):
        print("  %-30s %5.3f  %5.3f  %5.3f   %5.3f (%d)" % (
            name, self.f1, self.precision, self.recall, self.unchanged, self.needless))


def open_domain(command, misses):
    total = {name: Score() for name in ("all", "odd", "even", "nothing", "first turn")}
    found = False
    print("OPEN DOMAIN                         F1  precis  recall  unchanged (n)")
    for name, folder in OPEN:
        items = [c for c in read(folder) if all(t["resolved"] is not None for t in c["turns"])]
        found = found or bool(items)
        replies = run(command + ["resolve", "--batch"] + EXTRA, [
            {"id": c["id"], "turns": [t["utterance"] for t in c["turns"]]} for c in items])
        score = Score()
        for place, (item, reply) in enumerate(zip(items, replies)):
            first = item["turns"][0]["utterance"]
            for number, (turn, got) in enumerate(zip(item["turns"], reply["resolved"])):
                typed, wanted = turn["utterance"], turn["resolved"]
                pair = score.add(typed, wanted, got, number)
                for key in ("all", "even" if place % 2 else "odd"):
                    total[key].add(typed, wanted, got, number)
                total["nothing"].add(typed, wanted, typed, number)
                total["first turn"].add(typed, wanted, typed + " " + first, number)
                if misses and pair[0] != pair[1]:
                    print("    %s.%d %s\n        got    %s\n        wanted %s" % (
                        item["id"], number + 1, typed, got, wanted))
        if items:
            score.row(name)
    if not found:
        return {}
    for key, name in (("all", "both"), ("odd", "odd conversations"), ("even", "even conversations"),
                      ("nothing", "baseline: carry nothing"),
                      ("first turn", "baseline: carry first turn")):
        total[key].row(name)
    return {"openF1": total["all"].f1, "openUnchanged": total["all"].unchanged}


def judged(command, misses):
    figures = {}
    print("JUDGED                 later turns   typed  rewritten  ratio    unanswerable refused")
    for name, folder in JUDGED:
        items = read(folder)
        turns = [dict(t, id="%s.%d" % (c["id"], n), conversation=c["id"], number=n)
                 for c in items for n, t in enumerate(c["turns"], 1)]
        if not turns:
            continue
        typed = run(command + ["ask", "--batch"] + EXTRA, [
            {"id": t["id"], "question": t["question"], "conversation": t["conversation"]} for t in turns])
        alone = run(command + ["ask", "--batch"] + EXTRA, [
            {"id": t["id"], "question": t["rewritten"]} for t in turns])

        def hit(turn, reply):
            return bool(reply["statements"]) and reply["statements"][0]["claim"] in turn["accept"]

        later = [k for k, t in enumerate(turns) if t["answerable"] and t["number"] > 1]
        context = sum(hit(turns[k], typed[k]) for k in later) / max(1, len(later))
        best = sum(hit(turns[k], alone[k]) for k in later) / max(1, len(later))
        ratio = context / best if best else 0
        refused = [typed[k]["status"] == "notCovered" for k, t in enumerate(turns) if not t["answerable"]]
        print("  %-30s %3d   %5.3f      %5.3f  %5.3f    %d of %d" % (
            name, len(later), context, best, ratio, sum(refused), len(refused)))
        figures[name + "Ratio"] = ratio
        for k in later if misses else []:
            if not hit(turns[k], typed[k]):
                print("    %s [%s]%s %s\n        got    %s\n        %s, wanted %s" % (
                    turns[k]["id"], turns[k]["phenomenon"], "" if hit(turns[k], alone[k]) else " (hard)",
                    turns[k]["question"], typed[k]["resolved"],
                    [s["claim"] for s in typed[k]["statements"]][:3], turns[k]["accept"]))
    return figures


def main():
    figures = judged([executable], "--misses" in arguments)
    print()
    figures.update(open_domain([executable], "--misses" in arguments))
    if "--bars" in arguments:
        with open(os.path.join(HERE, "follow-up-bars.json"), encoding="utf-8") as stream:
            bars = json.load(stream)
        below = [name for name in sorted(bars) if name in figures and figures[name] < bars[name]]
        for name in below:
            print("below the bar: %s is %.3f, bar %.3f" % (name, figures[name], bars[name]))
        return 1 if below else 0
    return 0


if __name__ == "__main__":
    arguments, EXTRA = sys.argv[1:], []
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, EXTRA = arguments[:cut], arguments[cut + 1:]
    names = [argument for argument in arguments if not argument.startswith("--")]
    if len(names) != 1 or set(arguments) - set(names) - {"--bars", "--misses"}:
        sys.exit(__doc__)
    executable = os.path.abspath(names[0])
    sys.exit(main())
