/* Speech without sound: each utterance as a line, and for scripts what was said since the last
 * input. On the program's clock it lasts as long as a voice would take, roughly.
 *
 *   fr public home.header Bonjour
 *   fr private ticket.ticket-number 4 0 7, 3 1 2
 *   tone
 *   cut
 *
 * Language, who hears it, what it is called ("-" nothing), the text. */
#pragma once

#include <stdio.h>

#include "base/err.h"
#include "ui/speech.h"

struct speech_log;

/* path: of the file of lines; NULL none. *log is given. ERR_IO it cannot be written. */
enum err speech_log_create(const char *path, struct speech_log **log) NODISCARD;
/* NULL is fine. */
void speech_log_destroy(struct speech_log *log);
struct speech_output speech_log_output(struct speech_log *log);
/* "fr Bonjour", a line each, since the last speech_log_listen(). */
const char *speech_log_said(const struct speech_log *log);
/* From here on. */
void speech_log_listen(struct speech_log *log);
