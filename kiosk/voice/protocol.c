#include "voice/protocol.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* Cuts the next word and one space behind it. */
static struct str take_word(const char **rest)
{
    const size_t len = strcspn(*rest, " ");
    const struct str word = str_make(*rest, len);
    *rest += len + ((*rest)[len] == ' ' ? 1 : 0);
    return word;
}

static bool take_number(const char **rest, int least, int most, int *number)
{
    int64_t value = 0;
    if (text_parse_int(take_word(rest), most, &value) != ERR_OK || value < least) {
        return false;
    }
    *number = (int)value;
    return true;
}

static bool take_volume(const char **rest, struct protocol_command *command)
{
    return take_number(rest, 0, PROTOCOL_VOLUME_MOST, &command->volume);
}

static bool take_lang(const char **rest, struct protocol_command *command)
{
    const struct str lang = take_word(rest);
    if (lang.len == 0 || lang.len >= sizeof(command->lang)) {
        return false;
    }
    memcpy(command->lang, lang.ptr, lang.len);
    return true;
}

static bool parse_say(const char *rest, struct protocol_command *command)
{
    command->verb = PROTOCOL_SAY;
    if (!take_lang(&rest, command) ||
        !take_number(&rest, PROTOCOL_RATE_LEAST, PROTOCOL_RATE_MOST, &command->rate) ||
        !take_volume(&rest, command)) {
        return false;
    }
    command->text = rest;
    return rest[0] != '\0';
}

static bool parse_play(const char *rest, struct protocol_command *command)
{
    command->verb = PROTOCOL_PLAY;
    if (!take_volume(&rest, command)) {
        return false;
    }
    command->text = rest;
    return rest[0] == '/';
}

static bool parse_tone(const char *rest, struct protocol_command *command)
{
    command->verb = PROTOCOL_TONE;
    return take_volume(&rest, command) && rest[0] == '\0';
}

static bool parse_stop(const char *rest, struct protocol_command *command)
{
    command->verb = PROTOCOL_STOP;
    return rest[0] == '\0';
}

enum err protocol_parse(const char *line, struct protocol_command *command)
{
    static const struct {
        const char *word;
        bool (*parse)(const char *rest, struct protocol_command *command);
    } verbs[] = {
        {"say", parse_say},
        {"play", parse_play},
        {"tone", parse_tone},
        {"stop", parse_stop},
    };
    *command = (struct protocol_command){.text = ""};
    if (!utf8_is_line(str_of(line), PROTOCOL_LINE)) {
        return ERR_INVALID;
    }
    const char *rest = line;
    const struct str word = take_word(&rest);
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        if (str_equal(word, str_of(verbs[i].word))) {
            return verbs[i].parse(rest, command) ? ERR_OK : ERR_INVALID;
        }
    }
    return ERR_INVALID;
}
