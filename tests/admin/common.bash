# SPDX-License-Identifier: EUPL-1.2
# Shared by the tests of the program `conciergerie`. Each is run with the build folder and works in
# a folder of its own.
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC
build=$1
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
house=$(mktemp -d)
trap 'chmod -R u+w "$house"; rm -rf "$house"' EXIT
cd "$house"

# run CODE ARGUMENTS...: what it prints lands in out and err; its exit code must be CODE.
run() {
    local expected=$1 code=0
    shift
    "$build/conciergerie" "$@" >out 2>err || code=$?
    if ((code != expected)); then
        echo "conciergerie $*: exit code $code, not $expected"
        cat out err
        exit 1
    fi
}

# says TEXT FILE: TEXT stands in out or err.
says() {
    if ! grep -qF -- "$1" "$2"; then
        echo "\"$1\" is missing in $2:"
        cat "$2"
        exit 1
    fi
}

# must_be ACTUAL EXPECTED WHAT
must_be() {
    if [[ $1 != "$2" ]]; then
        echo "$3: $1, not $2"
        exit 1
    fi
}

# only FILE...: nothing else was left behind.
only() {
    must_be "$(find . -type f ! -name out ! -name err -printf '%P\n' | sort | tr '\n' ' ')" \
        "$(printf '%s\n' "$@" | sed '/^$/d' | sort | tr '\n' ' ')" 'files left behind'
}

# sql QUERY
sql() {
    sqlite3 house.db "$1"
}

# init [OPTIONS...]: a house in house.db.
init() {
    run 0 init --db house.db --pin-key pin.key --name 'Maison des tests' --staff Nadia \
        --hours '2-5 09:00-12:00 14:00-18:00; 6 09:00-12:00' --at 2026-09-08T09:00 "$@"
}
