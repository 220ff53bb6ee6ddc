#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "ui/speech_private.h"
#include "ui/speech_text.h"
#include "ui/tree.h"

enum { SAID = 256 };

static uint64_t print_of(const char *text)
{
    return text_print(TEXT_PRINT, str_of(text));
}

/* ---- what a node says ---- */

static const char *word_for_role(const struct speech_words *words, enum ui_role role)
{
    switch (role) {
    case UI_ROLE_BUTTON:
    case UI_ROLE_STEP:
        return words->button;
    case UI_ROLE_CHOICE:
        return words->choice;
    case UI_ROLE_FIELD:
        return words->field;
    default:
        return NULL;
    }
}

static const char *word_for_state(const struct speech_words *words, const struct ui_node *node)
{
    if ((node->state & UI_STATE_DISABLED) != 0) {
        return words->unavailable;
    }
    if (node->role == UI_ROLE_CHOICE || node->role == UI_ROLE_BUTTON) {
        return (node->state & UI_STATE_SELECTED) != 0 ? words->selected
               : node->role == UI_ROLE_CHOICE         ? words->not_selected
                                                      : NULL;
    }
    return NULL;
}

/* "bouton, sélectionné", or NULL. */
static const char *nature(struct speech *speech, const struct speech_words *words,
                          const struct ui_node *node)
{
    const char *role = word_for_role(words, node->role);
    const char *state = word_for_state(words, node);
    if (role == NULL || state == NULL) {
        return role == NULL ? state : role;
    }
    return arena_printf(speech->texts, "%s, %s", role, state);
}

static const struct ui_node *spoken_of(const struct speech_page *page, const struct ui_node *node)
{
    const struct ui_node *found = ui_node_find(&page->names, node->id);
    return found != NULL && found->name[0] != '\0' ? found : node;
}

static void say(struct speech *speech, const char *lang, const char *text, const char *id,
                bool is_private)
{
    speech_give(speech, &(struct speech_utterance){
                            .lang = lang, .text = text, .id = id, .is_private = is_private});
}

/* The isolate that begins at from ends there; NULL: it does not end. */
static const char *end_of_isolate(const char *from)
{
    int depth = 0;
    for (const char *at = from; *at != '\0'; at++) {
        if (text_has_prefix(at, TEXT_ISOLATE)) {
            depth++;
        } else if (text_has_prefix(at, TEXT_ISOLATE_END) && --depth == 0) {
            return at;
        }
    }
    return NULL;
}

/* The next isolate that holds words of the house's, from its mark to *end; NULL: none. */
static const char *next_of_house(const char *name, const char **end)
{
    for (const char *at = name; (at = strstr(at, TEXT_ISOLATE)) != NULL;
         at += strlen(TEXT_ISOLATE)) {
        *end = end_of_isolate(at);
        if (*end != NULL && text_is_of_house(at, *end)) {
            return at;
        }
    }
    return NULL;
}

static void say_piece(struct speech *speech, const char *lang, struct str piece, bool is_private)
{
    const char *text =
        speech_clean(speech->texts, arena_strndup(speech->texts, piece.ptr, piece.len));
    text += strspn(text, ",;: ");
    if (text[0] != '\0') {
        say(speech, lang, text, "", is_private);
    }
}

/* The house's own words within a sentence of another language, each in its own voice; gives what is
 * left behind the last of them. */
static const char *say_pieces(struct speech *speech, const struct ui_frame *frame,
                              const struct ui_node *spoken, bool is_private)
{
    const char *at = spoken->name, *end = NULL;
    const bool has_house = frame->house_lang && strcmp(spoken->lang, frame->house_lang) != 0;
    for (const char *own; has_house && (own = next_of_house(at, &end)) != NULL; at = end) {
        say_piece(speech, spoken->lang, str_make(at, (size_t)(own - at)), is_private);
        say_piece(speech, frame->house_lang, str_make(own, (size_t)(end - own)), is_private);
    }
    return at;
}

