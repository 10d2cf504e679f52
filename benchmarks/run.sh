#!/usr/bin/env bash
# Measures Ananas and its peers side by side, one process at a time for each peer, group of workloads and size, and prints a table.
# README.md says what is measured and how.
#
#   NS="1000 10000 100000"   sizes: numbers of users
#   GROUPS_="load find query live many window exists mem"
#   PEERS="ananas java-hand java-sqlite rtk tanstack-db zero-zql pinia-orm"
#                            names, or names of classes that implement Peer and stand on EXTRA_CP
#   QUERIES="1000"           numbers of open live queries for the group many
#   RUNS=1                   processes for each; the figure in the middle counts, of two the better one
#   WARM_MS=800 MEAS_MS=1200 CPU milliseconds to warm up and to measure
#   LIMIT=150                seconds for a process before it is stopped
#   RESULTS=folder           where the lines of each peer go; FRESH=1 forgets earlier ones
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export NODE_ENV=production WARM_MS=${WARM_MS:-800} MEAS_MS=${MEAS_MS:-1200}
peers=${PEERS:-ananas java-hand java-sqlite rtk tanstack-db zero-zql pinia-orm}
results=${RESULTS:-target/results}
limit=${LIMIT:-150}
runs=${RUNS:-1}

is_java() { case $1 in ananas | java-* | *.*) return 0 ;; *) return 1 ;; esac; }

prepare() {
  (cd .. && mvn -q -pl benchmarks -am package -Dmaven.test.skip)
  for peer in $peers; do
    is_java "$peer" || [ -d peers/node_modules ] || (cd peers && npm ci --ignore-scripts --no-audit --no-fund)
    case $peer in zero-zql*) [ -d peers/zql/node_modules ] || (cd peers/zql && npm ci --ignore-scripts --no-audit --no-fund) ;; esac
  done
  mkdir -p "$results"
  [ -z "${FRESH:-}" ] || rm -f "$results"/*.jsonl
}

# One group of workloads of one peer at one size.
measure() {
  if is_java "$1"; then
    # All of the heap from the start, touched once, so that its growth is not measured; but what is retained is measured in one
    # that grows.
    local start="-Xms8g -XX:+AlwaysPreTouch"
    [ "$2" != mem ] || start=-Xms64m
    # shellcheck disable=SC2086
    timeout "$limit" java $start -Xmx8g -XX:+UseSerialGC ${JAVA_OPTS:-} -cp "target/benchmarks.jar${EXTRA_CP:+:$EXTRA_CP}" \
      dev.ananas.benchmarks.Driver "$1" "$2" "$3"
  else
    timeout "$limit" node --expose-gc --max-old-space-size=8192 peers/driver.mjs "$1" "$2" "$3"
  fi
}

# Notes the workloads of a group that did not come to their end.
stopped() { printf '{"peer":"%s","workload":"%s","n":%s,"status":"> %s s"}\n' "$1" "$2" "$3" "$limit" | tee -a "$results/$1.jsonl"; }

run() {
  local peer=$1 group=$2 n=$3 code=0
  measure "$peer" "$group" "$n" | tee -a "$results/$peer.jsonl" || code=$?
  case $code in
    0) ;;
    124 | 134 | 137) stopped "$peer" "$group" "$n"; [ "$group" != query ] || slow="$slow $peer/$n" ;;
    *) failed=1 ;;
  esac
}

prepare
failed=0
slow=
for ((i = 0; i < runs; i++)); do
  for n in ${NS:-1000 10000 100000}; do
    for group in ${GROUPS_:-load find query live many window exists mem}; do
      for peer in $peers; do
        # Who cannot answer the query once in time cannot keep it live.
        case "$slow " in *" $peer/$n "*) case $group in query | live | many | window | exists) stopped "$peer" "$group" "$n"; continue ;; esac ;; esac
        if [ "$group" = many ]; then
          for queries in ${QUERIES:-1000}; do QUERIES=$queries run "$peer" many "$n"; done
        else
          run "$peer" "$group" "$n"
        fi
      done
    done
  done
done

echo
files=()
for peer in $peers; do files+=("$results/$peer.jsonl"); done
java -cp target/benchmarks.jar dev.ananas.benchmarks.Report "${files[@]}"
exit $failed
