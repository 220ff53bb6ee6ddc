#include "ui/keymap.h"

#include <string.h>

#include "base/err.h"

static const struct keymap *const keymaps[] = {
    &KEYMAP_AZERTY, &KEYMAP_ABC, &KEYMAP_QWERTZ, &KEYMAP_TURKISH, &KEYMAP_ARABIC, &KEYMAP_LATIN,
};

const struct keymap *keymap_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(keymaps); i++) {
        if (strcmp(keymaps[i]->name, name) == 0) {
            return keymaps[i];
        }
    }
    return NULL;
}

const struct keymap_key *keymap_key_at(const struct keymap_page *page, size_t index)
{
    for (size_t i = 0; i < page->row_count; i++) {
        if (index < page->rows[i].count) {
            return &page->rows[i].keys[index];
        }
        index -= page->rows[i].count;
    }
    return NULL;
}
