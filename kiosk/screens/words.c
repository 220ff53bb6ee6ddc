#include "screens/words.h"

#include <string.h>

#include "i18n/i18n.h"

const struct word *word_find(const struct word *words, size_t count, const char *code)
{
    static const struct word UNKNOWN = {"", N_("Something else"), "", UI_ICON_WAIT};
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i].code, code) == 0) {
            return &words[i];
        }
    }
    return &UNKNOWN;
}
