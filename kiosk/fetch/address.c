#include "fetch/address.h"

#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/err.h"

struct prefix {
    uint8_t bytes[16];
    unsigned bits;
};

static const struct prefix SPECIAL_4[] = {
    {{0}, 8},             /* this network */
    {{10}, 8},            /* private */
    {{100, 64}, 10},      /* shared by a provider's customers */
    {{127}, 8},           /* this machine */
    {{169, 254}, 16},     /* this link; machines' metadata */
    {{172, 16}, 12},      /* private */
    {{192, 0, 0}, 24},    /* protocols */
    {{192, 0, 2}, 24},    /* documentation */
    {{192, 88, 99}, 24},  /* 6to4 relays, given up */
    {{192, 168}, 16},     /* private */
    {{198, 18}, 15},      /* measurements */
    {{198, 51, 100}, 24}, /* documentation */
    {{203, 0, 113}, 24},  /* documentation */
    {{224}, 3},           /* groups, the future, everybody */
};
static const struct prefix MAPPED_6 = {{[10] = 0xff, [11] = 0xff}, 96};
static const struct prefix NAT64_6 = {{0x00, 0x64, 0xff, 0x9b}, 96};
/* What is given out at all; all else is this machine, this link, this site or groups. */
static const struct prefix GLOBAL_6 = {{0x20}, 3};
static const struct prefix SPECIAL_6[] = {
    {{0x20, 0x01}, 23},             /* protocols, Teredo */
    {{0x20, 0x01, 0x0d, 0xb8}, 32}, /* documentation */
    {{0x20, 0x02}, 16},             /* 6to4: an IPv4 address within */
    {{0x3f, 0xff}, 20},             /* documentation */
};

static bool has_prefix(const uint8_t *bytes, const struct prefix *prefix)
{
    const unsigned whole = prefix->bits / 8;
    const unsigned mask = 0xff00U >> prefix->bits % 8 & 0xffU;
    return memcmp(bytes, prefix->bytes, whole) == 0 &&
           (mask == 0 || ((unsigned)(bytes[whole] ^ prefix->bytes[whole]) & mask) == 0);
}

static bool is_among(const uint8_t *bytes, const struct prefix *prefixes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (has_prefix(bytes, &prefixes[i])) {
            return true;
        }
    }
    return false;
}

static bool is_public_4(const uint8_t *bytes)
{
    return !is_among(bytes, SPECIAL_4, ARRAY_LEN(SPECIAL_4));
}

static bool is_public_6(const uint8_t *bytes)
{
    if (has_prefix(bytes, &MAPPED_6) || has_prefix(bytes, &NAT64_6)) {
        return is_public_4(bytes + 12);
    }
    return has_prefix(bytes, &GLOBAL_6) && !is_among(bytes, SPECIAL_6, ARRAY_LEN(SPECIAL_6));
}

bool address_is_public(const struct sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        struct sockaddr_in four;
        memcpy(&four, address, sizeof(four));
        return is_public_4((const uint8_t *)&four.sin_addr);
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 six;
        memcpy(&six, address, sizeof(six));
        return is_public_6((const uint8_t *)&six.sin6_addr);
    }
    return false;
}
