#include "fetch/address.h"

#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"

static bool is_public(const char *text)
{
    struct sockaddr_in four = {.sin_family = AF_INET};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &four.sin_addr) == 1) {
        return address_is_public((const struct sockaddr *)&four);
    }
    assert_int_equal(inet_pton(AF_INET6, text, &six.sin6_addr), 1);
    return address_is_public((const struct sockaddr *)&six);
}

/* The first and the last of each range, and their neighbours outside. */
static void what_is_not_public_ends_where_it_ends(void **state)
{
    (void)state;
    static const char *const closed[] = {"0.0.0.0",
                                         "0.255.255.255",
                                         "10.0.0.0",
                                         "10.255.255.255",
                                         "100.64.0.0",
                                         "100.127.255.255",
                                         "127.0.0.1",
                                         "127.255.255.255",
                                         "169.254.0.0",
                                         "169.254.169.254",
                                         "172.16.0.0",
                                         "172.31.255.255",
                                         "192.0.0.1",
                                         "192.0.2.1",
                                         "192.88.99.1",
                                         "192.168.0.0",
                                         "192.168.255.255",
                                         "198.18.0.0",
                                         "198.19.255.255",
                                         "198.51.100.7",
                                         "203.0.113.7",
                                         "224.0.0.1",
                                         "239.255.255.255",
                                         "240.0.0.1",
                                         "255.255.255.255",
                                         "::",
                                         "::1",
                                         "::2",
                                         "fc00::1",
                                         "fdff::1",
                                         "fe80::1",
                                         "febf::1",
                                         "fec0::1",
                                         "ff02::1",
                                         "100::1",
                                         "2001::1",
                                         "2001:1ff::1",
                                         "2001:db8::1",
                                         "2002:808:808::",
                                         "3fff::1",
                                         "4000::1",
                                         "1fff::1",
                                         "::ffff:10.0.0.1",
                                         "::ffff:127.0.0.1",
                                         "::10.0.0.1",
                                         "64:ff9b::a00:1",
                                         "64:ff9b:1::808:808"};
    static const char *const open[] = {
        "1.0.0.1",        "9.255.255.255",   "11.0.0.0",        "100.63.255.255",  "100.128.0.0",
        "126.0.0.1",      "128.0.0.1",       "169.253.255.255", "169.255.0.0",     "172.15.255.255",
        "172.32.0.0",     "192.0.1.1",       "192.0.3.1",       "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0",      "203.0.112.1",     "223.255.255.255", "2000::1",
        "2001:200::1",    "2001:db9::1",     "2003::1",         "2a00::1",         "3ffe::1",
        "::ffff:8.8.8.8", "64:ff9b::808:808"};
    for (size_t i = 0; i < ARRAY_LEN(closed); i++) {
        assert_false(is_public(closed[i]));
    }
    for (size_t i = 0; i < ARRAY_LEN(open); i++) {
        assert_true(is_public(open[i]));
    }
}

static void what_is_no_internet_address_is_not_public(void **state)
{
    (void)state;
    const struct sockaddr local = {.sa_family = AF_UNIX};
    assert_false(address_is_public(&local));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_public_ends_where_it_ends),
        cmocka_unit_test(what_is_no_internet_address_is_not_public),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
