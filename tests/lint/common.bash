# SPDX-License-Identifier: EUPL-1.2
# Shared by the lints: each defines check(), which prints what is wrong under a folder and says
# nothing when all is well. run_lint first shows check() a file that breaks the rule: a lint that
# cannot fail is a defect.
set -euo pipefail
export LC_ALL=C.UTF-8
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# must_catch PATH TEXT: check() has to complain about a tree that holds only this file.
must_catch() {
    local tree=$scratch/control
    mkdir -p "$tree/$(dirname "$1")"
    printf '%b\n' "$2" >"$tree/$1"
    if [[ -z $(check "$tree") ]]; then
        echo "negative control: this went unnoticed in $1:"
        printf '%b\n' "$2"
        exit 1
    fi
    rm -r "$tree"
}

# must_accept PATH TEXT: check() has to be content with it.
must_accept() {
    local tree=$scratch/control
    mkdir -p "$tree/$(dirname "$1")"
    printf '%b\n' "$2" >"$tree/$1"
    local said
    said=$(check "$tree")
    if [[ -n $said ]]; then
        echo "positive control: $said"
        exit 1
    fi
    rm -r "$tree"
}

# run_lint: the project itself.
run_lint() {
    local said
    said=$(cd "$top" && check .)
    if [[ -n $said ]]; then
        echo "$said"
        exit 1
    fi
}

# c_files ROOT FOLDERS...: the C files below, one a line.
c_files() {
    local root=$1
    shift
    local folder
    for folder in "$@"; do
        if [[ -d $root/$folder ]]; then
            find "$root/$folder" -name '*.[ch]'
        fi
    done | sort
}

# without_comments FILE: its code with the lines in place; strings stay.
without_comments() {
    gcc -fpreprocessed -dD -E -P -w -x c "$1"
}
