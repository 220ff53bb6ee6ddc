#include "ui/speech_check.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "ui/speech_text.h"

enum { SCRATCH_BYTES = 16 * 1024 * 1024 };

/* A listener with a headset who writes down what is said. */
struct listener {
    struct arena *arena;
    const char *heard; /* "\nSCREEN.NODE TEXT" of each, " TEXT" of what is said in pieces */
};

static void hear(void *context, const struct speech_utterance *utterance)
{
    struct listener *listener = context;
    listener->heard =
        arena_printf(listener->arena, "%s%s%s %s", listener->heard,
                     utterance->id[0] == '\0' ? "" : "\n", utterance->id, utterance->text);
}

static void hear_tone(void *context, int volume)
{
    (void)context;
    (void)volume;
}

static void hear_silence(void *context)
{
    (void)context;
}

static bool is_busy(void *context)
{
    (void)context;
    return false;
}

static bool is_there(void *context)
{
    (void)context;
    return true;
}

static const char *listen(const struct speech_page *page, struct arena *arena)
{
    struct listener listener = {.arena = arena, .heard = ""};
    struct speech *speech = speech_create(&(struct speech_options){
        .output = {&listener, hear, hear_tone, hear_silence, is_busy, is_there, hear_silence},
        .rate = SPEECH_RATE_LEAST,
        .volume = SPEECH_VOLUME_LEAST,
        .is_private = true,
    });
    speech_read_page(speech, page);
    for (size_t i = 0; i < page->frame->nodes.count; i++) {
        if (page->frame->nodes.items[i].role == UI_ROLE_KEY) {
            speech_say_node(speech, page, page->frame->nodes.items[i].id);
        }
    }
    speech_destroy(speech);
    return listener.heard;
}

/* Without the pauses: a sentence that two voices share has others where they change. */
static const char *without_pauses(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) + 1), *to = out;
    for (const char *at = text; *at != '\0'; at++) {
        if (strchr(" ,;:.!?", *at) == NULL) {
            *to++ = *at;
        }
    }
    return out;
}

static bool is_heard(const char *heard, const char *text, struct arena *arena)
{
    const char *words = without_pauses(arena, text);
    return strstr(heard, text) != NULL ||
           (words[0] != '\0' && strstr(without_pauses(arena, heard), words) != NULL);
}

/* What is wrong with it, or NULL. */
static const char *problem_of(const struct speech_page *page, const struct ui_node *node,
                              const char *heard, struct arena *arena)
{
    const struct ui_node *spoken = ui_node_find(&page->names, node->id);
    if (ui_node_find(&page->frame->nodes, node->id) != node) {
        return "has the id of another one";
    }
    if (spoken == NULL && text_has_prefix(node->id, "page-")) {
        spoken = node; /* the page as a whole got its turning buttons as it was laid out */
    }
    if (spoken == NULL || spoken->role != node->role) {
        return "is another one when it is said";
    }
    const char *name = spoken->name[0] != '\0' ? spoken->name : node->name;
    const char *clean = speech_clean(arena, name);
    if (name[0] == '\0' || (clean[0] == '\0' && node->role != UI_ROLE_KEY)) {
        return "has no name";
    }
    return is_heard(heard, clean, arena) ? NULL : "is not said";
}

const char *speech_check(const struct speech_page *page, struct arena *arena)
{
    struct arena *scratch = arena_create("what is heard", SCRATCH_BYTES);
    const char *heard = listen(page, scratch);
    const char *problem = NULL;
    for (size_t i = 0; i < page->frame->nodes.count && problem == NULL; i++) {
        const struct ui_node *node = &page->frame->nodes.items[i];
        const char *what =
            node->role == UI_ROLE_SCROLL ? NULL : problem_of(page, node, heard, scratch);
        if (what != NULL) {
            problem = arena_printf(arena, "\"%s\" #%s %s", node->name, node->id, what);
        }
    }
    arena_destroy(scratch);
    return problem;
}
