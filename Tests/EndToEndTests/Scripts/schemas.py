"""The schemas of docs/schema, read once; they refer to each other by file name."""
import json
import pathlib
import sys

try:
    import jsonschema
    import referencing
except ImportError:
    sys.exit(77)

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "docs" / "schema"
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
REGISTRY = referencing.Registry().with_resources(
    (schema["$id"], referencing.Resource.from_contents(schema)) for schema in SCHEMAS.values())


def validator(name):
    """What tells whether an output follows a schema; the schema itself is checked first."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    return jsonschema.Draft202012Validator(SCHEMAS[name], registry=REGISTRY)


def errors(validator, value):
    """What does not follow, each in a line."""
    for error in validator.iter_errors(value):
        # Of alternatives the one that fails last is the one that was meant.
        deepest = jsonschema.exceptions.best_match([error])
        yield f"{deepest.json_path}: {deepest.message[:200]}"
