#include "desk/qr.h"

#include <qrencode.h>
#include <sodium.h>
#include <stdbool.h>
#include <string.h>

#include "base/log.h"

enum { ECI_UTF8 = 26 }; /* ISO/IEC 18004 */

static bool is_ascii(const char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text >= 0x80) {
            return false;
        }
    }
    return true;
}

static QRcode *encode(const char *text)
{
    if (is_ascii(text)) {
        return QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    }
    QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
    QRcode *code = NULL;
    if (input != NULL && QRinput_appendECIheader(input, ECI_UTF8) == 0 &&
        QRinput_append(input, QR_MODE_8, (int)strlen(text), (const unsigned char *)text) == 0) {
        code = QRcode_encodeInput(input);
    }
    QRinput_free(input);
    return code;
}

enum err qr_json(const char *text, struct arena *arena, const char **json)
{
    *json = "";
    QRcode *code = text[0] == '\0' ? NULL : encode(text);
    if (code == NULL) {
        log_error("a QR code cannot hold %zu bytes", strlen(text));
        return ERR_INVALID;
    }
    const size_t count = (size_t)code->width * (size_t)code->width;
    char *dots = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++) {
        dots[i] = (code->data[i] & 1) != 0 ? '1' : '0';
    }
    *json = arena_printf(arena, "{\"size\": %d, \"dots\": \"%s\"}", code->width, dots);
    sodium_memzero(code->data, count);
    QRcode_free(code);
    return ERR_OK;
}
