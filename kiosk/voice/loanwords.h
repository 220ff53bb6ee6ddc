/* Words of the house's that stand in sentences of other languages, said as the house says them. */
#pragma once

#include <stddef.h>

/* text as the engine takes it, in out: the words that lang's voice would misread are written as its
 * phonemes, in double brackets; brackets that stood there begin none. What does not fit ends there:
 * size of three times the text holds all. */
void loanwords_write(const char *lang, const char *text, char *out, size_t size);
