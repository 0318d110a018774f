# The images: application, runtime and caches in one folder that runs wherever it is put.

make_image() {
  copy_checkout "$image"
  make_runtime "$image/runtime" lib/keyturn.jar sandbox/keyturn-sandbox.jar
  add_shared_files
  complete train "$image"
}

# The sandbox's own package: the same launcher under another name, and only the modules that the sandbox uses.
make_sandbox_image() {
  need_image
  copy_checkout "$sandbox_image" --exclude=./lib --exclude=./bin/keyturn.cmd
  mv "$sandbox_image/bin/keyturn" "$sandbox_image/bin/keyturn-sandbox"
  mkdir "$sandbox_image/python" "$sandbox_image/javascript"
  cp sandbox/python/keyturn_sandbox.py "$sandbox_image/python"
  cp sandbox/javascript/keyturn-sandbox.mjs "$sandbox_image/javascript"
  make_runtime "$sandbox_image/runtime" sandbox/keyturn-sandbox.jar
  complete train-sandbox "$sandbox_image" "$image"
}

need_image() {
  [ -f "$image.complete" ] || make_image
}

# copy_checkout FOLDER [TAR-OPTION...]: the image of this checkout without what belongs to its JDK.
copy_checkout() {
  local folder=$1
  shift
  sh cli/src/image/build.sh "$root"
  rm -rf "$folder" "$folder.complete"
  mkdir -p "$folder"
  tar -C cli/target/keyturn --exclude='*.aot*' --exclude=launch.conf --exclude=launch.cmd "$@" -cf - . | tar -C "$folder" -xf -
  chmod -R u=rwX,go=rX "$folder"
}

# make_runtime FOLDER JAR...: with the modules that the jars of the checkout's image need. Not compressed: the packages
# are, and get smaller without.
make_runtime() {
  local folder=$1 modules
  shift
  modules=$(cd cli/target/keyturn && find_modules "$@")
  say "runtime of $modules"
  "$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$folder"
  # What the JDK's modules bring and Keyturn never uses.
  rm -f "$folder"/bin/{jwebserver,keytool}{,.exe} "$folder"/lib/{classlist,jrt-fs.jar}
  chmod -R u=rwX,go=rX "$folder"
  if [ "${platform%-*}" = linux ]; then
    strip --strip-unneeded "$folder"/bin/* "$folder"/lib/*.so "$folder"/lib/*/*.so "$folder"/lib/{jexec,jspawnhelper}
  fi
}

# find_modules JAR...: what jdeps finds, and for lib/keyturn.jar what it cannot find.
find_modules() {
  "$jdk/bin/jdeps" --print-module-deps --ignore-missing-deps --multi-release 25 "$@" | tr -d '\r\n'
  if [ "$1" = lib/keyturn.jar ]; then
    sed -n 's/^\([a-z][a-z.]*\)  .*/,\1/p' "$root/packaging/runtime-modules" | tr -d '\n'
  fi
}

# Man pages and completions: the build leaves them in cli/target/share, placed as they are to lie in /usr/share.
add_shared_files() {
  if [ -d cli/target/share ]; then
    cp -R cli/target/share "$image/share"
  else
    say "no man pages and completions: there is no cli/target/share"
  fi
}

# complete HOW FOLDER [CLIENT]: configuration, times and caches, by the runtime inside.
complete() {
  local how=${without_caches:+configure} folder=$2
  "$jdk/bin/javac" -proc:none -d "$work/classes" cli/src/image/*.java
  "$folder/runtime/bin/java" -cp "$work/classes" SelfContained "${how:-$1}" "$folder" "$built" "${@:3}" >&2
  : >"$folder.complete"
  say "$(($(kibibytes "$folder") / 1024)) MiB: $folder"
}
