/* The reading process, conciergerie-ical, from outside: started, fed, watched, ended.
 *
 * A stranger's file and the library that reads it stay in it; only its lines come back
 * (kiosk/ical/rows.h). Nothing here waits: one looks after it whenever its descriptor or its time
 * asks for it, so that a page goes on being served meanwhile. One that asks for too much, dies or
 * is not there becomes a code to be said.
 *
 *   struct calendar_reader *reader = calendar_reader_begin(&options, bytes, len);
 *   while (!calendar_reader_pump(reader)) {
 *       struct pollfd wait = calendar_reader_poll(reader);
 *       poll(&wait, 1, calendar_reader_timeout_ms(reader));
 *   }
 *   … calendar_reader_fault(reader), calendar_reader_lines(reader, &len) …
 *   calendar_reader_end(reader); */
#pragma once

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct calendar_reader;

enum {
    CALENDAR_READER_MS = 10000, /* it computes for 2 s at most, beside whatever else there is */
    CALENDAR_READER_BYTES = 16 << 20
};

struct calendar_reader_options {
    const char *program;     /* NULL: conciergerie-ical, base/place.h */
    int64_t from_s, until_s; /* dates that touch this span */
    const char *zone;        /* the house's, an IANA name */
};

/* bytes: the file, kept until it is over. Never NULL: what does not start is over at once. */
struct calendar_reader *calendar_reader_begin(const struct calendar_reader_options *options,
                                              const char *bytes, size_t len);
/* Ends the process if it still runs. Accepts NULL. */
void calendar_reader_end(struct calendar_reader *reader);

/* Gives and takes what can be without waiting. True: it is over. */
bool calendar_reader_pump(struct calendar_reader *reader);
/* What to wait for until the next pump; fd -1: for the time alone. */
struct pollfd calendar_reader_poll(const struct calendar_reader *reader);
int calendar_reader_timeout_ms(const struct calendar_reader *reader);
/* Pumps until it is over: for commands, which have nothing else to do. */
void calendar_reader_finish(struct calendar_reader *reader);

/* Once it is over: "", "no_reader" it cannot be started, "slow" it did not end in time, "too_much"
 * it wrote more than CALENDAR_READER_BYTES, "ended" it died: what the file asks for is not allowed.
 */
const char *calendar_reader_fault(const struct calendar_reader *reader);
/* What it wrote, a refusal of its own included; without a fault. Borrows, until the end. */
const char *calendar_reader_lines(const struct calendar_reader *reader, size_t *len);
/* The process, for tests; 0 none. */
int calendar_reader_process(const struct calendar_reader *reader);
