/* What people write, for comparing: without case, accents, spaces and signs. */
#pragma once

#include "base/text.h"

/* "Prénom(s)" becomes "prenoms", "Œuvre n° 4" "oeuvren4". Latin letters lose their marks, composed
 * or not; those of other scripts stay as they are. folded: ended by NUL.
 * ERR_FULL longer than size. */
enum err text_fold(struct str text, char *folded, size_t size) NODISCARD;
