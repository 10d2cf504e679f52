#!/usr/bin/env bash
# Measures the peers side by side, one JVM at a time for each peer, group of workloads and size, and prints a table.
#
#   NS="1000 10000 100000"   sizes: numbers of users
#   GROUPS_="load find query live many window exists mem"
#   PEERS="java-hand ananas" names, or names of classes that implement Peer and stand on EXTRA_CP
#   WARM_MS=800 MEAS_MS=1200 CPU milliseconds to warm up and to measure
#   OTHERS="a.jsonl b.jsonl" results of other peers for the table
#   FRESH=1                  forgets earlier results
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export WARM_MS=${WARM_MS:-800} MEAS_MS=${MEAS_MS:-1200}
results=benchmarks/target/results.jsonl
classpath=benchmarks/target/benchmarks.jar${EXTRA_CP:+:$EXTRA_CP}

mvn -q -pl benchmarks -am package -Dmaven.test.skip
[ -z "${FRESH:-}" ] || rm -f "$results"

failed=0
for n in ${NS:-1000 10000 100000}; do
  for group in ${GROUPS_:-load find query live many window exists mem}; do
    for peer in ${PEERS:-java-hand ananas}; do
      # shellcheck disable=SC2086
      java -Xmx8g -XX:+UseSerialGC ${JAVA_OPTS:-} -cp "$classpath" dev.ananas.benchmarks.Driver "$peer" "$group" "$n" |
        tee -a "$results" || failed=1
    done
  done
done

echo
# shellcheck disable=SC2086
java -cp "$classpath" dev.ananas.benchmarks.Report "$results" ${OTHERS:-}
exit $failed
