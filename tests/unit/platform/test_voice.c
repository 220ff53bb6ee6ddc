/* The speaking process as the touchscreen has it: fed, cut, watched, started again. */
#include "platform/voice.h"

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"

enum { PATIENCE_MS = 20000, FRAME_MS = 16 };

static char folder[] = "/tmp/voice-XXXXXX";
static char log_path[64];

static struct voice *speaking(const char *const *arguments)
{
    return voice_create(&(struct voice_options){.arguments = arguments});
}

static const char *const LOGGING[] = {VOICE_PROGRAM, "--log", log_path, NULL};

static void pass(struct voice *voice, int ms)
{
    (void)usleep((useconds_t)ms * 1000);
    voice_tick(voice);
}

static bool waits_for(struct voice *voice, bool (*is_so)(const struct voice *voice))
{
    const int64_t until_ms = clock_mono_ms() + PATIENCE_MS;
    while (!is_so(voice) && clock_mono_ms() < until_ms) {
        pass(voice, 1);
    }
    return is_so(voice);
}

static bool is_idle(const struct voice *voice)
{
    return !voice_is_busy(voice);
}

static bool is_gone(const struct voice *voice)
{
    return voice_process(voice) == 0;
}

/* How many lines of the log begin so. */
static int lines(const char *beginning)
{
    char line[512];
    int count = 0;
    FILE *file = fopen(log_path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof(line), file) != NULL) {
        count += strncmp(line, beginning, strlen(beginning)) == 0 ? 1 : 0;
    }
    (void)fclose(file);
    return count;
}

static int children(void)
{
    int count = 0;
    char path[300], parent[32];
    (void)snprintf(parent, sizeof(parent), "\nPPid:\t%d\n", (int)getpid());
    DIR *proc = opendir("/proc");
    assert_non_null(proc);
    for (struct dirent *entry; (entry = readdir(proc)) != NULL;) {
        char status[2048] = "";
        (void)snprintf(path, sizeof(path), "/proc/%s/status", entry->d_name);
        FILE *file = entry->d_name[0] >= '0' && entry->d_name[0] <= '9' ? fopen(path, "r") : NULL;
        if (file != NULL) {
            status[fread(status, 1, sizeof(status) - 1, file)] = '\0';
            (void)fclose(file);
            count += strstr(status, parent) != NULL ? 1 : 0;
        }
    }
    (void)closedir(proc);
    return count;
}

static void it_says_what_it_is_given_to_the_end(void **state)
{
    (void)state;
    struct voice *voice = speaking(LOGGING);
    assert_false(voice_is_there(voice));
    voice_say(voice, "fr", 150, 100, "Trop tôt"); /* dropped: it did not say yet that it can */
    assert_true(waits_for(voice, voice_is_there));
    assert_false(voice_is_busy(voice));
    voice_say(voice, "fr", 300, 100, "Oui.");
    voice_tone(voice, 100);
    assert_true(voice_is_busy(voice));
    assert_true(waits_for(voice, is_idle));
    assert_int_equal(lines("begun 1 fr Oui."), 1);
    assert_int_equal(lines("done"), 2);
    voice_destroy(voice);
    assert_int_equal(children(), 0);
}

static void it_runs_only_while_there_is_something_to_say(void **state)
{
    (void)state;
    struct voice *voice = speaking(LOGGING);
    assert_int_equal(children(), 1);
    assert_true(waits_for(voice, is_gone)); /* it said what it can do */
    assert_true(voice_is_there(voice));
    assert_int_equal(children(), 0);
    assert_int_equal(voice_deadline_ms(voice), -1);
    for (int visit = 0; visit < 2 * VOICE_DEATHS; visit++) { /* no end of these is a death */
        voice_say(voice, "fr", 300, 100, "Oui.");
        assert_true(voice_is_busy(voice));
        assert_true(waits_for(voice, is_idle));
        assert_int_equal(lines("done"), 1);
        const int process = voice_process(voice);
        voice_say(voice, "fr", 300, 100, "Une phrase que personne n’attend plus, et assez longue.");
        assert_int_equal(voice_process(voice), process); /* it stays for a visit */
        voice_rest(voice);
        assert_int_equal(children(), 0);
        assert_false(voice_is_busy(voice));
        assert_true(voice_is_there(voice));
    }
    voice_destroy(voice);
}

static void a_hundred_interruptions_leave_no_process_and_no_sound(void **state)
{
    (void)state;
    enum { TIMES = 100, QUEUED = 20 };
    struct voice *voice = speaking(LOGGING);
    assert_true(waits_for(voice, voice_is_there));
    voice_tone(voice, 100);
    const int process = voice_process(voice);
    for (int i = 0; i < TIMES; i++) {
        for (int k = 0; k < QUEUED; k++) {
            voice_say(voice, k % 2 == 0 ? "fr" : "ar", 150, 100,
                      "Une longue phrase, qui serait encore en train d’être dite.");
        }
        pass(voice, i % 7);
        voice_stop(voice);
        assert_false(voice_is_busy(voice));
    }
    for (int i = 0; i < 20; i++) {
        pass(voice, 10);
    }
    assert_int_equal(voice_process(voice), process); /* the same one, and alive */
    assert_int_equal(children(), 1);
    assert_int_equal(lines("done"), 0);
    const int begun = lines("begun");
    assert_in_range(begun, 1, TIMES);
    assert_int_equal(lines("cut"), begun); /* nothing sounds any more */
    voice_say(voice, "fr", 300, 100, "Oui.");
    assert_true(waits_for(voice, is_idle));
    assert_int_equal(lines("done"), 1);
    voice_destroy(voice);
    assert_int_equal(children(), 0);
}

