/* What conciergerie-ical writes: one JSON object a line, in this order.
 *
 *   {"is":"calendar","line":1,"name":"…","zone":"…","method":"…","program":"…"}
 *   {"is":"date","line":9,"uid":"…","is_series":0,"key_s":N,"starts_s":N,"ends_s":N,"is_day":0,
 *    "status":"confirmed","sequence":0,"visibility":"public","title":"…","words":"…","place":"…",
 *    "url":"…","notes":["floating"]}
 *   {"is":"problem","line":20,"uid":"…","title":"…","code":"rule","detail":"BYSETPOS"}
 *   {"is":"end","events":N,"dates":N,"problems":N,"mended":["charset"]}
 *
 * or, when nothing of the file can be read, {"is":"refusal","code":"too_big"} alone. Without an
 * end or a refusal the reading was cut short. Times are UTC seconds; key_s names a date of a series
 * for as long as the series exists (it is where the rule puts it, whether moved or not). Codes
 * stand in lines.h, parts.h, zones.h, event.h and expand.h. */
#pragma once

#include <stdio.h>

#include "ical/event.h"
#include "ical/expand.h"

void rows_calendar(FILE *out, const struct lines *lines, const struct part *calendar);
void rows_date(FILE *out, const struct instance *instance);
void rows_problem(FILE *out, const struct event *event, struct event_problem problem);
void rows_end(FILE *out, unsigned mended, long events, long dates, long problems);
void rows_refusal(FILE *out, const char *code);
