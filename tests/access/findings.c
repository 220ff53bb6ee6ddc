#include <stdarg.h>
#include <stdio.h>

#include "evidence.h"

enum { SAID_MOST = 40 };

const char *rule_name(enum rule rule)
{
    static const char *const names[RULE_COUNT] = {
        [RULE_INSIDE] = "outside the panel", [RULE_CUT] = "text is cut",
        [RULE_OVERLAP] = "texts overlap",    [RULE_CAPITAL] = "letters too small",
        [RULE_TARGET] = "target too small",  [RULE_APART] = "targets overlap",
        [RULE_REACH] = "out of reach",       [RULE_NAME] = "without a name",
        [RULE_TEXT] = "text contrast",       [RULE_CONTROL] = "control contrast",
        [RULE_RING] = "focus ring contrast",
    };
    return names[rule];
}

void found(struct findings *findings, enum rule rule, const char *format, ...)
{
    va_list args;
    findings->count[rule]++;
    if (findings->where == NULL || findings->said++ >= SAID_MOST) {
        return;
    }
    (void)fprintf(stderr, "%s: %s: ", findings->where, rule_name(rule));
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fputc('\n', stderr);
}
