/* Time zones of a file: their names, and what a local time in one of them is in UTC.
 *
 * A name that the machine knows wins over the file's own definition, which producers get wrong; a
 * Windows name is translated; a name that nobody knows is taken from the file's VTIMEZONE, else
 * times in it are read as the house's. Everything the machine knows of a file's zones is loaded by
 * zones_load(), so that no file has to be opened afterwards. */
#pragma once

#include <libical/ical.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "ical/parts.h"

enum { ZONES_MAX = 64 }; /* different names in a file */

enum zone_origin {
    ZONE_KNOWN,   /* by the machine, under this name or a Windows one */
    ZONE_DEFINED, /* by the file alone */
    ZONE_UNKNOWN, /* by nobody: the house's is taken */
};

struct zone {
    struct str name; /* as in the file */
    size_t calendar; /* whose VTIMEZONE defines it */
    enum zone_origin origin;
    icaltimezone *zone;
};

struct zones {
    struct zone items[ZONES_MAX];
    size_t count;
    struct zone house;
    struct zone utc;
};

/* house: an IANA name. Gives NULL, or a refusal: "no_zone" the house's zone is not known to the
 * machine, "too_many_zones". zones_free() is due in any case. */
const char *zones_load(const struct lines *lines, const struct parts *parts, const char *house,
                       struct arena *arena, struct zones *zones);
void zones_free(struct zones *zones);

/* The zone of that name in that calendar; one that nobody knows if it was not in the file. */
const struct zone *zones_find(const struct zones *zones, struct str name, size_t calendar);

/* Local time to UTC seconds. Of a time that occurs twice, the first; one that is skipped is read
 * with the offset before the gap. Source: RFC 5545, 3.3.5. */
int64_t zone_utc_s(const struct zone *zone, struct icaltimetype local);
/* UTC seconds to local time, without a zone in it. */
struct icaltimetype zone_local(const struct zone *zone, int64_t utc_s);

/* The IANA name of a Windows zone ("Romance Standard Time"); NULL for an unknown one.
 * Source: Unicode CLDR, windowsZones, territory 001. */
const char *zones_of_windows(struct str name);
