#include "core/code.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/rand.h"

static const char ALPHABET[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void draw_text(enum code_kind kind, struct code *code, char text[CODE_TEXT_BYTES])
{
    code_draw(kind, code);
    code_format(code, text);
}

static void a_code_is_read_back_as_it_was_written(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++) {
        struct code code;
        struct code back;
        char text[CODE_TEXT_BYTES];
        draw_text(i % 2 ? CODE_CARD : CODE_TICKET, &code, text);
        assert_int_equal(strlen(text), 30);
        assert_memory_equal(text, i % 2 ? "C1" : "T1", 2);
        assert_int_equal(strspn(text, ALPHABET), 30);
        assert_int_equal(code_parse(text, &back), ERR_OK);
        assert_int_equal(back.kind, code.kind);
        assert_memory_equal(back.bytes, code.bytes, sizeof(code.bytes));
    }
}

static void lower_case_and_lookalikes_are_read_as_what_they_mean(void **state)
{
    (void)state;
    struct code code = {.kind = CODE_CARD};
    struct code back;
    char text[CODE_TEXT_BYTES];
    memset(code.bytes, 0x08, sizeof(code.bytes)); /* many 0 and 1 */
    code_format(&code, text);
    static const char *const zeros = "Oo";
    static const char *const ones = "IiLl";
    int changed = 0;
    for (size_t i = 0; i < strlen(text); i++) {
        if (i >= 2 && text[i] == '0') {
            text[i] = zeros[i % 2];
            changed++;
        } else if (i >= 2 && text[i] == '1') {
            text[i] = ones[i % 4];
            changed++;
        } else {
            text[i] = (char)tolower((unsigned char)text[i]);
        }
    }
    assert_true(changed > 10);
    assert_int_equal(code_parse(text, &back), ERR_OK);
    assert_memory_equal(back.bytes, code.bytes, sizeof(code.bytes));
}

static void every_single_wrong_character_is_noticed(void **state)
{
    (void)state;
    struct code code;
    struct code back;
    char text[CODE_TEXT_BYTES];
    draw_text(CODE_TICKET, &code, text);
    for (size_t i = 0; i < strlen(text); i++) {
        const char right = text[i];
        for (size_t c = 0; c < strlen(ALPHABET); c++) {
            text[i] = ALPHABET[c];
            assert_int_equal(code_parse(text, &back), ALPHABET[c] == right ? ERR_OK : ERR_INVALID);
        }
        text[i] = right;
    }
}

static void every_swap_of_neighbours_within_the_secret_is_noticed(void **state)
{
    (void)state;
    for (int round = 0; round < 50; round++) {
        struct code code;
        struct code back;
        char text[CODE_TEXT_BYTES];
        draw_text(CODE_CARD, &code, text);
        for (size_t i = 2; i + 3 < strlen(text); i++) {
            char swapped[CODE_TEXT_BYTES];
            memcpy(swapped, text, sizeof(text));
            swapped[i] = text[i + 1];
            swapped[i + 1] = text[i];
            if (text[i] != text[i + 1]) {
                assert_int_equal(code_parse(swapped, &back), ERR_INVALID);
            }
        }
    }
}

static void what_is_not_a_code_is_refused(void **state)
{
    (void)state;
    struct code code;
    char text[CODE_TEXT_BYTES + 1];
    draw_text(CODE_CARD, &code, text);
    char ticket[CODE_TEXT_BYTES];
    memcpy(ticket, text, sizeof(ticket));
    ticket[0] = 'T'; /* the kind is checked too */
    char shorter[CODE_TEXT_BYTES];
    memcpy(shorter, text, sizeof(shorter));
    shorter[29] = '\0';
    char with_u[CODE_TEXT_BYTES];
    memcpy(with_u, text, sizeof(with_u));
    with_u[10] = 'U';
    char with_space[CODE_TEXT_BYTES];
    memcpy(with_space, text, sizeof(with_space));
    with_space[29] = ' ';
    memcpy(text + 30, "0", 2);
    const char *const wrong[] = {"",
                                 "C1",
                                 ticket,
                                 shorter,
                                 with_u,
                                 with_space,
                                 text,
                                 "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"
                                 "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"};
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct code back;
        assert_int_equal(code_parse(wrong[i], &back), ERR_INVALID);
    }
}

