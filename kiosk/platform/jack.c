#include "platform/jack.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/input.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/log.h"

enum { BITS = 8, SWITCHES_BYTES = SW_MAX / BITS + 1 };

void jack_open(struct jack *jack, const char *path)
{
    *jack = (struct jack){.path = path, .fd = -1};
}

void jack_close(struct jack *jack)
{
    if (jack->fd >= 0) {
        (void)close(jack->fd);
    }
    jack->fd = -1;
}

bool jack_is_in(const struct jack *jack)
{
    return jack->is_in;
}

/* The switch as it stands now; out when the device cannot say. */
static bool ask_switch(const struct jack *jack)
{
    unsigned char switches[SWITCHES_BYTES] = {0};
    return ioctl(jack->fd, EVIOCGSW(sizeof(switches)), switches) >= 0 &&
           (switches[SW_HEADPHONE_INSERT / BITS] >> SW_HEADPHONE_INSERT % BITS & 1) != 0;
}

static void connect_device(struct jack *jack)
{
    jack->fd = open(jack->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (jack->fd >= 0) {
        jack->has_told = false;
        jack->is_in = ask_switch(jack);
    } else if (!jack->has_told) {
        log_warn("headset: %s cannot be read: %s", jack->path, strerrorname_np(errno));
        jack->has_told = true;
    }
}

static void take(struct jack *jack, const struct input_event *event)
{
    if (event->type == EV_SW && event->code == SW_HEADPHONE_INSERT) {
        jack->is_in = event->value != 0;
    } else if (event->type == EV_SYN && event->code == SYN_DROPPED) {
        jack->is_in = ask_switch(jack); /* some were missed */
    }
}

static void read_events(struct jack *jack)
{
    struct input_event event;
    ssize_t len = 0;
    while ((len = read(jack->fd, &event, sizeof(event))) == (ssize_t)sizeof(event)) {
        take(jack, &event);
    }
    if (len == 0 || (len < 0 && errno != EAGAIN && errno != EINTR)) {
        log_warn("headset: %s went away", jack->path);
        jack_close(jack);
        jack->is_in = false;
        jack->has_told = true;
    }
}

bool jack_read(struct jack *jack)
{
    const bool was_in = jack->is_in;
    if (jack->path[0] == '\0') {
        return false;
    }
    if (jack->fd < 0) {
        connect_device(jack);
    }
    if (jack->fd >= 0) {
        read_events(jack);
    }
    return jack->is_in != was_in;
}
