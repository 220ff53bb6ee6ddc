#include "desk/qr_json.h"

#include <string.h>

#include "base/log.h"
#include "qr/qr.h"

enum err qr_json(const char *text, struct arena *arena, const char **json)
{
    struct qr qr;
    *json = "";
    if (!qr_make(text, arena, &qr)) {
        log_error("a QR code cannot hold %zu bytes", strlen(text));
        return ERR_INVALID;
    }
    const size_t count = (size_t)qr.size * (size_t)qr.size;
    char *dots = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++) {
        dots[i] = qr.darks[i] != 0 ? '1' : '0';
    }
    *json = arena_printf(arena, "{\"size\": %d, \"dots\": \"%s\"}", qr.size, dots);
    return ERR_OK;
}
