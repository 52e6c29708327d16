#!/usr/bin/env bash
# Makes assets/gilbot-sans.otf: of Noto Sans CJK KR Bold, only the letters that a picture may draw.
# They are those of locales/*/picture.ftl, of the titles of steps and the names of ways, of Korean and English dates, and ASCII.
#
#   scripts/font.sh
#
# Needs Debian's fonts-noto-cjk, and pyftsubset of fonttools (python3 -m pip install fonttools); PYFTSUBSET names another.
# The same letters give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

source=/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc
korean=1 # the number of the Korean font in the collection
subset=${PYFTSUBSET:-pyftsubset}
made=assets/gilbot-sans.otf
largest=40000 # bytes

main() {
  command -v "$subset" >/dev/null || fail "$subset is missing"
  [[ -r $source ]] || fail "$source is missing"
  letters=$(mktemp)
  trap 'rm -f "$letters"' EXIT
  # What stands behind the first = of a message, or on the indented lines of a choice.
  sed -n 's/^[a-z][a-z0-9-]* =//p; s/^ .*\]//p' locales/*/picture.ftl >"$letters"
  sed -n 's/^ *\.title = //p' locales/*/steps.ftl >>"$letters"
  cat src/runtime/stats/names.rs >>"$letters"
  printf '%s' '년월일()화수목금토·' >>"$letters"
  # Without layout tables: letters are set one after another.
  "$subset" "$source" --font-number=$korean --text-file="$letters" --unicodes=U+0020-007E \
    --layout-features= --drop-tables+=GSUB,GPOS,GDEF,BASE,VORG,vhea,vmtx,DSIG,STAT \
    --name-IDs=0,13,14 --no-hinting --desubroutinize --notdef-outline --output-file="$made"
  bytes=$(stat -c %s "$made")
  ((bytes <= largest)) || fail "$made has $bytes bytes, more than $largest"
  echo "$made: $bytes bytes"
}

fail() {
  echo "font.sh: $1" >&2
  exit 1
}

main
