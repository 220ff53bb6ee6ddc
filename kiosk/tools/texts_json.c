/* Build-time program: turns a compiled catalogue (.mo) into what the desk's page reads.
 *
 *   texts_json IN.mo OUT.json
 *
 * {"lang": "fr", "plural": "n > 1", "texts": {"Yes": "Oui", "{n} seat": ["{n} place", …]}}: a text
 * with plurals stands under its singular; one with a context under "context\u0004text". The format
 * of the file: GNU gettext's manual, "The Format of GNU MO Files". Exits 1, saying why, on anything
 * unexpected. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAGIC = 0x950412de, HEADER_BYTES = 28, ROW_BYTES = 8 };

static unsigned char *the_bytes;
static size_t the_len;

static void fail(const char *what, const char *where)
{
    (void)fprintf(stderr, "texts_json: %s: %s\n", where, what);
    exit(1);
}

static void read_file(const char *name)
{
    FILE *in = fopen(name, "rb");
    if (in == NULL || fseek(in, 0, SEEK_END) != 0) {
        fail("cannot be read", name);
    }
    the_len = (size_t)ftell(in);
    rewind(in);
    the_bytes = calloc(1, the_len + 1);
    if (the_bytes == NULL || fread(the_bytes, 1, the_len, in) != the_len) {
        fail("cannot be read", name);
    }
    (void)fclose(in);
}

static uint32_t word_at(size_t at)
{
    if (at + 4 > the_len) {
        fail("cut off", "catalogue");
    }
    const unsigned char *b = the_bytes + at;
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

struct text {
    const char *at; /* may hold NULs, between plural forms */
    size_t len;
};

/* Row of the table of originals (at 12) or of translations (at 16). */
static struct text text_at(size_t table, uint32_t row)
{
    const size_t entry = word_at(table) + (size_t)row * ROW_BYTES;
    const struct text text = {
        .at = (const char *)the_bytes + word_at(entry + 4),
        .len = word_at(entry),
    };
    if (word_at(entry + 4) + text.len > the_len) {
        fail("cut off", "catalogue");
    }
    return text;
}

/* One string, up to its NUL. */
static void write_string(FILE *out, const char *text)
{
    (void)fputc('"', out);
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\') {
            (void)fprintf(out, "\\%c", *c);
        } else if ((unsigned char)*c < ' ') {
            (void)fprintf(out, "\\u%04x", (unsigned char)*c);
        } else {
            (void)fputc(*c, out);
        }
    }
    (void)fputc('"', out);
}

/* The value of "Name: value" in the catalogue's head, up to one of stops. */
static void write_head(FILE *out, const char *head, const char *name, const char *stops)
{
    char value[200] = "";
    const char *at = strstr(head, name);
    if (at == NULL) {
        fail("missing in the catalogue's head", name);
    }
    at += strlen(name);
    const size_t len = strcspn(at, stops);
    if (len >= sizeof value) {
        fail("too long", name);
    }
    memcpy(value, at, len);
    write_string(out, value);
}

static void write_text(FILE *out, struct text original, struct text translation)
{
    (void)fputs(",\n", out);
    write_string(out, original.at);
    (void)fputc(':', out);
    if (strlen(original.at) == original.len) {
        write_string(out, translation.at);
        return;
    }
    for (size_t at = 0; at < translation.len; at += strlen(translation.at + at) + 1) {
        (void)fputc(at == 0 ? '[' : ',', out);
        write_string(out, translation.at + at);
    }
    (void)fputc(']', out);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fail("usage: texts_json IN.mo OUT.json", "arguments");
    }
    read_file(argv[1]);
    if (the_len < HEADER_BYTES || word_at(0) != MAGIC) {
        fail("not a little-endian catalogue", argv[1]);
    }
    FILE *out = fopen(argv[2], "w");
    if (out == NULL) {
        fail("cannot be written", argv[2]);
    }
    const uint32_t count = word_at(8);
    const char *head = count == 0 || text_at(12, 0).len != 0 ? "" : text_at(16, 0).at;
    (void)fputs("{\"lang\":", out);
    write_head(out, head, "Language: ", "\n");
    (void)fputs(",\"plural\":", out);
    write_head(out, head, "plural=", ";\n");
    (void)fputs(",\"texts\":{\"\":\"\"", out);
    for (uint32_t i = 1; i < count; i++) {
        write_text(out, text_at(12, i), text_at(16, i));
    }
    (void)fputs("}}\n", out);
    return fclose(out) == 0 ? 0 : 1;
}
