/* Linked with base, core, SQLite and libsodium alone: that it links is the test. */
#include "base/err.h"

int main(void)
{
    return err_name(ERR_OK)[0] == 'o' ? 0 : 1;
}
