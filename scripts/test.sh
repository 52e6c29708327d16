#!/usr/bin/env bash
# Runs all tests, documentation examples among them. What is written behind it goes to `cargo test`:
#   scripts/test.sh                  everything
#   scripts/test.sh --test it store  the tests of one name
#   scripts/test.sh --only-prepare   only brings what this machine lacks
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A change is judged by what it does, not by the dice of the day. Another number plays other cases.
export PROPTEST_RNG_SEED="${PROPTEST_RNG_SEED:-20261127}"

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "root 권한이 필요해요: $* — this needs root: $*"
  fi
}

# Installs without starting what it has installed: the tests start their own servers.
install_quietly() (
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'as_root rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
  fi
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
)

# A compiler for the C parts (SQLite, TLS), and make for one of them, a real Redis for the store's tests, promtool for the alerts, sqlite3 and openssl
# for the page of the operators, and for the preview's page a browser, its driver, and letters for Korean.
prepare() {
  command -v cargo >/dev/null || fail "Rust 1.95 이상(cargo)을 먼저 설치해 주세요. — install Rust 1.95 or later (cargo) first"
  local lacking=()
  command -v cc >/dev/null || lacking+=(gcc libc6-dev)
  command -v make >/dev/null || lacking+=(make)
  command -v redis-server >/dev/null || lacking+=(redis-server)
  command -v promtool >/dev/null || lacking+=(prometheus)
  command -v sqlite3 >/dev/null || lacking+=(sqlite3)
  command -v openssl >/dev/null || lacking+=(openssl)
  command -v chromium >/dev/null || lacking+=(chromium)
  command -v chromedriver >/dev/null || lacking+=(chromium-driver)
  [ -n "$(fc-list :lang=ko 2>/dev/null)" ] || lacking+=(fontconfig fonts-noto-cjk)
  [ "${#lacking[@]}" -gt 0 ] || return 0
  command -v apt-get >/dev/null ||
    fail "C 컴파일러(cc), make, redis-server, promtool, sqlite3, openssl, chromium, chromedriver, 한글 글꼴을 먼저 설치해 주세요. — install a C compiler (cc), make, redis-server, promtool, sqlite3, openssl, chromium, chromedriver and a Korean font first"
  install_quietly "${lacking[@]}"
}

prepare
[ "${1:-}" != --only-prepare ] || exit 0
if [ "$#" -gt 0 ]; then
  exec cargo test --locked "$@"
fi
# The examples in the documentation first, so that what is printed last counts the tests.
cargo test --locked --doc
exec cargo test --locked --lib --bins --tests
