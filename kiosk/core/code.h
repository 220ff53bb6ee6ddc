/* Codes that scanners read, and numbers that people keep.
 *
 * A code is two letters for its kind ("C1" a card, "T1" a ticket), 26 characters of Crockford's
 * base32 (128 random bits) and 2 check characters. It says nothing about anybody; the database
 * knows its hash only. A ticket's number has six digits, the last of which is a check digit after
 * Damm, so that a wrong digit or two swapped ones are noticed. */
#pragma once

#include <stdbool.h>

#include "base/err.h"

enum {
    CODE_RANDOM_BYTES = 16,
    CODE_HASH_BYTES = 32,
    CODE_TEXT_BYTES = 2 + 26 + 2 + 1,
    CODE_NUMBER_BYTES = 7,
};

enum code_kind { CODE_CARD, CODE_TICKET, CODE_KIND_COUNT };

struct code {
    enum code_kind kind;
    unsigned char bytes[CODE_RANDOM_BYTES];
};

void code_draw(enum code_kind kind, struct code *code);
/* text: CODE_TEXT_BYTES. */
void code_format(const struct code *code, char *text);
/* Lower case, O for 0, I and L for 1 are taken for what they look like.
 * ERR_INVALID not a code, or its check characters are wrong. */
enum err code_parse(const char *text, struct code *code) NODISCARD;
/* BLAKE2b-256 over the kind's letters and the bytes: a card's hash is never a ticket's. */
void code_hash(const struct code *code, unsigned char hash[CODE_HASH_BYTES]);

/* Five random digits, the first not 0, and their check digit. */
void ticket_number_draw(char number[CODE_NUMBER_BYTES]);
/* Exactly six digits with the right check digit. */
bool ticket_number_is_valid(const char *digits);
