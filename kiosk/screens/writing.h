/* Writing: one text under the fingers, by the on-screen keyboard or a USB keyboard alike.
 *
 * A screen keeps a struct writing_pad in its state, hands it what was touched and typed, and shows
 * it as a field and a page of keys, wherever on the page they belong:
 *
 *   enter  writing_start(&state->pad, ASK_MAX_WORDS_CHARS, "");
 *   build  writing_show_field(&state->pad, ui, (struct ui_field){.id = "words", .name = …});
 *          writing_show_keys(&state->pad, scene, ui, VERB_KEY);
 *   act    case VERB_KEY: writing_touch_key(&state->pad, &visit->scene, command.arg);
 *          return route_stay();
 *   write  if (writing_type(&state->pad, writing)) { … as if "Continuer" was touched … } */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "core/request.h"
#include "screens/screen.h"
#include "ui/ui.h"

enum { WRITING_BYTES = 4 * ASK_MAX_WORDS_CHARS + 1 };

struct writing_pad {
    char text[WRITING_BYTES]; /* always clean UTF-8 on one line */
    size_t caret;             /* byte offset, between two characters */
    int most_chars;
    int page;        /* of the keyboard */
    bool is_shifted; /* the page goes back to the letters after one character */
};

/* most_chars: 1 – ASK_MAX_WORDS_CHARS. text: what was written before, shorter than that. Copies. */
void writing_start(struct writing_pad *pad, int most_chars, const char *text);
/* key: argument of the keyboard's command. Text beyond most_chars is not taken: the counter under
 * the field says why. The scene keeps which order of letters was chosen. */
void writing_touch_key(struct writing_pad *pad, struct scene *scene, int64_t key);
/* True for the return key, which means that the text is finished. */
bool writing_type(struct writing_pad *pad, const struct writing *typed);
/* Without the white space around it. Borrows the pad. */
struct str writing_result(const struct writing_pad *pad);

/* The field, with the caller's id, name, hint, placeholder, colour and lines; text, caret and
 * counter are the pad's. Private: it is somebody's own text. */
void writing_show_field(const struct writing_pad *pad, struct ui *ui, struct ui_field field);
/* The keys of the language's layout; a touch sends {verb, key}. */
void writing_show_keys(const struct writing_pad *pad, const struct scene *scene, struct ui *ui,
                       int verb);
