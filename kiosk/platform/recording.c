#include "platform/recording.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The next byte that is no white space, or the end. */
static const char *skip(const char *at)
{
    while (is_space(*at)) {
        at++;
    }
    return at;
}

static bool is_same(const char *a, const char *b)
{
    for (a = skip(a), b = skip(b); *a == *b; a = skip(a + 1), b = skip(b + 1)) {
        if (*a == '\0') {
            return true;
        }
    }
    return false;
}

/* The words of the file are these. */
static bool says(const char *path, const char *text)
{
    char words[RECORDING_TEXT];
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        return false;
    }
    const size_t len = fread(words, 1, sizeof(words) - 1, file);
    (void)fclose(file);
    words[len] = '\0';
    return is_same(words, text);
}

enum err recording_find(const char *folder, const char *lang, const char *id, const char *text,
                        char path[RECORDING_PATH])
{
    if (folder[0] == '\0' || id[0] == '\0' || strchr(id, '/') != NULL ||
        strchr(lang, '/') != NULL) {
        return ERR_NOT_FOUND;
    }
    const int len = snprintf(path, RECORDING_PATH, "%s/%s/%s.txt", folder, lang, id);
    if (len < 0 || len >= RECORDING_PATH || !says(path, text)) {
        return ERR_NOT_FOUND;
    }
    memcpy(path + len - 3, "wav", 3);
    return access(path, R_OK) == 0 ? ERR_OK : ERR_NOT_FOUND;
}
