#include "platform/voice.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"

enum {
    OUT_BYTES = 128 * 1024,
    IN_BYTES = 256,
    LOOK_MS = 50, /* how often answers are looked for while some are expected */
};

struct voice {
    struct voice_options options;
    pid_t pid;        /* 0: none runs */
    int fd;           /* both ways */
    int deaths;       /* since it last said something to its end */
    bool is_known;    /* it said once whether */
    bool is_there;    /* there are voices and a device, as it said last */
    bool is_wanted;   /* something is to be said: it may stay */
    bool is_answered; /* it said something since its start */
    int64_t heard_ms; /* its last answer */
    int64_t begun_ms; /* its last start */

    char out[OUT_BYTES]; /* what was not taken yet; whole lines, but for the first */
    size_t out_len;
    bool is_mid_line; /* a part of the first line is gone already */

    char in[IN_BYTES];
    size_t in_len;

    long sent, settled; /* numbers of the last command given, of the last one done with */
};

/* ---- the process ---- */

static void run_program(const struct voice *voice, int fd)
{
    sigset_t none;
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    if (dup2(fd, STDIN_FILENO) < 0 || dup2(fd, STDOUT_FILENO) < 0 ||
        close_range(STDERR_FILENO + 1, ~0u, 0) != 0) {
        _exit(1);
    }
    /* execv() does not change them: POSIX only could not say so. */
    (void)execv(voice->options.arguments[0], (char *const *)voice->options.arguments);
    _exit(1);
}

static void start(struct voice *voice)
{
    int ends[2];
    voice->begun_ms = clock_mono_ms();
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        log_error("no way to a speaking process: %s", strerrorname_np(errno));
        return;
    }
    const pid_t pid = fork();
    if (pid == 0) {
        run_program(voice, ends[1]);
    }
    (void)close(ends[1]);
    if (pid < 0) {
        log_error("no speaking process: %s", strerrorname_np(errno));
        (void)close(ends[0]);
        return;
    }
    voice->pid = pid;
    voice->fd = ends[0];
    voice->heard_ms = clock_mono_ms();
    voice->is_answered = false;
    voice->sent = voice->settled = 0;
}

static void forget_output(struct voice *voice)
{
    explicit_bzero(voice->out, voice->out_len);
    voice->out_len = 0;
    voice->is_mid_line = false;
}

/* It is gone, or has to go, and with it what was still to be said. */
static void end(struct voice *voice)
{
    if (voice->pid == 0) {
        return;
    }
    (void)kill(voice->pid, SIGKILL);
    (void)waitpid(voice->pid, NULL, 0);
    (void)close(voice->fd);
    voice->pid = 0;
    voice->is_wanted = false;
    explicit_bzero(voice->in, sizeof(voice->in));
    voice->in_len = 0;
    voice->sent = voice->settled = 0;
    forget_output(voice);
}

static void bury(struct voice *voice, const char *why)
{
    end(voice);
    voice->deaths++;
    voice->is_there = voice->is_there && voice->deaths < VOICE_DEATHS;
    log_warn("the speaking process %s%s", why,
             voice->deaths < VOICE_DEATHS ? "" : ": silent from now on");
}

/* ---- what it is told ---- */

