#include "ui/dump.h"

#include <inttypes.h>

static const char *const role_names[UI_ROLE_COUNT] = {
    [UI_ROLE_TITLE] = "title",   [UI_ROLE_TEXT] = "text",     [UI_ROLE_IMAGE] = "image",
    [UI_ROLE_STATUS] = "status", [UI_ROLE_BUTTON] = "button", [UI_ROLE_CHOICE] = "choice",
    [UI_ROLE_STEP] = "step",     [UI_ROLE_KEY] = "key",       [UI_ROLE_FIELD] = "field",
    [UI_ROLE_SCROLL] = "scroll",
};

static const struct {
    unsigned bit;
    const char *name;
} state_names[] = {
    {UI_STATE_DISABLED, "disabled"},
    {UI_STATE_SELECTED, "selected"},
    {UI_STATE_FOCUSED, "focused"},
    {UI_STATE_PRESSED, "pressed"},
};

static void write_string(const char *text, FILE *out)
{
    fputc('"', out);
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '"' || *at == '\\') {
            fprintf(out, "\\%c", *at);
        } else if (*at < 0x20) {
            fprintf(out, "\\u%04x", *at);
        } else {
            fputc(*at, out);
        }
    }
    fputc('"', out);
}

static void write_pair(const char *key, const char *value, FILE *out)
{
    fprintf(out, "\"%s\": ", key);
    write_string(value, out);
    fputs(", ", out);
}

static void write_rect(const char *key, struct ui_rect rect, double scale, int digits, FILE *out)
{
    fprintf(out, "\"%s\": [%.*f, %.*f, %.*f, %.*f], ", key, digits, rect.x * scale, digits,
            rect.y * scale, digits, rect.w * scale, digits, rect.h * scale);
}

static void write_state(unsigned state, FILE *out)
{
    const char *comma = "";
    fputs("\"state\": [", out);
    for (size_t i = 0; i < ARRAY_LEN(state_names); i++) {
        if (state & state_names[i].bit) {
            fprintf(out, "%s\"%s\"", comma, state_names[i].name);
            comma = ", ";
        }
    }
    fputs("], ", out);
}

static void write_node(const struct ui_frame *frame, const struct ui_node *node, FILE *out)
{
    fputs("    {", out);
    write_pair("id", node->id, out);
    write_pair("role", role_names[node->role], out);
    write_pair("name", node->name, out);
    write_state(node->state, out);
    fprintf(out, "\"private\": %s, ", node->is_private ? "true" : "false");
    write_rect("rect_px", node->rect, 1, 0, out);
    write_rect("rect_mm", node->rect, 1 / frame->px_per_mm, 1, out);
    if (node->hit.w > 0) {
        write_rect("hit_px", node->hit, 1, 0, out);
        fprintf(out, "\"command\": [%d, %" PRId64 "], ", node->command.verb, node->command.arg);
    }
    fprintf(out, "\"font_px\": %d, \"foreground\": \"#%06X\", \"background\": \"#%06X\", ",
            node->font_px, (unsigned)node->foreground, (unsigned)node->background);
    write_pair("lang", node->lang, out);
    fprintf(out, "\"dir\": \"%s\"}", node->dir == UI_RTL ? "rtl" : "ltr");
}

enum err dump_write(const struct ui_frame *frame, FILE *out)
{
    fputs("{\n  ", out);
    write_pair("screen", frame->screen, out);
    write_pair("lang", frame->lang, out);
    fprintf(out, "\"width_px\": %d, \"height_px\": %d, \"px_per_mm\": %.3f,\n  \"nodes\": [",
            frame->width_px, frame->height_px, frame->px_per_mm);
    for (size_t i = 0; i < frame->nodes.count; i++) {
        fputs(i ? ",\n" : "\n", out);
        write_node(frame, &frame->nodes.items[i], out);
    }
    fputs("\n  ]\n}\n", out);
    return fflush(out) == 0 && !ferror(out) ? ERR_OK : ERR_IO;
}
