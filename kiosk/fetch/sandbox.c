#include "fetch/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

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

static const int REFUSED[] = {
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(kill),
    SCMP_SYS(pidfd_open),
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
    SCMP_SYS(openat2),
    SCMP_SYS(creat),
    SCMP_SYS(truncate),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(link),
    SCMP_SYS(linkat),
    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),
    SCMP_SYS(fchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(lchown),
};

static bool limit(void)
{
    static const struct {
        __rlimit_resource_t resource;
        rlim_t most;
    } limits[] = {
        {RLIMIT_CPU, SANDBOX_CPU_S},
        {RLIMIT_AS, SANDBOX_MEMORY_BYTES},
        {RLIMIT_CORE, 0},
        {RLIMIT_FSIZE, (rlim_t)16 << 20},
        {RLIMIT_NOFILE, 64},
    };
    for (size_t i = 0; i < ARRAY_LEN(limits); i++) {
        if (IS_SANITIZED && limits[i].resource == RLIMIT_AS) {
            continue;
        }
        if (setrlimit(limits[i].resource, &(struct rlimit){limits[i].most, limits[i].most}) != 0) {
            return false;
        }
    }
    return true;
}

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

static bool filter_calls(void)
{
    if (IS_SANITIZED) {
        return true;
    }
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    bool is_well = filter != NULL && refuse_by_flags(filter);
    for (size_t i = 0; i < ARRAY_LEN(REFUSED) && is_well; i++) {
        is_well = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), REFUSED[i], 0) == 0;
    }
    is_well = is_well && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_well;
}

bool sandbox_enter(void)
{
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    const bool is_well = limit() && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_calls();
    if (!is_well) {
        log_error("the process cannot be confined: error %d", errno);
    }
    return is_well;
}
