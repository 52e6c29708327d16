#!/usr/bin/env bash
# Plays 10,000 seeds of the simulation, then the long form of the fault tests with real processes and real servers, and
# prints where each fault of docs/faults.md stands. It ends within the time it is given:
#   scripts/faults.sh          thirty minutes at most, without the building
#   scripts/faults.sh 40m      longer, on a machine that is slow
# The summary is written to standard output; everything the tests say goes to target/faults.log.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

limit=${1:-30m}
log=target/faults.log
notes=target/faults.notes

scripts/test.sh --only-prepare
cargo test --locked --profile faults --test it --test faults --no-run
rm -f "$notes"
begun=$SECONDS
status=0
GILBOT_SEEDS=10000 timeout --kill-after=10s "$limit" \
  cargo test --locked --profile faults --test it simulation::city >"$log" 2>&1 || status=$?
simulated=$((SECONDS - begun))
if [ "$status" -ne 0 ]; then
  grep -E '^(seed|test result)|play one again' "$log" || true
  echo "the simulation did not come through: see $log"
  exit "$status"
fi
# What is left of the time.
case $limit in
  *h) left=$((${limit%h} * 3600)) ;;
  *m) left=$((${limit%m} * 60)) ;;
  *) left=${limit%s} ;;
esac
# Two at a time: each brings several processes of its own.
GILBOT_FAULTS=long GILBOT_FAULTS_NOTES="$PWD/$notes" timeout --kill-after=10s "$((left - simulated))s" \
  cargo test --locked --profile faults --test faults -- --test-threads 2 >"$log" 2>&1 || status=$?
touch "$notes"

# What became of a test: ok, FAILED, or not reached. Tests of other programs run in scripts/test.sh.
outcome() {
  local said
  if ! grep -rqsE "fn $1\(" tests/faults; then
    echo "scripts/test.sh"
    return
  fi
  said=$(sed -nE "s/^test [a-z_:]*$1 \.\.\. (ok|FAILED).*/\1/p" "$log" | tail -n 1)
  echo "${said:-not reached}"
}

printf '%s\n' "Simulation: 10000 seeds in $simulated seconds, none broken."
printf '%s\n\n' "Faults, played for $((SECONDS - begun)) seconds:"
while IFS='|' read -r _ number fault criterion tests stands _; do
  number=${number// /}
  [[ $number =~ ^T[0-9]+$ ]] || continue
  printf '%-4s %s\n     criterion: %s\n' "$number" "$(echo $fault)" "$(echo $criterion)"
  names=$(grep -oE '`[a-z0-9_]+`' <<<"$tests" | tr -d '`' || true)
  for name in $names; do
    measured=$(sed -nE "s/^$name\|([0-9]+)\|(.*)/\1 rounds: \2/p" "$notes" | tail -n 1)
    printf '     %-15s %s\n' "$(outcome "$name")" "$name"
    [ -z "$measured" ] || printf '     %-15s %s\n' "" "$measured"
  done
  printf '     stands: %s\n' "$(echo $stands)"
done <docs/faults.md

if [ "$status" -eq 124 ]; then
  echo "the time was over before all tests had ended"
elif [ "$status" -ne 0 ]; then
  grep -E '^(test .* FAILED|test result)|panicked at' "$log" || true
fi
exit "$status"
