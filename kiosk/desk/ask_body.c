#include "desk/ask_body.h"

#include "desk/route.h"

static const char *at(struct exchange *exchange, const char *list, int i, const char *name)
{
    return arena_printf(exchange->arena, "%s[%d].%s", list, i, name);
}

static void read_answers(struct exchange *exchange, struct ask *ask)
{
    ask->answer_count = field_count(exchange, "answers", ASK_MAX_FIELDS);
    for (int i = 0; i < ask->answer_count; i++) {
        const char *choice =
            field_text(exchange, at(exchange, "answers", i, "choice"), CODE_BYTES - 1);
        ask->answers[i] = (struct ask_answer){
            .field = field_text(exchange, at(exchange, "answers", i, "field"), CODE_BYTES - 1),
            .choice = choice[0] == '\0' ? NULL : choice,
            .number = field_int(exchange, at(exchange, "answers", i, "number")),
            .date_s = field_time(exchange, at(exchange, "answers", i, "date")),
        };
    }
    ask->words_count = field_count(exchange, "words", ASK_MAX_FIELDS);
    for (int i = 0; i < ask->words_count; i++) {
        ask->words[i] = (struct ask_words){
            .field = field_text(exchange, at(exchange, "words", i, "field"), CODE_BYTES - 1),
            .words = field_text(exchange, at(exchange, "words", i, "words"), ASK_MAX_WORDS_CHARS),
        };
    }
}

static void read_people(struct exchange *exchange, struct ask *ask)
{
    enum { PEOPLE_MOST = 1000 };
    const int64_t adults = field_int(exchange, "adults");
    const int64_t children = field_int(exchange, "children");
    if (adults < 0 || adults > PEOPLE_MOST || children < 0 || children > PEOPLE_MOST) {
        exchange->field_err = ERR_INVALID;
        exchange->field = "adults";
        return;
    }
    ask->terms.adults = (int)adults;
    ask->terms.children = (int)children;
}

struct ask ask_body_read(struct exchange *exchange)
{
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, exchange_actor(exchange));
    const struct {
        const char *name;
        const char **to;
    } texts[] = {
        {"channel", &ask.channel},
        {"lang", &ask.lang},
        {"for_whom", &ask.for_whom},
        {"direction", &ask.direction},
        {"category", &ask.category},
        {"choice", &ask.choice},
        {"urgency", &ask.urgency},
        {"first_name", &ask.first_name},
        {"phone", &ask.phone},
        {"for_name", &ask.for_name},
        {"paper_number", &ask.paper_number},
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        const char *text = field_text(exchange, texts[i].name, ROUTE_TEXT_CHARS);
        *texts[i].to = text[0] == '\0' ? *texts[i].to : text;
    }
    ask.verb = field_bool(exchange, "is_waiting") ? VERB_JOIN : VERB_ASK;
    ask.is_private = field_bool(exchange, "is_private");
    ask.happened_at_s = field_time(exchange, "happened_at");
    ask.actor.household_id = field_int(exchange, "household_id");
    ask.actor.person_id = field_int(exchange, "person_id");
    ask.item_id = field_int(exchange, "item_id");
    ask.service_id = field_int(exchange, "service_id");
    ask.terms = (struct terms){
        .session_id = field_int(exchange, "session_id"),
        .copy_id = field_int(exchange, "copy_id"),
        .from_s = field_int(exchange, "from_s"),
        .until_s = field_int(exchange, "until_s"),
    };
    read_people(exchange, &ask);
    read_answers(exchange, &ask);
    return ask;
}
