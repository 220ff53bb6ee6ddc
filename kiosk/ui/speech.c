#include "ui/speech.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "ui/speech_private.h"
#include "ui/speech_text.h"

enum { TEXTS_BYTES = 1024 * 1024 };

bool speech_may_say_private(const struct speech *speech)
{
    return speech->has_headset || speech->options.is_private;
}

void speech_give(struct speech *speech, const struct speech_utterance *utterance)
{
    struct speech_utterance given = *utterance;
    if (given.text[0] == '\0' || (given.is_private && !speech_may_say_private(speech))) {
        return;
    }
    given.rate = speech->rate;
    given.volume = speech->volume;
    speech->options.output.say(speech->options.output.context, &given);
}

void speech_say_text(struct speech *speech, const char *lang, const char *text, bool is_private)
{
    if (speech_is_there(speech)) {
        speech_make_way(speech);
        speech_give(speech, &(struct speech_utterance){
                                .lang = lang,
                                .text = speech_clean(speech->texts, text),
                                .id = "",
                                .is_private = is_private,
                            });
        arena_reset(speech->texts);
    }
}

void speech_tone(struct speech *speech)
{
    if (speech_is_there(speech)) {
        (void)speech_stop(speech);
        speech->has_warned = true;
        speech->options.output.tone(speech->options.output.context, speech->volume);
    }
}

/* ---- state ---- */

bool speech_is_there(const struct speech *speech)
{
    return speech != NULL && speech->options.output.is_there(speech->options.output.context);
}

bool speech_is_on(const struct speech *speech)
{
    return speech != NULL && speech->is_on;
}

bool speech_is_busy(const struct speech *speech)
{
    return speech != NULL && speech->options.output.is_busy(speech->options.output.context);
}

void speech_make_way(struct speech *speech)
{
    if (!speech->has_warned) {
        (void)speech_stop(speech);
    }
    speech->has_warned = false;
}

bool speech_stop(struct speech *speech)
{
    if (!speech_is_busy(speech)) {
        return false;
    }
    speech->options.output.stop(speech->options.output.context);
    speech->has_warned = false;
    return true;
}

void speech_turn_off(struct speech *speech)
{
    if (speech != NULL) {
        (void)speech_stop(speech);
        speech->is_on = speech->has_page = false;
    }
}

void speech_set_headset(struct speech *speech, bool is_in)
{
    if (speech != NULL) {
        (void)speech_stop(speech);
        speech->has_headset = is_in;
    }
}

static int within(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

void speech_change_rate(struct speech *speech, int steps)
{
    if (speech != NULL) {
        speech->rate =
            within(speech->rate + steps * SPEECH_RATE_STEP, SPEECH_RATE_LEAST, SPEECH_RATE_MOST);
    }
}

void speech_change_volume(struct speech *speech, int steps)
{
    if (speech != NULL) {
        speech->volume = within(speech->volume + steps * SPEECH_VOLUME_STEP, SPEECH_VOLUME_LEAST,
                                SPEECH_VOLUME_MOST);
    }
}

int speech_rate(const struct speech *speech)
{
    return speech == NULL ? 0 : speech->rate;
}

int speech_volume(const struct speech *speech)
{
    return speech == NULL ? 0 : speech->volume;
}

void speech_end_visit(struct speech *speech)
{
    if (speech != NULL) {
        speech_turn_off(speech);
        speech->options.output.rest(speech->options.output.context);
        arena_reset(speech->texts);
        explicit_bzero(speech->told, sizeof(speech->told));
        speech->told_count = 0;
        speech->rate = speech->options.rate;
        speech->volume = speech->options.volume;
    }
}

struct speech *speech_create(const struct speech_options *options)
{
    struct speech *speech = calloc(1, sizeof(*speech));
    if (speech == NULL) {
        log_fatal("out of memory");
    }
    speech->options = *options;
    speech->texts = arena_create("speech", TEXTS_BYTES);
    speech->rate = options->rate;
    speech->volume = options->volume;
    return speech;
}

void speech_destroy(struct speech *speech)
{
    if (speech != NULL) {
        (void)speech_stop(speech);
        arena_destroy(speech->texts);
        free(speech);
    }
}
