#include "base/err.h"

static const char *const NAMES[ERR_COUNT] = {
    [ERR_OK] = "ok",
    [ERR_BUSY] = "busy",
    [ERR_FULL] = "full",
    [ERR_INVALID] = "invalid",
    [ERR_NOT_FOUND] = "not-found",
    [ERR_CONFLICT] = "conflict",
    [ERR_DENIED] = "denied",
    [ERR_SLOWED] = "slowed",
    [ERR_IO] = "io",
    [ERR_READONLY] = "readonly",
    [ERR_NO_SPACE] = "no-space",
    [ERR_NEWER] = "newer",
    [ERR_FOREIGN] = "foreign",
    [ERR_CORRUPT] = "corrupt",
    [ERR_CLOCK] = "clock",
    [ERR_MISSING] = "missing",
};

const char *err_name(enum err err)
{
    return err >= 0 && err < ERR_COUNT ? NAMES[err] : "unknown";
}
