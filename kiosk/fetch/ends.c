#include "fetch/ends.h"

static const struct {
    const char *code, *sentence;
} ENDS[FETCH_END_COUNT] = {
    [FETCH_READ] = {"read", "The calendar was read."},
    [FETCH_UNCHANGED] = {"unchanged", "Nothing has changed since the last reading."},
    [FETCH_ADDRESS] = {"address", "This is not a web address that can be read: it begins with "
                                  "https:// or webcal:// and holds no password."},
    [FETCH_PRIVATE] = {"private", "The address leads into the house's own network."},
    [FETCH_NAME] = {"name", "There is no site of that name: the address may be mistyped."},
    [FETCH_NETWORK] = {"network", "The house has no connection to the internet at the moment."},
    [FETCH_REFUSED] = {"refused", "The site does not answer."},
    [FETCH_TLS] = {"tls", "The site cannot show that it is itself (its certificate)."},
    [FETCH_SLOW] = {"slow", "The site took too long to answer."},
    [FETCH_TOO_BIG] = {"too_big", "The calendar is larger than 8 MB."},
    [FETCH_REDIRECT] = {"redirect",
                        "The site sends on to elsewhere, too often or without security."},
    [FETCH_NOT_FOUND] = {"not_found", "There is no calendar at that address any more."},
    [FETCH_FORBIDDEN] = {"forbidden", "The calendar is not shared with everybody."},
    [FETCH_OVERLOADED] = {"overloaded", "The site has too much to do at the moment."},
    [FETCH_ANSWER] = {"answer", "The site says that it is out of order."},
    [FETCH_BROKEN] = {"broken", "The answer broke off before its end."},
    [FETCH_OUT_OF_ORDER] = {"out_of_order", "The reading program could not work on this machine."},
};

int fetch_exit(enum fetch_end end)
{
    return end == FETCH_READ ? 0 : FETCH_EXIT + (int)end;
}

const char *fetch_code(enum fetch_end end)
{
    return ENDS[end].code;
}

const char *fetch_sentence(enum fetch_end end)
{
    return ENDS[end].sentence;
}
