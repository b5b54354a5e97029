"""Measures `curbside extract --batch` on three public collections.

    python3 Benchmarks/extraction.py EXECUTABLE [COLLECTIONS] [--misses N]

Denial on the NegEx test kit, beside negspacy on the same rows where that is installed (`pip install negspacy spacy`;
it needs no model: a blank English pipeline with the kit's concepts as entities). Quantities on MeasEval and on the
Recognizers-Text specifications. Python 3, standard library.
"""
import csv
import json
import os
import re
import subprocess
import sys


def extract(executable, rows):
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    done = subprocess.run([executable, "extract", "--batch"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def scores(pairs):
    """tp, fp, fn, tn, precision, recall and F1 of (expected, found) truths."""
    pairs = list(pairs)
    tp = sum(want and got for want, got in pairs)
    fp = sum(got and not want for want, got in pairs)
    fn = sum(want and not got for want, got in pairs)
    precision, recall = tp / (tp + fp or 1), tp / (tp + fn or 1)
    f1 = 2 * tp / (2 * tp + fp + fn or 1)
    return f"tp {tp} fp {fp} fn {fn} tn {len(pairs) - tp - fp - fn}  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}"


def negation(executable, folder, misses):
    path = os.path.join(folder, "negex-testkit", "negation.tsv")
    if not os.path.exists(path):
        return print("NegEx kit: not here, skipped")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = extract(executable, [{"id": str(i), "text": row["sentence"], "concept": row["concept"]} for i, row in enumerate(rows)])
    wanted = [row["negation"] == "Negated" for row in rows]
    print(f"NegEx kit, {len(rows)} rows, class negated")
    print("  curbside  ", scores(zip(wanted, (reply["polarity"] == "negated" for reply in found))))
    missing = sum(reply["polarity"] is None for reply in found)
    if missing:
        print(f"            {missing} concepts not found in their sentence")
    for row, want, reply in zip(rows, wanted, found):
        if misses and want != (reply["polarity"] == "negated"):
            misses -= 1
            print("    ", "denied " if want else "stated ", reply["polarity"], "|", row["concept"], "|", row["sentence"][-300:])
    peer = negspacy(rows)
    if peer is None:
        print("  negspacy   not installed: pip install negspacy spacy")
    else:
        print("  negspacy  ", scores(zip(wanted, peer)))


def negspacy(rows):
    """Whether negspacy, with its clinical termset, finds the concept of each row denied; None where it is not installed."""
    try:
        import spacy
        from negspacy.negation import Negex  # noqa: F401  (registers the component)
        from negspacy.termsets import termset
    except ImportError:
        return None
    from spacy.tokens import Span
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    component = pipeline.create_pipe("negex", config={"neg_termset": termset("en_clinical").get_patterns()})
    result = []
    for row in rows:
        # The concept stands in capitals in the kit; a reader sees it as any other word.
        start = row["sentence"].lower().find(row["concept"].lower())
        doc = pipeline(row["sentence"].lower())
        span = doc.char_span(start, start + len(row["concept"]), label="CONCEPT", alignment_mode="expand") if start >= 0 else None
        if span is None:
            result.append(False)
            continue
        doc.ents = [Span(doc, span.start, span.end, label="CONCEPT")]
        result.append(any(entity._.negex for entity in component(doc).ents))
    return result


def spans(text, reply):
    """The quantities of a reply as ranges of characters, with their units."""
    data = text.encode("utf-8")
    for quantity in reply["quantities"]:
        start = len(data[:quantity["start"]].decode("utf-8"))
        yield start, start + len(data[quantity["start"]:quantity["end"]].decode("utf-8")), quantity["unit"]


def measeval(executable, folder):
    path = os.path.join(folder, "measeval-train")
    if not os.path.exists(path):
        return print("MeasEval: not here, skipped")
    with open(os.path.join(path, "documents.jsonl"), encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    gold = {}
    with open(os.path.join(path, "annotations.tsv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["annotType"] == "Quantity":
                unit = bool(re.search(r'"+unit"+', row["other"] or ""))
                gold.setdefault(row["docId"], []).append((int(row["startOffset"]), int(row["endOffset"]), unit))
    replies = extract(executable, [{"id": d["_id"], "text": d["text"]} for d in documents])
    all_gold, unit_gold, all_found, unit_found = [], [], [], []
    for number, (document, reply) in enumerate(zip(documents, replies)):
        base = number * 10_000_000
        for start, end, unit in gold.get(document["_id"], []):
            all_gold.append((base + start, base + end))
            if unit:
                unit_gold.append((base + start, base + end))
        for start, end, unit in spans(document["text"], reply):
            all_found.append((base + start, base + end))
            if unit:
                unit_found.append((base + start, base + end))
    print(f"MeasEval, {len(documents)} paragraphs")
    report_by_document("quantities with units: recall", unit_gold, all_found)
    report_by_document("found with units: precision", unit_found, all_gold)
    report_by_document("all quantities: recall", all_gold, all_found)
    report_by_document("all found: precision", all_found, all_gold)


def report_by_document(name, wanted, given):
    """The share of ranges that another list has exactly or overlaps."""
    exact_set = set(given)
    blocks = {}
    for start, end in given:
        blocks.setdefault(start // 10_000_000, []).append((start, end))
    exact = sum(one in exact_set for one in wanted)
    near = sum(any(start < other[1] and other[0] < end for other in blocks.get(start // 10_000_000, [])) for start, end in wanted)
    print(f"  {name:32} {near / (len(wanted) or 1):.3f} (exact {exact / (len(wanted) or 1):.3f}) of {len(wanted)}")


UNITS = {"millimeter": "mm", "centimeter": "cm", "inch": "in", "meter": "m", "kilometer": "km", "percent": "%"}


def recognizers(executable, folder):
    path = os.path.join(folder, "recognizers-text-english")
    if not os.path.exists(path):
        return print("Recognizers-Text: not here, skipped")
    print("Recognizers-Text specifications, quantities found (overlapping; exact in brackets; value right)")
    for name in ["AgeModel", "DimensionModel", "DurationExtractor", "NumberModel", "NumberRangeModel", "PercentModel", "TemperatureModel"]:
        with open(os.path.join(path, name + ".json"), encoding="utf-8-sig") as file:
            cases = json.load(file)
        replies = extract(executable, [{"id": str(i), "text": case["Input"]} for i, case in enumerate(cases)])
        wanted = near = exact = found = right = values = 0
        for case, reply in zip(cases, replies):
            got = [(start, end, q) for (start, end, _), q in zip(spans(case["Input"], reply), reply["quantities"])]
            found += len(got)
            for result in case["Results"]:
                start = result.get("Start")
                if start is None:
                    start = case["Input"].lower().find(result["Text"].lower())
                end = start + len(result["Text"])
                wanted += 1
                hits = [q for q in got if start < q[1] and q[0] < end]
                near += bool(hits)
                exact += any((q[0], q[1]) == (start, end) for q in hits)
                value = (result.get("Resolution") or {}).get("value")
                number = re.fullmatch(r"-?[\d.]+(?:E\+?\d+)?%?", str(value)) and float(str(value).rstrip("%"))
                if isinstance(number, float) and name != "DurationExtractor":
                    values += 1
                    right += any(q[2]["low"] == q[2]["high"] and q[2]["low"] is not None
                                 and abs(q[2]["low"] - abs(number)) <= 0.001 * max(1, abs(number)) for q in hits)
        share = f"value right {right / values:.3f} of {values}" if values else ""
        print(f"  {name:18} recall {near / (wanted or 1):.3f} ({exact / (wanted or 1):.3f}) of {wanted}  found {found}  {share}")


def main():
    arguments = sys.argv[1:]
    misses = 0
    if "--misses" in arguments:
        place = arguments.index("--misses")
        misses = int(arguments[place + 1])
        del arguments[place:place + 2]
    if not arguments:
        sys.exit(__doc__)
    folder = arguments[1] if len(arguments) > 1 else "../shared/collections"
    negation(arguments[0], folder, misses)
    measeval(arguments[0], folder)
    recognizers(arguments[0], folder)


if __name__ == "__main__":
    main()
