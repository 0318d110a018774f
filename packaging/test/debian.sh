# A Debian with nothing but its essential packages and apt: no Java, no curl, no Python.

debian=$PWD/target/packaging/debian

# Kept for the next time, since it takes half a minute.
make_debian() {
  if [ ! -d "$debian" ] || [ ! -f "$debian.complete" ]; then
    rm -rf "$debian"
    # mmdebstrap makes what debootstrap makes, in half the time.
    mmdebstrap --quiet --variant=apt bookworm "$debian" 'deb http://deb.debian.org/debian bookworm main'
    : >"$debian.complete"
  fi
  ! in_debian 'command -v java' || fail 'the bare Debian has a Java'
}

# in_debian SCRIPT: runs SCRIPT as root in the bare Debian, without a network; target/packages is /packages.
in_debian() {
  bwrap --bind "$debian" / --ro-bind "$packages" /packages --proc /proc --dev /dev --tmpfs /tmp --tmpfs /root \
    --unshare-net --unshare-pid --die-with-parent --cap-add ALL --clearenv \
    --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --setenv HOME /root --setenv LC_ALL C.UTF-8 \
    --chdir /packages sh -eu -c "$1"
}

# Everything that a package could leave on the system, without the records of the package manager and the loader.
list_debian() {
  find "$debian" -xdev -path "$debian/var" -prune -o -path "$debian/etc/ld.so.cache" -prune -o -print | sort
}

check_deb() {
  local deb
  deb=$(basename "$(only 'keyturn_*_amd64.deb')")
  list_debian >"$work/before"
  in_debian "dpkg --install $deb
    keyturn --version
    KEYTURN_JAVA_OPTIONS=-XX:AOTMode=on keyturn config where
    keyturn demo --yes >/dev/null
    keyturn doctor
    $(uses_system_files)
    dpkg --purge keyturn"
  list_debian | diff "$work/before" - || fail 'the package left files behind'
}

# What a container engine would do with packaging/docker/sandbox.Dockerfile: its RUN, and as its USER the ENTRYPOINT until
# it is ready; the HEALTHCHECK is content then. The port must be open to other addresses than 127.0.0.1, and the environment's token counts.
check_sandbox_container() {
  local file=packaging/docker/sandbox.Dockerfile user port
  user=$(instruction USER $file)
  port=$(instruction EXPOSE $file)
  in_debian "trap 'kill \$!; wait || true; rm -r /opt/keyturn-sandbox; userdel $user' EXIT
    TARGETARCH=amd64
    $(steps $file)
    export KEYTURN_SANDBOX_CONTROL_TOKEN=example
    setpriv --reuid=$user --regid=$user --clear-groups $(words_of ENTRYPOINT $file) $(words_of CMD $file) >/tmp/ready &
    for attempt in \$(seq 300); do
      ! grep -q '\"ControlToken\":\"example\"' /tmp/ready || break
      sleep 0.1
    done
    grep -q '\"ControlToken\":\"example\"' /tmp/ready
    $(words_of 'HEALTHCHECK .*CMD' $file)
    grep -q ' 0*:$(printf %04X "$port") ' /proc/net/tcp /proc/net/tcp6"
}

# The same of packaging/docker/Dockerfile, for somebody with another user ID.
check_container() {
  local file=packaging/docker/Dockerfile user
  user=$(instruction USER $file)
  list_debian >"$work/before"
  in_debian "trap 'cd /packages; sh install.sh --uninstall; userdel --remove $user' EXIT
    TARGETARCH=amd64 UID=1234
    chmod 1777 /tmp
    $(steps $file)
    cd $(instruction WORKDIR $file)
    test \"\$(id -u $user)\" = 1234
    setpriv --reuid=$user --regid=$user --clear-groups env HOME=$(instruction WORKDIR $file) \\
      $(words_of ENTRYPOINT $file) demo --yes >/dev/null"
  list_debian | diff "$work/before" - || fail 'the container cannot be taken apart'
}

# The RUN of a container file, without its mount.
steps() {
  sed -n '/^RUN/,/[^\\]$/{s/^RUN --mount[^ ]*//;p}' "$1"
}

instruction() {
  sed -n "s/^$1 //p" "$2"
}

# words_of INSTRUCTION FILE: the words of its JSON array, quoted for a shell. None of them has a quote.
words_of() {
  instruction "$1" "$2" | sed "s/^\[//; s/\]\$//; s/\"\([^\"]*\)\",* */'\1' /g"
}

check_lintian() {
  lintian --allow-root --no-tag-display-limit --fail-on error "$(only 'keyturn_*_amd64.deb')"
}

