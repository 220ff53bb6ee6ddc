/* Prints every state of every kind, one "kind state" a line. */
#include <stdio.h>

#include "core/flow.h"

int main(void)
{
    for (enum kind kind = 0; kind < KIND_COUNT; kind++) {
        for (enum state state = STATE_NONE + 1; state < STATE_COUNT; state++) {
            if (flow_has_state(kind, state)) {
                (void)printf("%s %s\n", kind_code(kind), state_code(state));
            }
        }
    }
    return 0;
}
