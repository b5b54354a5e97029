"""Validates JSON Lines against a schema: valid-json.py SCHEMA LINES. Needs jsonschema from PyPI."""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
failed = False
with open(sys.argv[2], encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        for error in validator.iter_errors(json.loads(line)):
            print(f"line {number}: {error.json_path}: {error.message[:200]}")
            failed = True
sys.exit(1 if failed else 0)
