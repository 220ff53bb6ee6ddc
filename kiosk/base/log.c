#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 512 };

static void write_line(const char *level, const char *file, int line, const char *format,
                       va_list args)
{
    char message[LINE_MAX_BYTES];
    (void)vsnprintf(message, sizeof(message), format, args);
    for (char *c = message; *c != '\0'; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7f) {
            *c = ' '; /* one event, one line, whatever a library's message holds */
        }
    }
    const char *from_kiosk = strstr(file, "kiosk/");
    (void)fprintf(stderr, "%s %s:%d %s\n", level, from_kiosk != NULL ? from_kiosk : file, line,
                  message);
}

void log_write(const char *level, const char *file, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    write_line(level, file, line, format, args);
    va_end(args);
}

void log_abort(const char *file, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    write_line("fatal", file, line, format, args);
    va_end(args);
    abort();
}
