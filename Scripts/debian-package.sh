#!/usr/bin/env bash
# Makes a Debian package of a built executable: debian-package.sh EXECUTABLE FOLDER
# It holds the executable, the corpus, man pages and completions; dpkg-deb and python3 are needed.
# An executable built with -static-executable needs nothing else where it is installed.
set -euo pipefail
if [ "$#" -ne 2 ]; then
  echo "usage: debian-package.sh EXECUTABLE FOLDER" >&2
  exit 64
fi
executable=$(realpath "$1")
folder=$(realpath "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
version=$("$executable" --version | cut -d ' ' -f 2)
architecture=$(dpkg --print-architecture)
library="$root/usr/lib/curbside"
share="$root/usr/share"

# The packages whose libraries the executable loads; none for a static one.
depends=()
unowned=0
while read -r path; do
  if owner=$(dpkg-query --search "$path" 2>/dev/null || dpkg-query --search "$(realpath "$path")" 2>/dev/null); then
    depends+=("$(cut -d : -f 1 <<<"$owner")")
  else
    unowned=$((unowned + 1))
  fi
done < <(ldd "$executable" 2>/dev/null | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p')
if [ "$unowned" -gt 0 ]; then
  echo "no package has $unowned of its libraries (Swift's own): build with -static-executable to run elsewhere" >&2
fi
list=$(printf '%s\n' "${depends[@]}" | sort -u | paste -sd , | sed 's/,/, /g')

install -D -m 755 "$executable" "$library/curbside"
if command -v strip >/dev/null; then strip --strip-unneeded "$library/curbside"; fi
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
cp -r "$here/docs/schema" "$share/doc/curbside/schema"
cat >"$share/doc/curbside/copyright" <<'COPYRIGHT'
This package holds an executable that is linked with GNU readline; it is distributed under the
terms of the GNU General Public License, version 3 or later: /usr/share/common-licenses/GPL-3.
The text of the corpus names the source of each sentence.
COPYRIGHT
chmod -R u=rwX,go=rX "$root"

mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: curbside
Version: $version
Architecture: $architecture
Maintainer: The Curbside authors <curbside@example.org>
${list:+Depends: $list
}Section: science
Priority: optional
Installed-Size: $(du -sk --exclude DEBIAN "$root" | cut -f 1)
Description: answers questions on a clinical protocol in its own cited words
 Offline and without a language model: each sentence is quoted from a corpus and
 cited, and patients are decided by rules that explain themselves. Educational;
 not a substitute for clinical judgment.
CONTROL
package="$folder/curbside_${version}_$architecture.deb"
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
