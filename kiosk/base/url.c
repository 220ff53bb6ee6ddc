#include "base/url.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/err.h"

const char *url_after_scheme(const char *url)
{
    static const char *const schemes[] = {"https://", "http://", "webcal://", "webcals://"};
    for (size_t i = 0; i < ARRAY_LEN(schemes); i++) {
        const size_t len = strlen(schemes[i]);
        if (strncasecmp(url, schemes[i], len) == 0) {
            return url + len;
        }
    }
    return NULL;
}
