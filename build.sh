#!/usr/bin/env bash
# The one way to build, run, test, measure and package Your Move, for people and for CI.
set -euo pipefail
readonly CALLER=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
./build.sh build        a loadable extension in dist/extension/
./build.sh run          the extension in a browser, on a posting of ours; without a display its main job, into dist/demo/
./build.sh screenshots  every screen in every state, as pictures in dist/screens/; [NAME] for those alone whose names have that in them
./build.sh test         everything that CI runs
./build.sh firefox      the tests in the browser once more, in Firefox
./build.sh bench        how fast and how large all of it is, against its budgets: a table, and dist/bench.json
./build.sh lint         formatting, clippy, licences, shell and JavaScript, and the package as Mozilla's linter sees it
./build.sh package      the same extension as a zip for each store, and its sources: the same bytes wherever it is built
./build.sh reproducible the same, and all of it once more in another folder, to see that it is so
./build.sh capture      what is read of saved pages: FILE.html... [--url URL] [--list FILE.tsv], see docs/capture.md
./build.sh fuzz         what is read from elsewhere, against inputs that nobody would write: [SECONDS] for each of them, 60 unless told
./build.sh soak         what takes long: browsers killed while they write, all that write at once, and fuzz for [MINUTES] each, 5 unless told
./build.sh peers        other extractors, into .tools/: the tests then print what those make of the same pages
TEXT
}

readonly WASM=wasm32-unknown-unknown
readonly WASM_PACK=0.15.1
readonly CARGO_DENY=0.20.2
readonly CARGO_FUZZ=0.13.2
readonly GECKODRIVER_VERSION=0.37.1
readonly NODE=20
# Kept in the project and out of git: the tools are the project's own, at its own versions.
readonly TOOLS=$PWD/.tools
export PATH=$TOOLS/bin:$TOOLS/npm/node_modules/.bin:$PATH

# The programs, and what each may weigh, in bytes and packed: so much is loaded each time it starts. tests/tidy/built.rs reads it from here.
readonly BUDGETS="
worker 566000 246000
popup 1408000 607000
pages 1788000 768000
"

# --- Steps -----------------------------------------------------------------------------------------------------------

log=$(mktemp)
elsewhere=
unfinished=
exec {console}>&2

finish() {
  local status=$?
  if [[ -n $unfinished ]]; then
    cat "$log" >&"$console"
    printf 'FAILED: %s\n' "$unfinished" >&"$console"
  fi
  rm -f "$log"
  [[ -z $elsewhere ]] || rm -rf "$elsewhere"
  exit "$status"
}
trap finish EXIT

fail() {
  printf '%s\n' "$*" >&"$console"
  exit 1
}

# One line with its time when it is done. A step that fails ends the script, and `finish` names it.
step() { # name, command...
  local began=$SECONDS
  unfinished=$1
  : >"$log"
  "${@:2}"
  unfinished=
  printf '%-32s %4d s\n' "$1" $((SECONDS - began))
}

# The same for a step whose output is read only when it fails.
quiet() { # name, command...
  step "$1" to_log "${@:2}"
}

to_log() {
  "$@" >"$log" 2>&1
}

# --- What is needed --------------------------------------------------------------------------------------------------

need() { # command, how to get it
  command -v "$1" >/dev/null || fail "$1 is missing: $2"
}

# Installs Debian's packages by itself where it may.
need_packages() { # command, packages...
  command -v "$1" >/dev/null && return
  command -v apt-get >/dev/null || fail "$1 is missing: install what Debian calls ${*:2}"
  if [[ $EUID -ne 0 ]]; then
    fail "$1 is missing: sudo apt-get install ${*:2}"
  fi
  quiet "Install ${*:2}" install_packages "${@:2}"
  need "$1" "install ${*:2}"
}

