#include "support_calendar.h"

#include <string.h>

#include "base/clock.h"

int64_t build_partner(struct world *world, const char *name)
{
    world_exec(world, "INSERT INTO partner(name) VALUES (%Q)", name);
    return world_int(world, "SELECT max(id) FROM partner");
}

int64_t build_organiser(struct world *world, int64_t partner_id)
{
    const int64_t id = build_staff(world, "70", "Ada");
    world_exec(world, "UPDATE staff SET role = 'organiser', partner_id = %lld WHERE id = %lld",
               (long long)partner_id, (long long)id);
    return id;
}

struct actor organiser(int64_t staff_id)
{
    return (struct actor){.who = WHO_ORGANISER, .staff_id = staff_id};
}

static const char *or_else(const char *text, const char *usual)
{
    return text == NULL ? usual : text;
}

const char *date_line(struct world *world, const struct dated *date, int line)
{
    const int64_t starts_s = at(or_else(date->starts, "2026-09-15T14:00"));
    const int minutes = date->minutes == 0 ? 90 : date->minutes;
    return arena_printf(
        world->arena,
        "{\"is\":\"date\",\"line\":%d,\"uid\":\"%s\",\"is_series\":%d,\"key_s\":%lld,"
        "\"starts_s\":%lld,\"ends_s\":%lld,\"is_day\":%d,\"status\":\"%s\",\"sequence\":%d,"
        "\"visibility\":\"%s\",\"title\":\"%s\",\"words\":\"%s\",\"place\":\"%s\",\"url\":\"\","
        "\"notes\":%s}\n",
        line, or_else(date->uid, "a@x"), date->key != NULL,
        (long long)(date->key == NULL ? starts_s : at(date->key)), (long long)starts_s,
        (long long)(starts_s + (int64_t)minutes * CLOCK_MINUTE_S), date->is_day,
        or_else(date->status, "confirmed"), date->sequence, or_else(date->visibility, "public"),
        or_else(date->title, "Chorale"), or_else(date->words, ""), or_else(date->place, ""),
        or_else(date->notes, "[]"));
}

const char *end_line(struct world *world, int dates, int problems)
{
    return arena_printf(
        world->arena,
        "{\"is\":\"end\",\"events\":%d,\"dates\":%d,\"problems\":%d,\"mended\":[\"folding\"]}\n",
        dates + problems, dates, problems);
}

const char *calendar_of(struct world *world, const struct dated *dates, int count)
{
    const char *all = "{\"is\":\"calendar\",\"line\":1,\"name\":\"Agenda\",\"zone\":\"\","
                      "\"method\":\"\",\"program\":\"x\"}\n";
    for (int i = 0; i < count; i++) {
        all = arena_printf(world->arena, "%s%s", all, date_line(world, &dates[i], 10 * (i + 1)));
    }
    return arena_printf(world->arena, "%s%s", all, end_line(world, count, 0));
}

int64_t stage_lines(struct world *world, int64_t partner_id, const char *lines)
{
    char refusal[CODE_BYTES];
    int64_t reading_id = 0;
    const struct calendar_origin origin = {
        .partner_id = partner_id, .source = "file", .actor = desk(NADIA)};
    assert_int_equal(calendar_stage(world->db, &origin, lines, strlen(lines), refusal, &reading_id),
                     ERR_OK);
    assert_string_equal(refusal, "");
    return reading_id;
}

int64_t stage(struct world *world, int64_t partner_id, const struct dated *dates, int count)
{
    return stage_lines(world, partner_id, calendar_of(world, dates, count));
}

int64_t stage_one(struct world *world, int64_t partner_id, struct dated date)
{
    return stage(world, partner_id, &date, 1);
}

enum err try_confirm(struct world *world, int64_t reading_id, struct actor actor,
                     struct calendar_done *done)
{
    return calendar_confirm(world->db,
                            &(struct calendar_confirm){
                                .reading_id = reading_id, .actor = actor, .cancel_reason = "other"},
                            done);
}

struct calendar_done confirm(struct world *world, int64_t reading_id)
{
    struct calendar_done done;
    assert_int_equal(try_confirm(world, reading_id, desk(NADIA), &done), ERR_OK);
    return done;
}

struct calendar_row row_of(struct world *world, int64_t reading_id, int n)
{
    struct calendar_row *rows = NULL;
    int count = 0;
    assert_int_equal(calendar_rows(world->db, reading_id, world->arena, &rows, &count), ERR_OK);
    assert_true(n < count);
    return rows[n];
}

struct calendar_reading reading_of(struct world *world, int64_t reading_id)
{
    struct calendar_reading reading;
    assert_int_equal(calendar_load(world->db, reading_id, world->arena, &reading), ERR_OK);
    return reading;
}

void assert_verdict(struct calendar_row row, enum calendar_verdict verdict, const char *reason)
{
    assert_string_equal(calendar_verdict_code(row.verdict), calendar_verdict_code(verdict));
    assert_string_equal(row.reason, reason);
}

int64_t only_session(struct world *world)
{
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_date"), 1);
    return world_int(world, "SELECT session_id FROM calendar_date");
}

int64_t session_count(struct world *world)
{
    return world_int(world, "SELECT count(*) FROM session");
}
