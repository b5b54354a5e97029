#!/usr/bin/env bash
# Prints the functions that a question, a case and a search go through, in the order of their first call:
#   Scripts/function-order.sh EXECUTABLE >Scripts/functions.order
# Package.swift hands the file to the linker, which puts these functions side by side, so that a process
# that answers one question touches fewer pages. Valgrind is needed; a function that is gone does no harm.
set -euo pipefail
if [ "$#" -ne 1 ]; then
  echo "usage: function-order.sh EXECUTABLE" >&2
  exit 64
fi
executable=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'lesionSizeMm: 8\nrestagingCT: true\nweeksSinceChemotherapy: 7\nbevacizumab: true\n' >"$work/case.yaml"
printf '{"_id":"a","title":"Liver","text":"Vanished lesions need a margin."}\n' >"$work/lines.jsonl"
"$executable" ask MRI >/dev/null
"$executable" index build "$work/lines.jsonl" --output "$work/index" >/dev/null

# The names by which the linker knows what a run called.
calls() {
  valgrind --tool=callgrind --demangle=no --callgrind-out-file="$work/calls" "$executable" "$@" \
    >/dev/null 2>&1 || [ $? -le 2 ]
  sed -nE "s/^c?fn=\([0-9]+\) //p" "$work/calls" | sed "s/'[0-9]*$//" | grep -Ev '^(0x|\?\?\?|\()' || true
}

{
  calls ask "how soon do watched sites recur?"
  calls case "$work/case.yaml"
  calls search "$work/index" "vanished lesions"
} | awk '!seen[$0]++'
