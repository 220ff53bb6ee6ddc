#include "support_house.h"

#include <SDL.h>
#include <setjmp.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "core/code.h"
#include "core/query.h"
#include "i18n/i18n.h"
#include "screens/router.h"

enum { WIDTH = 1080, HEIGHT = 1920, DOUBLE_TAP_MS = 300, TAP_MS = 400, SQL_MOST = 1 << 20 };

static void fill(struct house *house)
{
    char *sql = calloc(1, SQL_MOST);
    FILE *file = fopen(SOURCE_DIR "/tests/ui/fixture.sql", "r");
    assert_non_null(sql);
    assert_non_null(file);
    assert_true(fread(sql, 1, SQL_MOST - 1, file) > 0);
    (void)fclose(file);
    house_exec(house, "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; BEGIN");
    house_exec(house, sql);
    house_exec(house, "COMMIT");
    free(sql);
}

/* The two cards of tests/ui/fixture.c, by the hashes of their codes. */
static void add_cards(struct house *house)
{
    static const struct {
        const char *text;
        int64_t household_id, person_id;
    } cards[] = {{CARD_LUCIE, 1, 1}, {CARD_AHMED, 2, 3}};
    for (size_t i = 0; i < sizeof(cards) / sizeof(cards[0]); i++) {
        struct code code;
        unsigned char hash[CODE_HASH_BYTES];
        assert_int_equal(code_parse(cards[i].text, &code), ERR_OK);
        code_hash(&code, hash);
        struct query q = db_query(house->db, Q_CARD_ADD);
        query_blob(&q, "hash", hash, sizeof(hash));
        query_int(&q, "household_id", cards[i].household_id);
        query_int(&q, "person_id", cards[i].person_id);
        query_int(&q, "now_s", clock_now_s());
        assert_int_equal(query_run(&q), ERR_OK);
    }
}

static void draw(struct house *house)
{
    struct ui_rect damage[UI_DAMAGE_MAX];
    if (router_draw(house->router)) {
        (void)ui_paint(house->stage, house->surface, damage);
        router_presented(house->router);
    }
}

int house_setup(void **state)
{
    const struct ui_theme theme =
        theme_make(&(struct ui_panel){.width_px = WIDTH, .height_px = HEIGHT, .px_per_mm = 2.71});
    struct house *house = calloc(1, sizeof(*house));
    const char *tmp = getenv("TMPDIR");
    assert_non_null(house);
    assert_true(sodium_init() >= 0);
    (void)snprintf(house->dir, sizeof(house->dir), "%s/screens-test-XXXXXX",
                   tmp == NULL ? "/tmp" : tmp);
    assert_non_null(mkdtemp(house->dir));
    (void)snprintf(house->path, sizeof(house->path), "%s/house.db", house->dir);
    assert_int_equal(clock_set_zone("Europe/Paris"), ERR_OK);
    int64_t now_s = 0;
    assert_int_equal(clock_parse("2026-09-08T16:42", &now_s), ERR_OK);
    clock_freeze_at(now_s);
    assert_int_equal(i18n_init(LOCALE_DIR), ERR_OK);
    assert_int_equal(db_open(house->path, DB_CREATE, &house->db), ERR_OK);
    assert_int_equal(sqlite3_open(house->path, &house->other), SQLITE_OK);
    fill(house);
    assert_int_equal(db_begin(house->db), ERR_OK);
    add_cards(house);
    assert_int_equal(db_end(house->db, ERR_OK), ERR_OK);
    assert_int_equal(ui_stage_create(&theme, &house->stage), ERR_OK);
    house->surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    house->router = router_create(&(struct router_options){
        .db = house->db,
        .stage = house->stage,
        .width_px = WIDTH,
        .height_px = HEIGHT,
        .double_tap_ms = DOUBLE_TAP_MS,
        .lang = "fr",
    });
    draw(house);
    *state = house;
    return 0;
}

int house_teardown(void **state)
{
    struct house *house = *state;
    char command[256];
    router_destroy(house->router);
    ui_stage_destroy(house->stage);
    SDL_FreeSurface(house->surface);
    (void)sqlite3_close(house->other);
    db_close(house->db);
    (void)snprintf(command, sizeof(command), "rm -r '%s'", house->dir);
    const int code = system(command);
    free(house);
    return code;
}

void house_wait(struct house *house, int64_t ms)
{
    const int64_t until_ms = clock_mono_ms() + ms;
    draw(house);
    while (clock_mono_ms() < until_ms) {
        const int64_t due_ms = router_deadline_ms(house->router);
        const int64_t next_ms = due_ms < until_ms ? due_ms : until_ms;
        clock_advance_ms(next_ms > clock_mono_ms() ? next_ms - clock_mono_ms() : 1);
        router_tick(house->router);
        draw(house);
    }
}

void house_finger(struct house *house, enum ui_touch_kind kind, const char *id)
{
    const struct ui_node *node = ui_node_find(router_nodes(house->router), id);
    if (node == NULL) {
        fail_msg("no node %s on screen %s", id, router_screen(house->router));
        return;
    }
    router_touch(house->router, &(struct ui_touch_event){
                                    .kind = kind,
                                    .x = node->rect.x + node->rect.w / 2,
                                    .y = node->rect.y + node->rect.h / 2,
                                    .at_ms = clock_mono_ms(),
                                });
}

void house_tap(struct house *house, const char *id)
{
    const struct ui_node *node = ui_node_find(router_nodes(house->router), id);
    if (node == NULL) {
        fail_msg("no node %s on screen %s", id, router_screen(house->router));
        return;
    }
    struct ui_touch_event event = {
        .kind = UI_TOUCH_DOWN,
        .x = node->rect.x + node->rect.w / 2,
        .y = node->rect.y + node->rect.h / 2,
        .at_ms = clock_mono_ms(),
    };
    router_touch(house->router, &event);
    event.kind = UI_TOUCH_UP;
    router_touch(house->router, &event);
    house_wait(house, TAP_MS);
}

bool house_shows(const struct house *house, const char *words)
{
    const struct ui_nodes *nodes = router_nodes(house->router);
    for (size_t i = 0; i < nodes->count; i++) {
        if (strstr(nodes->items[i].name, words) != NULL) {
            return true;
        }
    }
    return false;
}

void house_exec(struct house *house, const char *sql)
{
    if (sqlite3_exec(house->other, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s", sqlite3_errmsg(house->other));
    }
}

int64_t house_int(struct house *house, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(house->other, sql, -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    const int64_t value = sqlite3_column_int64(stmt, 0);
    (void)sqlite3_finalize(stmt);
    return value;
}