static void say_node(struct speech *speech, const struct speech_page *page,
                     const struct ui_node *node)
{
    const struct ui_node *spoken = spoken_of(page, node);
    const char *left = say_pieces(speech, page->frame, spoken, node->is_private);
    const bool is_whole = left == spoken->name;
    const char *clean = speech_clean(speech->texts, left);
    /* What only types a mark is called by it. */
    const char *name = is_whole && clean[0] == '\0' ? spoken->name : clean;
    const char *what = nature(speech, &page->words, node);
    const char *id =
        is_whole ? arena_printf(speech->texts, "%s.%s", page->frame->screen, node->id) : "";
    const bool is_same_lang = strcmp(spoken->lang, page->frame->lang) == 0;
    name += is_whole ? 0 : strspn(name, ",;:. ");
    if (what != NULL && is_same_lang && name[0] != '\0') {
        name = arena_printf(speech->texts, "%s, %s", name, what);
        what = NULL;
    }
    if (is_whole || name[0] != '\0') {
        say(speech, spoken->lang, name, id, node->is_private);
    }
    if (what != NULL) {
        say(speech, page->frame->lang, what, "", node->is_private);
    }
}

/* ---- statuses ---- */

static bool is_reporting(const struct ui_node *node)
{
    return node->role == UI_ROLE_STATUS || node->role == UI_ROLE_CHOICE ||
           node->role == UI_ROLE_FIELD;
}

static uint64_t print_of_status(const struct speech_page *page, const struct ui_node *node)
{
    const bool is_chosen = node->role == UI_ROLE_CHOICE && (node->state & UI_STATE_SELECTED) != 0;
    return text_print(print_of(spoken_of(page, node)->name), str_of(is_chosen ? "1" : "0"));
}

/* Where it is remembered, or shall be; NULL: there are too many. */
static struct told *told_of(struct speech *speech, const struct ui_node *node, bool *is_new)
{
    const uint64_t id = print_of(node->id);
    *is_new = false;
    for (size_t i = 0; i < speech->told_count; i++) {
        if (speech->told[i].id == id) {
            return &speech->told[i];
        }
    }
    if (speech->told_count == SPEECH_STATUSES) {
        return NULL;
    }
    *is_new = true;
    speech->told[speech->told_count] = (struct told){.id = id};
    return &speech->told[speech->told_count++];
}

static void remember_page(struct speech *speech, const struct speech_page *page)
{
    const struct ui_nodes *nodes = &page->frame->nodes;
    speech->has_page = true;
    speech->serial = nodes->screen_serial;
    speech->told_count = 0;
    for (size_t i = 0; i < nodes->count; i++) {
        bool is_new = false;
        struct told *told =
            is_reporting(&nodes->items[i]) ? told_of(speech, &nodes->items[i], &is_new) : NULL;
        if (told != NULL) {
            told->text = print_of_status(page, &nodes->items[i]);
            told->at_ms = clock_mono_ms();
        }
    }
}

/* Says it if it is not what was said last. */
static void say_change(struct speech *speech, const struct speech_page *page,
                       const struct ui_node *node)
{
    bool is_new = false;
    struct told *told = told_of(speech, node, &is_new);
    const uint64_t text = print_of_status(page, node);
    if (told == NULL || (!is_new && told->text == text)) {
        return;
    }
    const bool is_left = node->role == UI_ROLE_CHOICE && (node->state & UI_STATE_SELECTED) == 0;
    const bool is_limited = node->role != UI_ROLE_CHOICE && !speech->has_acted;
    const int64_t now_ms = clock_mono_ms();
    if (!is_new && is_limited && now_ms - told->at_ms < SPEECH_STATUS_MS) {
        return; /* what it says then is said then */
    }
    told->text = text;
    if (is_left || (is_new && node->role != UI_ROLE_STATUS)) {
        return;
    }
    told->at_ms = now_ms;
    say_node(speech, page, node);
}

