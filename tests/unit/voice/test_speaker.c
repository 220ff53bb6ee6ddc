/* One command after the other, into a device that takes little at a time. */
#include "voice/speaker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/text.h"
#include "voice/engine.h"
#include "voice/sound.h"

enum { MOUTHFUL = 1000 };

#define SAY "say fr 170 100 Une longue phrase, que personne n'attend jusqu'au bout.\n"

/* A device, and what happens meanwhile. */
struct device {
    struct sink sink;
    size_t put, unheard; /* samples */
    uint64_t print;      /* of all that was put */
    int offers, begun, ended, cut;
    bool is_away;      /* it takes no command */
    size_t lost_after; /* samples; 0: it stays */
    int offer_ms;      /* each takes so long */
    const char
        *told; /* to the program, once something was put; NULL: nothing, "": its input ends */
    int last;  /* the input ends with that command; 0: it does not */
};

static struct device device;
static struct speaker speaker;
static int in, out; /* of the program's input */
static char *said;
static size_t said_len;

static void tell(const char *lines)
{
    assert_int_equal(write(in, lines, strlen(lines)), (ssize_t)strlen(lines));
}

static void end_input(void)
{
    assert_int_equal(close(in), 0);
    in = -1;
}

static enum err begin(struct sink *sink, const struct protocol_command *command, int rate)
{
    (void)sink;
    (void)command;
    assert_in_range(rate, 8000, 48000);
    device.begun++;
    return device.is_away ? ERR_MISSING : ERR_OK;
}

/* Every other offer finds it full. */
static enum err put(struct sink *sink, const int16_t *samples, size_t count, size_t *taken)
{
    (void)sink;
    clock_advance_ms(device.offer_ms);
    *taken = device.offers++ % 2 == 0 ? 0 : count < MOUTHFUL ? count : MOUTHFUL;
    device.put += *taken;
    device.print =
        text_print(device.print, str_make((const char *)samples, *taken * sizeof(*samples)));
    device.unheard += *taken;
    if (device.told != NULL && device.put > 0) {
        const char *told = device.told;
        device.told = NULL;
        if (told[0] == '\0') {
            end_input();
        } else {
            tell(told);
        }
    }
    return device.lost_after != 0 && device.put >= device.lost_after ? ERR_MISSING : ERR_OK;
}

/* What was put is heard when it is asked for the second time. */
static bool is_silent(struct sink *sink)
{
    (void)sink;
    const bool is_heard = device.unheard == 0;
    device.unheard = 0;
    return is_heard;
}

static void end(struct sink *sink, bool is_cut)
{
    (void)sink;
    device.cut += is_cut ? 1 : 0;
    if (++device.ended == device.last) {
        end_input();
    }
}

static int setup(void **state)
{
    (void)state;
    static const struct sink_kind kind = {begin, put, is_silent, end, NULL};
    int ends[2];
    if (pipe(ends) != 0) {
        return -1;
    }
    out = ends[0];
    in = ends[1];
    device = (struct device){.sink.kind = &kind, .print = TEXT_PRINT};
    speaker.sink = &device.sink;
    speaker.has_engine = speaker.has_device = true;
    speaker.answers = open_memstream(&said, &said_len);
    speaker.inbox = inbox_create(out, speaker.answers);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    inbox_destroy(speaker.inbox);
    (void)fclose(speaker.answers);
    free(said);
    said = NULL;
    (void)close(out);
    return in < 0 ? 0 : close(in);
}

/* Returns what it answers. */
static const char *run(const char *lines)
{
    tell(lines);
    speaker_run(&speaker);
    (void)fflush(speaker.answers);
    return said;
}

static void all_of_a_text_is_put_however_little_is_taken(void **state)
{
    (void)state;
    device.last = 1;
    assert_string_equal(run(SAY), "ready\nbegun 1\ndone 1\n");
    assert_in_range(device.put, speaker.rate, 20 * speaker.rate); /* seconds of it */
    assert_true(device.offers > 2 * (int)(device.put / MOUTHFUL));
    assert_int_equal(device.unheard, 0);
    assert_int_equal(device.cut, 0);
}

