#!/usr/bin/env bash
# Measures the time from the start of a JVM until the quickstart has its first answer, and the sizes of the jars.
#
#   RUNS=11   starts of a JVM
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -q -pl samples/quickstart,benchmarks -am package -Dmaven.test.skip
classpath=samples/quickstart/target/classes:benchmarks/target/benchmarks.jar

answers() {
  for _ in $(seq "${RUNS:-11}"); do
    java "$@" -cp "$classpath" dev.ananas.samples.quickstart.Quickstart |
      sed -n 's/.*first answer \([0-9]*\) ms.*/\1/p'
  done
}
median() { sort -n | awk '{ at[NR] = $1 } END { print at[int((NR + 1) / 2)] }'; }

echo "| what | figure |"
echo "| --- | --- |"
echo "| start of the JVM to the first answer | $(answers | median) ms |"
echo "| the same, first compiler only (-XX:TieredStopAtLevel=1) | $(answers -XX:TieredStopAtLevel=1 | median) ms |"
for module in store-core store-orm; do
  jar=$(ls "$module"/target/"$module"-*.jar | grep -v -e sources -e javadoc -e tests)
  echo "| $(basename "$jar" | sed 's/-[0-9].*//') | $(($(stat -c %s "$jar") / 1000)) kB |"
done
