/* libasound without threads: each piece of sound is written as the device takes it, and
 * snd_pcm_drop() silences it at once, whatever its buffer holds. SDL's audio would bring a thread
 * and could only be silenced at the end of a buffer; espeak-ng's own output, a thread and a buffer
 * of its own. libasound is on every machine that has SDL. */
#include <alsa/asoundlib.h>
#include <stdlib.h>

#include "base/log.h"
#include "voice/sink.h"

enum { BUFFER_US = 60000 };

struct alsa {
    struct sink sink;
    const char *device;
    snd_pcm_t *pcm; /* NULL: none */
    int rate;
    bool is_missed; /* said so already */
};

static void quiet(const char *file, int line, const char *function, int err, const char *format,
                  ...)
{
    (void)file;
    (void)line;
    (void)function;
    (void)err;
    (void)format;
}

static enum err lost(struct alsa *alsa, const char *what, int code)
{
    if (!alsa->is_missed) {
        log_warn("sound device %s: %s: %s", alsa->device, what, snd_strerror(code));
    }
    alsa->is_missed = true;
    if (alsa->pcm != NULL) {
        (void)snd_pcm_close(alsa->pcm);
    }
    alsa->pcm = NULL;
    return ERR_MISSING;
}

static enum err tune(struct alsa *alsa, int rate)
{
    if (alsa->pcm == NULL) {
        const int code =
            snd_pcm_open(&alsa->pcm, alsa->device, SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
        if (code < 0) {
            alsa->pcm = NULL;
            return lost(alsa, "cannot be opened", code);
        }
        alsa->rate = 0;
    }
    if (alsa->rate != rate) {
        const int code =
            snd_pcm_set_params(alsa->pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                               (unsigned)rate, 1, BUFFER_US);
        if (code < 0) {
            return lost(alsa, "does not take 16 bits", code);
        }
        alsa->rate = rate;
        alsa->is_missed = false;
    }
    return ERR_OK;
}

static enum err begin(struct sink *sink, const struct protocol_command *command, int rate)
{
    struct alsa *alsa = (struct alsa *)sink;
    (void)command;
    const enum err err = tune(alsa, rate);
    if (err != ERR_OK) {
        return err;
    }
    const int code = snd_pcm_prepare(alsa->pcm);
    return code < 0 ? lost(alsa, "cannot begin", code) : ERR_OK;
}

static enum err put(struct sink *sink, const int16_t *samples, size_t count, size_t *taken)
{
    struct alsa *alsa = (struct alsa *)sink;
    *taken = 0;
    if (alsa->pcm == NULL) {
        return ERR_MISSING;
    }
    snd_pcm_sframes_t got = snd_pcm_writei(alsa->pcm, samples, count);
    if (got == -EPIPE || got == -ESTRPIPE) { /* it ran dry, or the machine slept */
        (void)snd_pcm_recover(alsa->pcm, (int)got, 1);
        got = snd_pcm_writei(alsa->pcm, samples, count);
    }
    if (got == -EAGAIN) {
        return ERR_OK;
    }
    if (got < 0) {
        return lost(alsa, "takes nothing", (int)got);
    }
    *taken = (size_t)got;
    return ERR_OK;
}

static bool is_silent(struct sink *sink)
{
    struct alsa *alsa = (struct alsa *)sink;
    snd_pcm_sframes_t left = 0;
    if (alsa->pcm == NULL) {
        return true;
    }
    if (snd_pcm_state(alsa->pcm) == SND_PCM_STATE_PREPARED) {
        (void)snd_pcm_start(alsa->pcm); /* shorter than what starts it by itself */
    }
    return snd_pcm_state(alsa->pcm) != SND_PCM_STATE_RUNNING ||
           snd_pcm_delay(alsa->pcm, &left) < 0 || left <= 0;
}

static void end(struct sink *sink, bool is_cut)
{
    struct alsa *alsa = (struct alsa *)sink;
    (void)is_cut; /* what was heard is dropped, too: nothing is left of it */
    if (alsa->pcm != NULL) {
        (void)snd_pcm_drop(alsa->pcm);
    }
}

static void close_alsa(struct sink *sink)
{
    struct alsa *alsa = (struct alsa *)sink;
    if (alsa->pcm != NULL) {
        (void)snd_pcm_drop(alsa->pcm);
        (void)snd_pcm_close(alsa->pcm);
    }
    (void)snd_config_update_free_global();
    free(alsa);
}

static const struct sink_kind ALSA = {begin, put, is_silent, end, close_alsa};

enum err sink_alsa_open(const char *device, struct sink **sink)
{
    enum { USUAL_RATE = 22050 };
    struct alsa *alsa = calloc(1, sizeof(*alsa));
    if (alsa == NULL) {
        log_fatal("out of memory");
    }
    (void)snd_lib_error_set_handler(quiet);
    alsa->sink.kind = &ALSA;
    alsa->device = device;
    *sink = &alsa->sink;
    return tune(alsa, USUAL_RATE);
}
