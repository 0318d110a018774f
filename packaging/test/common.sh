# What all tests of packages use.

# step NAME FUNCTION: says how long it took; a failure ends the test.
step() {
  local start=$SECONDS
  if ! (set -e; "$2") >"$work/log" 2>&1; then :; fi
}

fail() {
  echo "packages: $1" >&2
  exit 1
}