# The hook, which can be read without starting Keyturn, the man page and the completions.
uses_system_files() {
  echo 'bash -c ". /usr/share/keyturn/hook.bash && aws_env"'
  if [ -d cli/target/share ]; then
    echo 'test -s /usr/share/man/man1/keyturn.1.gz -a -s /usr/share/bash-completion/completions/keyturn'
    echo 'test -s /usr/share/zsh/vendor-completions/_keyturn -a -s /usr/share/fish/vendor_completions.d/keyturn.fish'
  fi
}

# The code below the README's heading, without the tour's questions; then an upgrade, and the end of it.
check_readme() {
  local lines
  lines=$(sed -n '/^## Install/,/^##/{/^```sh/,/^```/{/^```/!p}}' README.md | sed 's/^keyturn demo.*/keyturn demo --yes >\/dev\/null/')
  case $lines in *'sh install.sh'*'keyturn demo'*) ;; *) fail "the README installs with: $lines" ;; esac
  list_debian >"$work/before"
  in_debian "umask 077
    $lines
    keyturn doctor
    setpriv --reuid=nobody --regid=nogroup --clear-groups keyturn --version
    setpriv --reuid=nobody --regid=nogroup --clear-groups sh -c 'cat /usr/local/share/man/man1/keyturn.1 >/dev/null'
    mkdir /usr/local/lib/keyturn.new.99999999
    mv /usr/local/lib/keyturn /usr/local/lib/keyturn.new.99999999/old
    ! sh install.sh no-such-archive 2>/dev/null || exit 1
    keyturn --version
    test ! -e /usr/local/lib/keyturn.new.*
    sh install.sh keyturn-[0-9]*-linux-x64.tar.gz
    keyturn --version
    test ! -e /usr/local/lib/keyturn.new.*
    sh install.sh --prefix '/root/a place' keyturn-[0-9]*-linux-x64.tar.gz
    '/root/a place/bin/keyturn' --version
    sh install.sh --prefix '/root/a place' --uninstall
    test ! -e '/root/a place'
    sh install.sh --uninstall
    ! keyturn --version 2>/dev/null"
  list_debian | diff "$work/before" - || fail 'install.sh --uninstall left files behind'
}

check_refusals() {
  in_debian 'sh install.sh --help | grep -q "^Usage: sh install.sh"
    ! sh install.sh --no-such-option 2>/tmp/message || exit 1
    grep "hint: sh install.sh --help" /tmp/message
    ! sh install.sh --prefix /tmp/nowhere --uninstall 2>/tmp/message || exit 1
    grep "Keyturn is not installed in /tmp/nowhere" /tmp/message
    cp install.sh SHA256SUMS /tmp
    cd /tmp
    for archive in /packages/keyturn-[0-9]*-linux-x64.tar.gz; do name=${archive##*/}; done
    ! sh install.sh "$name" 2>message || exit 1
    grep "no such file" message
    { cat "$archive"; echo more; } >"$name"
    ! sh install.sh "$name" 2>message || exit 1
    grep "the checksum of $name is wrong; nothing was installed" message
    sed -i "/$name/d" SHA256SUMS
    ! sh install.sh "$name" 2>message || exit 1
    grep "SHA256SUMS does not list $name" message
    rm SHA256SUMS
    ! sh install.sh "$name" 2>message || exit 1
    grep "no SHA256SUMS in" message
    ! sh install.sh 2>message || exit 1
    grep "there is no release to download yet" message
    ! sh install.sh --prefix /tmp/new/place no-such-archive 2>message || exit 1
    test ! -e /tmp/new
    test ! -e /usr/local/lib/keyturn -a ! -e /usr/local/bin/keyturn'
}

# In the same Debian: a root without a shell could not show that the package runs.
check_rpm() {
  local rpm
  rpm=$(only 'keyturn-*.x86_64.rpm')
  # Every distribution that has rpm has this folder.
  mkdir "$debian/usr/share/licenses"
  list_debian >"$work/before"
  # Debian knows nothing of packages named glibc and /bin/sh.
  in_root --nodeps --install "$rpm"
  in_root --nodeps --verify keyturn
  in_debian 'KEYTURN_JAVA_OPTIONS=-XX:AOTMode=on keyturn config where
    keyturn demo --yes >/dev/null
    keyturn doctor'
  in_root --erase keyturn
  list_debian | diff "$work/before" - || fail 'the package left files behind'
  rmdir "$debian/usr/share/licenses"
}

in_root() {
  rpm --root "$debian" --dbpath /var/lib/rpm "$@"
}
