#include "app/speaking.h"

#include "base/place.h"
#include "platform/recording.h"

/* ---- the process as an output ---- */

static void say(void *context, const struct speech_utterance *utterance)
{
    const struct speaking *speaking = context;
    char path[RECORDING_PATH];
    if (recording_find(speaking->sounds, utterance->lang, utterance->id, utterance->text, path) ==
        ERR_OK) {
        voice_play(speaking->voice, utterance->volume, path);
    } else {
        voice_say(speaking->voice, utterance->lang, utterance->rate, utterance->volume,
                  utterance->text);
    }
}

static void tone(void *context, int volume)
{
    voice_tone(((struct speaking *)context)->voice, volume);
}

static void stop(void *context)
{
    voice_stop(((struct speaking *)context)->voice);
}

static bool is_busy(void *context)
{
    return voice_is_busy(((struct speaking *)context)->voice);
}

static bool is_there(void *context)
{
    return voice_is_there(((struct speaking *)context)->voice);
}

static void rest(void *context)
{
    voice_rest(((struct speaking *)context)->voice);
}

static struct speech_output process_output(struct speaking *speaking)
{
    return (struct speech_output){speaking, say, tone, stop, is_busy, is_there, rest};
}

/* ---- all of it ---- */

static void start_process(struct speaking *speaking, const struct config *config)
{
    speaking->arguments[0] = config->voice_path[0] != '\0'
                                 ? config->voice_path
                                 : place_helper("conciergerie-voice", speaking->program);
    speaking->arguments[1] = "--device";
    speaking->arguments[2] = config->sound_device;
    speaking->voice = voice_create(&(struct voice_options){.arguments = speaking->arguments});
}

enum err speaking_open(struct speaking *speaking, const struct options *options,
                       const struct config *config)
{
    struct speech_output output;
    *speaking = (struct speaking){.sounds = config->sounds_path};
    if (options->script != NULL || options->speech_log != NULL) {
        const enum err err = speech_log_create(options->speech_log, &speaking->log);
        if (err != ERR_OK) {
            return err;
        }
        output = speech_log_output(speaking->log);
    } else {
        start_process(speaking, config);
        output = process_output(speaking);
    }
    speaking->speech = speech_create(&(struct speech_options){
        .output = output,
        .rate = config->speech_rate,
        .volume = config->speech_volume,
        .is_private = config->is_speech_private != 0,
    });
    return ERR_OK;
}

void speaking_close(struct speaking *speaking)
{
    speech_destroy(speaking->speech);
    speech_log_destroy(speaking->log);
    voice_destroy(speaking->voice);
}

void speaking_tick(struct speaking *speaking)
{
    if (speaking->voice != NULL) {
        voice_tick(speaking->voice);
    }
}

int64_t speaking_deadline_ms(const struct speaking *speaking)
{
    return speaking->voice == NULL ? -1 : voice_deadline_ms(speaking->voice);
}
