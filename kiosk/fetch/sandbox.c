#include "fetch/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>

#include "base/err.h"
#include "base/log.h"
#include "confine/confine.h"

/* Files are opened for reading only; a process is made only as a thread of this one. clone3(),
 * whose flags a filter cannot see, is said not to exist: the C library then takes clone(). */
static bool refuse_by_flags(scmp_filter_ctx filter)
{
    static const unsigned writing[] = {O_WRONLY, O_RDWR};
    int code = 0;
    for (size_t i = 0; i < ARRAY_LEN(writing); i++) {
        code |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(openat), 1,
                                 SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE, writing[i]));
        code |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(open), 1,
                                 SCMP_A1(SCMP_CMP_MASKED_EQ, O_ACCMODE, writing[i]));
    }
    code |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                             SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    code |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    return code == 0;
}

static bool add_rules(scmp_filter_ctx filter)
{
    static const int calls[] = {
        SCMP_SYS(fork),     SCMP_SYS(vfork),    SCMP_SYS(pidfd_open), SCMP_SYS(creat),
        SCMP_SYS(openat2),  SCMP_SYS(truncate), SCMP_SYS(mknod),      SCMP_SYS(mknodat),
        SCMP_SYS(mkdir),    SCMP_SYS(mkdirat),  SCMP_SYS(rmdir),      SCMP_SYS(unlink),
        SCMP_SYS(unlinkat), SCMP_SYS(chown),    SCMP_SYS(fchown),     SCMP_SYS(fchownat),
        SCMP_SYS(lchown),
    };
    return refuse_by_flags(filter) && confine_add_usual(filter) &&
           confine_add(filter, SCMP_ACT_ERRNO(EPERM), calls, ARRAY_LEN(calls));
}

bool sandbox_enter(void)
{
    static const struct confine_limit limits[] = {
        {RLIMIT_CPU, SANDBOX_CPU_S},
        {RLIMIT_AS, SANDBOX_MEMORY_BYTES},
        {RLIMIT_CORE, 0},
        {RLIMIT_FSIZE, (rlim_t)16 << 20},
        {RLIMIT_NOFILE, 64},
    };
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    const bool is_well = confine_limit(limits, ARRAY_LEN(limits)) &&
                         prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                         (CONFINE_IS_SANITIZED || confine_calls(SCMP_ACT_ALLOW, add_rules));
    if (!is_well) {
        log_error("the process cannot be confined: error %d", errno);
    }
    return is_well;
}
