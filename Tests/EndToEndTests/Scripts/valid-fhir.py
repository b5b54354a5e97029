"""Validates a resource of FHIR R4: valid-fhir.py FILE. Needs fhir.resources from PyPI."""
import json
import sys

try:
    from fhir.resources.R4B import get_fhir_model_class
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    resource = json.load(file)
try:
    get_fhir_model_class(resource["resourceType"]).model_validate(resource)
except ValueError as error:
    print(str(error)[:500])
    sys.exit(1)
