/* Programs that are started beside this one, each with a stranger's words in it. */
#pragma once

#include <sys/types.h>

enum { PROCESS_NOT_FOUND = 127 }; /* exit code: what was started is no program */

/* Starts it: in_fd is its standard input, out_fd its standard output, err_fd its standard error
 * (-1: ours); it gets none of our signals' settings and no other descriptor. Gives 0, or the number
 * of an error. arguments: the first is the program's path, the last NULL. */
int process_start(const char *const arguments[], int in_fd, int out_fd, int err_fd, pid_t *pid);
