#include "core/code.h"

#include <sodium.h>
#include <string.h>

#include "base/rand.h"

enum { BASE32_CHARS = 26, CHECK_PRIME = 1021 };

static const char ALPHABET[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
static const char *const PREFIXES[CODE_KIND_COUNT] = {[CODE_CARD] = "C1", [CODE_TICKET] = "T1"};

void code_draw(enum code_kind kind, struct code *code)
{
    code->kind = kind;
    rand_bytes(code->bytes, sizeof(code->bytes));
}

/* The value of five bits from bit `at` on; bits beyond the end are 0. */
static unsigned five_bits(const unsigned char *bytes, size_t at)
{
    unsigned value = 0;
    for (size_t i = 0; i < 5; i++) {
        const size_t bit = at + i;
        const unsigned is_set =
            bit / 8 < CODE_RANDOM_BYTES ? (unsigned)(bytes[bit / 8] >> (7 - bit % 8)) & 1u : 0u;
        value = value << 1 | is_set;
    }
    return value;
}

static int value_of(char c)
{
    static const char lookalikes[][2] = {{'O', '0'}, {'I', '1'}, {'L', '1'}};
    if (c >= 'a' && c <= 'z') {
        c = (char)(c - 'a' + 'A');
    }
    for (size_t i = 0; i < ARRAY_LEN(lookalikes); i++) {
        c = c == lookalikes[i][0] ? lookalikes[i][1] : c;
    }
    const char *at = c == '\0' ? NULL : strchr(ALPHABET, c);
    return at == NULL ? -1 : (int)(at - ALPHABET);
}

/* The characters as digits of a number in base 32, modulo a prime just below 32²: every single
 * wrong character and every swap of neighbours changes it. The kind counts too. */
static unsigned check_of(enum code_kind kind, const int values[BASE32_CHARS])
{
    unsigned sum = (unsigned)kind + 1;
    for (size_t i = 0; i < BASE32_CHARS; i++) {
        sum = (sum * 32 + (unsigned)values[i]) % CHECK_PRIME;
    }
    return sum;
}

void code_format(const struct code *code, char *text)
{
    int values[BASE32_CHARS];
    memcpy(text, PREFIXES[code->kind], 2);
    text += 2;
    for (size_t i = 0; i < BASE32_CHARS; i++) {
        values[i] = (int)five_bits(code->bytes, i * 5);
        *text++ = ALPHABET[values[i]];
    }
    const unsigned check = check_of(code->kind, values);
    *text++ = ALPHABET[check / 32];
    *text++ = ALPHABET[check % 32];
    *text = '\0';
    sodium_memzero(values, sizeof(values));
}

static enum code_kind kind_of_prefix(const char *text)
{
    for (int kind = 0; kind < CODE_KIND_COUNT; kind++) {
        const bool is_letter = (text[0] & ~0x20) == PREFIXES[kind][0];
        if (is_letter && text[1] == PREFIXES[kind][1]) {
            return (enum code_kind)kind;
        }
    }
    return CODE_KIND_COUNT;
}

enum err code_parse(const char *text, struct code *code)
{
    int values[BASE32_CHARS];
    if (strlen(text) != CODE_TEXT_BYTES - 1) {
        return ERR_INVALID;
    }
    code->kind = kind_of_prefix(text);
    if (code->kind == CODE_KIND_COUNT) {
        return ERR_INVALID;
    }
    memset(code->bytes, 0, sizeof(code->bytes));
    for (size_t i = 0; i < BASE32_CHARS; i++) {
        values[i] = value_of(text[2 + i]);
        if (values[i] < 0) {
            return ERR_INVALID;
        }
        for (size_t b = 0; b < 5 && i * 5 + b < CODE_RANDOM_BYTES * 8; b++) {
            const size_t bit = i * 5 + b;
            const unsigned is_set = (unsigned)values[i] >> (4 - b) & 1u;
            code->bytes[bit / 8] = (unsigned char)(code->bytes[bit / 8] | is_set << (7 - bit % 8));
        }
    }
    const int high = value_of(text[28]);
    const int low = value_of(text[29]);
    const bool is_padded = (values[BASE32_CHARS - 1] & 3) == 0; /* 130 bits carry 128 */
    const bool is_right =
        high >= 0 && low >= 0 && (unsigned)(high * 32 + low) == check_of(code->kind, values);
    sodium_memzero(values, sizeof(values));
    return is_right && is_padded ? ERR_OK : ERR_INVALID;
}

void code_hash(const struct code *code, unsigned char hash[CODE_HASH_BYTES])
{
    crypto_generichash_state state;
    (void)crypto_generichash_init(&state, NULL, 0, CODE_HASH_BYTES);
    (void)crypto_generichash_update(&state, (const unsigned char *)PREFIXES[code->kind], 2);
    (void)crypto_generichash_update(&state, code->bytes, sizeof(code->bytes));
    (void)crypto_generichash_final(&state, hash, CODE_HASH_BYTES);
    sodium_memzero(&state, sizeof(state));
}

/* Damm's quasigroup of order 10 (H. Michael Damm, 2004). */
static unsigned damm(const char *digits, size_t count)
{
    static const unsigned char table[10][10] = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
    };
    unsigned interim = 0;
    for (size_t i = 0; i < count; i++) {
        interim = table[interim][digits[i] - '0'];
    }
    return interim;
}

void ticket_number_draw(char number[CODE_NUMBER_BYTES])
{
    uint32_t drawn = 10000 + rand_below(90000);
    for (size_t i = 5; i-- > 0; drawn /= 10) {
        number[i] = (char)('0' + drawn % 10);
    }
    number[5] = (char)('0' + damm(number, 5));
    number[6] = '\0';
}

bool ticket_number_is_valid(const char *digits)
{
    return strlen(digits) == 6 && strspn(digits, "0123456789") == 6 && damm(digits, 6) == 0;
}
