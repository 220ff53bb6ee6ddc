/* Which machines an address may lead to: public ones. A calendar's address comes from outside; the
 * house's own machine and network, its routers and what only looks like an address are not for it
 * to knock at. Source: RFC 6890 and IANA's registries of special-purpose addresses. */
#pragma once

#include <stdbool.h>
#include <sys/socket.h>

/* False also for what is neither IPv4 nor IPv6. An IPv4 address in IPv6 clothes (mapped, NAT64)
 * counts as what it is. */
bool address_is_public(const struct sockaddr *address);
