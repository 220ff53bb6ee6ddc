/* QR codes for the page to draw: cards, tickets, calendar entries. */
#pragma once

#include "base/arena.h"
#include "base/err.h"

/* JSON text, in the arena: {"size": 25, "dots": "0101…"}, the rows one after the other, 1 is dark;
 * without the quiet zone of four that has to stay white around it. text: UTF-8, not empty; codes of
 * cards and tickets take the shortest form, other alphabets are announced to the reader.
 * What it says may be a secret: the arena is wiped with the exchange; keep it out of addresses,
 * logs and the page's history. ERR_INVALID empty, or more than a code holds. */
enum err qr_json(const char *text, struct arena *arena, const char **json) NODISCARD;
