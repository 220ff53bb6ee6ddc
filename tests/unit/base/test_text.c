#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void views_compare_by_content(void **state)
{
    (void)state;
    assert_true(str_equal(str_of("pain"), str_make("painter", 4)));
    assert_false(str_equal(str_of("pain"), str_of("paid")));
    assert_false(str_equal(str_of("pain"), str_of("pains")));
    assert_true(str_equal(str_of(NULL), str_of("")));
}

static void trim_takes_white_space_at_both_ends_only(void **state)
{
    (void)state;
    assert_true(str_equal(str_trim(str_of(" \t a b \r\n")), str_of("a b")));
    assert_int_equal(str_trim(str_of(" \t ")).len, 0);
    assert_int_equal(str_trim(str_of("")).len, 0);
}

static void split_gives_every_part_even_empty_ones(void **state)
{
    (void)state;
    static const char *const expected[] = {"", "a", "", "bc", ""};
    struct str rest = str_of(",a,,bc,");
    struct str part;
    size_t count = 0;
    while (str_split(&rest, ',', &part)) {
        assert_true(count < ARRAY_LEN(expected));
        assert_true(str_equal(part, str_of(expected[count])));
        count++;
    }
    assert_int_equal(count, ARRAY_LEN(expected));
}

static void split_without_separator_gives_the_whole_once(void **state)
{
    (void)state;
    struct str rest = str_of("whole");
    struct str part;
    assert_true(str_split(&rest, ';', &part));
    assert_true(str_equal(part, str_of("whole")));
    assert_false(str_split(&rest, ';', &part));
}

static void prefix_is_compared_from_the_start(void **state)
{
    (void)state;
    assert_true(text_has_prefix("C1ABC", "C1"));
    assert_true(text_has_prefix("C1", ""));
    assert_false(text_has_prefix("C", "C1"));
    assert_false(text_has_prefix("XC1", "C1"));
}

static void numbers_are_read_up_to_their_maximum(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t max;
        int64_t value;
    } good[] = {
        {"0", 0, 0},    {"7", 7, 7},
        {"007", 9, 7},  {"407312", 999999, 407312},
        {"10", 10, 10}, {"9223372036854775807", INT64_MAX, INT64_MAX},
    };
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        int64_t value = -1;
        assert_int_equal(text_parse_int(str_of(good[i].text), good[i].max, &value), ERR_OK);
        assert_int_equal(value, good[i].value);
    }
}

static void anything_but_digits_within_the_maximum_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t max;
    } bad[] = {
        {"", 9},
        {"-1", 9},
        {"+1", 9},
        {" 1", 9},
        {"1 ", 9},
        {"1a", 99},
        {"0x1", 9},
        {"1.0", 9},
        {"8", 7},
        {"6", 5},
        {"9", 0},
        {"11", 10},
        {"100", 99},
        {"9223372036854775808", INT64_MAX},
        {"99999999999999999999", INT64_MAX},
    };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        int64_t value = -1;
        assert_int_equal(text_parse_int(str_of(bad[i].text), bad[i].max, &value), ERR_INVALID);
        assert_int_equal(value, -1);
    }
}

/* Against the published figures of FNV-1a: what was printed yesterday is known today. */
static void a_print_is_fnv_1a_and_goes_on_from_what_stands_before(void **state)
{
    (void)state;
    assert_true(text_print(TEXT_PRINT, str_of("")) == UINT64_C(0xcbf29ce484222325));
    assert_true(text_print(TEXT_PRINT, str_of("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(text_print(TEXT_PRINT, str_of("foobar")) == UINT64_C(0x85944171f73967e8));
    const uint64_t start = text_print(TEXT_PRINT, str_of("foo"));
    assert_true(text_print(start, str_of("bar")) == UINT64_C(0x85944171f73967e8));
    assert_true(text_print(TEXT_PRINT, str_of("é")) != text_print(TEXT_PRINT, str_of("è")));
}

static const struct {
    const char *bytes;
    uint32_t code;
} SCALARS[] = {
    {"A", 0x41},
    {"\x7f", 0x7f},
    {"é", 0xe9},
    {"\xc2\x80", 0x80},
    {"\xdf\xbf", 0x7ff},
    {"\xe0\xa0\x80", 0x800},
    {"€", 0x20ac},
    {"\xed\x9f\xbf", 0xd7ff},
    {"\xee\x80\x80", 0xe000},
    {"\xef\xbf\xbd", 0xfffd},
    {"\xf0\x90\x80\x80", 0x10000},
    {"\xf4\x8f\xbf\xbf", 0x10ffff},
};

static void every_length_of_code_point_is_read_and_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(SCALARS); i++) {
        const char *at = SCALARS[i].bytes;
        const size_t len = strlen(at);
        assert_int_equal(utf8_next(&at, at + len), SCALARS[i].code);
        assert_ptr_equal(at, SCALARS[i].bytes + len);
        char out[4];
        assert_int_equal(utf8_put(SCALARS[i].code, out), len);
        assert_memory_equal(out, SCALARS[i].bytes, len);
    }
}

static void code_points_that_are_no_scalar_values_are_not_written(void **state)
{
    (void)state;
    char out[4];
    assert_int_equal(utf8_put(0xd800, out), 0);
    assert_int_equal(utf8_put(0xdfff, out), 0);
    assert_int_equal(utf8_put(0x110000, out), 0);
}

static void a_broken_byte_reads_as_replacement_and_is_one_byte_long(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "\x80",             /* continuation alone */
        "\xc3",             /* cut after the first byte */
        "\xe2\x82",         /* cut after the second */
        "\xf0\x9f\x98",     /* cut after the third */
        "\xc0\x80",         /* overlong NUL */
        "\xe0\x9f\xbf",     /* overlong, three bytes */
        "\xf0\x8f\xbf\xbf", /* overlong, four bytes */
        "\xed\xa0\x80",     /* surrogate */
        "\xf4\x90\x80\x80", /* above U+10FFFF */
        "\xff",             /* never a first byte */
        "\xc3\x28",         /* second byte is no continuation */
    };
    for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
        const char *at = broken[i];
        assert_int_equal(utf8_next(&at, at + strlen(at)), 0xfffd);
        assert_ptr_equal(at, broken[i] + 1);
        assert_false(utf8_is_clean(str_of(broken[i])));
    }
}

