# The formula for a Homebrew tap. It names an archive for each system, so they must all be in target/packages.

make_homebrew() {
  [ -n "$address" ] || fail "the formula needs to know where releases are: set release.address in pom.xml"
  local system sum values=("HOMEPAGE=$homepage" "VERSION=$version" "ADDRESS=$address")
  for system in macos-arm64 macos-x64 linux-arm64 linux-x64; do
    sum=$(cd "$out" && sha256 "keyturn-$version-$system.tar.gz")
    values+=("$system=${sum%% *}")
  done
  fill packaging/homebrew/keyturn.rb "${values[@]}" >"$work/keyturn.rb"
  mv "$work/keyturn.rb" "$out"
}
