"""Validates JSON Lines against a schema: valid-json.py NAME LINES. Needs jsonschema from PyPI."""
import json
import sys

import schemas

validator = schemas.validator(sys.argv[1])
failed = False
with open(sys.argv[2], encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        for error in schemas.errors(validator, json.loads(line)):
            print(f"line {number}: {error}")
            failed = True
sys.exit(1 if failed else 0)