/* From the command to silence in the log, of both processes: what the listener waits. */
static void a_cut_is_heard_within_a_frame(void **state)
{
    (void)state;
    enum { TIMES = 20 };
    struct voice *voice = speaking(LOGGING);
    assert_true(waits_for(voice, voice_is_there));
    int64_t slowest_ms = 0;
    int within = 0;
    for (int i = 1; i <= TIMES; i++) {
        voice_say(voice, "fr", 150, 100, "Une longue phrase, qui serait encore en train d’être.");
        while (lines("begun") < i) {
            pass(voice, 5);
        }
        pass(voice, 50);
        const int64_t before_ms = clock_mono_ms();
        voice_stop(voice);
        while (lines("cut") < i) {
            (void)usleep(500);
        }
        const int64_t took_ms = clock_mono_ms() - before_ms;
        slowest_ms = took_ms > slowest_ms ? took_ms : slowest_ms;
        within += took_ms <= FRAME_MS ? 1 : 0;
    }
    print_message("slowest of %d cuts: %d ms\n", TIMES, (int)slowest_ms);
    assert_in_range(within, TIMES * 9 / 10, TIMES); /* the machine of the test is not alone */
    voice_destroy(voice);
}

static void a_crash_is_survived_a_few_times(void **state)
{
    (void)state;
    struct voice *voice = speaking(LOGGING);
    assert_true(waits_for(voice, voice_is_there));
    for (int i = 0; i < VOICE_DEATHS; i++) {
        assert_true(voice_is_there(voice));
        voice_say(voice, "fr", 150, 100, "Une phrase qui ne finira pas, car elle est coupée net.");
        (void)kill(voice_process(voice), SIGKILL);
        const int64_t until_ms = clock_mono_ms() + PATIENCE_MS;
        while (voice_is_busy(voice) && clock_mono_ms() < until_ms) {
            pass(voice, 1);
        }
        assert_false(voice_is_busy(voice));
    }
    assert_true(waits_for(voice, is_gone));
    assert_false(voice_is_there(voice));
    voice_say(voice, "fr", 150, 100, "Plus personne.");
    voice_stop(voice);
    voice_tick(voice);
    assert_int_equal(voice_deadline_ms(voice), -1);
    voice_destroy(voice);
    assert_int_equal(children(), 0);
}

static void without_engine_or_device_it_says_so_and_ends(void **state)
{
    (void)state;
    static const char *const no_data[] = {VOICE_PROGRAM, "--log",    log_path,
                                          "--data",      "/nowhere", NULL};
    static const char *const no_device[] = {VOICE_PROGRAM, "--device", "no such device", NULL};
    static const char *const none[] = {"/no/such/program", NULL};
    const char *const *const all[] = {no_data, no_device, none};
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        struct voice *voice = speaking(all[i]);
        for (int k = 0; k < 50; k++) {
            pass(voice, 10);
        }
        assert_false(voice_is_there(voice));
        assert_true(is_gone(voice));
        voice_destroy(voice);
    }
}

static void the_process_ends_with_the_one_that_started_it(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const pid_t kiosk = fork();
    if (kiosk == 0) {
        struct voice *voice = speaking(LOGGING);
        (void)waits_for(voice, voice_is_there);
        const int process = voice_process(voice);
        (void)!write(ends[1], &process, sizeof(process));
        for (;;) {
            (void)pause();
        }
    }
    int process = 0;
    assert_int_equal(read(ends[0], &process, sizeof(process)), sizeof(process));
    assert_int_equal(kill(process, 0), 0);
    (void)kill(kiosk, SIGKILL);
    (void)waitpid(kiosk, NULL, 0);
    const int64_t until_ms = clock_mono_ms() + PATIENCE_MS;
    char path[64], state_of[512] = "";
    (void)snprintf(path, sizeof(path), "/proc/%d/stat", process);
    bool is_running = true;
    while (is_running && clock_mono_ms() < until_ms) {
        FILE *file = fopen(path, "r");
        is_running = file != NULL && fgets(state_of, sizeof(state_of), file) != NULL &&
                     strstr(state_of, ") Z ") == NULL;
        if (file != NULL) {
            (void)fclose(file);
        }
        (void)usleep(1000);
    }
    assert_false(is_running);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(log_path, sizeof(log_path), "%s/log", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    (void)unlink(log_path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_what_it_is_given_to_the_end),
        cmocka_unit_test(it_runs_only_while_there_is_something_to_say),
        cmocka_unit_test(a_hundred_interruptions_leave_no_process_and_no_sound),
        cmocka_unit_test(a_cut_is_heard_within_a_frame),
        cmocka_unit_test(a_crash_is_survived_a_few_times),
        cmocka_unit_test(without_engine_or_device_it_says_so_and_ends),
        cmocka_unit_test(the_process_ends_with_the_one_that_started_it),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
