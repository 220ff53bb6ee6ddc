/* Build-time program: turns db/ into C.
 *
 *   embed_sql OUT.h OUT.c FILE.sql...
 *
 * A file in migrations/ becomes one entry of MIGRATIONS, in the order of the names (which begin
 * with their number). A file in demo/ becomes one entry of DEMO_SCRIPTS likewise. A file in
 * queries/ is cut at its "-- name: words" lines; each becomes an enum value Q_WORDS and an entry of
 * QUERIES. Exits 1, saying why, on anything unexpected. */
#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ITEMS = 1000, NAME_BYTES = 64 };

struct item {
    char name[NAME_BYTES];
    char *sql;
};

struct list {
    struct item items[MAX_ITEMS];
    int count;
};

static struct list the_migrations;
static struct list the_demo_scripts;
static struct list the_queries;

static void fail(const char *what, const char *where)
{
    (void)fprintf(stderr, "embed_sql: %s: %s\n", where, what);
    exit(1);
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        fail("cannot be read", path);
    }
    const long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size) {
        fail("cannot be read", path);
    }
    (void)fclose(file);
    return text;
}

static void list_add(struct list *list, const char *name, size_t len, char *sql, const char *path)
{
    if (list->count == MAX_ITEMS || len == 0 || len >= NAME_BYTES) {
        fail("too many entries, or a name too long", path);
    }
    struct item *item = &list->items[list->count++];
    memcpy(item->name, name, len);
    item->sql = sql;
}

static void add_queries(const char *path)
{
    static const char mark[] = "-- name: ";
    char *text = read_file(path);
    char *at = strstr(text, mark);
    while (at != NULL) {
        char *name = at + strlen(mark);
        const size_t len = strcspn(name, " \n");
        char *next = strstr(name, mark);
        char *body = strchr(name, '\n');
        if (body == NULL) {
            fail("a name without a statement", path);
        }
        const size_t size = next == NULL ? strlen(body) : (size_t)(next - body);
        char *sql = calloc(1, size + 1);
        if (sql == NULL) {
            fail("out of memory", path);
        }
        memcpy(sql, body, size);
        list_add(&the_queries, name, len, sql, path);
        at = next;
    }
    free(text);
}

/* Whether the file lies directly in a folder of that name. */
static bool is_in(const char *path, const char *folder)
{
    const char *slash = strrchr(path, '/');
    const size_t len = strlen(folder);
    return slash != NULL && (size_t)(slash - path) > len && slash[-(ptrdiff_t)len - 1] == '/' &&
           strncmp(slash - len, folder, len) == 0;
}

static void add_file(const char *path)
{
    if (is_in(path, "queries")) {
        add_queries(path);
        return;
    }
    struct list *list = is_in(path, "demo") ? &the_demo_scripts : &the_migrations;
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    list_add(list, name, strcspn(name, "."), read_file(path), path);
    if (strtol(name, NULL, 10) != list->count) {
        fail("files must be numbered without a gap", path);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct item *)a)->name, ((const struct item *)b)->name);
}

static void write_string(FILE *out, const char *text)
{
    (void)fputs("\n        \"", out);
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\n') {
            (void)fputs(c[1] == '\0' ? "\\n" : "\\n\"\n        \"", out);
        } else {
            if (*c == '"' || *c == '\\') {
                (void)fputc('\\', out);
            }
            (void)fputc(*c, out);
        }
    }
    (void)fputc('"', out);
}

static void write_list(FILE *out, const char *type, const struct list *list)
{
    (void)fprintf(out, "const struct sql_text %s[] = {\n", type);
    for (int i = 0; i < list->count; i++) {
        (void)fprintf(out, "    {\"%s\",", list->items[i].name);
        write_string(out, list->items[i].sql);
        (void)fputs("},\n", out);
    }
    (void)fputs("};\n\n", out);
}

static void write_header(const char *path)
{
    FILE *out = fopen(path, "w");
    if (out == NULL) {
        fail("cannot be written", path);
    }
    (void)fputs("/* Made by embed_sql from db/: do not edit. */\n#pragma once\n\n"
                "struct sql_text {\n    const char *name;\n    const char *sql;\n};\n\n"
                "enum query_id {\n",
                out);
    for (int i = 0; i < the_queries.count; i++) {
        (void)fputs("    Q_", out);
        for (const char *c = the_queries.items[i].name; *c != '\0'; c++) {
            (void)fputc(toupper((unsigned char)*c), out);
        }
        (void)fputs(",\n", out);
    }
    (void)fprintf(out,
                  "    Q_COUNT\n};\n\nenum { MIGRATION_COUNT = %d, DEMO_SCRIPT_COUNT = %d };\n\n"
                  "extern const struct sql_text QUERIES[];\n"
                  "extern const struct sql_text MIGRATIONS[];\n"
                  "extern const struct sql_text DEMO_SCRIPTS[];\n",
                  the_migrations.count, the_demo_scripts.count);
    if (fclose(out) != 0) {
        fail("cannot be written", path);
    }
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fail("usage: embed_sql OUT.h OUT.c FILE.sql...", "arguments");
    }
    for (int i = 3; i < argc; i++) {
        add_file(argv[i]);
    }
    qsort(the_queries.items, (size_t)the_queries.count, sizeof(struct item), by_name);
    for (int i = 1; i < the_queries.count; i++) {
        if (strcmp(the_queries.items[i - 1].name, the_queries.items[i].name) == 0) {
            fail("a statement's name is used twice", the_queries.items[i].name);
        }
    }
    write_header(argv[1]);
    FILE *out = fopen(argv[2], "w");
    if (out == NULL) {
        fail("cannot be written", argv[2]);
    }
    (void)fputs("/* Made by embed_sql from db/: do not edit. */\n#include \"sql.h\"\n\n", out);
    write_list(out, "QUERIES", &the_queries);
    write_list(out, "MIGRATIONS", &the_migrations);
    write_list(out, "DEMO_SCRIPTS", &the_demo_scripts);
    return fclose(out) == 0 ? 0 : 1;
}
