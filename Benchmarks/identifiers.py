#!/usr/bin/env python3
"""How well identifiers are found: precision and recall by line and kind, and what is still readable.

    Benchmarks/identifiers.py [EXECUTABLE] [JUDGED.jsonl] [--misses] [--check]

A judged line has the text, the kinds of identifiers in it, and the words that must not come back. All lines go
through `ask --batch`, once as single questions and once as a conversation each. With --check the status is 1
where precision or recall is below 0.95.
"""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
JUDGED = HERE.parent / "Tests/AnsweringTests/Judged/identifiers.jsonl"
BAR = 0.95


def replies(executable, rows, in_conversation):
    lines = []
    for row in rows:
        line = {"id": row["id"], "question": row["text"]}
        if in_conversation:
            line["conversation"] = row["id"]
        lines.append(json.dumps(line, ensure_ascii=False))
    run = subprocess.run(
        [executable, "ask", "--batch"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=False
    )
    return run.stdout.splitlines()


def main(arguments):
    names = [a for a in arguments if not a.startswith("--")]
    executable = names[0] if names else str(HERE.parent / ".build/release/curbside")
    path = names[1] if len(names) > 1 else JUDGED
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    counts = {}
    echoed = 0
    for in_conversation in (False, True):
        for row, text in zip(rows, replies(executable, rows, in_conversation), strict=True):
            found = set(json.loads(text).get("identifiers", []))
            expected = set(row["identifiers"])
            leaks = [secret for secret in row["secrets"] if secret.casefold() in text.casefold()]
            echoed += bool(leaks)
            if "--misses" in arguments and not in_conversation and (found != expected or leaks):
                print(f"{row['id']:>4}  {row['text']}  expected {sorted(expected)} found {sorted(found)} {leaks}")
            if in_conversation:
                continue
            for kind in ("name", "recordNumber", "birthDate"):
                right, missed, false = counts.get(kind, (0, 0, 0))
                right += kind in found & expected
                missed += kind in expected - found
                false += kind in found - expected
                counts[kind] = (right, missed, false)
    with_any = sum(1 for row in rows if row["identifiers"])
    print(f"{len(rows)} lines, {with_any} with identifiers; {echoed} replies of {2 * len(rows)} hold one still")
    print(f"{'kind':<14}{'precision':>10}{'recall':>8}")
    counts["all"] = tuple(sum(column) for column in zip(*counts.values()))
    good = True
    for kind, (right, missed, false) in counts.items():
        precision = right / max(1, right + false)
        recall = right / max(1, right + missed)
        good = good and precision >= BAR and recall >= BAR
        print(f"{kind:<14}{precision:>10.3f}{recall:>8.3f}")
    return 1 if "--check" in arguments and not (good and echoed == 0) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
