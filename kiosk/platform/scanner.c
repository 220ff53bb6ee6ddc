#include "platform/scanner.h"

#include <string.h>

/* USB HID usage tables, page 7. */
enum {
    HID_A = 4,
    HID_1 = 30,
    HID_0 = 39,
    HID_ENTER = 40,
    HID_KEYPAD_ENTER = 88,
    HID_KEYPAD_1 = 89,
    HID_KEYPAD_0 = 98,
    HID_CONTROL_FIRST = 224, /* Ctrl, Shift, Alt, logo: left, then right */
    HID_CONTROL_LAST = 231,
};

/* The capital letter, digit or '\n' of a key; 0 for any other. */
static char decode(const struct scanner_key *key)
{
    const int code = key->scancode;
    if (key->has_control) {
        return 0;
    }
    if (code == HID_ENTER || code == HID_KEYPAD_ENTER) {
        return '\n';
    }
    if (code == HID_0 || code == HID_KEYPAD_0) {
        return '0';
    }
    if (code >= HID_A && code < HID_1) {
        return (char)('A' + (code - HID_A));
    }
    if (code >= HID_1 && code < HID_0) {
        return (char)('1' + (code - HID_1));
    }
    if (code >= HID_KEYPAD_1 && code < HID_KEYPAD_0) {
        return (char)('1' + (code - HID_KEYPAD_1));
    }
    return 0;
}

int scanner_scancode(char c)
{
    if (c >= 'a' && c <= 'z') {
        return HID_A + (c - 'a');
    }
    if (c >= 'A' && c <= 'Z') {
        return HID_A + (c - 'A');
    }
    if (c >= '1' && c <= '9') {
        return HID_1 + (c - '1');
    }
    return c == '0' ? HID_0 : c == '\n' ? HID_ENTER : 0;
}

/* Codes open doors: none stays in memory longer than needed. */
static void forget(struct scanner *scanner)
{
    if (scanner->state == SCANNER_IDLE) {
        explicit_bzero(scanner->code, sizeof(scanner->code));
        explicit_bzero(scanner->held, sizeof(scanner->held));
        scanner->code_len = 0;
        scanner->held_len = 0;
        scanner->is_broken = false;
    }
    explicit_bzero(scanner->released, sizeof(scanner->released));
}

/* It was a person: hand out what they typed. */
static void release(struct scanner *scanner, struct scanner_output *output)
{
    memcpy(scanner->released, scanner->held, scanner->held_len + 1);
    scanner->state = SCANNER_IDLE;
    scanner->code_len = 0;
    scanner->held_len = 0;
    scanner->held[0] = '\0';
    if (scanner->released[0] != '\0') {
        output->text = scanner->released;
    }
}

static void drop(struct scanner *scanner)
{
    scanner->state = SCANNER_DROPPING;
    explicit_bzero(scanner->code, sizeof(scanner->code));
    explicit_bzero(scanner->held, sizeof(scanner->held));
}

int64_t scanner_deadline_ms(const struct scanner *scanner)
{
    if (scanner->state == SCANNER_IDLE) {
        return -1;
    }
    const int gap_ms = scanner->state == SCANNER_PREFIX ? SCANNER_GAP_MS : SCANNER_PAUSE_MS;
    return scanner->last_ms + gap_ms + 1;
}

static void decide(struct scanner *scanner, int64_t now_ms, struct scanner_output *output)
{
    if (scanner->state == SCANNER_IDLE || now_ms < scanner_deadline_ms(scanner)) {
        return;
    }
    if (scanner->state != SCANNER_DROPPING && scanner->code_len < SCANNER_CODE_MIN) {
        release(scanner, output);
    } else { /* nobody types so fast: a code without its end must not land in a text field */
        output->is_noise = true;
        scanner->state = SCANNER_IDLE;
    }
}

struct scanner_output scanner_tick(struct scanner *scanner, int64_t now_ms)
{
    struct scanner_output output = {0};
    forget(scanner);
    decide(scanner, now_ms, &output);
    return output;
}

struct scanner_output scanner_text(struct scanner *scanner, const char *text)
{
    struct scanner_output output = {.is_taken = scanner->state != SCANNER_IDLE};
    forget(scanner);
    const size_t len = strlen(text);
    if (!output.is_taken || scanner->state == SCANNER_DROPPING) {
        return output;
    }
    if (len > SCANNER_TEXT_MAX - scanner->held_len) {
        drop(scanner);
        return output;
    }
    memcpy(scanner->held + scanner->held_len, text, len + 1);
    scanner->held_len += len;
    return output;
}

static void hold(struct scanner *scanner, char c, enum scanner_state state)
{
    scanner->state = state;
    scanner->code[scanner->code_len++] = c;
    scanner->code[scanner->code_len] = '\0';
}

/* A key while nothing is held. */
static bool on_idle(struct scanner *scanner, char c)
{
    if (c == 'C' || c == 'T') {
        scanner->code_len = 0;
        scanner->is_broken = false;
        hold(scanner, c, SCANNER_PREFIX);
        return true;
    }
    if (scanner->run > SCANNER_FLOOD) {
        drop(scanner);
        return true;
    }
    return false;
}

/* A key after C1 or T1. */
static bool on_burst(struct scanner *scanner, const struct scanner_key *key, char c,
                     struct scanner_output *output)
{
    const bool is_short = scanner->code_len < SCANNER_CODE_MIN;
    if (key->is_repeat || (is_short && (c == '\n' || (c == 0 && !key->has_control)))) {
        release(scanner, output);
        return false;
    }
    if (c == '\n') {
        scanner->state = SCANNER_IDLE;
        output->is_noise = scanner->is_broken;
        output->code = scanner->is_broken ? NULL : scanner->code;
    } else if (c != 0 && scanner->code_len == SCANNER_CODE_MAX) {
        drop(scanner);
    } else if (c != 0) {
        hold(scanner, c, SCANNER_BURST);
    } else if (!key->has_control) { /* scanners may send control characters around a code */
        scanner->is_broken = true;
    }
    return true;
}

struct scanner_output scanner_key(struct scanner *scanner, const struct scanner_key *key)
{
    struct scanner_output output = scanner_tick(scanner, key->at_ms);
    if (key->scancode >= HID_CONTROL_FIRST && key->scancode <= HID_CONTROL_LAST) {
        output.is_taken = scanner->state != SCANNER_IDLE;
        return output;
    }
    const char c = decode(key);
    scanner->run = key->at_ms - scanner->last_ms <= SCANNER_GAP_MS ? scanner->run + 1 : 1;
    scanner->last_ms = key->at_ms;

    switch (scanner->state) {
    case SCANNER_DROPPING:
        output.is_taken = true;
        if (c == '\n') { /* the next card may follow at once */
            scanner->state = SCANNER_IDLE;
            scanner->run = 0;
            output.is_noise = true;
        }
        break;
    case SCANNER_BURST:
        output.is_taken = on_burst(scanner, key, c, &output);
        break;
    case SCANNER_PREFIX:
        if (c == '1' && !key->is_repeat) {
            hold(scanner, c, SCANNER_BURST);
            output.is_taken = true;
            break;
        }
        release(scanner, &output);
        output.is_taken = !key->is_repeat && on_idle(scanner, c);
        break;
    case SCANNER_IDLE:
        output.is_taken = !key->is_repeat && on_idle(scanner, c);
        break;
    }
    return output;
}
