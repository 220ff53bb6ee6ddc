/* What people write, for comparing: without case, accents, spaces and signs. */
#pragma once

#include "base/arena.h"
#include "base/text.h"

/* "Prénom(s)" becomes "prenoms", "Œuvre n° 4" "oeuvren4". Latin letters lose their marks, composed
 * or not; Arabic ones their vowel marks and hamza; those of other scripts stay as they are. folded:
 * ended by NUL.
 * ERR_FULL longer than size. */
enum err text_fold(struct str text, char *folded, size_t size) NODISCARD;

/* The words of a text, each folded, between before and after: for what is searched, and what for.
 * Whatever is neither letter nor digit parts words. In the arena. */
const char *text_fold_words(const char *words, const char *before, const char *after,
                            struct arena *arena);
