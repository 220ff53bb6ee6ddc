#include "ical/sandbox.h"

#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/err.h"
#include "base/log.h"

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED true
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED false
#endif

bool sandbox_limit(void)
{
    static const struct {
        __rlimit_resource_t resource;
        rlim_t most;
    } limits[] = {
        {RLIMIT_CPU, SANDBOX_CPU_S},
        {RLIMIT_AS, SANDBOX_MEMORY_BYTES},
        {RLIMIT_CORE, 0},
        {RLIMIT_FSIZE, 64 << 20},
        {RLIMIT_NPROC, 0},
    };
    for (size_t i = 0; i < ARRAY_LEN(limits); i++) {
        if (IS_SANITIZED && limits[i].resource == RLIMIT_AS) {
            continue;
        }
        if (setrlimit(limits[i].resource, &(struct rlimit){limits[i].most, limits[i].most}) != 0) {
            log_error("a limit cannot be set");
            return false;
        }
    }
    return true;
}

/* Memory that is neither to be run nor backed by a file. */
static bool allow_memory(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    const struct scmp_arg_cmp no_file = SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, no_code, no_file) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_code) == 0;
}

/* Ending itself with abort(), when memory runs out. */
static bool allow_abort(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp own = SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, own) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(gettid), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(getpid), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(rt_sigprocmask), 0) == 0;
}

bool sandbox_confine(void)
{
    static const int allowed[] = {
        SCMP_SYS(write), SCMP_SYS(writev),        SCMP_SYS(exit_group), SCMP_SYS(exit),
        SCMP_SYS(brk),   SCMP_SYS(munmap),        SCMP_SYS(mremap),     SCMP_SYS(madvise),
        SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),  SCMP_SYS(rt_sigreturn),
        SCMP_SYS(fstat), SCMP_SYS(newfstatat),
    };
    if (IS_SANITIZED) {
        return true;
    }
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    bool is_well = filter != NULL;
    for (size_t i = 0; i < ARRAY_LEN(allowed) && is_well; i++) {
        is_well = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
    }
    is_well = is_well && allow_memory(filter) && allow_abort(filter) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    if (!is_well) {
        log_error("the filter of system calls cannot be set: error %d", errno);
    }
    return is_well;
}
