/* What waits to be carried out: read from standard input as it comes, without ever waiting longer
 * than asked. Texts may be personal: each is wiped once it was carried out or dropped. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "voice/protocol.h"

enum { INBOX_MOST = 256 };

struct inbox;

/* fd: made non-blocking. answers: where "failed" and "stopped" are said. Never NULL. */
struct inbox *inbox_create(int fd, FILE *answers);
void inbox_destroy(struct inbox *inbox);

/* Reads what has come, waiting for it at most timeout_ms (-1: for ever). False: a stop was among it
 * since the last inbox_take(), or the input ended: be silent now. */
bool inbox_wait(struct inbox *inbox, int timeout_ms);
/* The input ended. */
bool inbox_is_closed(const struct inbox *inbox);
/* The oldest command, until the next call; NULL: none waits. */
const struct protocol_command *inbox_take(struct inbox *inbox);
/* Says "stopped", after a stop, once there is silence. */
void inbox_confirm_stop(struct inbox *inbox);
