#include "core/codes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "core/request.h"

static size_t choice_count(const struct help_category *category)
{
    size_t count = 0;
    while (category->choices[count] != NULL) {
        count++;
    }
    return count;
}

static void every_category_is_found_by_its_code_and_offers_choices(void **state)
{
    (void)state;
    size_t count = 0;
    const struct help_category *categories = help_categories(&count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        const size_t choices = choice_count(&categories[i]);
        assert_ptr_equal(help_category_find(categories[i].code), &categories[i]);
        assert_true(strlen(categories[i].code) < CODE_BYTES);
        assert_in_range(choices, 1, ARRAY_LEN(categories[i].choices) - 1);
        for (size_t k = 0; k < choices; k++) {
            assert_true(strlen(categories[i].choices[k]) < CODE_BYTES);
        }
    }
    assert_null(help_category_find("nothing"));
    assert_null(help_category_find(""));
}

static void papers_take_an_appointment_and_no_words(void **state)
{
    (void)state;
    const struct help_category *papers = help_category_find("papers");
    assert_non_null(papers);
    assert_false(papers->takes_words);
    assert_false(papers->is_for_board);
    assert_false(papers->is_repair);
    assert_int_equal(choice_count(papers), 1);
    assert_string_equal(papers->choices[0], "appointment");
}

static void children_are_no_category_of_helping_hands(void **state)
{
    (void)state;
    assert_null(help_category_find("children"));
    assert_null(help_category_find("child_care"));
}

static void what_takes_no_words_is_not_for_the_board(void **state)
{
    (void)state;
    size_t count = 0;
    const struct help_category *categories = help_categories(&count);
    for (size_t i = 0; i < count; i++) {
        assert_true(categories[i].takes_words || !categories[i].is_for_board);
    }
}

/* What comes from the pipes and the wires of a home is the house's, not a neighbour's. */
static void plumbing_and_electricity_are_repairs_that_stay_off_the_board(void **state)
{
    (void)state;
    static const char *const REPAIRS[] = {"plumbing", "electricity"};
    for (size_t i = 0; i < ARRAY_LEN(REPAIRS); i++) {
        const struct help_category *category = help_category_find(REPAIRS[i]);
        assert_non_null(category);
        assert_true(category->is_repair);
        assert_false(category->is_for_board);
    }
}

static void lists_of_codes_have_no_empty_and_no_double_entry(void **state)
{
    (void)state;
    static const char *const *(*const LISTS[])(size_t *) = {
        urgency_codes, session_reason_codes, copy_reason_codes,
        closing_codes, need_codes,           activity_kind_codes,
    };
    for (size_t l = 0; l < ARRAY_LEN(LISTS); l++) {
        size_t count = 0;
        const char *const *codes = LISTS[l](&count);
        assert_true(count > 0);
        for (size_t i = 0; i < count; i++) {
            assert_string_not_equal(codes[i], "");
            for (size_t k = i + 1; k < count; k++) {
                assert_string_not_equal(codes[i], codes[k]);
            }
        }
    }
}

static void danger_is_the_first_urgency(void **state)
{
    (void)state;
    size_t count = 0;
    assert_string_equal(urgency_codes(&count)[0], "danger");
}

static void every_kind_that_can_be_refused_has_reasons_and_another_one(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        size_t count = 0;
        const char *const *codes = refusal_codes((enum kind)kind, &count);
        if (kind == KIND_COPY) {
            assert_null(codes);
            assert_int_equal(count, 0);
        } else {
            assert_true(count >= 2);
            assert_string_equal(codes[count - 1], "other");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_category_is_found_by_its_code_and_offers_choices),
        cmocka_unit_test(papers_take_an_appointment_and_no_words),
        cmocka_unit_test(children_are_no_category_of_helping_hands),
        cmocka_unit_test(what_takes_no_words_is_not_for_the_board),
        cmocka_unit_test(plumbing_and_electricity_are_repairs_that_stay_off_the_board),
        cmocka_unit_test(lists_of_codes_have_no_empty_and_no_double_entry),
        cmocka_unit_test(danger_is_the_first_urgency),
        cmocka_unit_test(every_kind_that_can_be_refused_has_reasons_and_another_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