static void bits_beyond_the_secret_must_be_zero_so_that_each_secret_has_one_code(void **state)
{
    (void)state;
    struct code code = {.kind = CODE_CARD};
    int accepted = 0;
    char text[CODE_TEXT_BYTES];
    code_format(&code, text);
    for (size_t last = 0; last < 4; last++) {
        for (size_t high = 0; high < 32; high++) {
            for (size_t low = 0; low < 32; low++) {
                struct code back;
                text[27] = ALPHABET[last];
                text[28] = ALPHABET[high];
                text[29] = ALPHABET[low];
                accepted += code_parse(text, &back) == ERR_OK;
            }
        }
    }
    assert_int_equal(accepted, 1);
}

static void hashes_differ_by_secret_and_by_kind(void **state)
{
    (void)state;
    unsigned char card[CODE_HASH_BYTES];
    unsigned char again[CODE_HASH_BYTES];
    unsigned char ticket[CODE_HASH_BYTES];
    unsigned char other[CODE_HASH_BYTES];
    struct code code;
    code_draw(CODE_CARD, &code);
    code_hash(&code, card);
    code_hash(&code, again);
    code.kind = CODE_TICKET;
    code_hash(&code, ticket);
    code.kind = CODE_CARD;
    code.bytes[15] ^= 1;
    code_hash(&code, other);
    assert_memory_equal(card, again, sizeof(card));
    assert_memory_not_equal(card, ticket, sizeof(card));
    assert_memory_not_equal(card, other, sizeof(card));
}

static void drawn_ticket_numbers_are_six_digits_and_valid(void **state)
{
    (void)state;
    for (int i = 0; i < 1000; i++) {
        char number[CODE_NUMBER_BYTES];
        ticket_number_draw(number);
        assert_int_equal(strspn(number, "0123456789"), 6);
        assert_int_not_equal(number[0], '0');
        assert_true(ticket_number_is_valid(number));
    }
}

static void the_check_digit_is_damms(void **state)
{
    (void)state;
    assert_true(ticket_number_is_valid("005724")); /* Damm's own example: 572, check digit 4 */
    assert_false(ticket_number_is_valid("005723"));
}

static void every_wrong_digit_and_every_swap_of_neighbours_is_noticed(void **state)
{
    (void)state;
    for (int round = 0; round < 100; round++) {
        char number[CODE_NUMBER_BYTES];
        ticket_number_draw(number);
        for (size_t i = 0; i < 6; i++) {
            const char right = number[i];
            for (char digit = '0'; digit <= '9'; digit++) {
                number[i] = digit;
                assert_int_equal(ticket_number_is_valid(number), digit == right);
            }
            number[i] = right;
            if (i > 0 && number[i - 1] != right) {
                number[i] = number[i - 1];
                number[i - 1] = right;
                assert_false(ticket_number_is_valid(number));
                number[i - 1] = number[i];
                number[i] = right;
            }
        }
    }
}

static void what_is_not_six_digits_is_not_a_ticket_number(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "57240", "0057240", "00572 ", "00572a", "+05724"};
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        assert_false(ticket_number_is_valid(wrong[i]));
    }
}

int main(void)
{
    rand_seed(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_read_back_as_it_was_written),
        cmocka_unit_test(lower_case_and_lookalikes_are_read_as_what_they_mean),
        cmocka_unit_test(every_single_wrong_character_is_noticed),
        cmocka_unit_test(every_swap_of_neighbours_within_the_secret_is_noticed),
        cmocka_unit_test(what_is_not_a_code_is_refused),
        cmocka_unit_test(bits_beyond_the_secret_must_be_zero_so_that_each_secret_has_one_code),
        cmocka_unit_test(hashes_differ_by_secret_and_by_kind),
        cmocka_unit_test(drawn_ticket_numbers_are_six_digits_and_valid),
        cmocka_unit_test(the_check_digit_is_damms),
        cmocka_unit_test(every_wrong_digit_and_every_swap_of_neighbours_is_noticed),
        cmocka_unit_test(what_is_not_six_digits_is_not_a_ticket_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
