"""Validates the outputs that a test run kept in CURBSIDE_OUTPUTS: valid-outputs.py FOLDER.

Each line follows the schema that it names, or the one that its members tell. Needs jsonschema.
"""
import collections
import json
import pathlib
import sys

import schemas

BY_MEMBER = [
    ("event", "curbside.session-1"), ("cards", "cds-hooks-2.0-cards"), ("error", "curbside.error-1"),
    ("quantities", "curbside.extract-1"), ("resolved", "curbside.resolve-1"),
    ("open_us", "curbside.search-batch-1"), ("hits", "curbside.search-batch-1"),
]


def name(value):
    if "schema" in value:
        return value["schema"].replace("/", "-")
    return next((schema for member, schema in BY_MEMBER if member in value), None)


validators = {schema: schemas.validator(schema) for schema in schemas.SCHEMAS}
counts = collections.Counter()
failed = 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("{"):
            continue
        value = json.loads(line)
        schema = name(value)
        counts[schema] += 1
        problems = ["there is no schema"] if schema not in validators else list(
            schemas.errors(validators[schema], value))
        if problems:
            failed += 1
            print(f"{schema}: {problems[0]}: {line[:160]}")
for schema, count in sorted(counts.items(), key=str):
    print(f"{count:6} {schema}")
missing = set(validators) - set(counts)
if missing:
    print("never written:", ", ".join(sorted(missing)))
sys.exit(1 if failed or missing else 0)
