#include "ical/sandbox.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/err.h"
#include "base/log.h"
#include "confine/confine.h"

bool sandbox_limit(void)
{
    static const struct confine_limit limits[] = {
        {RLIMIT_CPU, SANDBOX_CPU_S},
        {RLIMIT_AS, SANDBOX_MEMORY_BYTES},
        {RLIMIT_CORE, 0},
        {RLIMIT_FSIZE, 64 << 20},
        {RLIMIT_NPROC, 0},
    };
    const bool is_well = confine_limit(limits, ARRAY_LEN(limits));
    if (!is_well) {
        log_error("a limit cannot be set: error %d", errno);
    }
    return is_well;
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

static bool add_rules(scmp_filter_ctx filter)
{
    static const int calls[] = {
        SCMP_SYS(write), SCMP_SYS(writev),        SCMP_SYS(exit_group), SCMP_SYS(exit),
        SCMP_SYS(brk),   SCMP_SYS(munmap),        SCMP_SYS(mremap),     SCMP_SYS(madvise),
        SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),  SCMP_SYS(rt_sigreturn),
        SCMP_SYS(fstat), SCMP_SYS(newfstatat),
    };
    return confine_add(filter, SCMP_ACT_ALLOW, calls, ARRAY_LEN(calls)) && allow_memory(filter) &&
           allow_abort(filter);
}

bool sandbox_confine(void)
{
    const bool is_well = CONFINE_IS_SANITIZED || confine_calls(SCMP_ACT_KILL_PROCESS, add_rules);
    if (!is_well) {
        log_error("the filter of system calls cannot be set: error %d", errno);
    }
    return is_well;
}
