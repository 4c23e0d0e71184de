# What the commands in bin/ share. Sourced, never run: `. "$top/tools/house.sh"` after setting `top`.
# One set of flags for each kind of build, everywhere: any other flag would rebuild every package.

export PYTHONDONTWRITEBYTECODE=1

say() { printf '%s\n' "$*" >&2; }
die() { say "$(basename "$0"): $*"; exit 1; }

# The debug build with all tests; also makes .build/debug/lianxin.
build_debug() { swift build --package-path "$top" --build-tests "$@"; }

# The release build of one program. It carries the language's library, so that it runs where no Swift is installed and calls
# without a detour; a Swift that came without that library links to its own.
build_release() {
  local static=() library
  library=$(swift -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1_static/p')
  if [ -d "$library" ]; then static=(--static-swift-stdlib); fi
  swift build --package-path "$top" -c release "${static[@]}" --product "$1"
}

# Is the release build of a program missing, or older than what it is made from? Folders count too: a deleted file dates its folder.
# The stamp, not the program, is compared: a change that needs no new link leaves the program's own date alone.
stale_release() {
  local stamp="$top/.build/release/$1.stamp"
  [ -x "$top/.build/release/$1" ] && [ -e "$stamp" ] || return 0
  [ -n "$(find "$top/Package.swift" "$top/Sources" -newer "$stamp" -print -quit)" ]
}

# Builds a program for release where it is missing or old; everything that the build says goes to standard error.
ensure_release() {
  stale_release "$1" || return 0
  "$top/bin/set-up" build >&2
  # Dated before the build: what is edited meanwhile is built the next time.
  local begun
  begun=$(mktemp)
  say "Building $1 (release); the first time takes some minutes."
  if ! build_release "$1" >&2; then
    rm -f "$begun"
    die "the release build of $1 failed; the messages above say where"
  fi
  mv "$begun" "$top/.build/release/$1.stamp"
}