void speech_say_changes(struct speech *speech, const struct speech_page *page)
{
    const struct ui_nodes *nodes = &page->frame->nodes;
    if (!speech_is_there(speech) || !speech->is_on || !speech->has_page ||
        speech->serial != nodes->screen_serial || speech_is_busy(speech)) {
        return;
    }
    for (size_t i = 0; i < nodes->count; i++) {
        if (is_reporting(&nodes->items[i])) {
            say_change(speech, page, &nodes->items[i]);
        }
    }
    speech->has_acted = false;
    arena_reset(speech->texts);
}

void speech_expect_changes(struct speech *speech)
{
    if (speech != NULL) {
        speech->has_acted = true;
    }
}

/* ---- pages ---- */

static bool is_read(const struct ui_node *node)
{
    return node->role != UI_ROLE_SCROLL && node->role != UI_ROLE_KEY;
}

static bool is_control(const struct ui_node *node)
{
    return node->command.verb != 0;
}

struct reading {
    struct speech *speech;
    const struct speech_page *page;
    uint64_t said[SAID]; /* texts of the page so far */
    size_t said_count;
    bool has_private; /* what is private was left out, and that was said */
};

/* A text that the page says twice is said once; two buttons of one name are two. */
static bool was_said(struct reading *reading, const struct ui_node *node)
{
    const uint64_t text = print_of(spoken_of(reading->page, node)->name);
    for (size_t i = 0; i < reading->said_count; i++) {
        if (reading->said[i] == text) {
            return !is_control(node);
        }
    }
    if (reading->said_count < SAID) {
        reading->said[reading->said_count++] = text;
    }
    return false;
}

static void read_node(struct reading *reading, const struct ui_node *node)
{
    struct speech *speech = reading->speech;
    if (!is_read(node)) {
        return;
    }
    if (node->is_private && !speech_may_say_private(speech)) {
        if (!reading->has_private) {
            const char *text = speech_clean(speech->texts, reading->page->words.private_part);
            say(speech, reading->page->frame->lang, text, "", false);
        }
        reading->has_private = true;
    } else if (!was_said(reading, node)) {
        say_node(speech, reading->page, node);
    }
}

/* The first title; the header's when there is none. */
static const struct ui_node *title_of(const struct ui_nodes *nodes)
{
    const struct ui_node *header = ui_node_find(nodes, "header");
    if (header != NULL) {
        return header;
    }
    for (size_t i = 0; i < nodes->count; i++) {
        if (nodes->items[i].role == UI_ROLE_TITLE) {
            return &nodes->items[i];
        }
    }
    return NULL;
}

void speech_read_page(struct speech *speech, const struct speech_page *page)
{
    if (!speech_is_there(speech)) {
        return;
    }
    const struct ui_nodes *nodes = &page->frame->nodes;
    struct reading reading = {.speech = speech, .page = page};
    const struct ui_node *title = title_of(nodes);
    speech_make_way(speech);
    speech->is_on = true;
    remember_page(speech, page);
    if (title != NULL) {
        read_node(&reading, title);
    }
    for (size_t i = 0; i < nodes->count; i++) {
        if (&nodes->items[i] != title) {
            read_node(&reading, &nodes->items[i]);
        }
    }
    arena_reset(speech->texts);
}

void speech_say_node(struct speech *speech, const struct speech_page *page, const char *id)
{
    const struct ui_node *node = ui_node_find(&page->frame->nodes, id);
    if (!speech_is_there(speech) || node == NULL) {
        return;
    }
    speech_make_way(speech);
    if (node->is_private && !speech_may_say_private(speech)) {
        const char *text = speech_clean(speech->texts, page->words.private_part);
        say(speech, page->frame->lang, text, "", false);
    } else {
        say_node(speech, page, node);
    }
    arena_reset(speech->texts);
}
