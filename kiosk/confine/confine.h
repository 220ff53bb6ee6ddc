/* What programs that read what strangers wrote give up before they do: the pieces of each one's
 * sandbox.c. Limits, and libseccomp's filters of system calls; neither needs a privilege, and
 * neither can be taken back. */
#pragma once

#include <seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

/* Sanitizers need more memory and more calls than is granted. */
#if defined(__SANITIZE_ADDRESS__)
#define CONFINE_IS_SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CONFINE_IS_SANITIZED true
#endif
#endif
#ifndef CONFINE_IS_SANITIZED
#define CONFINE_IS_SANITIZED false
#endif

struct confine_limit {
    __rlimit_resource_t resource; /* RLIMIT_… */
    rlim_t most;
};
/* Sets them, one after the other; under sanitizers that of memory (RLIMIT_AS) is left as it is.
 * False: the kernel refuses one, errno says why. */
bool confine_limit(const struct confine_limit *limits, size_t count);

/* Filters this process's calls from now on: by the rules that add_rules gives, and all others
 * otherwise (SCMP_ACT_…). False: a rule or the kernel refuses; nothing is filtered. */
bool confine_calls(uint32_t otherwise, bool (*add_rules)(scmp_filter_ctx filter));

/* Rules, one for each call whatever its arguments: SCMP_SYS(…). */
bool confine_add(scmp_filter_ctx filter, uint32_t action, const int *calls, size_t count);
/* Refused with EPERM: what no such program needs, however large its libraries. New programs,
 * listening, touching other processes, mounts and namespaces, keys, BPF, and changing or renaming
 * what stands on the disk. */
bool confine_add_usual(scmp_filter_ctx filter);
