#include "voice/protocol.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void every_command_is_understood(void **state)
{
    (void)state;
    struct protocol_command command;
    assert_int_equal(protocol_parse("say fr 150 80 Bonjour à tous", &command), ERR_OK);
    assert_int_equal(command.verb, PROTOCOL_SAY);
    assert_string_equal(command.lang, "fr");
    assert_int_equal(command.rate, 150);
    assert_int_equal(command.volume, 80);
    assert_string_equal(command.text, "Bonjour à tous");
    assert_int_equal(protocol_parse("play 100 /srv/sounds/fr/a b.wav", &command), ERR_OK);
    assert_int_equal(command.verb, PROTOCOL_PLAY);
    assert_string_equal(command.text, "/srv/sounds/fr/a b.wav");
    assert_int_equal(protocol_parse("tone 0", &command), ERR_OK);
    assert_int_equal(command.verb, PROTOCOL_TONE);
    assert_int_equal(command.volume, 0);
    assert_int_equal(protocol_parse("stop", &command), ERR_OK);
    assert_int_equal(command.verb, PROTOCOL_STOP);
}

static void anything_else_is_refused(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "",
        " ",
        "say",
        "say fr",
        "say fr 150",
        "say fr 150 100",
        "say fr 150 100 ",
        "say fr 79 100 Bonjour",
        "say fr 451 100 Bonjour",
        "say fr 150 201 Bonjour",
        "say fr x 100 Bonjour",
        "say fr -1 100 Bonjour",
        "say  150 100 Bonjour",
        "say much-too-long-a-language 150 100 Bonjour",
        "play 100",
        "play 100 sounds/a.wav",
        "tone",
        "tone 100 again",
        "stop now",
        "STOP",
        "sing fr 150 100 la",
        "say fr 150 100 \xff",
        "say fr 150 100 \x01",
    };
    struct protocol_command command;
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        if (protocol_parse(lines[i], &command) != ERR_INVALID) {
            fail_msg("understood: %s", lines[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_is_understood),
        cmocka_unit_test(anything_else_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
