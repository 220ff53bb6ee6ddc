/* Exit codes, the same for every program: 0 all went well; EXIT_FAILED_CHECK what was to be shown
 * or checked did not hold; EXIT_USAGE the command line or the configuration cannot be understood;
 * exit_code(err) an error stopped it: 11 busy, 14 not found, 20 no space … */
#pragma once

#include "base/err.h"

enum { EXIT_FAILED_CHECK = 1, EXIT_USAGE = 2, EXIT_ERR = 10 };

static inline int exit_code(enum err err)
{
    return err == ERR_OK ? 0 : EXIT_ERR + (int)err;
}
