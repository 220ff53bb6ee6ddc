#include "screens/writing.h"

#include <assert.h>
#include <string.h>

#include "i18n/i18n.h"
#include "ui/keymap.h"

static const struct keymap *layout_of(const struct scene *scene)
{
    const struct keymap *keymap = keymap_find(i18n_language()->keyboard);
    assert(keymap != NULL);
    if (scene->is_other_layout && keymap->other != NULL) {
        keymap = keymap_find(keymap->other);
        assert(keymap != NULL);
    }
    return keymap;
}

static const struct keymap_page *page_of(const struct writing_pad *pad, const struct scene *scene)
{
    const struct keymap *keymap = layout_of(scene);
    /* The language, and with it the layout, may have changed since the page was chosen. */
    const bool is_there = pad->page >= 0 && (size_t)pad->page < keymap->page_count;
    return &keymap->pages[is_there ? pad->page : KEYMAP_LETTERS];
}

static size_t chars_of(const struct writing_pad *pad)
{
    return utf8_count(str_of(pad->text));
}

static size_t char_before(const struct writing_pad *pad)
{
    return utf8_last(str_make(pad->text, pad->caret));
}

static size_t char_after(const struct writing_pad *pad)
{
    const char *at = pad->text + pad->caret;
    (void)utf8_next(&at, pad->text + strlen(pad->text));
    return (size_t)(at - pad->text);
}

static void insert(struct writing_pad *pad, const char *text)
{
    const struct str s = str_of(text);
    const size_t len = strlen(pad->text);
    const bool fits = utf8_count(s) + chars_of(pad) <= (size_t)pad->most_chars;
    if (!fits || !utf8_is_clean(s) || strchr(text, '\n') != NULL) {
        return;
    }
    char *at = pad->text + pad->caret;
    memmove(at + s.len, at, len - pad->caret + 1);
    memcpy(at, s.ptr, s.len);
    pad->caret += s.len;
}

static void erase(struct writing_pad *pad)
{
    const size_t from = char_before(pad);
    memmove(pad->text + from, pad->text + pad->caret, strlen(pad->text + pad->caret) + 1);
    pad->caret = from;
}

void writing_start(struct writing_pad *pad, int most_chars, const char *text)
{
    assert(most_chars >= 1 && most_chars <= ASK_MAX_WORDS_CHARS);
    *pad = (struct writing_pad){.most_chars = most_chars};
    insert(pad, text);
}

void writing_touch_key(struct writing_pad *pad, struct scene *scene, int64_t key)
{
    const struct keymap_key *k = keymap_key_at(page_of(pad, scene), (size_t)key);
    if (k == NULL) {
        return;
    }
    switch (k->action) {
    case KEYMAP_TEXT:
    case KEYMAP_SPACE:
        insert(pad, k->text);
        if (pad->is_shifted) {
            pad->page = KEYMAP_LETTERS;
            pad->is_shifted = false;
        }
        break;
    case KEYMAP_ERASE:
        erase(pad);
        break;
    case KEYMAP_PAGE:
        pad->page = k->page;
        pad->is_shifted = k->icon == UI_ICON_SHIFT && k->page != KEYMAP_LETTERS;
        break;
    case KEYMAP_LAYOUT:
        scene->is_other_layout = !scene->is_other_layout;
        break;
    case KEYMAP_BACK:
        pad->caret = char_before(pad);
        break;
    case KEYMAP_FORWARD:
        pad->caret = char_after(pad);
        break;
    }
}

bool writing_type(struct writing_pad *pad, const struct writing *typed)
{
    switch (typed->kind) {
    case WRITING_TEXT:
        insert(pad, typed->text);
        break;
    case WRITING_ERASE:
        erase(pad);
        break;
    case WRITING_RETURN:
        return true;
    }
    return false;
}

struct str writing_result(const struct writing_pad *pad)
{
    return str_trim(str_of(pad->text));
}

void writing_show_field(const struct writing_pad *pad, struct ui *ui, struct ui_field field)
{
    field.text = pad->text;
    field.lang = i18n_lang();
    field.caret = pad->caret;
    field.is_active = true;
    field.is_private = true;
    field.counter = ui_format(ui, i18n_is_spoken() ? tr("%d of %d") : "%d / %d", (int)chars_of(pad),
                              pad->most_chars);
    ui_field(ui, field);
}

void writing_show_keys(const struct writing_pad *pad, const struct scene *scene, struct ui *ui,
                       int verb)
{
    ui_keyboard(ui, page_of(pad, scene), verb);
}
