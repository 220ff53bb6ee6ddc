#include "base/place.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"

/* FOLDER/NAME, of a folder told from the one in which this program lies. */
static bool is_at(const char *folder, const char *name, char path[PATH_MAX])
{
    char own[PATH_MAX];
    const ssize_t own_len = readlink("/proc/self/exe", own, sizeof(own) - 1);
    if (own_len <= 0) {
        log_error("where this program lies cannot be told");
        path[0] = '\0';
        return false;
    }
    own[own_len] = '\0';
    const char *last = strrchr(own, '/');
    const int len = snprintf(path, PATH_MAX, "%.*s%s%s", (int)(last + 1 - own), own, folder, name);
    if (len < 0 || len >= PATH_MAX) {
        log_error("where this program lies is too deep");
        path[0] = '\0';
        return false;
    }
    return access(path, F_OK) == 0;
}

const char *place_helper(const char *name, char path[PATH_MAX])
{
    if (!is_at("../libexec/conciergerie/", name, path)) {
        (void)is_at("", name, path);
    }
    return path;
}

const char *place_locale(char path[PATH_MAX])
{
    if (!is_at("../share/locale", "", path)) {
        (void)is_at("locale", "", path);
    }
    return path;
}
