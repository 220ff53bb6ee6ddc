#include "voice/inbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct world {
    int in; /* what the inbox reads comes from here */
    int out;
    struct inbox *inbox;
    FILE *answers;
    char *said;
    size_t said_len;
};

static struct world world;

static int setup(void **state)
{
    (void)state;
    int ends[2];
    if (pipe(ends) != 0) {
        return -1;
    }
    world.in = ends[1];
    world.out = ends[0];
    world.answers = open_memstream(&world.said, &world.said_len);
    world.inbox = inbox_create(world.out, world.answers);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    inbox_destroy(world.inbox);
    (void)fclose(world.answers);
    free(world.said);
    (void)close(world.in);
    (void)close(world.out);
    return 0;
}

static void tell(const char *text)
{
    assert_int_equal(write(world.in, text, strlen(text)), (ssize_t)strlen(text));
}

static const char *taken(void)
{
    const struct protocol_command *command = inbox_take(world.inbox);
    return command == NULL ? "nothing" : command->text;
}

static void commands_are_taken_in_order_and_numbered(void **state)
{
    (void)state;
    tell("say fr 150 100 un\nsay fr 150 100 deux\nsay fr 150 100 tro");
    assert_true(inbox_wait(world.inbox, 0));
    assert_string_equal(taken(), "un");
    assert_int_equal(inbox_take(world.inbox)->number, 2);
    assert_string_equal(taken(), "nothing");
    tell("is\n");
    assert_true(inbox_wait(world.inbox, 0));
    assert_string_equal(taken(), "trois");
    assert_string_equal(world.said == NULL ? "" : world.said, "");
}

static void a_stop_drops_what_waits_and_keeps_what_follows(void **state)
{
    (void)state;
    tell("say fr 150 100 un\nsay fr 150 100 deux\nstop\nsay fr 150 100 trois\nnonsense\n");
    assert_false(inbox_wait(world.inbox, 0));
    assert_false(inbox_wait(world.inbox, 0)); /* until somebody was silent */
    inbox_confirm_stop(world.inbox);
    inbox_confirm_stop(world.inbox);
    assert_string_equal(taken(), "trois");
    assert_true(inbox_wait(world.inbox, 0));
    assert_string_equal(taken(), "nothing");
    assert_string_equal(world.said, "failed 4\nstopped 2\n");
}

static void too_many_and_too_long_fail_and_harm_nothing(void **state)
{
    (void)state;
    char line[PROTOCOL_LINE + 100];
    memset(line, 'a', sizeof(line));
    line[sizeof(line) - 1] = '\0';
    tell(line);
    tell(line);
    tell("\nsay fr 150 100 un\n");
    for (int i = 0; i < 5; i++) {
        assert_true(inbox_wait(world.inbox, 0));
    }
    assert_string_equal(taken(), "un");
    assert_string_equal(world.said, "failed 1\n");
    for (int i = 0; i < INBOX_MOST + 1; i++) {
        tell("say fr 150 100 encore\n");
        assert_true(inbox_wait(world.inbox, 0));
    }
    char last[32];
    (void)snprintf(last, sizeof(last), "failed %d\n", INBOX_MOST + 3);
    assert_non_null(strstr(world.said, last));
    int count = 0;
    while (inbox_take(world.inbox) != NULL) {
        count++;
    }
    assert_int_equal(count, INBOX_MOST);
}

static void the_end_of_the_input_is_silence(void **state)
{
    (void)state;
    tell("say fr 150 100 un\n");
    (void)close(world.in);
    world.in = dup(0);
    assert_true(inbox_wait(world.inbox, 0));
    assert_false(inbox_wait(world.inbox, 0));
    assert_true(inbox_is_closed(world.inbox));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(commands_are_taken_in_order_and_numbered, setup, teardown),
        cmocka_unit_test_setup_teardown(a_stop_drops_what_waits_and_keeps_what_follows, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(too_many_and_too_long_fail_and_harm_nothing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_end_of_the_input_is_silence, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
