/* Writing iCalendar: content lines of RFC 5545, each value as its type wants it.
 *
 * What is written here is read by phones and by other people's programs, so nothing that stands in
 * the database can break a line: texts are escaped, control characters are left out, and a folded
 * line is never cut within a character. Files are folded at 75 octets; QR codes are not, since the
 * cameras' readers do not unfold. Source: RFC 5545, 3.1, 3.3.5, 3.3.11, 3.6.5. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Behind a row's public identifier: its UID in every calendar of ours. */
#define ICALENDAR_UID_END "@conciergerie"

struct icalendar {
    struct arena *arena; /* kept: the text grows in it */
    bool is_folded;
    char *text; /* NUL-terminated */
    size_t len, room;
    int column; /* octets in the line so far */
};

/* BEGIN:VCALENDAR with what must stand there. */
struct icalendar icalendar_begin(struct arena *arena, bool is_folded);
/* END:VCALENDAR. Gives the whole text, in the arena. */
const char *icalendar_end(struct icalendar *out);

/* name: with its parameters, "REFRESH-INTERVAL;VALUE=DURATION". value: already as its type wants.
 */
void icalendar_line(struct icalendar *out, const char *name, const char *value);
void icalendar_int(struct icalendar *out, const char *name, int64_t value);
/* Any clean UTF-8. */
void icalendar_text(struct icalendar *out, const char *name, const char *text);
/* 20260909T120000Z */
void icalendar_utc(struct icalendar *out, const char *name, int64_t utc_s);
/* DTSTART and DTEND in the program's zone, whose name is given. In the hour that occurs twice a
 * local time means its first occurrence: then both stand in UTC. */
void icalendar_span(struct icalendar *out, const char *zone, int64_t starts_s, int64_t ends_s);
/* VTIMEZONE of the program's zone: by its yearly rule, if it follows one that RFC 5545 can say in
 * a line, else each change around from_s … until_s by itself. */
void icalendar_zone(struct icalendar *out, const char *zone, int64_t from_s, int64_t until_s);
