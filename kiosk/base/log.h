/* The log: one line an event on standard error, never personal data (no name, words, number, token,
 * card). Format: LEVEL file:line message. The service manager stamps the time. */
#pragma once

#define log_info(...)  log_write("info", __FILE__, __LINE__, __VA_ARGS__)
#define log_warn(...)  log_write("warn", __FILE__, __LINE__, __VA_ARGS__)
#define log_error(...) log_write("error", __FILE__, __LINE__, __VA_ARGS__)
/* Logs and ends the program with abort(): for our own bugs and for memory running out. */
#define log_fatal(...) log_abort(__FILE__, __LINE__, __VA_ARGS__)

void log_write(const char *level, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void log_abort(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4), noreturn));
