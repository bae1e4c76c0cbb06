#!/usr/bin/env bash
# Runs fuzzers, each for so many seconds, and leaves what they found beside their corpora.
#
#   fuzz/run.sh 1200                  every target for twenty minutes
#   fuzz/run.sh 1200 markdown csv     these two
#   fuzz/run.sh keep                  what was found into the corpora, small and few
#
# A crash stands in fuzz/artifacts/<target>/; `fuzz/run.sh` goes on, and fails at the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# How much of a corpus is kept: of all inputs that reach something of their own the smallest ones.
kept_bytes=110000
# Without a sanitiser, which would need a nightly compiler; the code has next to no `unsafe`.
fuzz=(cargo fuzz)
plain=(--sanitizer none)
bounds=(-timeout=12 -rss_limit_mb=1024 -max_len=16384)

targets() {
  sed -n 's/^name = "\([a-z_]*\)"$/\1/p' Cargo.toml
}

run() {
  local seconds=$1 crashed=0 target
  shift
  for target in "$@"; do
    mkdir -p "found/$target"
    "${fuzz[@]}" run "${plain[@]}" "$target" "found/$target" "corpus/$target" -- \
      "${bounds[@]}" -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 \
      -max_total_time="$seconds" 2>&1 | tail -n 4
    if [[ -n $(ls "artifacts/$target" 2>/dev/null) ]]; then
      echo "$target: see artifacts/$target"
      crashed=1
    fi
  done
  return "$crashed"
}

keep() {
  local target
  for target in $(targets); do
    [[ -d found/$target ]] || continue
    rm -rf "merged/$target" && mkdir -p "merged/$target"
    "${fuzz[@]}" run "${plain[@]}" "$target" -- -merge=1 "${bounds[@]}" \
      "merged/$target" "corpus/$target" "found/$target" >/dev/null 2>&1
    keep_small "$target"
  done
}

keep_small() {
  local target=$1 left=$kept_bytes size path
  while read -r size path; do
    ((left -= size)) || true
    [[ $left -ge 0 ]] || break
    cp "$path" "corpus/$target/"
  done < <(find "merged/$target" -type f -printf '%s %p\n' | sort -n)
}

case ${1:-} in
  keep) keep ;;
  [0-9]*)
    # Each target is a word of its own.
    # shellcheck disable=SC2046
    if [[ $# -eq 1 ]]; then run "$1" $(targets); else run "$@"; fi
    ;;
  *) sed -n '2,8s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
