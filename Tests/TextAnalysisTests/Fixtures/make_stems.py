#!/usr/bin/env python3
"""Writes stems.tsv: distinct lower-case words, each with the stem that PyStemmer gives it.

The words are those of the corpora and queries in ../shared/collections (cranfield, medlars,
pubmedqa-first-half, mediqa2019-qa-alexa, cast2019-train) and of ../shared/evidence/facts.jsonl: runs of
letters with inner apostrophes, in lower case. Where there are more than LIMIT words, those with the
smallest hash stay, so that every run picks the same. The words in ALWAYS cover every exception of the
algorithm and are always in.

Run in the folder of the package, beside which `shared` lies:
    pip install PyStemmer==3.1.0
    python3 Tests/TextAnalysisTests/Fixtures/make_stems.py [../shared]
"""

import json
import re
import sys
import zlib
from pathlib import Path

import Stemmer

LIMIT = 27_000
COLLECTIONS = ["cranfield", "medlars", "pubmedqa-first-half", "mediqa2019-qa-alexa", "cast2019-train"]
ALWAYS = """
skis skies sky idly gently ugly early only singly news howe atlas cosmos bias andes
dying lying tying vying aying inning innings outing outings canning herring earring earrings evening
proceed proceeded proceeding exceed exceedingly succeed succeeds agreed agreedly feed freed
general generate generic generous communal community communism arsenal arsenic past paste pasted pasting
universe universal university later lateral laterally emerge emergency organ organic organize organization
inter internal international interval interest
biologist ologist biology apology apologist hopping hoped egging adding off ebbed added
rational conditional valency hesitancy conformably radically differently vilely analogously digitizer
vietnamization predication operator feudalism decisiveness hopefulness callousness formality sensitivity
sensibility triplicate formative formalize electricity electrical hopeful goodness
revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment
dependent adoption communism activate angularity homologous effective bowdlerize controll roll
by say cry enjoy youth boyish yes y yy sayings 'tis 's patient's patients' o'brien o'brien's'
gas this kiwis gaps ties cries tied us bus ss sses ied ies is as a an
naïvely aéing éed œdème größe ménière's söhne häufigkeit naïveness
""".split()
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def texts(shared):
    for name in COLLECTIONS:
        for file in sorted((shared / "collections" / name).glob("*.jsonl")):
            if file.stem in ("corpus", "queries", "conversations"):
                yield file.read_text("utf-8")
    yield (shared / "evidence" / "facts.jsonl").read_text("utf-8")


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for child in value.values() if isinstance(value, dict) else value:
            yield from strings(child)


def main():
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    words = set()
    for text in texts(shared):
        for line in filter(None, text.split("\n")):
            for value in strings(json.loads(line)):
                found = WORD.findall(value.lower().replace("’", "'"))
                words.update(word for word in found if word.replace("'", "").isalpha())
    words -= set(ALWAYS)
    chosen = sorted(words, key=lambda word: (zlib.crc32(word.encode()), word))[:LIMIT]
    stem = Stemmer.Stemmer("english").stemWord
    lines = [f"{word}\t{stem(word)}\n" for word in sorted(set(chosen) | set(ALWAYS))]
    Path(__file__).with_name("stems.tsv").write_text("".join(lines), "utf-8")
    print(f"{len(lines)} of {len(words)} words, PyStemmer {Stemmer.version()}")


main()