static void a_sound_is_put_once_and_in_its_order(void **state)
{
    (void)state;
    struct arena *arena = arena_create("test", 1u << 20);
    const struct sound tone = sound_tone(arena, 100);
    device.last = 1;
    (void)run("tone 100\n");
    assert_int_equal(device.put, tone.count);
    assert_true(device.print ==
                text_print(TEXT_PRINT, str_make((const char *)tone.samples,
                                                tone.count * sizeof(*tone.samples))));
    arena_destroy(arena);
}

static void each_is_done_before_the_next_begins_and_one_that_fails_stops_no_other(void **state)
{
    (void)state;
    device.last = 4;
    assert_string_equal(run("tone 100\nplay 100 /no/such.wav\n" SAY "tone 50\n"),
                        "ready\nbegun 1\ndone 1\nfailed 2\nbegun 3\ndone 3\nbegun 4\ndone 4\n");
    assert_int_equal(device.begun, 3);
    assert_int_equal(device.ended, 4);
}

static void a_language_without_a_voice_fails(void **state)
{
    (void)state;
    device.last = 2;
    assert_string_equal(run("say no-such-lang 170 100 Bonjour\ntone 100\n"),
                        "ready\nbegun 1\nfailed 1\nbegun 2\ndone 2\n");
}

static void a_long_one_gives_signs_of_life(void **state)
{
    (void)state;
    device.last = 1;
    device.offer_ms = SPEAKER_GOING_MS / 4;
    const char *answers = run("tone 100\n");
    int count = 0;
    for (const char *at = answers; (at = strstr(at, "going 1\n")) != NULL; at++) {
        count++;
    }
    assert_in_range(count, device.offers / 4 - 1, device.offers / 4);
    assert_non_null(strstr(answers, "done 1\n"));
}

static void a_stop_is_silence_at_once_and_drops_what_waits(void **state)
{
    (void)state;
    device.told = "stop\ntone 100\n";
    device.last = 2;
    assert_string_equal(run(SAY "tone 100\n"), "ready\nbegun 1\nstopped 2\nbegun 3\ndone 3\n");
    assert_int_equal(device.begun, 2);
    assert_int_equal(device.cut, 1);
}

static void a_device_lost_in_the_middle_fails_the_text_and_ends_the_program(void **state)
{
    (void)state;
    device.lost_after = 2 * MOUTHFUL;
    assert_string_equal(run(SAY "tone 100\n"), "ready\nbegun 1\nfailed 1\nmute device\n");
    assert_in_range(device.put, 2 * MOUTHFUL, 3 * MOUTHFUL);
    assert_int_equal(device.begun, 1);
    assert_int_equal(device.ended, 1);
}

static void a_device_that_does_not_come_back_fails_the_next_text(void **state)
{
    (void)state;
    device.is_away = true;
    assert_string_equal(run(SAY), "ready\nfailed 1\nmute device\n");
    assert_int_equal(device.put, 0);
}

static void the_end_of_the_input_is_silence_in_the_middle_of_a_text(void **state)
{
    (void)state;
    device.told = "";
    assert_string_equal(run(SAY "tone 100\n"), "ready\nbegun 1\n");
    assert_in_range(device.put, 1, 2 * MOUTHFUL);
    assert_int_equal(device.begun, 1);
    assert_int_equal(device.cut, 1);
}

static void without_engine_or_device_nothing_is_begun(void **state)
{
    (void)state;
    speaker.has_device = false;
    assert_string_equal(run(SAY), "mute device\n");
    speaker.has_engine = false;
    assert_string_equal(run(SAY), "mute device\nmute engine\n");
    assert_int_equal(device.begun, 0);
}

static int start(void **state)
{
    (void)state;
    clock_freeze_at(0);
    return engine_start(NULL, &speaker.rate) == ERR_OK ? 0 : -1;
}

static int finish(void **state)
{
    (void)state;
    engine_stop();
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(all_of_a_text_is_put_however_little_is_taken),
        TEST(a_sound_is_put_once_and_in_its_order),
        TEST(each_is_done_before_the_next_begins_and_one_that_fails_stops_no_other),
        TEST(a_language_without_a_voice_fails),
        TEST(a_long_one_gives_signs_of_life),
        TEST(a_stop_is_silence_at_once_and_drops_what_waits),
        TEST(a_device_lost_in_the_middle_fails_the_text_and_ends_the_program),
        TEST(a_device_that_does_not_come_back_fails_the_next_text),
        TEST(the_end_of_the_input_is_silence_in_the_middle_of_a_text),
        TEST(without_engine_or_device_nothing_is_begun),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
