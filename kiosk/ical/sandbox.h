/* What this process may still do once a stranger's file is interpreted: compute, allocate, write to
 * what is open, end. */
#pragma once

#include <stdbool.h>

enum { SANDBOX_CPU_S = 2, SANDBOX_MEMORY_BYTES = 256 << 20 };

/* Limits on processor time, memory, files. Before the file is read. */
bool sandbox_limit(void);
/* No system calls but a few: any other ends the process. False: the kernel refuses. Under
 * sanitizers, which need more than is granted, nothing is done. */
bool sandbox_confine(void);
