/* The house's own recordings: used for the words they say, and for no others. */
#include "platform/recording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/recording-XXXXXX";
static char path[RECORDING_PATH];

static void write_file(const char *name, const char *text)
{
    char whole[256];
    (void)snprintf(whole, sizeof(whole), "%s/fr/%s", folder, name);
    FILE *file = fopen(whole, "w");
    assert_non_null(file);
    (void)fputs(text, file);
    (void)fclose(file);
}

static int setup(void **state)
{
    char whole[256];
    (void)state;
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(whole, sizeof(whole), "%s/fr", folder);
    return mkdir(whole, 0700);
}

static int teardown(void **state)
{
    char command[256];
    (void)state;
    (void)snprintf(command, sizeof(command), "rm -r '%s'", folder);
    return system(command);
}

static enum err find(const char *id, const char *text)
{
    return recording_find(folder, "fr", id, text, path);
}

static void a_recording_wins_while_its_words_are_those_of_the_screen(void **state)
{
    (void)state;
    char wanted[256];
    write_file("home.text-1.txt", "Bonjour !\n  Que voulez-vous faire ?\n");
    assert_int_equal(find("home.text-1", "Bonjour ! Que voulez-vous faire ?"), ERR_NOT_FOUND);
    write_file("home.text-1.wav", "RIFF");
    assert_int_equal(find("home.text-1", "Bonjour ! Que voulez-vous faire ?"), ERR_OK);
    (void)snprintf(wanted, sizeof(wanted), "%s/fr/home.text-1.wav", folder);
    assert_string_equal(path, wanted);
    assert_int_equal(find("home.text-1", "Bonsoir ! Que voulez-vous faire ?"), ERR_NOT_FOUND);
    assert_int_equal(find("home.text-1", "Bonjour !"), ERR_NOT_FOUND);
    assert_int_equal(find("home.text-2", "Bonjour ! Que voulez-vous faire ?"), ERR_NOT_FOUND);
    assert_int_equal(recording_find(folder, "de", "home.text-1", "Bonjour !", path), ERR_NOT_FOUND);
}

static void without_words_beside_it_a_recording_is_not_used(void **state)
{
    (void)state;
    write_file("home.text-3.wav", "RIFF");
    assert_int_equal(find("home.text-3", "Bonjour"), ERR_NOT_FOUND);
}

static void nothing_outside_the_folder_is_looked_at(void **state)
{
    (void)state;
    assert_int_equal(find("../fr/home.text-1", "Bonjour ! Que voulez-vous faire ?"), ERR_NOT_FOUND);
    assert_int_equal(find("", ""), ERR_NOT_FOUND);
    assert_int_equal(recording_find("", "fr", "home.text-1", "Bonjour", path), ERR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_recording_wins_while_its_words_are_those_of_the_screen),
        cmocka_unit_test(without_words_beside_it_a_recording_is_not_used),
        cmocka_unit_test(nothing_outside_the_folder_is_looked_at),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
