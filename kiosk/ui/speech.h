/* What is said of a screen: from its nodes to utterances, and when.
 *
 * A page is read title first, then node after node in the list's order; each once, with what it is
 * and how it stands ("bouton", "sélectionné"), in the voice of its own language. What is private is
 * said to the headset alone; without one, one sentence says that something is. Keys of the
 * on-screen keyboards are said one at a time only, as the focus comes to them; those of a PIN only
 * to the headset, and no digit that was typed, ever.
 *
 * Speech is on from speech_read_page() on, until speech_turn_off() or the end of the visit: then
 * new screens are read as they come and statuses as they change. Whatever is being said is cut by
 * any touch or key: speech_stop().
 *
 * It holds no text but while it speaks of it. Source: EN 301 549 V3.2.1, 5.1.3.1 and 5.1.3.2 (what
 * is seen is also said), 5.1.3.4 and 5.1.3.5 (interrupted and repeated; by any input), 5.1.3.8
 * (masked entry), 5.1.3.9 (what is personal in private), 5.1.3.11 to 5.1.3.13 (volume, and its
 * reset), 5.1.3.14 (in the language that is shown). */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

struct speech;

enum {
    /* Words a minute, as espeak-ng counts them. */
    SPEECH_RATE_LEAST = 80,
    SPEECH_RATE_MOST = 320,
    SPEECH_RATE_STEP = 20,
    /* Percent of what the sound device gives. */
    SPEECH_VOLUME_LEAST = 20,
    SPEECH_VOLUME_MOST = 200,
    SPEECH_VOLUME_STEP = 20,
    SPEECH_STATUS_MS = 10000,
};

struct speech_utterance {
    const char *lang; /* BCP 47: whose voice */
    const char *text; /* plain, one line, without marks that no voice can say */
    const char *id;   /* "SCREEN.NODE", what a recording of it is called; "" none */
    bool is_private;  /* goes to the headset */
    int rate;
    int volume;
};

/* Who makes it heard. All needed; each gets context first. */
struct speech_output {
    void *context;
    /* Says it after whatever was given before. Borrows. Never waits. */
    void (*say)(void *context, const struct speech_utterance *utterance);
    /* Two short notes, a warning, after whatever was given before. */
    void (*tone)(void *context, int volume);
    /* Silence, at once; what still waited is dropped. */
    void (*stop)(void *context);
    /* Something is being said, or waits to be. */
    bool (*is_busy)(void *context);
    /* There are voices and a sound device. */
    bool (*is_there)(void *context);
    /* A visit is over: nothing that was said may stay. */
    void (*rest)(void *context);
};

/* Words for what a node is, in the interface's language. All needed. */
struct speech_words {
    const char *button, *choice, *field;
    const char *selected, *not_selected, *unavailable;
    const char *private_part; /* "Une partie de cet écran est privée : branchez un casque…" */
};

/* The same declarations once more, not to be seen but said: nothing is laid out, nothing of the
 * frames before changes. */
struct ui *ui_begin_spoken(struct ui_stage *stage, const struct ui_frame_info *info);
/* Its nodes as declared. They live until the next ui_begin_spoken() or ui_text_wipe(). */
struct ui_nodes ui_finish_spoken(struct ui *ui);

/* One picture and what it is called when said. */
struct speech_page {
    const struct ui_frame *frame; /* what is seen: which nodes, in which state */
    struct ui_nodes names;        /* what they are called aloud, found by id: ui_finish_spoken() */
    struct speech_words words;
};

struct speech_options {
    struct speech_output output; /* keeps its context */
    int rate, volume;            /* each visit's first; within the bounds above */
    bool is_private;             /* what is heard, only the listener hears: a handset, no speaker */
};

/* Never NULL. */
struct speech *speech_create(const struct speech_options *options);
/* Silences, wipes; NULL is fine. */
void speech_destroy(struct speech *speech);

/* All of these take NULL for "this kiosk does not speak", and then do nothing. */

/* Whether there is anything to be heard with: what the button "Écouter" says. */
bool speech_is_there(const struct speech *speech);
bool speech_is_on(const struct speech *speech);
/* Something is being said now. */
bool speech_is_busy(const struct speech *speech);

/* Turns speech on and says the whole page, instead of whatever is being said. */
void speech_read_page(struct speech *speech, const struct speech_page *page);
/* Says one node of the page, instead of whatever is being said: where the focus came to, "repeat".
 * Unknown ids are silent. */
void speech_say_node(struct speech *speech, const struct speech_page *page, const char *id);
/* Says a sentence of the interface, instead of whatever is being said: a tutorial, a warning.
 * is_private: silent without headset. */
void speech_say_text(struct speech *speech, const char *lang, const char *text, bool is_private);
/* If speech is on, nothing is being said, and this page was read: says which statuses changed
 * since, what appeared among them, and which choice was made. A status that changes all the time (a
 * count) is said every SPEECH_STATUS_MS. */
void speech_say_changes(struct speech *speech, const struct speech_page *page);
/* Somebody did something: what changes by it is said at once, a count as well. */
void speech_expect_changes(struct speech *speech);
/* The warning that time ends, whether speech is on or not, instead of whatever is being said. What
 * is said next follows it. */
void speech_tone(struct speech *speech);
/* Silence, at once. True: something was being said. Call it before painting. */
bool speech_stop(struct speech *speech);
/* Silence, and speech is off. */
void speech_turn_off(struct speech *speech);
/* A headset was plugged in, or out: what is being said ends. */
void speech_set_headset(struct speech *speech, bool is_in);

/* By a number of steps, within the bounds; from the next utterance on. */
void speech_change_rate(struct speech *speech, int steps);
void speech_change_volume(struct speech *speech, int steps);
int speech_rate(const struct speech *speech);
int speech_volume(const struct speech *speech);

/* The end of a visit: silence, off, the first rate and volume; forgets every text. The headset
 * stays. */
void speech_end_visit(struct speech *speech);
