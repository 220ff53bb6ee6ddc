/* Shared by the files about calendars, for nobody else. All expect an open transaction. */
#pragma once

#include "core/calendar.h"

/* One line of a calendar in words that fit the agenda: white space and line breaks made single
 * spaces; what cannot be shown or turns the direction of the text around left out; cut behind a
 * word, with "…", if it is longer. Copies. */
const char *calendar_words(struct arena *arena, const char *text, size_t most_chars, bool *is_cut);

/* Whether this actor may touch that partner's calendar. ERR_DENIED · ERR_NOT_FOUND no such partner.
 */
enum err calendar_may(struct db *db, int64_t partner_id, const struct actor *actor) NODISCARD;
/* Works out what would become of each line of a reading. Writes calendar_row, calendar_title. */
enum err calendar_judge(struct db *db, int64_t reading_id, int64_t partner_id,
                        struct arena *arena) NODISCARD;
/* The reading is over: its lines go. state: confirmed, dropped, expired. */
enum err calendar_end(struct db *db, int64_t reading_id, const char *state) NODISCARD;

/* Readings that nobody confirmed in CALENDAR_KEPT_DAYS: whether there are any, which needs no
 * transaction; they are forgotten. */
enum err calendar_is_due(struct db *db, int64_t now_s, bool *is_due) NODISCARD;
enum err calendar_expire(struct db *db, int64_t now_s) NODISCARD;

/* A line, with what is needed to do what it says. */
struct calendar_line {
    struct calendar_row row;
    const char *uid, *summary;
    int64_t key_s;
    int64_t sequence;
    bool is_cancelled;
};
/* As calendar_rows(). */
enum err calendar_lines(struct db *db, int64_t reading_id, struct arena *arena,
                        struct calendar_line **lines, int *count) NODISCARD;
/* calendar_load() of one that is open, and this actor's. ERR_NOT_FOUND · ERR_DENIED. */
enum err calendar_open(struct db *db, int64_t reading_id, const struct actor *actor,
                       struct arena *arena, struct calendar_reading *reading) NODISCARD;
/* Does what a line says, and notes what the calendar said. Adds to *done. */
enum err calendar_write(struct db *db, const struct calendar_confirm *confirm,
                        const struct calendar_reading *reading, const struct calendar_line *line,
                        struct calendar_done *done) NODISCARD;
