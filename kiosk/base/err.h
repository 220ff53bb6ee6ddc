/* Errors: one enum for the whole project, 0 is success.
 *
 * Conventions, everywhere:
 * - a function that can fail returns enum err and says in its header which ones, and when;
 * - an error is logged once, where it is detected; callers pass it on;
 * - only screens and handlers turn it into a sentence.
 *
 * Ownership words in headers, exactly four: the callee *borrows* (uses during the call),
 * *keeps* (uses after it; the caller must leave it alive), *copies*, or *gives* (the caller frees).
 */
#pragma once

enum err {
    ERR_OK = 0,
    ERR_BUSY,      /* another program holds the database; nothing was written; try again */
    ERR_FULL,      /* a named capacity is reached: seats, a list, a buffer */
    ERR_INVALID,   /* what was given cannot be: bad shape, out of range */
    ERR_NOT_FOUND, /* no such row, file, card, ticket */
    ERR_CONFLICT,  /* the world changed meanwhile: seat taken, session moved, already decided */
    ERR_DENIED,    /* not allowed to this person, or by a rule */
    ERR_SLOWED,    /* too many wrong tries: wait */
    ERR_IO,        /* reading or writing failed */
    ERR_READONLY,  /* the database cannot be written to */
    ERR_NO_SPACE,  /* the disk is full; nothing was written */
    ERR_NEWER,     /* the database was made by a newer program */
    ERR_FOREIGN,   /* the file is not a Conciergerie database */
    ERR_CORRUPT,   /* the database is damaged, or breaks its own rules */
    ERR_CLOCK,     /* the machine's clock is earlier than the last record */
    ERR_MISSING,   /* a font, translation or other installed file is not there */
    ERR_COUNT
};

#define NODISCARD    __attribute__((warn_unused_result))
#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

/* A stable lower-case word for logs and tests ("busy", "not-found"). Never shown to residents. */
const char *err_name(enum err err);
