# Packages for other package managers.

# Without a registry: the package for this system is found by its file.
check_npm() {
  local folder=$work/npm
  mkdir "$folder"
  echo '{"private": true}' >"$folder/package.json"
  npm install --prefix "$folder" --offline --no-audit --no-fund --omit=optional --loglevel=error \
    "$(only 'npm-keyturn-[0-9]*.tgz')" "$(only 'npm-keyturn-linux-x64-*.tgz')"
  "$folder/node_modules/.bin/keyturn" --version
  KEYTURN_JAVA_OPTIONS=-XX:AOTMode=on "$folder/node_modules/.bin/keyturn" config where
  local status=0
  "$folder/node_modules/.bin/keyturn" status missing --check || status=$?
  [ "$status" != 0 ] || fail 'the exit code is lost'
  { PATH=$folder/node_modules/.bin:$PATH keyturn doctor || :; } | grep '^  ok    keyturn ' ||
    fail 'doctor does not take the command that npm installed for this Keyturn'
  # As with npm's option --omit=optional.
  rm -r "$folder/node_modules/@keyturn"
  ! "$folder/node_modules/.bin/keyturn" --version 2>"$folder/message" || fail 'there is no program to run'
  grep 'hint: npm install keyturn --include=optional' "$folder/message"
}
