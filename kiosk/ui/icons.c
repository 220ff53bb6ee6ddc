#include "ui/icons.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

#define UI_ICON_ROW(name, code, mirrored) [UI_ICON_##name] = {#name, code, mirrored},
static const struct {
    const char *name;
    uint32_t code;
    bool is_mirrored;
} icons[UI_ICON_COUNT] = {UI_ICONS(UI_ICON_ROW)};

uint32_t icon_code(enum ui_icon icon)
{
    assert(icon >= 0 && icon < UI_ICON_COUNT);
    return icons[icon].code;
}

const char *icon_name_of(const char *utf8)
{
    const char *at = utf8;
    const uint32_t code = utf8_next(&at, utf8 + strlen(utf8));
    for (int i = 1; i < UI_ICON_COUNT; i++) {
        if (icons[i].code == code) {
            return icons[i].name;
        }
    }
    return "";
}

bool icon_is_mirrored(enum ui_icon icon)
{
    assert(icon >= 0 && icon < UI_ICON_COUNT);
    return icons[icon].is_mirrored;
}

enum ui_icon icon_named(const char *name)
{
    for (int i = 1; name && i < UI_ICON_COUNT; i++) {
        if (strcasecmp(icons[i].name, name) == 0) {
            return (enum ui_icon)i;
        }
    }
    return UI_ICON_NONE;
}
