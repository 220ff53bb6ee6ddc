#include "qr/qr.h"

#include <qrencode.h>
#include <string.h>

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

/* Texts that are not ASCII say that they are UTF-8: readers would have to guess. */
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

bool qr_make(const char *text, struct arena *arena, struct qr *qr)
{
    QRcode *code = text[0] == '\0' ? NULL : encode(text);
    if (code == NULL) {
        return false;
    }
    const size_t count = (size_t)code->width * (size_t)code->width;
    qr->size = code->width;
    qr->darks = arena_alloc(arena, count);
    for (size_t i = 0; i < count; i++) {
        qr->darks[i] = code->data[i] & 1;
    }
    explicit_bzero(code->data, count);
    QRcode_free(code);
    return true;
}
