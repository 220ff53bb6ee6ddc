#include "confine/confine.h"

#include <errno.h>

#include "base/err.h"

bool confine_limit(const struct confine_limit *limits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct rlimit limit = {limits[i].most, limits[i].most};
        if (CONFINE_IS_SANITIZED && limits[i].resource == RLIMIT_AS) {
            continue;
        }
        if (setrlimit(limits[i].resource, &limit) != 0) {
            return false;
        }
    }
    return true;
}

bool confine_calls(uint32_t otherwise, bool (*add_rules)(scmp_filter_ctx filter))
{
    scmp_filter_ctx filter = seccomp_init(otherwise);
    if (filter == NULL) {
        return false;
    }
    const bool is_well = add_rules(filter) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_well;
}

bool confine_add(scmp_filter_ctx filter, uint32_t action, const int *calls, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (seccomp_rule_add(filter, action, calls[i], 0) != 0) {
            return false;
        }
    }
    return true;
}

bool confine_add_usual(scmp_filter_ctx filter)
{
    static const int calls[] = {
        SCMP_SYS(execve),
        SCMP_SYS(execveat),
        SCMP_SYS(listen),
        SCMP_SYS(accept),
        SCMP_SYS(accept4),
        SCMP_SYS(process_vm_readv),
        SCMP_SYS(process_vm_writev),
        SCMP_SYS(kill),
        SCMP_SYS(pidfd_send_signal),
        SCMP_SYS(mount),
        SCMP_SYS(unshare),
        SCMP_SYS(setns),
        SCMP_SYS(keyctl),
        SCMP_SYS(add_key),
        SCMP_SYS(bpf),
        SCMP_SYS(userfaultfd),
        SCMP_SYS(io_uring_setup),
        SCMP_SYS(perf_event_open),
        SCMP_SYS(open_by_handle_at),
        SCMP_SYS(chmod),
        SCMP_SYS(fchmod),
        SCMP_SYS(fchmodat),
        SCMP_SYS(rename),
        SCMP_SYS(renameat),
        SCMP_SYS(renameat2),
        SCMP_SYS(link),
        SCMP_SYS(linkat),
        SCMP_SYS(symlink),
        SCMP_SYS(symlinkat),
    };
    static const int tracing[] = {SCMP_SYS(ptrace)}; /* by which sanitizers look for leaks */
    return confine_add(filter, SCMP_ACT_ERRNO(EPERM), calls, ARRAY_LEN(calls)) &&
           (CONFINE_IS_SANITIZED ||
            confine_add(filter, SCMP_ACT_ERRNO(EPERM), tracing, ARRAY_LEN(tracing)));
}
