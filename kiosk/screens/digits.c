#include "screens/digits.h"

#include <assert.h>
#include <string.h>

bool digits_type(char *text, size_t wanted, int64_t digit)
{
    const size_t len = strlen(text);
    if (digit < 0) {
        text[len > 0 ? len - 1 : 0] = '\0';
        return false;
    }
    assert(len < wanted && digit <= 9);
    text[len] = (char)('0' + digit);
    text[len + 1] = '\0';
    return len + 1 == wanted;
}

bool digits_write(char *text, size_t wanted, const struct writing *writing)
{
    bool is_whole = false;
    if (writing->kind == WRITING_ERASE) {
        return digits_type(text, wanted, -1);
    }
    for (const char *c = writing->text; *c != '\0' && !is_whole; c++) {
        is_whole = *c >= '0' && *c <= '9' && digits_type(text, wanted, *c - '0');
    }
    return is_whole;
}

void digits_show_keys(struct ui *ui, int verb, bool is_shielded)
{
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    if (!ui_is_landscape(ui)) { /* there the keys take the height */
        ui_spacer(ui);
    }
    ui_keypad(ui, verb, is_shielded);
    ui_end(ui);
}
