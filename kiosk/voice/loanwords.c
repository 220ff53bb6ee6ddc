#include "voice/loanwords.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define PHONEMES "[["

static const struct {
    const char *lang, *word;
    const char *phonemes; /* mnemonics of that voice: espeak-ng, docs/phonemes.md */
} WORDS[] = {
    {"de", "conciergerie", "kO~sjErZ@r'i:"},
    {"en", "conciergerie", "k0nsi,e@Z@r'i:"},
};

/* Bytes beyond ASCII are of letters, too. */
static bool is_letter(char c)
{
    return isalpha((unsigned char)c) != 0 || (unsigned char)c >= 0x80;
}

/* The entry whose word begins at `at` and ends with it; NULL: none. */
static const char *phonemes_of(const char *lang, const char *at, size_t *len)
{
    for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++) {
        *len = strlen(WORDS[i].word);
        if (strcmp(WORDS[i].lang, lang) == 0 && strncasecmp(WORDS[i].word, at, *len) == 0 &&
            !is_letter(at[*len])) {
            return WORDS[i].phonemes;
        }
    }
    return NULL;
}

void loanwords_write(const char *lang, const char *text, char *out, size_t size)
{
    size_t used = 0;
    char before = ' ';
    for (const char *at = text; *at != '\0';) {
        size_t len = 0;
        const char *phonemes = is_letter(before) ? NULL : phonemes_of(lang, at, &len);
        char piece[64] = {*at, '\0'};
        if (phonemes != NULL) {
            (void)snprintf(piece, sizeof(piece), PHONEMES "%s]]", phonemes);
        } else {
            len = 1;
            (void)snprintf(piece, sizeof(piece), before == '[' && *at == '[' ? " %c" : "%c", *at);
        }
        const size_t more = strlen(piece);
        if (used + more + 1 > size) {
            break;
        }
        memcpy(out + used, piece, more);
        used += more;
        before = at[len - 1];
        at += len;
    }
    out[used] = '\0';
}
