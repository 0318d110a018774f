# What every image promises: its size, and that it runs wherever it is put.

check_checksums() {
  (cd "$packages" && sha256sum --quiet --check SHA256SUMS)
}

# In MiB: what is downloaded, and what lies on the disk. docs/install.md names the sizes; those of another JDK differ a little.
check_sizes() {
  local archive image name size limits=(40 150 75) named=() sizes
  archive=$(only 'keyturn-[0-9]*-linux-x64.tar.gz')
  mkdir "$work/sizes"
  tar -xzf "$archive" -C "$work/sizes"
  image=$(echo "$work"/sizes/keyturn-*)
  # A draft is compressed less than what people get.
  gzip -cd "$archive" | gzip -n -9 >"$work/sizes/archive"
  sizes=("$(mebibytes "$work/sizes/archive")" "$(mebibytes "$image")" "$(mebibytes "$image" --exclude='*.aot')")
  echo "packages: MiB: ${sizes[0]} to download, ${sizes[1]} installed, ${sizes[2]} of it without caches"
  read -ra named < <(sed -n 's/^\([0-9]*\) MiB to download, \([0-9]*\) MiB on the disk; \([0-9]*\) MiB of these.*/\1 \2 \3/p' docs/install.md) ||
    fail 'docs/install.md does not say how large the packages are'
  for name in 'the download' 'the image with caches' 'the image without caches'; do
    size=${sizes[0]}
    [ "$size" -le "${limits[0]}" ] || fail "$name has $size MiB, more than ${limits[0]}"
    [ "$size" -le $((named[0] + 2)) ] || fail "$name has $size MiB; docs/install.md says ${named[0]}"
    sizes=("${sizes[@]:1}") limits=("${limits[@]:1}") named=("${named[@]:1}")
  done
  rm -r "$work/sizes"
}

mebibytes() {
  local path=$1
  shift
  du -s --block-size=1M --apparent-size "$@" "$path" | cut -f 1
}

# Another folder, with blanks in its name, and another user, who owns nothing of it.
check_moved_image() {
  local folder="$work/another place"
  chmod 711 "$work"
  mkdir "$folder"
  tar -xzf "$(only 'keyturn-[0-9]*-linux-x64.tar.gz')" -C "$folder"
  chmod -R a-w "$folder"
  setpriv --reuid=nobody --regid=nogroup --clear-groups env -u KEYTURN_HOME TMPDIR=/tmp \
    bash packaging/test/commands "$(echo "$folder"/keyturn-*)"
  ln -s "$(echo "$folder"/keyturn-*)/bin/keyturn" "$work/link"
  "$work/link" --version
}

check_sandbox() {
  mkdir "$work/sandbox"
  tar -xzf "$(only 'keyturn-sandbox-[0-9]*-linux-x64.tar.gz')" -C "$work/sandbox"
  # Its standard input is closed, so it ends once it is ready.
  KEYTURN_JAVA_OPTIONS=-XX:AOTMode=on "$work"/sandbox/*/bin/keyturn-sandbox --port 0 --output json --until-eof >"$work/ready"
  grep -q '"Url":"http://127.0.0.1:' "$work/ready"
  test -s "$work"/sandbox/*/python/keyturn_sandbox.py
  test -s "$work"/sandbox/*/javascript/keyturn-sandbox.mjs
}

# Every package of classes in the image belongs to a component, and every component has a licence.
check_sbom() {
  python3 - "$(only 'keyturn-*.cdx.json')" "$work/another place"/keyturn-*/*/*.jar <<'END'
import hashlib, json, sys, zipfile

components = json.load(open(sys.argv[1]))["components"]
without = [it["name"] for it in components if not it.get("licenses")]
known = {it["name"] for it in components} | {it["group"] for it in components if "group" in it}
packages = {
    name.rpartition("/")[0].replace("/", ".")
    for jar in sys.argv[2:]
    for name in zipfile.ZipFile(jar).namelist()
    if name.endswith(".class")
}
unknown = sorted(it for it in packages if not any(f"{it}.".startswith(f"{name}.") for name in known))
sandbox = next(it for it in components if it["name"] == "keyturn-sandbox")
jar = next(it for it in sys.argv[2:] if it.endswith("/keyturn-sandbox.jar"))
if {"alg": "SHA-256", "content": hashlib.sha256(open(jar, "rb").read()).hexdigest()} not in sandbox["hashes"]:
    sys.exit("packages: the checksum of the sandbox is another one than the bill of materials says")
if len(sys.argv) < 4 or without or unknown:
    sys.exit(f"packages: {sys.argv[1:]}: without a licence: {without}, not listed: {unknown}")
END
}
