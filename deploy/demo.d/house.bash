# SPDX-License-Identifier: EUPL-1.2
# make_house BUILD FOLDER [OPTIONS...]: a fresh demonstration house in FOLDER: demo.db, the key of
# its PINs, the kiosk's configuration. Prints the accounts, which are nowhere else.
make_house() {
    local build=$1 folder=$2
    shift 2
    rm -f "$folder"/demo.db* "$folder/pin.key"
    if ! "$build/conciergerie" demo --db "$folder/demo.db" --pin-key "$folder/pin.key" "$@" \
        2>"$folder/demo.log"; then
        cat "$folder/demo.log" >&2
        return 1
    fi
    printf '[files]\npin_key = %s\n' "$folder/pin.key" >"$folder/kiosk.ini"
}
