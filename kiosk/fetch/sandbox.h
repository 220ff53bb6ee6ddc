/* What the reading process gives up before it reads an address: it talks to strangers with large
 * libraries (TLS, HTTP, the machine's resolver).
 *
 * No new program, no file opened for writing, made, renamed or removed, nobody listened to, no
 * other process touched, no core file; limits on processor time, memory and what it may write. It
 * needs no privilege for that, and ends with the program that started it. Left out, because
 * resolver and TLS need it: sockets, threads, files opened for reading (the resolver's settings and
 * modules, the authorities' certificates). Whom it may connect to is address.h's business: a filter
 * sees no addresses. */
#pragma once

#include <stdbool.h>

enum { SANDBOX_CPU_S = 10, SANDBOX_MEMORY_BYTES = 768 << 20 };

/* False: the kernel refuses. Under sanitizers, which need more than is granted, memory and calls
 * are not limited. */
bool sandbox_enter(void);
