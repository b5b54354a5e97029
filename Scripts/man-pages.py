#!/usr/bin/env python3
"""Writes a man page for each command: man-pages.py EXECUTABLE FOLDER.

The pages are made of what the executable says about its commands (--experimental-dump-help).
"""
import json
import os
import subprocess
import sys


def roff(text):
    """Text without anything that roff would read as a request or an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(sign if ord(sign) < 128 else "\\[u%04X]" % ord(sign) for sign in text)
    lines = text.split("\n")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)


def spelled(argument):
    names = ["-" + n["name"] if n["kind"] == "short" else "--" + n["name"]
             for n in argument.get("names", [])]
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return "<%s>" % value
    joined = ", ".join(names)
    return joined + (" <%s>" % value if argument["kind"] == "option" else "")


def described(argument):
    text = argument.get("abstract", "")
    values = argument.get("allValues") or []
    # Values that the words name already need no list.
    if values and not all(value in text for value in values):
        text = "%s Values: %s." % (text, ", ".join(values))
    if argument.get("defaultValue"):
        text = "%s By default %s." % (text, argument["defaultValue"])
    return text


ENVIRONMENT = [
    ("CURBSIDE_CORPUS", "The corpus folder, where --corpus does not name one."),
    ("ACCESSIBLE", "With 1, labelled lines as with --plain."),
    ("NO_COLOR, TERM", "Without colours and links where NO_COLOR is set or TERM is dumb."),
    ("XDG_CACHE_HOME, XDG_STATE_HOME", "Where the compiled corpus and the prompt's history lie."),
]


def page(command, path, version):
    name = "-".join(path)
    lines = ['.TH "%s" 1 "" "curbside %s" "User Commands"' % (name.upper(), version)]
    lines += [".SH NAME", "%s \\- %s" % (roff(name), roff(command.get("abstract", "")))]
    lines += [".SH SYNOPSIS", ".B %s" % roff(" ".join(path))]
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    for argument in shown:
        text = roff(spelled(argument).split(", ")[-1]) + (" ..." if argument["isRepeating"] else "")
        lines.append("[%s]" % text if argument.get("isOptional") else text)
    if command.get("subcommands"):
        lines.append("<command>")
    if command.get("discussion"):
        text = command["discussion"].strip().split("\n\n")
        lines.append(".SH DESCRIPTION")
        lines.append("\n.PP\n".join("\n.br\n".join(map(roff, part.split("\n"))) for part in text))
    if shown:
        lines.append(".SH OPTIONS")
        for argument in shown:
            lines += [".TP", ".B %s" % roff(spelled(argument)), roff(described(argument))]
    children = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    if children:
        lines.append(".SH COMMANDS")
        for child in children:
            title = "-".join(path + [child["commandName"]])
            lines += [".TP", ".BR %s (1)" % roff(title), roff(child.get("abstract", ""))]
    lines += [".SH EXIT STATUS", "0 answered, 1 not covered or something differs, 2 facts needed, "
              "3 not reviewed, 64 usage, 65 malformed input, 66 no such input, 74 input/output error."]
    lines.append(".SH ENVIRONMENT")
    for name, text in ENVIRONMENT:
        lines += [".TP", ".B %s" % name, roff(text)]
    related = [path[:-1]] if len(path) > 1 else []
    if related:
        lines += [".SH SEE ALSO", ".BR %s (1)" % roff("-".join(related[0]))]
    return "\n".join(lines) + "\n"


def write(command, path, version, folder):
    with open(os.path.join(folder, "-".join(path) + ".1"), "w", encoding="utf-8") as file:
        file.write(page(command, path, version))
    for child in command.get("subcommands", []):
        if child["commandName"] != "help":
            write(child, path + [child["commandName"]], version, folder)


def main():
    executable, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    dump = subprocess.run([executable, "--experimental-dump-help"], capture_output=True, check=True)
    version = subprocess.run([executable, "--version"], capture_output=True, text=True, check=True)
    command = json.loads(dump.stdout)["command"]
    write(command, [command["commandName"]], version.stdout.split()[1], folder)


main()