static void reading_stops_at_the_end(void **state)
{
    (void)state;
    const char *text = "é";
    const char *at = text;
    assert_int_equal(utf8_next(&at, text), 0);
    assert_ptr_equal(at, text);
    /* The view ends inside the letter: the byte after it must not be read. */
    assert_int_equal(utf8_next(&at, text + 1), 0xfffd);
}

static void clean_text_has_no_control_characters_but_line_feed(void **state)
{
    (void)state;
    assert_true(utf8_is_clean(str_of("Où ?\nLà : « ici », 2 € 🙂 مرحبا")));
    assert_true(utf8_is_clean(str_of("\xef\xbf\xbd")));
    assert_true(utf8_is_clean(str_of("")));
    assert_false(utf8_is_clean(str_of("a\tb")));
    assert_false(utf8_is_clean(str_of("a\x1b[0m")));
    assert_false(utf8_is_clean(str_of("a\x7f")));
    assert_false(utf8_is_clean(str_of("a\xc2\x85")));
    assert_false(utf8_is_clean(str_make("a\0b", 3)));
}

static void a_line_is_clean_short_and_one(void **state)
{
    (void)state;
    assert_true(utf8_is_line(str_of("été"), 3));
    assert_true(utf8_is_line(str_of(""), 0));
    assert_false(utf8_is_line(str_of("étés"), 3));
    assert_false(utf8_is_line(str_of("a\nb"), 9));
    assert_false(utf8_is_line(str_of("a\tb"), 9));
}

static void length_and_last_letter_are_counted_in_code_points(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(str_of("été 🙂")), 5);
    assert_int_equal(utf8_count(str_of("a\xff\xc3")), 3);
    assert_int_equal(utf8_count(str_of("")), 0);
    assert_int_equal(utf8_last(str_of("dé")), 1);
    assert_int_equal(utf8_last(str_of("a🙂")), 1);
    assert_int_equal(utf8_last(str_of("ab")), 1);
    assert_int_equal(utf8_last(str_of("")), 0);
}

static void a_word_is_one_of_a_list_whole_and_as_it_stands(void **state)
{
    static const char *const words[] = {"phone", "", "paper", NULL, "post"};
    (void)state;
    assert_true(text_is_one_of("phone", words, ARRAY_LEN(words)));
    assert_true(text_is_one_of("", words, ARRAY_LEN(words)));
    assert_true(text_is_one_of("paper", words, ARRAY_LEN(words)));
    assert_false(text_is_one_of("paper", words, 2));
    assert_false(text_is_one_of("post", words, ARRAY_LEN(words))); /* behind the end */
    assert_false(text_is_one_of("pap", words, ARRAY_LEN(words)));
    assert_false(text_is_one_of("Paper", words, ARRAY_LEN(words)));
    assert_false(text_is_one_of("phone", words, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_one_of_a_list_whole_and_as_it_stands),
        cmocka_unit_test(views_compare_by_content),
        cmocka_unit_test(trim_takes_white_space_at_both_ends_only),
        cmocka_unit_test(split_gives_every_part_even_empty_ones),
        cmocka_unit_test(split_without_separator_gives_the_whole_once),
        cmocka_unit_test(prefix_is_compared_from_the_start),
        cmocka_unit_test(a_print_is_fnv_1a_and_goes_on_from_what_stands_before),
        cmocka_unit_test(numbers_are_read_up_to_their_maximum),
        cmocka_unit_test(anything_but_digits_within_the_maximum_is_refused),
        cmocka_unit_test(every_length_of_code_point_is_read_and_written),
        cmocka_unit_test(code_points_that_are_no_scalar_values_are_not_written),
        cmocka_unit_test(a_broken_byte_reads_as_replacement_and_is_one_byte_long),
        cmocka_unit_test(reading_stops_at_the_end),
        cmocka_unit_test(clean_text_has_no_control_characters_but_line_feed),
        cmocka_unit_test(a_line_is_clean_short_and_one),
        cmocka_unit_test(length_and_last_letter_are_counted_in_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
