/* Notes and recordings, and the files that samples are written to. */
#include "voice/sound.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "voice/sink.h"

static struct arena *arena;
static char folder[] = "/tmp/sound-XXXXXX";

static int setup(void **state)
{
    (void)state;
    arena = arena_create("test", 64u << 20);
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return rmdir(folder);
}

static int loudest(const struct sound *sound)
{
    int most = 0;
    for (size_t i = 0; i < sound->count; i++) {
        most = abs(sound->samples[i]) > most ? abs(sound->samples[i]) : most;
    }
    return most;
}

static void the_warning_is_short_audible_and_begins_without_a_click(void **state)
{
    (void)state;
    const struct sound tone = sound_tone(arena, 100);
    assert_in_range(tone.count * 1000 / (size_t)tone.rate, 200, 600);
    assert_in_range(loudest(&tone), 8000, 20000);
    assert_in_range(abs(tone.samples[1]), 0, 200);
    assert_in_range(abs(tone.samples[tone.count - 1]), 0, 200);
    const struct sound soft = sound_tone(arena, 50);
    assert_in_range(loudest(&soft), loudest(&tone) / 2 - 2, loudest(&tone) / 2 + 2);
}

static const char *written(const struct sound *sound)
{
    struct sink *sink = NULL;
    size_t taken = 0;
    const struct protocol_command command = {.verb = PROTOCOL_SAY, .number = 7, .lang = "fr"};
    assert_int_equal(sink_wav_open(folder, &sink), ERR_OK);
    assert_int_equal(sink->kind->begin(sink, &command, sound->rate), ERR_OK);
    assert_int_equal(sink->kind->put(sink, sound->samples, sound->count, &taken), ERR_OK);
    assert_int_equal(taken, sound->count);
    sink->kind->end(sink, false);
    sink->kind->close(sink);
    return arena_printf(arena, "%s/0007-fr.wav", folder);
}

static void what_is_written_is_read_back_as_it_was(void **state)
{
    (void)state;
    const struct sound tone = sound_tone(arena, 100);
    const char *path = written(&tone);
    struct sound back;
    assert_int_equal(sound_load(path, 100, arena, &back), ERR_OK);
    assert_int_equal(back.rate, tone.rate);
    assert_int_equal(back.count, tone.count);
    assert_memory_equal(back.samples, tone.samples, tone.count * sizeof(int16_t));
    assert_int_equal(sound_load(path, 50, arena, &back), ERR_OK);
    assert_in_range(loudest(&back), loudest(&tone) / 2 - 1, loudest(&tone) / 2 + 1);
    (void)unlink(path);
}

/* A file of that beginning. */
static enum err loaded(const void *bytes, size_t len)
{
    struct sound sound;
    const char *path = arena_printf(arena, "%s/a.wav", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    (void)fclose(file);
    const enum err err = sound_load(path, 100, arena, &sound);
    (void)unlink(path);
    return err;
}

static void what_is_no_such_recording_is_refused(void **state)
{
    (void)state;
    struct sound sound;
    const struct sound tone = sound_tone(arena, 100);
    const char *path = written(&tone);
    unsigned char bytes[60];
    FILE *file = fopen(path, "rb");
    assert_int_equal(fread(bytes, 1, sizeof(bytes), file), sizeof(bytes));
    (void)fclose(file);
    (void)unlink(path);
    assert_int_equal(loaded(bytes, sizeof(bytes)), ERR_OK); /* cut short: what there is */
    for (size_t len = 0; len < 44; len++) {
        assert_int_equal(loaded(bytes, len), ERR_INVALID);
    }
    static const struct {
        size_t at;
        unsigned char value;
    } wrong[] = {{0, 'X'}, {8, 'X'}, {20, 3}, {22, 0}, {22, 3}, {34, 8}, {25, 0}, {36, 'X'}};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        unsigned char other[sizeof(bytes)];
        memcpy(other, bytes, sizeof(bytes));
        other[wrong[i].at] = wrong[i].value;
        assert_int_equal(loaded(other, sizeof(other)), ERR_INVALID);
    }
    bytes[22] = 2; /* two channels */
    assert_int_equal(loaded(bytes, sizeof(bytes)), ERR_OK);
    assert_int_equal(sound_load("/no/such.wav", 100, arena, &sound), ERR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_warning_is_short_audible_and_begins_without_a_click),
        cmocka_unit_test(what_is_written_is_read_back_as_it_was),
        cmocka_unit_test(what_is_no_such_recording_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
