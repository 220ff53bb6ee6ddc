/* The turnstile: writers of one database queue at an flock, in the order they came.
 * A blocking flock that a timer interrupts: polling would let a busy writer win every time. */
#pragma once

#include "base/err.h"

/* Opens PATH.turn, created if missing. *fd is -1 on failure. ERR_READONLY · ERR_IO. */
enum err turnstile_open(const char *db_path, int *fd) NODISCARD;
/* Waits at most wait_ms. ERR_BUSY not our turn by then. */
enum err turnstile_enter(int fd, int wait_ms) NODISCARD;
void turnstile_leave(int fd);
/* As long as fd is open, somebody has the database open, and nobody may replace its file. Another
 * kind of lock than the turns, on the same file. ERR_BUSY it is being replaced. */
enum err turnstile_stay(int fd) NODISCARD;
/* Nobody has the database open, nor can open it until fd is closed. ERR_BUSY somebody has. */
enum err turnstile_stay_alone(int fd) NODISCARD;
void turnstile_close(int fd);
