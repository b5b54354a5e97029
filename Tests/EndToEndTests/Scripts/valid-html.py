"""Parses a page without any leniency; prints the first error. Needs html5lib from PyPI."""
import sys

try:
    import html5lib
except ImportError:
    sys.exit(77)

parser = html5lib.HTMLParser(strict=True)
try:
    with open(sys.argv[1], "rb") as page:
        parser.parse(page)
except html5lib.html5parser.ParseError as error:
    print(error, parser.errors[:1])
    sys.exit(1)
