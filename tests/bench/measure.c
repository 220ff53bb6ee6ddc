/* Measures a program from outside, as a person would see it: on an X display, by its pixels.
 *
 *   bench_measure NAME ROUNDS TAP WATCH BACK -- COMMAND...      (points as X,Y)
 *
 * Starts the command and waits until the display shows something: start to first complete frame.
 * Then, ROUNDS times: presses at TAP until the pixel there changes; lifts the finger until the
 * pixel at WATCH changes, a whole new screen; presses BACK. Then memory (PSS of the process and
 * its children) and wake-ups in 20 s of rest. Prints one line of tab-separated figures: start,
 * memory, tap, screen (medians), wake-ups, and the slowest of all taps and screens. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <dirent.h>
#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS_MAX = 100, LIMIT_MS = 20000, REST_S = 20 };

struct point {
    int x, y;
};

static Display *the_display;

static double now_ms(void)
{
    struct timespec ts;
    (void)clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec * 1000 + (double)ts.tv_nsec / 1e6;
}

static void rest_ms(int ms)
{
    const struct timespec ts = {ms / 1000, (ms % 1000) * 1000000L};
    (void)nanosleep(&ts, NULL);
}

static unsigned long pixel(struct point at)
{
    XImage *image = XGetImage(the_display, DefaultRootWindow(the_display), at.x, at.y, 1, 1,
                              AllPlanes, ZPixmap);
    const unsigned long value = XGetPixel(image, 0, 0);
    XDestroyImage(image);
    return value;
}

/* ms until the pixel is no longer `before`. */
static double wait_change(struct point at, unsigned long before, double since_ms)
{
    while (pixel(at) == before) {
        if (now_ms() - since_ms > LIMIT_MS) {
            (void)fprintf(stderr, "bench_measure: %d,%d never changed\n", at.x, at.y);
            exit(1);
        }
    }
    return now_ms() - since_ms;
}

static void button(bool is_down)
{
    XTestFakeButtonEvent(the_display, 1, is_down, CurrentTime);
    XFlush(the_display);
}

static void move_to(struct point at)
{
    XTestFakeMotionEvent(the_display, -1, at.x, at.y, CurrentTime);
    XFlush(the_display);
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof(*values), by_value);
    return values[count / 2];
}

/* Adds up one number of /proc/PID/file over all processes of the group. */
static long sum_group(pid_t group, const char *file, const char *const *labels)
{
    long sum = 0;
    DIR *proc = opendir("/proc");
    for (struct dirent *entry; proc != NULL && (entry = readdir(proc)) != NULL;) {
        char path[300];
        char line[300];
        const pid_t pid = (pid_t)strtol(entry->d_name, NULL, 10);
        if (pid <= 0 || getpgid(pid) != group) {
            continue;
        }
        (void)snprintf(path, sizeof(path), "/proc/%d/%s", pid, file);
        FILE *in = fopen(path, "r");
        while (in != NULL && fgets(line, sizeof(line), in) != NULL) {
            for (const char *const *label = labels; *label != NULL; label++) {
                if (strncmp(line, *label, strlen(*label)) == 0) {
                    sum += strtol(line + strlen(*label), NULL, 10);
                }
            }
        }
        if (in != NULL) {
            (void)fclose(in);
        }
    }
    if (proc != NULL) {
        (void)closedir(proc);
    }
    return sum;
}

static long wake_ups(pid_t group)
{
    static const char *const labels[] = {
        "voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:", NULL};
    return sum_group(group, "status", labels);
}

static struct point parse_point(const char *text)
{
    struct point at = {0};
    if (sscanf(text, "%d,%d", &at.x, &at.y) != 2) {
        (void)fprintf(stderr, "bench_measure: not a point: %s\n", text);
        exit(2);
    }
    return at;
}

int main(int argc, char **argv)
{
    static const char *const pss[] = {"Pss:", NULL};
    double taps[ROUNDS_MAX];
    double screens[ROUNDS_MAX];
    double slowest = 0;
    if (argc < 8) {
        (void)fprintf(stderr, "usage: bench_measure NAME ROUNDS TAP WATCH BACK -- COMMAND...\n");
        return 2;
    }
    const int rounds = (int)strtol(argv[2], NULL, 10);
    const struct point tap = parse_point(argv[3]);
    const struct point watch = parse_point(argv[4]);
    const struct point back = parse_point(argv[5]);
    the_display = XOpenDisplay(NULL);
    if (the_display == NULL || rounds < 1 || rounds > ROUNDS_MAX) {
        (void)fprintf(stderr, "bench_measure: no display, or rounds out of range\n");
        return 2;
    }
    const unsigned long empty = pixel(tap);
    const double begun_ms = now_ms();
    const pid_t child = fork();
    if (child == 0) {
        (void)setpgid(0, 0);
        (void)execvp(argv[7], argv + 7);
        _exit(127);
    }
    (void)setpgid(child, child);
    const double start_ms = wait_change(tap, empty, begun_ms);
    rest_ms(3000);
    const long memory_kib = sum_group(child, "smaps_rollup", pss);
    const long before = wake_ups(child);
    rest_ms(REST_S * 1000);
    const long woken = wake_ups(child) - before;
    for (int i = 0; i < rounds; i++) {
        move_to(tap);
        rest_ms(600);
        const unsigned long calm = pixel(tap);
        double since_ms = now_ms();
        button(true);
        taps[i] = wait_change(tap, calm, since_ms);
        rest_ms(100);
        const unsigned long home = pixel(watch);
        since_ms = now_ms();
        button(false);
        screens[i] = wait_change(watch, home, since_ms);
        slowest = fmax(slowest, fmax(taps[i], screens[i]));
        rest_ms(600);
        move_to(back);
        button(true);
        rest_ms(60);
        button(false);
        rest_ms(300);
    }
    (void)printf("%s\t%.1f\t%.1f\t%.2f\t%.2f\t%ld\t%.2f\n", argv[1], start_ms,
                 (double)memory_kib / 1024, median(taps, rounds), median(screens, rounds), woken,
                 slowest);
    (void)kill(-child, SIGTERM);
    (void)waitpid(child, NULL, 0);
    return 0;
}
