/* Build-time program: turns the files of the desk's page into C.
 *
 *   embed_assets OUT.h OUT.c PATH=FILE...
 *
 * PATH is what a browser asks for ("/", "/assets/main.js"); its ending, or FILE's, says the type.
 * OUT.c holds one table ordered by path, and asset_find(), which looks a path up; OUT.h declares
 * them. An entity tag is a print of the bytes: the same bytes, the same tag. Exits 1, saying why,
 * on anything unexpected. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { MAX_FILES = 200, BYTES_A_LINE = 24 };

struct file {
    const char *path; /* of the page */
    const char *type;
    unsigned char *bytes;
    size_t len;
};

static struct file the_files[MAX_FILES];
static size_t the_count;

static const struct {
    const char *ending, *type;
} TYPES[] = {
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".woff2", "font/woff2"},
};

static void fail(const char *what, const char *where)
{
    (void)fprintf(stderr, "embed_assets: %s: %s\n", where, what);
    exit(1);
}

static void read_file(const char *name, struct file *file)
{
    FILE *in = fopen(name, "rb");
    if (in == NULL || fseek(in, 0, SEEK_END) != 0) {
        fail("cannot be read", name);
    }
    const long size = ftell(in);
    rewind(in);
    file->len = (size_t)size;
    file->bytes = calloc(1, file->len + 1);
    if (file->bytes == NULL || fread(file->bytes, 1, file->len, in) != file->len) {
        fail("cannot be read", name);
    }
    (void)fclose(in);
}

static const char *type_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (strcmp(dot, TYPES[i].ending) == 0) {
            return TYPES[i].type;
        }
    }
    fail("no type is known for its ending", name);
    return NULL;
}

static void add(char *argument)
{
    char *equals = strchr(argument, '=');
    if (equals == NULL || argument[0] != '/') {
        fail("not PATH=FILE", argument);
    }
    if (the_count == MAX_FILES) {
        fail("too many files", argument);
    }
    *equals = '\0';
    struct file *file = &the_files[the_count++];
    file->path = argument;
    file->type = type_of(equals + 1);
    read_file(equals + 1, file);
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static FILE *create(const char *name)
{
    FILE *out = fopen(name, "w");
    if (out == NULL) {
        fail("cannot be written", name);
    }
    return out;
}

static void write_header(const char *name)
{
    FILE *out = create(name);
    (void)fputs(
        "/* Made by embed_assets: do not edit. The desk's page, file by file. */\n#pragma once\n\n"
        "#include <stddef.h>\n\n"
        "struct asset {\n"
        "    const char *path; /* \"/\", \"/assets/main.js\", \"/texts/fr\", \"/icons.woff2\" */\n"
        "    const char *type; /* of Content-Type */\n"
        "    const unsigned char *bytes;\n"
        "    size_t len;\n"
        "    const char *etag; /* with its quotes */\n"
        "};\n\n"
        "/* Ordered by path. */\n"
        "extern const struct asset ASSETS[];\n"
        "extern const size_t ASSET_COUNT;\n\n"
        "/* NULL: there is none. */\n"
        "const struct asset *asset_find(const char *path);\n",
        out);
    if (fclose(out) != 0) {
        fail("cannot be written", name);
    }
}

static void write_bytes(FILE *out, size_t index)
{
    const struct file *file = &the_files[index];
    (void)fprintf(out, "static const unsigned char B%zu[] = {", index);
    for (size_t i = 0; i < file->len; i++) {
        (void)fprintf(out, "%s%u,", i % BYTES_A_LINE == 0 ? "\n" : "", file->bytes[i]);
    }
    (void)fputs("0};\n\n", out); /* a NUL behind, for those who print it */
}

static void write_source(const char *name)
{
    FILE *out = create(name);
    (void)fputs("/* Made by embed_assets: do not edit. */\n#include \"assets.h\"\n\n"
                "#include <stdlib.h>\n#include <string.h>\n\n",
                out);
    for (size_t i = 0; i < the_count; i++) {
        write_bytes(out, i);
    }
    (void)fputs("const struct asset ASSETS[] = {\n", out);
    for (size_t i = 0; i < the_count; i++) {
        const struct str bytes = str_make((const char *)the_files[i].bytes, the_files[i].len);
        (void)fprintf(out, "    {\"%s\", \"%s\", B%zu, %zu, \"\\\"%016" PRIx64 "\\\"\"},\n",
                      the_files[i].path, the_files[i].type, i, the_files[i].len,
                      text_print(TEXT_PRINT, bytes));
    }
    (void)fprintf(out,
                  "};\n\nconst size_t ASSET_COUNT = %zu;\n\n"
                  "static int compare(const void *path, const void *asset)\n{\n"
                  "    return strcmp(path, ((const struct asset *)asset)->path);\n}\n\n"
                  "const struct asset *asset_find(const char *path)\n{\n"
                  "    return bsearch(path, ASSETS, ASSET_COUNT, sizeof ASSETS[0], compare);\n}\n",
                  the_count);
    if (fclose(out) != 0) {
        fail("cannot be written", name);
    }
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fail("usage: embed_assets OUT.h OUT.c PATH=FILE...", "arguments");
    }
    for (int i = 3; i < argc; i++) {
        add(argv[i]);
    }
    qsort(the_files, the_count, sizeof the_files[0], by_path);
    for (size_t i = 1; i < the_count; i++) {
        if (strcmp(the_files[i - 1].path, the_files[i].path) == 0) {
            fail("a path is given twice", the_files[i].path);
        }
    }
    write_header(argv[1]);
    write_source(argv[2]);
    return 0;
}
