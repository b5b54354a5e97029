#!/usr/bin/env bash
# One question from a cold process: curbside beside sqlite3 (FTS5) and Xapian's quest, over the
# same sentences, and a case of six facts, in one hyperfine run with a warm cache.
#
#   Benchmarks/oneshot.sh [EXECUTABLE]        default .build/release/curbside
#
# Needs: apt-get install -y --no-install-recommends hyperfine sqlite3 xapian-tools xapian-omega python3
#
# ROUNDS, RUNS and WARMUP in the environment set hyperfine's counts: 10 rounds of 40 runs of each
# command behind 5 uncounted ones. The peers hold one document
# for each claim, its sentence alone, stemmed by Porter's algorithm (Snowball's English one in Xapian),
# ranked by BM25, four best. curbside does more in its time: five fields, the ways of asking, the
# decision to answer, the layout of the answer with references and tested follow-up questions.
set -euo pipefail
if [[ "${1:-}" == -* ]]; then
  sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0"
  exit 64
fi
cd "$(dirname "${BASH_SOURCE[0]}")/.."
curbside=$(realpath "${1:-.build/release/curbside}")
for tool in hyperfine sqlite3 quest scriptindex xapian-compact python3; do
  if ! command -v "$tool" >/dev/null; then
    echo "missing: $tool (apt-get install -y --no-install-recommends hyperfine sqlite3 xapian-tools xapian-omega python3)" >&2
    exit 66
  fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME="$work/cache" NO_COLOR=1
question="how long after bevacizumab before surgery"

# One passage for each claim: its id and its sentence.
python3 - "$work" <<'PYTHON'
import glob, re, sys
work = sys.argv[1]
claim = re.compile(r"(?:^|(?<=\})\s)\s*([^\n]*?)\s*((?:\[@[^\]]+\])+)\{#([^}]+)\}", re.M)
passages = []
for path in sorted(glob.glob("corpus/*/**/*.md", recursive=True)):
    with open(path, encoding="utf-8") as stream:
        passages += [(m.group(3), m.group(1)) for m in claim.finditer(stream.read())]
if not passages:
    sys.exit("no claims in corpus/")
quote = lambda text: "'" + text.replace("'", "''") + "'"
with open(work + "/passages.sql", "w", encoding="utf-8") as out:
    out.write("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, body, tokenize='porter');\nBEGIN;\n")
    for name, text in passages:
        out.write("INSERT INTO passages VALUES (%s, %s);\n" % (quote(name), quote(text)))
    out.write("COMMIT;\nINSERT INTO passages(passages) VALUES ('optimize');\nVACUUM;\n")
with open(work + "/passages.dump", "w", encoding="utf-8") as out:
    for name, text in passages:
        out.write("id=%s\nbody=%s\n\n" % (name, text))
print("%d passages" % len(passages))
PYTHON
sqlite3 "$work/passages.db" <"$work/passages.sql"
printf 'id : field=id boolean=Q unique=Q\nbody : index field=body\n' >"$work/passages.script"
scriptindex --stemmer=english "$work/raw" "$work/passages.script" "$work/passages.dump" >/dev/null
xapian-compact "$work/raw" "$work/passages.xapian" >/dev/null 2>&1

sqlite="SELECT id, body FROM passages WHERE passages MATCH '${question// / OR }' ORDER BY bm25(passages) LIMIT 4"
ask_command="'$curbside' ask '$question'"
sqlite_command="sqlite3 '$work/passages.db' \"$sqlite\""
quest_command="quest --db='$work/passages.xapian' --msize=4 '$question'"
cat >"$work/facts.yaml" <<'FACTS'
lesionSizeMm: 8
restagingCT: yes
restagingMRI: no
bevacizumab: yes
weeksSinceChemotherapy: 4
futureLiverRemnantPercent: 45
FACTS
case_command="'$curbside' case '$work/facts.yaml'"

# Each must find something before it is timed; this also fills curbside's cache.
for command in "$ask_command" "$sqlite_command" "$quest_command"; do
  if ! sh -c "$command" | grep -qi bevacizumab; then
    echo "no passage on bevacizumab from: $command" >&2
    exit 1
  fi
done
# What the pack's checksum costs is saved once the pack is older than two seconds.
sleep 2.5
sh -c "$ask_command" >/dev/null
sh -c "$case_command" >"$work/decided" || [ $? -eq 2 ]
grep -q Decided "$work/decided" || { echo "no decision from: $case_command" >&2; exit 1; }

# The commands take turns in rounds, so that what else runs on the machine meets all of them. A case of
# which facts are missing ends with status 2.
for round in $(seq "${ROUNDS:-10}"); do
  hyperfine -N --ignore-failure --warmup "${WARMUP:-5}" --runs "${RUNS:-40}" \
    --export-json "$work/times-$round.json" \
    --command-name curbside "$ask_command" \
    --command-name sqlite3 "$sqlite_command" \
    --command-name quest "$quest_command" \
    --command-name case "$case_command" >/dev/null 2>"$work/notes" || { cat "$work/notes" >&2; exit 1; }
done

python3 - "$work"/times-*.json <<'PYTHON'
import json, statistics, sys
times = {}
for path in sys.argv[1:]:
    for row in json.load(open(path, encoding="utf-8"))["results"]:
        times.setdefault(row["command"], []).extend(row["times"])
rows = [{"command": command, "median": statistics.median(all), "mean": statistics.mean(all),
         "stddev": statistics.stdev(all), "min": min(all), "max": max(all)}
        for command, all in times.items()]
ms = lambda seconds: "%.2f" % (1000 * seconds)
base = rows[0]
print("\n| whole process | median ms | mean ms | σ ms | min ms | max ms | peer : curbside, medians |")
print("|---|--:|--:|--:|--:|--:|--:|")
labels = {"curbside": "`curbside ask`", "sqlite3": "`sqlite3`, FTS5", "quest": "Xapian `quest`",
          "case": "`curbside case`"}
for row in rows:
    print("| %s | %s | %s | %s | %s | %s | %.2f |" % (
        labels[row["command"]], ms(row["median"]), ms(row["mean"]), ms(row["stddev"]), ms(row["min"]),
        ms(row["max"]), row["median"] / base["median"]))
peers = [row for row in rows if row["command"] in ("sqlite3", "quest")]
fastest = min(peers, key=lambda row: row["median"])
print("\nAgainst the faster peer (%s) curbside takes %.2f times as long." % (
    fastest["command"], base["median"] / fastest["median"]))
print("A case takes %.2f times as long as a question." % (rows[-1]["median"] / base["median"]))
PYTHON
