#!/usr/bin/env bash
# Prints the notes of a release: what CHANGELOG.md says below the heading of this version.
#   scripts/release-notes.sh 0.1.0
# Fails while the heading says that the version is not released, or when there is nothing below it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf 'release-notes: %s\n' "$*" >&2
  exit 1
}

[ "$#" -eq 1 ] || fail "버전 하나를 적어 주세요: scripts/release-notes.sh 0.1.0 — name one version"
version=$1

# A heading is «## VERSION – DAY».
heading=$(awk -v version="$version" '$1 == "##" && $2 == version' CHANGELOG.md)
[ -n "$heading" ] || fail "CHANGELOG.md에 $version 제목이 없어요. — CHANGELOG.md has no heading for $version"
[[ $heading =~ [0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] ||
  fail "제목에 날짜가 없어요. 내는 날을 적어 주세요. — the heading has no date; write the day of the release: $heading"

notes=$(awk -v version="$version" '
  $1 == "##" { inside = ($2 == version); next }
  inside { print }
' CHANGELOG.md)
# Command substitution has taken the blank lines at the end, and this takes those at the beginning.
notes=$(sed '/./,$!d' <<<"$notes")
[ -n "$notes" ] || fail "$version 아래에 적힌 것이 없어요. — nothing stands below $version"
printf '%s\n' "$notes"
