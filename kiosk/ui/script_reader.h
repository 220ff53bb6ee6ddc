/* What the parts of script reading share: script.c (commands), script_reader.c (words). Private. */
#pragma once

#include "base/text.h"
#include "ui/script.h"

struct reader {
    struct arena *arena;
    struct script_step *steps;
    size_t count, capacity;
    const char *variables[SCRIPT_VARIABLES];
    size_t variable_count;
    const char *problem;

    /* where it reads */
    const char *file;
    int line, depth;
    struct str rest; /* of the line */
};

/* Says what is wrong with the line; ERR_INVALID. */
enum err reader_refuse(struct reader *reader, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *reader_copy(struct reader *reader, struct str s);
/* Cuts the next word, up to white space; empty at the end of the line. */
struct str reader_take_word(struct reader *reader);
bool reader_is_name_char(char c);
/* In double quotes; each $NAME in it was set by a line before. */
enum err reader_take_string(struct reader *reader, const char **text);
/* @x,y, which was cut already. */
enum err reader_take_point(struct reader *reader, struct str word, struct script_step *step);
/* "name", or #id with the verb for that; false: neither. */
bool reader_take_node(struct reader *reader, struct script_step *step, enum script_verb by_id,
                      enum err *err);
