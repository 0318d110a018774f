# The bill of materials (CycloneDX): the jars by Maven's plugin, and the runtime.

make_sbom() {
  local file=$out/keyturn-$version.cdx.json java sum
  JAVA_HOME=$jdk ./mvnw -q -B -ntp -pl cli -am org.cyclonedx:cyclonedx-maven-plugin:makeBom </dev/null
  java=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$jdk/release")
  # To Maven the sandbox is a POM here, so that it is on no class path. The packages contain its jar.
  sum=$(sha256 cli/target/keyturn/sandbox/keyturn-sandbox.jar)
  awk -v component="$(fill packaging/runtime-component.json "VERSION=$java")" -v sum="${sum%% *}" '
    { sub(/[?]type=pom"/, "?type=jar\"") }
    !skipped { print }
    /^  "components" : \[/ { print component }
    /"name" : "keyturn-sandbox"/ { sandbox = 1 }
    sandbox && /"hashes" : \[/ { print "        { \"alg\" : \"SHA-256\", \"content\" : \"" sum "\" }"; skipped = 1 }
    skipped && /^      \]/ { print; skipped = sandbox = 0 }' cli/target/bom.json >"$file"
  grep -q '"OpenJDK runtime"' "$file" || fail "the bill of materials has no list of components"
}
