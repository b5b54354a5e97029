"""Names every object of docs/schema that says its members and lets in others."""
import sys

import schemas


def open_objects(node, path):
    if isinstance(node, dict):
        if "properties" in node and node.get("additionalProperties") is not False:
            yield path
        for key, value in node.items():
            yield from open_objects(value, f"{path}/{key}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from open_objects(value, f"{path}/{place}")


found = [path for name, schema in schemas.SCHEMAS.items() for path in open_objects(schema, name)]
for name in schemas.SCHEMAS:
    schemas.validator(name)
print("\n".join(found))
sys.exit(1 if found else 0)
