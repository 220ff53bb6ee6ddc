/* Web addresses as people give them, and that the house reads: their calendars. */
#pragma once

enum { URL_CHARS = 1000 }; /* at most */

/* What stands behind its scheme, within url: https, http, webcal or webcals, in capitals or not.
 * NULL: another one, or none; such an address is not read. */
const char *url_after_scheme(const char *url);
