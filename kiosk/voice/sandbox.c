#include "voice/sandbox.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#include "confine/confine.h"

/* Sockets of the machine itself only: sound servers have one. */
static bool add_rules(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
                            SCMP_A0(SCMP_CMP_NE, AF_UNIX, 0)) == 0 &&
           confine_add_usual(filter);
}

enum err sandbox_enter(void)
{
    static const struct confine_limit limits[] = {{RLIMIT_CORE, 0}, {RLIMIT_NOFILE, 64}};
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)confine_limit(limits, ARRAY_LEN(limits));
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && confine_calls(SCMP_ACT_ALLOW, add_rules)
               ? ERR_OK
               : ERR_IO;
}
