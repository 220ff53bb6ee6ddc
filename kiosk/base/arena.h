/* Arenas: memory that is freed all at once, and wiped before it is given back.
 *
 * A session's personal data lives in arenas only, so that ending the session wipes it.
 * What returns memory takes the arena it goes in. Running out of memory ends the program with a
 * log line (the service manager starts it again): no caller has to handle NULL. */
#pragma once

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* name: for the log, borrowed for ever (a literal). limit_bytes: beyond it the program ends, since
 * only a bug gets there. Never NULL. */
struct arena *arena_create(const char *name, size_t limit_bytes);
/* Wipes and frees everything. Accepts NULL. */
void arena_destroy(struct arena *arena);
/* Wipes everything and keeps the first block for reuse. */
void arena_reset(struct arena *arena);

/* Zeroed, aligned for any type. Never NULL; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
/* count × size, checked against overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Copies. NULL becomes "". */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t len);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *arena);
