"""The public test collections of ../shared/collections, and indexes of them."""

import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLLECTIONS = ROOT.parent / "shared" / "collections"
NAMES = ["cranfield", "medlars", "pubmedqa-first-half", "mediqa2019-qa-alexa"]
EXECUTABLE = ROOT / ".build" / "release" / "curbside"


def build(executable, name, folder, *options):
    """Indexes a collection in a folder and gives the path of the index."""
    index = pathlib.Path(folder) / name
    command = [executable, "index", "build", COLLECTIONS / name / "corpus.jsonl", "--output", index, *options]
    subprocess.run(command, check=True)
    return index


def queries(name):
    """The path of a collection's queries, lines of _id and text."""
    return COLLECTIONS / name / "queries.jsonl"


def judgements(name):
    """For each query the documents that were judged, with their grades."""
    judged = {}
    with open(COLLECTIONS / name / "qrels.tsv", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            query, document, grade = line.rstrip("\n").split("\t")
            judged.setdefault(query, {})[document] = int(grade)
    return judged
