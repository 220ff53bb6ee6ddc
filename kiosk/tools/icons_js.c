/* Build-time program: names the icons for the desk's page as kiosk/ui/icons.h names them for the
 * screen.
 *
 *   icons_js icons.h OUT.js
 *
 * A line "X(WASH, 0xf1b1, 0)" becomes wash: "\uf1b1" of the exported ICONS. Exits 1, saying why, on
 * anything unexpected. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 300, LEAST_ICONS = 20 };

static void fail(const char *what, const char *where)
{
    (void)fprintf(stderr, "icons_js: %s: %s\n", where, what);
    exit(1);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fail("usage: icons_js icons.h OUT.js", "arguments");
    }
    FILE *in = fopen(argv[1], "r");
    FILE *out = fopen(argv[2], "w");
    if (in == NULL) {
        fail("cannot be opened", argv[1]);
    }
    if (out == NULL) {
        fail("cannot be opened", argv[2]);
    }
    (void)fputs("/* Made by icons_js from kiosk/ui/icons.h: do not edit. */\n"
                "export const ICONS = {\n",
                out);
    char line[LINE_BYTES];
    int count = 0;
    while (fgets(line, sizeof line, in) != NULL) {
        char name[LINE_BYTES];
        char code[LINE_BYTES];
        if (sscanf(line, " X(%299[A-Z0-9_], 0x%299[0-9a-f],", name, code) != 2) {
            continue;
        }
        for (char *c = name; *c != '\0'; c++) {
            *c = (char)tolower((unsigned char)*c);
        }
        (void)fprintf(out, "    %s: '\\u%s',\n", name, code);
        count++;
    }
    (void)fputs("};\n", out);
    (void)fclose(in);
    if (count < LEAST_ICONS) {
        fail("no icons were found", argv[1]);
    }
    return fclose(out) == 0 ? 0 : 1;
}
