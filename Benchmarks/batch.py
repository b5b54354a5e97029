#!/usr/bin/env python3
"""What a long batch of mixed quality gets, and how much memory it takes.

    Benchmarks/batch.py [EXECUTABLE] [LINES…]

Writes lines with a fixed seed (questions, follow-ups, cases, corrections, identifiers, broken JSON, blanks, lines that
are too long, in many conversations), runs them through `ask --batch`, and checks that every line that is not blank got
one reply in its order and that the exit status is 65. Prints lines, seconds and the most memory held, for 1,000,
10,000 and 50,000 lines unless told otherwise.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
QUESTIONS = [
    "how often is there still tumour where a met vanished?", "and on MRI?", "how long after bevacizumab?", "why?",
    "what about ablation?", "how sure is that?", "the second one", "does an ankle sprain need an x-ray?",
    "compare them", "what if the FLR were 25 %?", "why not just watch it?", "thanks", "yes", "no", "don't know", "28",
    "is it safe to wait?", "what would change it?", "no, 12 mm", "FLR 45 %", "no MRI yet", "MRI done 2 weeks ago",
    "keep it", "what else do you need?", "cetuximab?", "who says so?",
]
PARTS = [
    "62F", "71-year-old man", "8 mm met in seg VII gone on CT", "no MRI yet", "last FOLFOX-bev 4 weeks ago",
    "FLR 45 %", "would need a right hepatectomy", "two sites: seg II superficial, seg VIII deep", "fit", "severe COPD",
    "6 cycles of CAPOX", "ablation not feasible", "discussed at MDT", "marker placed", "John Smith", "MRN 4471829",
]


def line(number, generator):
    """A line and whether it gets a reply."""
    sort = generator.random()
    if sort < 0.02:
        return "", False
    if sort < 0.04:
        return "{not json", True
    if sort < 0.05:
        return json.dumps({"id": f"l{number}", "question": ""}), True
    if sort < 0.051:
        return json.dumps({"id": f"l{number}", "question": "x" * (1 << 21)}), True
    if sort < 0.35:
        question = ", ".join(generator.sample(PARTS, generator.randint(1, 5)))
    elif sort < 0.37:
        question = "".join(chr(generator.randint(32, 0x2FFF)) for _ in range(generator.randint(1, 200)))
    else:
        question = generator.choice(QUESTIONS)
    row = {"id": f"l{number}", "question": question}
    if generator.random() < 0.9:
        row["conversation"] = f"c{generator.randint(0, number // 8)}"
    return json.dumps(row), True


def run(executable, count):
    generator = random.Random(4)
    # Numbers alone: what this process holds when it starts another counts as that one's.
    expected = []
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "lines"
        target = pathlib.Path(folder) / "replies"
        with open(source, "w", encoding="utf-8") as file:
            for number in range(1, count + 1):
                text, is_answered = line(number, generator)
                file.write(text + "\n")
                if is_answered:
                    expected.append(number)
        start = time.monotonic()
        with open(source, "rb") as stdin, open(target, "wb") as stdout:
            process = subprocess.Popen([executable, "ask", "--batch"], stdin=stdin, stdout=stdout)
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        with open(target, encoding="utf-8") as file:
            for number in expected:
                reply = json.loads(next(file))
                if "error" in reply:
                    assert reply["error"]["line"] == number, (number, reply)
                else:
                    assert reply["id"] == f"l{number}", (number, reply["id"])
            assert next(file, None) is None, "more replies than lines"
    assert os.waitstatus_to_exitcode(status) == 65, status
    print(f"{count:>8} lines  {len(expected):>8} replies  {seconds:>8.1f} s  {usage.ru_maxrss / 1024:>8.1f} MiB", flush=True)


def main(arguments):
    executable = arguments[0] if arguments else str(HERE.parent / ".build/release/curbside")
    for count in [int(a) for a in arguments[1:]] or [1000, 10000, 50000]:
        run(executable, count)


if __name__ == "__main__":
    main(sys.argv[1:])
