#!/bin/sh
# Proves the README's two commands on a fresh machine: Linux x64, Node, npm, coreutils, nothing else.
# Everything runs under `env -i` with a PATH of node, npm and coreutils only, HOME and TMPDIR fresh, an empty
# npm cache, and (as root, in a mount namespace of our own) the system's NSS, NSPR and expat hidden, with all
# of /usr/bin but those few programs: an installed Chromium or ffmpeg is found by its path as well.
# Fails when something does not work. Prints the measured times beside their bars; with `STRICT=1` a missed
# bar fails as well (a shared machine is at times half as fast). `SKIP_TESTS=1` leaves out `npm test`, `TESTS=...` hands
# it arguments.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

if [ "${1:-}" != inside ]; then
  if [ "$(id -u)" = 0 ] && command -v unshare >/dev/null && unshare -m true 2>/dev/null; then
    exec unshare -m sh "$root/test/fresh-machine.sh" inside
  fi
  echo "fresh-machine: not root, or no mount namespaces here: the system's NSS, NSPR and expat stay visible"
else
  hidden=0
  for library in $(ls /usr/lib/*/libnss3.so* /usr/lib/*/libnspr4.so* /usr/lib/*/libexpat.so* \
    /usr/lib/*/libsmime3.so* /usr/lib/*/libnssutil3.so* /usr/lib/*/libplc4.so* /usr/lib/*/libplds4.so* 2>/dev/null); do
    [ -e "$library" ] || continue
    mount --bind /dev/null "$(readlink -f "$library")" 2>/dev/null && hidden=$((hidden + 1))
  done
  echo "fresh-machine: $hidden system libraries hidden (NSS, NSPR, expat)"
fi

mkdir -p "$work/bin" "$work/home" "$work/tmp" "$work/clone"
git -C "$root" archive HEAD | tar -x -C "$work/clone"
cd "$work/clone"

# A PATH of node, npm, npx and coreutils; `sh` is what npm runs scripts with.
for program in node npm npx sh env ls cat cp mv rm mkdir mkfifo rmdir ln chmod chown touch head tail cut seq sort uniq \
  tr wc tee printf echo test true false sleep date basename dirname readlink realpath mktemp stat uname id pwd du df \
  nproc sha256sum timeout; do
  path=$(readlink -f "$(command -v "/usr/bin/$program" || command -v "/bin/$program" || command -v "$program")")
  case $path in
    /usr/bin/* | /bin/*) cp "$path" "$work/bin/$program" ;;
    *) ln -s "$path" "$work/bin/$program" ;;
  esac
done
if [ "${1:-}" = inside ]; then
  mount --bind "$work/bin" /usr/bin
  export PATH=/usr/bin
fi

fresh() {
  env -i PATH="$work/bin" HOME="$work/home" TMPDIR="$work/tmp" LANG=C.UTF-8 \
    ${SSL_CERT_FILE:+SSL_CERT_FILE="$SSL_CERT_FILE"} ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"} \
    npm_config_cache="$work/npm-cache" npm_config_update_notifier=false "$@"
}
now() { date +%s%N; }
seconds() { node -p "(Number($2 - $1) / 1e9).toFixed(1)"; }
bar() { # name, measured, limit, unit
  node -e "process.exit($2 <= $3 ? 0 : 1)" && echo "  ok   $1: $2 $4 (bar $3)" || { echo "  MISS $1: $2 $4 (bar $3)"; missed=${STRICT:-0}; }
}
missed=0
failed=0

start=$(now)
fresh npm ci --no-audit --no-fund >"$work/ci.log" 2>&1 || { tail -20 "$work/ci.log"; exit 1; }
bar 'npm ci' "$(seconds "$start" "$(now)")" 90 s
bar 'node_modules' "$(du -sm node_modules | cut -f1)" 500 MB

start=$(now)
mkfifo "$work/pipe"
fresh npm run -s demo >"$work/pipe" 2>&1 &
demo=$!
{ IFS= read -r first; first_at=$(now); { echo "$first"; cat; } >"$work/demo.log"; echo "$first_at" >"$work/first"; } <"$work/pipe"
wait $demo || { cat "$work/demo.log"; exit 1; }
bar 'first line of output' "$(seconds "$start" "$(cat "$work/first")")" 2 s
bar 'demo' "$(seconds "$start" "$(now)")" 30 s
while IFS= read -r line; do echo "    $line"; done <"$work/demo.log"
for file in video.mp4 poster.jpg caption.txt caption.json scene.json cameras.json observations.json manifest.json; do
  [ -s "out/demo/$file" ] || { echo "  FAIL out/demo/$file is not there"; failed=1; }
done

if [ "${SKIP_TESTS:-}" != 1 ]; then
  start=$(now)
  fresh npm test -- ${TESTS:-} >"$work/test.log" 2>&1 || { tail -60 "$work/test.log"; exit 1; }
  bar 'npm test' "$(seconds "$start" "$(now)")" 600 s
fi

fresh npm pack --silent --pack-destination "$work" >"$work/pack.log" 2>&1 || { tail -20 "$work/pack.log"; exit 1; }
mkdir "$work/empty"
cp "$work/clone/scenes/examples/demo.json" "$work/empty/my-scene.json"
cd "$work/empty"
start=$(now)
fresh npm install --no-audit --no-fund "$work"/groundreel-*.tgz >"$work/install.log" 2>&1 || { tail -20 "$work/install.log"; exit 1; }
echo "  installed the packed package in $(seconds "$start" "$(now)") s, $(du -sm node_modules | cut -f1) MB"
fresh npx groundreel render my-scene.json --size 128x96 --frames 8 >"$work/npx.log" 2>&1 || { cat "$work/npx.log"; exit 1; }
[ -s out/demo-s7/video.mp4 ] && echo '  ok   npx groundreel renders from the packed package' ||
  { echo '  FAIL npx groundreel made no clip'; failed=1; }
fresh node -e '
  const { spawn } = require("node:child_process")
  const studio = spawn("npx", ["groundreel", "studio", "--json"], { stdio: ["ignore", "pipe", "inherit"], detached: true })
  let said = ""
  studio.stdout.on("data", (chunk) => {
    said += chunk
    if (!said.trimEnd().endsWith("}")) return
    fetch(new URL("/", JSON.parse(said).url))
      .then((page) => page.text())
      .then((page) => {
        process.kill(-studio.pid, "SIGINT")
        process.exit(page.includes("groundreel studio") ? 0 : 1)
      })
  })' && echo '  ok   npx groundreel studio serves its page from the packed package' ||
  { echo '  FAIL npx groundreel studio serves no page'; failed=1; }
exit $((missed || failed))