static void write_out(struct voice *voice)
{
    while (voice->pid != 0 && voice->out_len > 0) {
        const ssize_t taken =
            send(voice->fd, voice->out, voice->out_len, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (taken <= 0) {
            return; /* full, or gone: what it reads next says which */
        }
        voice->is_mid_line = voice->out[taken - 1] != '\n';
        voice->out_len -= (size_t)taken;
        memmove(voice->out, voice->out + taken, voice->out_len);
        explicit_bzero(voice->out + voice->out_len, (size_t)taken);
    }
}

static void add_line(struct voice *voice, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add_line(struct voice *voice, const char *format, ...)
{
    const size_t room = sizeof(voice->out) - voice->out_len;
    va_list args;
    va_start(args, format);
    const int len = vsnprintf(voice->out + voice->out_len, room, format, args);
    va_end(args);
    if (len < 0 || (size_t)len >= room) {
        log_warn("too much waits to be said");
        return;
    }
    voice->out_len += (size_t)len;
    voice->sent++;
}

/* True: what is to be said can be. */
static bool wants(struct voice *voice)
{
    if (voice->is_there && voice->pid == 0) {
        start(voice);
    }
    voice->is_wanted = voice->is_there && voice->pid != 0;
    return voice->is_wanted;
}

void voice_say(struct voice *voice, const char *lang, int rate, int volume, const char *text)
{
    if (wants(voice)) {
        add_line(voice, "say %s %d %d %s\n", lang, rate, volume, text);
        write_out(voice);
    }
}

void voice_play(struct voice *voice, int volume, const char *path)
{
    if (wants(voice)) {
        add_line(voice, "play %d %s\n", volume, path);
        write_out(voice);
    }
}

void voice_tone(struct voice *voice, int volume)
{
    if (wants(voice)) {
        add_line(voice, "tone %d\n", volume);
        write_out(voice);
    }
}

/* What was not taken is taken back; a line that is half there has to be ended. */
static void take_back(struct voice *voice)
{
    size_t kept = 0;
    if (voice->is_mid_line) {
        kept = (size_t)((char *)memchr(voice->out, '\n', voice->out_len) - voice->out) + 1;
    }
    for (const char *at = voice->out + kept; at < voice->out + voice->out_len; at++) {
        voice->sent -= *at == '\n' ? 1 : 0;
    }
    explicit_bzero(voice->out + kept, voice->out_len - kept);
    voice->out_len = kept;
}

void voice_stop(struct voice *voice)
{
    if (voice->pid == 0 || !voice_is_busy(voice)) {
        return;
    }
    take_back(voice);
    voice->settled = voice->sent;
    add_line(voice, "stop\n");
    voice->sent--; /* it has no number */
    write_out(voice);
}

/* ---- what it answers ---- */

static void set_there(struct voice *voice, bool is_there, const char *answer)
{
    if (voice->is_there != is_there || !voice->is_known) {
        log_info("speech: %s", answer);
    }
    voice->is_there = is_there;
    voice->is_known = true;
}

static void take_answer(struct voice *voice, const char *line)
{
    static const char *const ends[] = {"done ", "failed ", "stopped "};
    voice->heard_ms = clock_mono_ms();
    voice->is_answered = true;
    if (strcmp(line, "ready") == 0) {
        set_there(voice, true, line);
    } else if (strncmp(line, "mute", 4) == 0) {
        set_there(voice, false, line);
    } else if (strncmp(line, "done ", 5) == 0) {
        voice->deaths = 0;
    }
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        const size_t len = strlen(ends[i]);
        const long number = strncmp(line, ends[i], len) == 0 ? strtol(line + len, NULL, 10) : 0;
        voice->settled = number > voice->settled ? number : voice->settled;
    }
}

static void take_answers(struct voice *voice)
{
    char *line = voice->in;
    char *end_of_line = NULL;
    while ((end_of_line = memchr(line, '\n', voice->in_len - (size_t)(line - voice->in))) != NULL) {
        *end_of_line = '\0';
        take_answer(voice, line);
        line = end_of_line + 1;
    }
    const size_t used = (size_t)(line - voice->in);
    memmove(voice->in, line, voice->in_len - used);
    voice->in_len -= used;
    voice->in_len %= sizeof(voice->in); /* no answer is that long */
}

/* False: it is gone. */
static bool read_in(struct voice *voice)
{
    for (;;) {
        const ssize_t got = recv(voice->fd, voice->in + voice->in_len,
                                 sizeof(voice->in) - voice->in_len, MSG_DONTWAIT);
        if (got <= 0) {
            return got < 0 && (errno == EAGAIN || errno == EINTR);
        }
        voice->in_len += (size_t)got;
        take_answers(voice);
    }
}

static bool is_expected(const struct voice *voice)
{
    return voice->pid != 0 && (voice_is_busy(voice) || !voice->is_answered);
}

static void watch(struct voice *voice)
{
    write_out(voice);
    const bool is_alive = read_in(voice);
    if (voice->is_answered && !(voice->is_there && voice->is_wanted)) {
        end(voice); /* it said what it can do */
    } else if (!is_alive) {
        bury(voice, "ended");
    } else if (is_expected(voice) && clock_mono_ms() - voice->heard_ms > VOICE_SILENT_MS) {
        bury(voice, "does not answer");
    }
}

void voice_tick(struct voice *voice)
{
    if (voice->pid != 0) {
        watch(voice);
    } else if (!voice->is_there && voice->deaths < VOICE_DEATHS &&
               clock_mono_ms() - voice->begun_ms >= VOICE_AGAIN_MS) {
        start(voice);
    }
}

void voice_rest(struct voice *voice)
{
    if (voice->is_wanted) {
        end(voice);
    }
}

int64_t voice_deadline_ms(const struct voice *voice)
{
    return is_expected(voice) ? clock_mono_ms() + LOOK_MS : -1;
}

bool voice_is_there(const struct voice *voice)
{
    return voice->is_there;
}

bool voice_is_busy(const struct voice *voice)
{
    return voice->settled < voice->sent;
}

int voice_process(const struct voice *voice)
{
    return voice->pid;
}

struct voice *voice_create(const struct voice_options *options)
{
    struct voice *voice = calloc(1, sizeof(*voice));
    if (voice == NULL) {
        log_fatal("out of memory");
    }
    voice->options = *options;
    start(voice);
    return voice;
}

void voice_destroy(struct voice *voice)
{
    if (voice != NULL) {
        end(voice);
        explicit_bzero(voice, sizeof(*voice));
        free(voice);
    }
}
