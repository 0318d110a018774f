# The bill of materials (CycloneDX): the jars by Maven's plugin, and the runtime.

make_sbom() {
  local file=$out/keyturn-$version.cdx.json java
  JAVA_HOME=$jdk ./mvnw -q -B -ntp -pl cli -am org.cyclonedx:cyclonedx-maven-plugin:makeBom </dev/null
  java=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$jdk/release")
  awk -v component="$(fill packaging/runtime-component.json "VERSION=$java")" \
    '{ print } /^  "components" : \[/ { print component }' cli/target/bom.json >"$file"
  grep -q '"OpenJDK runtime"' "$file" || fail "the bill of materials has no list of components"
}
