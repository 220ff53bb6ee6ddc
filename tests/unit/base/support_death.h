/* Runs a function that must end the program, in a child, so that the test lives on. */
#pragma once

#include <stdbool.h>

/* True when run(data) ended in abort(). Its log lines are thrown away. */
bool dies_of_abort(void (*run)(void *data), void *data);
