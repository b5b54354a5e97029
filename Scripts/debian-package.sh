#!/usr/bin/env bash
# Makes a Debian package of a built executable: debian-package.sh EXECUTABLE FOLDER
# It holds the executable, the corpus, man pages and completions; dpkg-deb and python3 are needed.
set -euo pipefail
executable=$(realpath "$1")
folder=$(realpath "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
version=$("$executable" --version | cut -d ' ' -f 2)
library="$root/usr/lib/curbside"
share="$root/usr/share"

install -D -m 755 "$executable" "$library/curbside"
cp -r "$here/corpus" "$library/corpus"
chmod -R u=rwX,go=rX "$library/corpus"
mkdir -p "$root/usr/bin"
# The corpus is found beside the executable, which a link leads to.
ln -s ../lib/curbside/curbside "$root/usr/bin/curbside"

python3 "$here/Scripts/man-pages.py" "$executable" "$share/man/man1"
gzip -9n "$share/man/man1/"*.1
mkdir -p "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
  "$share/fish/vendor_completions.d"
"$executable" --generate-completion-script bash >"$share/bash-completion/completions/curbside"
"$executable" --generate-completion-script zsh >"$share/zsh/vendor-completions/_curbside"
"$executable" --generate-completion-script fish >"$share/fish/vendor_completions.d/curbside.fish"
install -D -m 644 "$here/README.md" "$share/doc/curbside/README.md"

chmod 755 "$root"
mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: curbside
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The Curbside authors <curbside@example.org>
Depends: libc6
Section: science
Priority: optional
Description: answers questions on a clinical protocol in its own cited words
 Offline and without a language model: each sentence is quoted from a corpus and
 cited, and patients are decided by rules that explain themselves. Educational;
 not a substitute for clinical judgment.
CONTROL
dpkg-deb --root-owner-group --build "$root" "$folder/curbside_${version}.deb" >/dev/null
echo "$folder/curbside_${version}.deb"