install_packages() {
  apt-get update
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

need_rust() {
  need rustup "see https://rustup.rs"
  need cc "install a C linker (Debian: apt-get install gcc libc6-dev)"
  local channel
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  if ! has_rust "$channel" "$channel"; then
    if has_rust stable "$channel"; then
      # The same compiler under another name: nothing to fetch.
      export RUSTUP_TOOLCHAIN=stable
    else
      quiet "Install Rust $channel" \
        rustup toolchain install "$channel" --no-self-update --profile minimal --component clippy --component rustfmt
    fi
  fi
  [[ $(rustup target list --installed) == *$WASM* ]] || quiet "Install $WASM" rustup target add "$WASM"
}

# A toolchain that was there before may lack what `rustup toolchain install` would have brought.
need_rust_components() { # components...
  need_rust
  local installed component
  installed=$(rustup component list --installed)
  for component; do
    [[ $installed == *"$component"* ]] || quiet "rustup component add $component" rustup component add "$component"
  done
}

has_rust() { # toolchain, version
  [[ $(rustup run "$1" rustc --version 2>/dev/null) == "rustc $2 "* ]]
}

need_node() {
  local how="install Node $NODE or newer, see https://nodejs.org" version
  need node "$how"
  version=$(node --version)
  version=${version#v}
  ((${version%%.*} >= NODE)) || fail "Node $version is too old: $how"
}

need_wasm_tools() {
  need_rust
  need_node
  need npm "it comes with Node, see https://nodejs.org"
  local bindgen binaryen
  # The command-line program and the library must be of one version: the crate's own pin says which.
  bindgen=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
  [[ $(wasm-pack --version 2>&1) == *" $WASM_PACK" ]] || quiet "Install wasm-pack $WASM_PACK" install_crate wasm-pack "$WASM_PACK"
  [[ $(wasm-bindgen --version 2>&1) == *" $bindgen" ]] || quiet "Install wasm-bindgen $bindgen" install_crate wasm-bindgen-cli "$bindgen"
  # Where there is no wasm-opt, wasm-pack leaves the file as it is and says nothing.
  binaryen=$(npm_pin binaryen)
  [[ $(wasm-opt --version 2>&1) == *" ${binaryen%%.*} "* ]] || quiet "Install binaryen $binaryen" install_npm
}

# With the dependencies that its authors tried it with; where a registry has not all of those, with the nearest that it has.
install_crate() { # crate, version
  cargo install "$1" --version "$2" --locked --root "$TOOLS" && return
  echo "$1 $2: not with the dependencies of its authors; with the nearest that the registry has" >&"$console"
  cargo install "$1" --version "$2" --root "$TOOLS"
}

npm_pin() { # package
  sed -n "s/^ *\"$1\": \"\([0-9.]*\)\".*/\1/p" tools/package.json
}

# What the tests hold every screen against, and what is written for calendars; nothing of it is shipped.
need_npm() { # package
  need_node
  need npm "it comes with Node, see https://nodejs.org"
  local version
  version=$(npm_pin "$1")
  grep -qs "\"version\": \"$version\"" "$TOOLS/npm/node_modules/$1/package.json" || quiet "Install $1 $version" install_npm
}

install_npm() {
  mkdir -p "$TOOLS/npm"
  cp tools/package.json tools/package-lock.json "$TOOLS/npm/"
  npm ci --prefix "$TOOLS/npm" --no-audit --no-fund
}

need_browser() {
  if ! command -v chromium >/dev/null && grep -qs '^ID=ubuntu' /etc/os-release; then
    fail "chromium is missing, and Ubuntu's own is a snap that cannot be driven from here: install a .deb of it and of chromedriver"
  fi
  need_packages chromium chromium chromium-driver
  need_packages chromedriver chromium-driver
  CHROMIUM=$(command -v chromium)
  CHROMEDRIVER=$(command -v chromedriver)
  export CHROMIUM CHROMEDRIVER
}

need_firefox() {
  FIREFOX=${FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
  if [[ -z $FIREFOX ]]; then
    need_packages firefox-esr firefox-esr
    FIREFOX=$(command -v firefox-esr)
  fi
  [[ $(geckodriver --version 2>&1) == *" $GECKODRIVER_VERSION"[[:space:]]* ]] ||
    quiet "Install geckodriver $GECKODRIVER_VERSION" install_crate geckodriver "$GECKODRIVER_VERSION"
  GECKODRIVER=$(command -v geckodriver)
  export FIREFOX GECKODRIVER
  # It installs for good from an archive alone.
  need_packages zip zip
}

# --- The extension ---------------------------------------------------------------------------------------------------

build() {
  need_wasm_tools
  each_program quiet_core
  quiet "Extension" assemble
  each_program weigh
}

each_program() { # function, which is told of a program and its budget
  local program raw packed
  while read -r program raw packed; do
    [[ -z $program ]] || "$1" "$program" "$raw" "$packed"
  done <<<"$BUDGETS"
}

quiet_core() { # program
  quiet "Core of the $1" core "$1"
}

# Paths of this machine stay out of the panic messages, so that the bytes are the same everywhere. The standard library's own
# have two forms, by whether its source is installed: they take the one for where it is not.
#
# Link-time optimization copies functions to where they are called as if the code were for speed. The threshold that LLVM itself
# has for the smallest code is 5; said so, the core is a tenth smaller.
#
# Each has a folder of its own: wasm-pack optimizes all that it finds beside what it has built.
core() { # program
  local commit flags
  commit=$(rustc --version --verbose | sed -n 's/^commit-hash: //p')
  flags=(
    -Cllvm-args=-inline-threshold=5
    "--remap-path-prefix=$PWD=."
    "--remap-path-prefix=${CARGO_TARGET_DIR:-$PWD/target}=./target"
    "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
    "--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$commit"
  )
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}") \
    wasm-pack build --target web --release --mode no-install --no-pack --no-typescript --out-dir "dist/core/$1" --out-name "$1" -- \
    --locked --no-default-features --features "$1" </dev/null
}

assemble() {
  rm -rf dist/extension
  cp -R extension dist/extension
  each_program take_core
  (cd dist/extension &&
    cat styles/{tokens,base,controls,said,work,popup}.css >popup.css &&
    cat styles/{tokens,base,controls,said,work,settings,dashboard,insights,people,applications}.css >dashboard.css &&
    sed -i -e '/^<!-- templates\.html -->$/{r templates.html' -e 'd}' popup.html dashboard.html &&
    sed -i -e '/^<!-- applications\.html -->$/{r applications.html' -e 'd}' dashboard.html &&
    rm -r styles templates.html applications.html)
  node tools/locales.mjs dist/extension
}

take_core() { # program
  cp "dist/core/$1/$1.js" "dist/core/$1/$1_bg.wasm" dist/extension/
}

weigh() { # program, most bytes, most bytes packed
  local core=dist/extension/$1_bg.wasm raw packed
  raw=$(wc -c <"$core")
  packed=$(gzip -9 --stdout "$core" | wc -c)
  printf '%-32s %d of %d bytes, %d of %d packed\n' "Size of the core of the $1" "$raw" "$2" "$packed" "$3"
  ((raw <= $2 && packed <= $3)) || fail "The core of the $1 is too large: see the budgets in build.sh"
}

# --- The package -----------------------------------------------------------------------------------------------------

package() {
  need_archivers
  build
  quiet "Archives" archives
  printf '%s\n' dist/your-move-*.zip
}

need_archivers() {
  need_packages zip zip
  need_packages unzip unzip
}

# One extension, under the name by which each store is given it: of `background`, Chromium takes the worker and Firefox the scripts, and
# neither minds the other's keys. Mozilla asks for the sources beside it.
archives() {
  local version name
  version=$(sed -n 's/^ *"version": "\(.*\)".*/\1/p' extension/manifest.json)
  name=your-move-$version
  rm -rf dist/your-move-*.zip dist/source
  archive dist/extension "$name-chromium.zip"
  cp "dist/$name-chromium.zip" "dist/$name-firefox.zip"
  mkdir -p "dist/source/$name"
  sources | tar --create --files-from=- | tar --extract --directory="dist/source/$name"
  archive dist/source "$name-source.zip"
}

# The same bytes wherever it is made: entries sorted, one time for all, modes that say no more than what may be run, nothing of the machine.
archive() { # folder, name of the zip
  local zip=$PWD/dist/$2
  chmod -R a+rX,u+w,go-w "$1"
  find "$1" -exec env TZ=UTC touch -t 198001010000 {} +
  (cd "$1" && find . -type f | sed 's,^\./,,' | LC_ALL=C sort | TZ=UTC zip -X -9 -q -@ "$zip")
}

# The project's own files: those that git knows; in a folder that came out of an archive, all that was not made there.
sources() {
  if [[ -e .git ]]; then
    git -c core.quotePath=false ls-files
  else
    find . -type f -not -path './.tools/*' -not -path './dist/*' -not -path './target/*' -not -path './pkg/*' -not -path './fuzz/target/*' |
      sed 's,^\./,,'
  fi
}

# F50. Built again from the archive of the sources, in another folder and with another home: shared are the tools, and what the registry has
# sent for the first time.
reproducible() {
  local cargo=${CARGO_HOME:-$HOME/.cargo} folders folder archive
  elsewhere=$(mktemp -d)
  mkdir -p "$elsewhere/home" "$elsewhere/cargo/registry"
  cp -R "$cargo/registry/cache" "$cargo/registry/index" "$elsewhere/cargo/registry/"
  unzip -q dist/your-move-*-source.zip -d "$elsewhere"
  folders=("$elsewhere"/your-move-*)
  folder=${folders[0]}
  ln -s "$TOOLS" "$folder/.tools"
  env -u CARGO_TARGET_DIR HOME="$elsewhere/home" CARGO_HOME="$elsewhere/cargo" RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}" \
    CARGO_NET_OFFLINE=true "$folder/build.sh" package
  for archive in dist/your-move-*.zip; do
    cmp "$archive" "$folder/$archive"
  done
}

# --- Checks ----------------------------------------------------------------------------------------------------------

lint() {
  need_rust_components clippy rustfmt
  quiet "Format" cargo fmt --check
  quiet "Clippy" cargo clippy --locked --all-targets -- -D warnings
  quiet "Clippy, tests in the browser" cargo clippy --locked --test browser -- -D warnings
  quiet "Clippy, WebAssembly" cargo clippy --locked --lib --target "$WASM" -- -D warnings
  # The profile brings the library's own tests in; what they alone use is found dead by the step above.
  quiet "Clippy, tests of the shell" cargo clippy --locked --lib --profile test --target "$WASM" -- -D warnings
  [[ $(cargo-deny --version 2>&1) == *" $CARGO_DENY" ]] || quiet "Install cargo-deny $CARGO_DENY" install_crate cargo-deny "$CARGO_DENY"
  quiet "Licences and sources" cargo deny --locked check licenses bans sources
  need_node
  quiet "JavaScript" check_scripts
  if command -v shellcheck >/dev/null; then
    quiet "Shell" shellcheck build.sh .ci/run
  else
    echo "Shell: skipped, shellcheck is not installed"
  fi
}

# Mozilla's linter, on what was built. The README explains each warning that stays.
lint_package() {
  local report code
  report=$(web-ext lint --no-config-discovery --no-input --output json --source-dir dist/extension) || {
    printf '%s\n' "$report"
    return 1
  }
  for code in $(node --print 'JSON.parse(process.argv[1]).warnings.map(({ code }) => code).join(" ")' "$report"); do
    grep --quiet "\`$code\`" README.md || {
      printf 'The README does not explain %s\n%s\n' "$code" "$report"
      return 1
    }
  done
}

check_scripts() {
  local script
  for script in extension/*.js benches/*/*.js; do
    echo "$script"
    node --input-type=module --check - <"$script"
  done
}

# In a zone that is far from UTC, so that a clock that says UTC for "local" is caught; and in one whose clocks change, by half an hour.
test_shell() {
  local zone
  for zone in Asia/Kamchatka Australia/Lord_Howe; do
    TZ=$zone CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
      cargo test --locked --lib --target "$WASM"
  done
}

# F22. The tests that are run in Chromium, but for those that a list names, each with its reason.
test_in_firefox() {
  local test others=()
  while IFS=$'\t' read -r test _; do
    others+=(--skip "$test")
  done <tests/browser/only-in-chromium.tsv
  YOUR_MOVE_BROWSER=firefox cargo test --locked --test browser -- --exact "${others[@]}"
}

run_tests() {
  lint
  need_browser
  step "Tests" cargo test --locked
  build
  need_npm web-ext
  quiet "The package, for Firefox" lint_package
  need_npm axe-core
  need_npm ical.js
  step "Tests, by another calendar program" env YOUR_MOVE_CALENDAR=1 cargo test --locked --test archive calendar_program
  step "Tests, of the shell" test_shell
  step "Tests, in the browser" cargo test --locked --test browser
  step "Tests, on what was built" env YOUR_MOVE_BUILT=1 cargo test --locked --test tidy built
  need_archivers
  quiet "Archives" archives
  quiet "Archives, built a second time" reproducible
}

# --- Saved pages -----------------------------------------------------------------------------------------------------

# Nothing but the answer is printed where it is read; the paths are those of whoever calls.
capture() { # arguments of examples/capture.rs
  {
    need_rust
    need_browser
    quiet "Program" cargo build --locked --example capture
  } >&2
  local program
  program=$(realpath "${CARGO_TARGET_DIR:-target}")/debug/examples/capture
  (cd "$CALLER" && "$program" "$@")
}

# What was found goes to a folder of its own; what a search begins with are small files of ours, and those that other tests have. The
# compiler has to be told that it may do what is not settled yet, and without a sanitizer: there is no unsafe code to be caught, and the search
# is faster.
fuzz() { # seconds
  need_rust
  need c++ "install a C++ compiler (Debian: apt-get install g++)"
  [[ $(cargo-fuzz --version 2>&1) == *" $CARGO_FUZZ" ]] || quiet "Install cargo-fuzz $CARGO_FUZZ" install_crate cargo-fuzz "$CARGO_FUZZ"
  search_for_faults "$1" snapshot fuzz/corpus/snapshot tests/capture
  search_for_faults "$1" record fuzz/corpus/record tests/archive/v1
  search_for_faults "$1" backup fuzz/corpus/backup tests/stories tests/archive/v1
  search_for_faults "$1" calendar fuzz/corpus/calendar
  search_for_faults "$1" table fuzz/corpus/table tests/archive/tables
  search_for_faults "$1" invitation fuzz/corpus/invitation
}

search_for_faults() { # seconds, target, folders of first inputs...
  local found=fuzz/target/found/$2 faults=fuzz/target/faults/$2
  mkdir -p "$found" "$faults"
  quiet "Fuzz: $2" env RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none --debug-assertions "$2" "$found" "${@:3}" -- \
    -artifact_prefix="$faults/" -max_total_time="$1" -timeout=10 -max_len=200000 -print_final_stats=1
  sed -n 's/^stat::number_of_executed_units: */  inputs tried: /p' "$log"
}

# No test and no page needs them.
peers() {
  need python3 "install Python 3 with its venv (Debian: apt-get install python3-venv)"
  quiet "Virtual environment" python3 -m venv "$TOOLS/peers"
  quiet "Install $(grep -o '^extruct==.*' tools/peers.txt)" \
    "$TOOLS/peers/bin/pip" install --requirement tools/peers.txt
}

# --- Speed -----------------------------------------------------------------------------------------------------------

bench() {
  need_browser
  build
  export BUDGETS CRITERION_HOME=$PWD/dist/criterion
  quiet "Benchmarks, of the core" cargo bench --locked --bench native
  step "Benchmarks, in the browser" cargo bench --locked --bench in-browser
}

# --- Which of them ---------------------------------------------------------------------------------------------------

case ${1-} in
  build) build ;;
  run)
    need_browser
    build
    step "Demo" cargo run --locked --example demo
    ;;
  screenshots)
    need_browser
    build
    step "Screenshots" cargo run --locked --example screenshots -- "${@:2}"
    ;;
  test) run_tests ;;
  firefox)
    build
    need_npm axe-core
    need_firefox
    step "Tests, in Firefox" test_in_firefox
    ;;
  bench) bench ;;
  lint)
    lint
    build
    need_npm web-ext
    quiet "The package, for Firefox" lint_package
    ;;
  package) package ;;
  reproducible)
    package
    quiet "Archives, built a second time" reproducible
    ;;
  capture) capture "${@:2}" ;;
  fuzz) fuzz "${2:-60}" ;;
  soak)
    need_browser
    build
    step "Kills and crowds" cargo run --locked --example soak
    fuzz "$((${2:-5} * 60))"
    ;;
  peers) peers ;;
  *)
    usage >&2
    exit 2
    ;;
esac
