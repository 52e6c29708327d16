#!/usr/bin/env bash
# Plays a short conversation in the preview and takes the picture of it: docs/pictures/conversation.png (1280×900).
#
#   scripts/picture.sh                        starts a preview of its own on port 8098
#   scripts/picture.sh http://127.0.0.1:8080  uses this one, which should be freshly started
#
# Needs curl, jq, and Chromium with its driver.
set -euo pipefail
cd "$(dirname "$0")/.."

pictures=docs/pictures
largest=300000 # bytes of a picture
scratch=$(mktemp -d)
preview= # the process group of a preview of our own
driver= # the process that drives the browser
session= # where the browser is told what to do

main() {
  for tool in curl jq chromium chromedriver; do
    command -v "$tool" >/dev/null || fail "$tool is missing"
  done
  trap leave EXIT
  address=${1:-}
  address=${address%/}
  if [[ -z $address ]]; then
    start_preview
  fi
  answers || fail "no preview answers at $address"
  remind
  walk
  mkdir -p "$pictures"
  open_browser
  take conversation.png 1280 900
}

# One person saves an expiry date; the clock moves on, and the reminder comes.
remind() {
  local chat=102 expiry
  expiry=$(ask /clock | jq -r '.now[:10] | strptime("%Y-%m-%d") | mktime + 60 * 86400 | strftime("%Y-%m-%d")')
  say $chat /mycert
  press $chat '만료일 적고 알림 받기'
  say $chat "$expiry"
  press $chat '맞아요, 저장할게요'
  press $chat '동의하고 저장하기'
  ask /clock/to "{\"chat\": $chat, \"event\": \"thirty_days_before_expiry\"}" >/dev/null
  offered $chat '이미 했어요' >/dev/null
}

# Another person chooses a way and stands at the step where the bank calls.
walk() {
  local chat=101 label
  say $chat /start
  for label in '발급·재발급·갱신 시작' '재발급(다시 만들기)' '아니요, 해당 없어요' 'KB스타뱅킹 앱' '보안카드' \
    'ARS 전화 인증' '안내 시작하기' '그래도 시작할게요' '했어요' '했어요' '했어요'; do
    press $chat "$label"
  done
}

say() {
  ask "/api/chats/$1/say" "$(jq -nc --arg text "$2" '{text: $text}')" >/dev/null
  settle "$1"
}

press() {
  local found
  found=$(offered "$1" "$2")
  ask "/api/chats/$1/press" "$found" >/dev/null
  settle "$1"
}

# The newest button of that text, as the page presses it; waits up to 10 seconds for it.
offered() {
  local found
  for _ in {1..25}; do
    found=$(conversation "$1" | jq -c --arg text "$2" '
      [.messages[] | .id as $id | .keyboard[][] | select(.text == $text) | {message_id: $id, data}] | last // empty')
    if [[ -n $found ]]; then
      echo "$found"
      return
    fi
    sleep 0.4
  done
  fail "chat $1 offers no «$2», but: $(conversation "$1" | jq -r '[.messages[-1].keyboard[][].text] | join(", ")')"
}

# Waits up to 10 seconds until the bot has answered and says no more.
settle() {
  local state before=
  for _ in {1..25}; do
    state=$(conversation "$1" | jq -r '
      if .messages[-1].from == "bot" and .pending_press == [] and (.typing | not) then .version else empty end')
    if [[ -n $state && $state == "$before" ]]; then
      return
    fi
    before=$state
    sleep 0.4
  done
  fail "the bot does not come to rest in chat $1"
}

conversation() {
  ask "/api/chats/$1?since=0"
}

# Asks the preview: GET without a body, else POST.
ask() {
  curl -sS --fail-with-body --max-time 30 ${2:+--json "$2"} "$address$1"
}

# Draws the page in this size, when everything that it shows has come.
take() {
  local file=$pictures/$1 bytes
  look "$2" "$3"
  until_seen '[...document.querySelectorAll(".log")].filter((log) => log.checkVisibility())
    .every((log) => log.querySelector(".key")) && !document.querySelector(".waiting")
    && document.querySelector("#inside-facts dd") && document.querySelector("#bot-life").textContent'
  browser GET screenshot | jq -r .value | base64 -d >"$file"
  bytes=$(wc -c <"$file")
  ((bytes <= largest)) || fail "$file has $bytes bytes, more than $largest"
  echo "$file, $bytes bytes"
}

# The size of the window, and the person whose alarms stand beside.
look() {
  browser POST goog/cdp/execute "$(jq -nc --argjson width "$1" --argjson height "$2" '{cmd: "Emulation.setDeviceMetricsOverride",
    params: {$width, $height, deviceScaleFactor: 1, mobile: false}}')" >/dev/null
  browser POST url "$(jq -nc --arg url "$address/" '{$url}')" >/dev/null
  if (($1 > 640)); then
    until_seen 'document.querySelector("#pane-102 .key")'
    browser POST execute/sync '{"script": "document.querySelector(\"#pane-102 textarea\").focus({ preventScroll: true });
      document.activeElement.blur()", "args": []}' >/dev/null
  fi
}

# Waits up to 20 seconds until this holds in the page.
until_seen() {
  local held
  for _ in {1..50}; do
    held=$(browser POST execute/sync "$(jq -nc --arg script "return !!($1)" '{$script, args: []}')" | jq -r .value)
    [[ $held != true ]] || return 0
    sleep 0.4
  done
  fail "the page never shows: $1"
}

# Tells the browser: a method, a path, and for POST a body.
browser() {
  curl -sS --fail-with-body --max-time 60 -X "$1" ${3:+--json "$3"} "$session/$2"
}

open_browser() {
  local port=
  chromedriver --port=0 >"$scratch/driver" 2>&1 &
  driver=$!
  for _ in {1..50}; do
    port=$(sed -n 's/.*started successfully on port \([0-9]*\).*/\1/p' "$scratch/driver")
    [[ -z $port ]] || break
    sleep 0.2
  done
  [[ -n $port ]] || fail "the driver does not start: $(cat "$scratch/driver")"
  session=http://127.0.0.1:$port/session
  session+=/$(curl -sS --fail-with-body --max-time 60 --json '{"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args":
    ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=ko"]}}}}' "$session" | jq -r .value.sessionId)
}

start_preview() {
  address=http://127.0.0.1:8098
  if answers; then
    fail "something already answers at $address; name it to use it"
  fi
  set -m # so that the preview can be ended together with the cargo that runs it
  cargo run --release -- preview --listen "${address#http://}" &
  preview=$!
  set +m
  until answers; do
    kill -0 "$preview" 2>/dev/null || fail "the preview ended before it answered"
    sleep 1
  done
}

answers() {
  curl -s --fail --max-time 5 --output /dev/null "$address/api/people"
}

leave() {
  if [[ -n $session ]]; then
    curl -s --max-time 10 -X DELETE "$session" >/dev/null || true
  fi
  if [[ -n $driver ]]; then
    kill "$driver" 2>/dev/null || true
  fi
  if [[ -n $preview ]]; then
    kill -- "-$preview" 2>/dev/null || true
  fi
  rm -rf "$scratch"
}

fail() {
  echo "picture: $1" >&2
  exit 1
}

main "$@"
