/* The house's own texts in the other languages of the screen: table translation.
 *
 * A translation belongs to French words, wherever they stand: titles, summaries, questions, parts,
 * places, the message. The screen reads them through take_said (core/query.h); what has none is
 * shown in French. Words that change have no translation until somebody writes one; the one of the
 * words before stays, in case they come back. Source: db/README.md, "Translations". */
#pragma once

#include <stddef.h>

#include "core/catalogue_edit.h"

enum { TRANSLATION_LANG_COUNT = 4, TRANSLATION_CHARS = 300 };
/* BCP 47: all of the screen's languages but the house's. */
extern const char *const TRANSLATION_LANGS[TRANSLATION_LANG_COUNT];

struct translation_line {
    const char *french;
    const char *texts[TRANSLATION_LANG_COUNT]; /* "" none: takes away what there was */
};
/* Opens its own transaction, stamps the clock, makes the search anew. Texts are one line, at most
 * TRANSLATION_CHARS. ERR_INVALID *fault names it ("lines[1].de"; it may be NULL) · ERR_CLOCK · as
 * query_end. Tables: translation, search. */
enum err translations_save(struct db *db, const struct translation_line *lines, size_t count,
                           struct edit_fault *fault) NODISCARD;
