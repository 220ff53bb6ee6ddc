/* OpenAgenda's JSON, read into the lines that conciergerie-ical writes of a calendar
 * (kiosk/ical/rows.h), so that both go the same way from there on: core/calendar.h.
 *
 * Source: OpenAgenda's documentation for developers, « Structure d'un événement » and « Lecture
 * d'événements d'un agenda » (v2), « Export JSON » (v1, the same with `start` for `begin`).
 *
 * What stands for what:
 *   uid                     UID "N@openagenda"; a timing is known by its beginning
 *   title                   French, else the first language there is
 *   description, conditions words; longDescription where there is no description
 *   location.name           place, else its address; "En ligne" of what takes place online only
 *   timings                 dates; each has its own zone
 *   status 1 programmé      as it is
 *          2 reprogrammé    as it is, noted "rescheduled": the timings are the new ones
 *          3 déplacé en ligne  as it is, at "En ligne", noted "online"
 *          4 reporté        cancelled, noted "postponed": it does not take place then, and nobody
 *                           knows when; the new timings will be new dates
 *          5 complet        as it is, noted "full": who may come here, the house counts
 *          6 annulé         cancelled
 *   state, other than 2     not published there: private, which nobody here sees
 *
 * Age, keywords, accessibility, pictures and other languages are not taken over. */
#pragma once

#include <stdio.h>

#include "core/calendar.h"

enum {
    OPENAGENDA_BYTES_MAX = 4000000, /* a value of the database's at most, core/db_file.c */
    OPENAGENDA_EVENTS_MAX = 5000,
    OPENAGENDA_TIMINGS_MAX = 2000,
    OPENAGENDA_TEXT_CHARS = 1000
};

/* Whether it is JSON rather than iCalendar, by its first character. */
bool openagenda_is_json(const char *bytes, size_t len);
/* Writes lines, or a refusal as the only one: "too_big" · "not_openagenda" it is no such export,
 * nested deeper than SQLite reads, or damaged. Problems of single events, as a line each: "no_uid"
 * · "no_timings" none at all, as in answers that were not asked for in detail (detail "detailed=1")
 * · "date" not a moment with its zone (detail: what stands there) · "not_event" not even that ·
 * "paged" the answer holds only a part of the agenda (detail: "20/134"). bytes: borrowed. Reads no
 * table. ERR_IO out cannot be written. */
enum err openagenda_read(struct db *db, const char *bytes, size_t len, struct calendar_span span,
                         FILE *out) NODISCARD;
