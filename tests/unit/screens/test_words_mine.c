/* What residents read of their requests: nothing that can happen is without its words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/clock.h"
#include "core/codes.h"
#include "core/flow.h"
#include "screens/words.h"
#include "screens/words_mine.h"

static const enum kind KINDS[] = {KIND_LOAN,    KIND_EXTENSION, KIND_BOOKING, KIND_HELP,
                                  KIND_ENQUIRY, KIND_DEPOSIT,   KIND_VISIT};

static struct mine_line line_of(enum kind kind, enum state state)
{
    return (struct mine_line){.kind = kind, .state = state, .title = "", .icon = ""};
}

static void every_state_has_its_label_and_icon(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(KINDS); i++) {
        for (enum state s = STATE_ASKED; s < STATE_COUNT; s++) {
            if (flow_has_state(KINDS[i], s) && (words_state(KINDS[i], s)[0] == '\0' ||
                                                words_state_icon(KINDS[i], s) == UI_ICON_NONE)) {
                fail_msg("%s %s", kind_code(KINDS[i]), state_code(s));
            }
        }
    }
}

/* What runs on says how; what ended badly says what to do instead. */
static void every_state_that_is_not_a_good_end_says_what_comes_next(void **state)
{
    struct arena *arena = arena_create("test", 1 << 20);
    const struct scene scene = {.arena = arena, .now_s = clock_now_s()};
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(KINDS); i++) {
        for (enum state s = STATE_ASKED; s < STATE_COUNT; s++) {
            const unsigned flags = flow_state_flags(KINDS[i], s);
            const bool is_fine = (flags & STATE_ENDS) != 0 && (flags & STATE_BAD) == 0;
            const struct mine_line line = line_of(KINDS[i], s);
            if (flow_has_state(KINDS[i], s) && !is_fine &&
                words_mine_next(&scene, &line)[0] == '\0') {
                fail_msg("%s %s", kind_code(KINDS[i]), state_code(s));
            }
        }
    }
    arena_destroy(arena);
}

static void what_silence_closed_says_so(void **state)
{
    struct arena *arena = arena_create("test", 1 << 20);
    const struct scene scene = {.arena = arena};
    struct mine_line by_desk = line_of(KIND_HELP, STATE_CLOSED);
    struct mine_line by_time = by_desk;
    (void)state;
    by_desk.by = WHO_DESK;
    by_time.by = WHO_TIME;
    assert_string_not_equal(words_mine_next(&scene, &by_time), words_mine_next(&scene, &by_desk));
    arena_destroy(arena);
}

static void every_move_of_a_resident_has_its_button(void **state)
{
    size_t count = 0;
    const struct transition *rows = flow_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const struct mine_line line = line_of(rows[i].kind, rows[i].from);
        const bool is_asking = rows[i].from == STATE_NONE;
        /* Closing and cancelling what hangs on the board are the same to its owner. */
        const bool is_twin = rows[i].verb == VERB_CLOSE;
        if ((rows[i].who & WHO_RESIDENT) != 0 && !is_asking && !is_twin &&
            words_mine_verb(&line, (int)rows[i].verb) == NULL) {
            fail_msg("%s %s %s", kind_code(rows[i].kind), state_code(rows[i].from),
                     verb_code(rows[i].verb));
        }
    }
}

/* A touch that ends something, or says something for good, is asked about again. */
static void what_ends_a_request_is_asked_about_again(void **state)
{
    size_t count = 0;
    const struct transition *rows = flow_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const struct mine_line line = line_of(rows[i].kind, rows[i].from);
        const struct mine_verb *verb = words_mine_verb(&line, (int)rows[i].verb);
        const unsigned flags = flow_state_flags(rows[i].kind, rows[i].to);
        if ((rows[i].who & WHO_RESIDENT) != 0 && verb != NULL && (flags & STATE_BAD) != 0 &&
            verb->question == NULL) {
            fail_msg("%s %s %s", kind_code(rows[i].kind), state_code(rows[i].from),
                     verb_code(rows[i].verb));
        }
    }
}

static void every_reason_for_a_no_is_a_sentence(void **state)
{
    struct arena *arena = arena_create("test", 1 << 20);
    const struct scene scene = {.arena = arena};
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(KINDS); i++) {
        size_t count = 0;
        const char *const *codes = refusal_codes(KINDS[i], &count);
        for (size_t c = 0; c < count; c++) {
            struct mine_line line = line_of(KINDS[i], STATE_REFUSED);
            memcpy(line.reason, codes[c], strlen(codes[c]) + 1);
            if (words_mine_reason(&scene, &line, "")[0] == '\0') {
                fail_msg("%s %s", kind_code(KINDS[i]), codes[c]);
            }
        }
    }
    arena_destroy(arena);
}

static void a_cancelled_session_says_why_if_it_is_known(void **state)
{
    struct arena *arena = arena_create("test", 1 << 20);
    const struct scene scene = {.arena = arena};
    struct mine_line line = line_of(KIND_BOOKING, STATE_CANCELLED);
    (void)state;
    memcpy(line.reason, "session_cancelled", sizeof("session_cancelled"));
    const char *known = words_mine_reason(&scene, &line, "weather");
    const char *unknown = words_mine_reason(&scene, &line, "");
    assert_non_null(strstr(known, words_session_reason("weather")));
    assert_string_not_equal(unknown, "");
    assert_string_not_equal(unknown, known);
    arena_destroy(arena);
}

static void what_was_narrowed_has_narrower_words(void **state)
{
    struct arena *arena = arena_create("test", 1 << 20);
    const struct scene scene = {.arena = arena, .now_s = clock_now_s()};
    struct mine_line line = line_of(KIND_LOAN, STATE_RESERVED);
    (void)state;
    const char *bare = words_mine_next(&scene, &line);
    assert_string_equal(words_mine_title(&line), words_mine_kind(&line));
    assert_string_equal(words_mine_soon(&scene, &line), "");
    line.from_s = scene.now_s + CLOCK_DAY_S;
    line.title = "Perceuse";
    assert_string_not_equal(words_mine_next(&scene, &line), bare);
    assert_string_equal(words_mine_title(&line), "Perceuse");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_has_its_label_and_icon),
        cmocka_unit_test(every_state_that_is_not_a_good_end_says_what_comes_next),
        cmocka_unit_test(what_silence_closed_says_so),
        cmocka_unit_test(every_move_of_a_resident_has_its_button),
        cmocka_unit_test(what_ends_a_request_is_asked_about_again),
        cmocka_unit_test(every_reason_for_a_no_is_a_sentence),
        cmocka_unit_test(a_cancelled_session_says_why_if_it_is_known),
        cmocka_unit_test(what_was_narrowed_has_narrower_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
