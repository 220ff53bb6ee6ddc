#include "voice/speaker.h"

#include "base/arena.h"
#include "base/clock.h"
#include "voice/engine.h"
#include "voice/sound.h"

/* A command under way. */
struct piece {
    struct speaker *speaker;
    const struct protocol_command *command;
    bool is_cut, is_lost;
    int64_t going_ms; /* the next sign of life */
};

static void answer(struct speaker *speaker, const char *word, long number)
{
    (void)fprintf(speaker->answers, "%s %ld\n", word, number);
    (void)fflush(speaker->answers);
}

static void say_state(struct speaker *speaker)
{
    const char *state = !speaker->has_engine   ? "mute engine"
                        : !speaker->has_device ? "mute device"
                                               : "ready";
    (void)fprintf(speaker->answers, "%s\n", state);
    (void)fflush(speaker->answers);
}

static void show_life(struct piece *piece)
{
    if (clock_mono_ms() >= piece->going_ms) {
        answer(piece->speaker, "going", piece->command->number);
        piece->going_ms = clock_mono_ms() + SPEAKER_GOING_MS;
    }
}

static bool give(void *context, const int16_t *samples, size_t count)
{
    struct piece *piece = context;
    struct speaker *speaker = piece->speaker;
    int wait_ms = 0;
    while (count > 0) {
        size_t taken = 0;
        if (!inbox_wait(speaker->inbox, wait_ms)) {
            piece->is_cut = true;
            return false;
        }
        if (speaker->sink->kind->put(speaker->sink, samples, count, &taken) != ERR_OK) {
            piece->is_lost = true;
            return false;
        }
        samples += taken;
        count -= taken;
        wait_ms = taken == 0 ? SPEAKER_LOOK_MS : 0;
        show_life(piece);
    }
    return true;
}

/* Until the last of it was heard. */
static void play_out(struct piece *piece)
{
    struct speaker *speaker = piece->speaker;
    while (!piece->is_cut && !piece->is_lost && !speaker->sink->kind->is_silent(speaker->sink)) {
        piece->is_cut = !inbox_wait(speaker->inbox, SPEAKER_LOOK_MS);
        show_life(piece);
    }
}

static enum err play_sound(struct piece *piece, const struct sound *sound)
{
    struct speaker *speaker = piece->speaker;
    const enum err err = speaker->sink->kind->begin(speaker->sink, piece->command, sound->rate);
    if (err != ERR_OK) {
        piece->is_lost = true;
        return err;
    }
    answer(speaker, "begun", piece->command->number);
    (void)give(piece, sound->samples, sound->count);
    return ERR_OK;
}

static enum err say_text(struct piece *piece)
{
    struct speaker *speaker = piece->speaker;
    const enum err err = speaker->sink->kind->begin(speaker->sink, piece->command, speaker->rate);
    if (err != ERR_OK) {
        piece->is_lost = true;
        return err;
    }
    answer(speaker, "begun", piece->command->number);
    return engine_say(piece->command, give, piece);
}

static enum err perform(struct piece *piece, struct arena *arena)
{
    const struct protocol_command *command = piece->command;
    struct sound sound;
    enum err err = ERR_OK;
    switch (command->verb) {
    case PROTOCOL_SAY:
        return say_text(piece);
    case PROTOCOL_PLAY:
        err = sound_load(command->text, command->volume, arena, &sound);
        return err == ERR_OK ? play_sound(piece, &sound) : err;
    case PROTOCOL_TONE:
        sound = sound_tone(arena, command->volume);
        return play_sound(piece, &sound);
    case PROTOCOL_STOP:
        break;
    }
    return ERR_INVALID;
}

static void carry_out(struct speaker *speaker, const struct protocol_command *command,
                      struct arena *arena)
{
    struct piece piece = {
        .speaker = speaker, .command = command, .going_ms = clock_mono_ms() + SPEAKER_GOING_MS};
    const enum err err = perform(&piece, arena);
    if (err == ERR_OK) {
        play_out(&piece);
    }
    speaker->sink->kind->end(speaker->sink, piece.is_cut);
    if (err != ERR_OK || piece.is_lost) {
        answer(speaker, "failed", command->number);
    } else if (!piece.is_cut) {
        answer(speaker, "done", command->number);
    }
    arena_reset(arena);
    if (piece.is_lost) {
        speaker->has_device = false;
        say_state(speaker);
    }
}

void speaker_run(struct speaker *speaker)
{
    struct arena *arena = arena_create("sound", 3 * (size_t)SOUND_BYTES_MOST);
    say_state(speaker);
    while (speaker->has_engine && speaker->has_device && !inbox_is_closed(speaker->inbox)) {
        inbox_confirm_stop(speaker->inbox);
        const struct protocol_command *command = inbox_take(speaker->inbox);
        if (command != NULL) {
            carry_out(speaker, command, arena);
        } else {
            (void)inbox_wait(speaker->inbox, -1);
        }
    }
    arena_destroy(arena);
}
