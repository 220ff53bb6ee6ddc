/* The turnstile: writers of one database queue at an flock, in the order they came.
 * A blocking flock that a timer interrupts: polling would let a busy writer win every time. */
#pragma once

#include "base/err.h"

/* Opens PATH.turn, created if missing. *fd is -1 on failure. ERR_READONLY · ERR_IO. */
enum err turnstile_open(const char *db_path, int *fd) NODISCARD;
/* Waits at most wait_ms. ERR_BUSY not our turn by then. */
enum err turnstile_enter(int fd, int wait_ms) NODISCARD;
void turnstile_leave(int fd);
void turnstile_close(int fd);
