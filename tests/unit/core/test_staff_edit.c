#include "core/staff_edit.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "core/cards.h"
#include "core/login.h"
#include "core/people.h"
#include "support_db.h"

static struct edit_staff staff_like(int64_t id)
{
    return (struct edit_staff){.id = id, .number = "", .first_name = "Lina", .role = "concierge"};
}

static enum err save(struct world *world, struct edit_staff staff, int64_t *id)
{
    int moved = 0;
    return staff_save(world->db, &staff, NULL, NULL, &moved, id, NULL);
}

static enum err leave(struct world *world, int64_t id)
{
    int moved = 0;
    return staff_leave(world->db, id, KARIM, NULL, NULL, &moved);
}

static void a_new_colleague_gets_the_first_number_that_is_free(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    int64_t found = 0;
    struct edit_staff staff = staff_like(0);
    staff.number = "05";
    assert_int_equal(save(world, staff, &id), ERR_OK);
    assert_int_equal(save(world, staff, &id), ERR_CONFLICT);
    assert_int_equal(save(world, staff_like(0), &id), ERR_OK);
    assert_int_equal(people_find_staff(world->db, "03", &found), ERR_OK);
    assert_int_equal(found, id);
    world_exec(world, "UPDATE staff SET number = '09' WHERE number = '01'");
    assert_int_equal(save(world, staff_like(0), &id), ERR_OK);
    assert_int_equal(people_find_staff(world->db, "01", &found), ERR_OK);
    assert_int_equal(found, id);
}

static void there_are_ninety_nine_numbers(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    world_exec(world, "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 99)"
                      " INSERT INTO staff(number, first_name, role)"
                      " SELECT printf('%%02d', i), 'X', 'concierge' FROM n");
    assert_int_equal(save(world, staff_like(0), &id), ERR_FULL);
}

static void a_colleague_that_cannot_be_is_refused_by_its_field(void **state)
{
    struct world *world = *state;
    static char name[STAFF_NAME_CHARS + 2];
    memset(name, 'a', STAFF_NAME_CHARS + 1);
    int64_t id = 0;
    int moved = 0;
    const struct {
        struct edit_staff staff;
        const char *field;
    } bad[] = {
        {{.number = "", .first_name = "", .role = "concierge"}, "first_name"},
        {{.number = "", .first_name = name, .role = "concierge"}, "first_name"},
        {{.number = "1", .first_name = "Lina", .role = "concierge"}, "number"},
        {{.number = "123", .first_name = "Lina", .role = "concierge"}, "number"},
        {{.number = "", .first_name = "Lina", .role = "boss"}, "role"},
        {{.number = "", .first_name = "Lina", .role = "organiser"}, "partner_id"},
        {{.number = "", .first_name = "Lina", .role = "concierge", .partner_id = 1}, "partner_id"},
    };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct edit_fault fault = {""};
        assert_int_equal(staff_save(world->db, &bad[i].staff, NULL, NULL, &moved, &id, &fault),
                         ERR_INVALID);
        assert_string_equal(fault.field, bad[i].field);
    }
    assert_int_equal(save(world, staff_like(99), &id), ERR_NOT_FOUND);
    set_time("2026-09-01T10:00");
    assert_int_equal(save(world, staff_like(0), &id), ERR_CLOCK);
    assert_int_equal(leave(world, NADIA), ERR_CLOCK);
    assert_int_equal(staff_return(world->db, NADIA), ERR_CLOCK);
}

static void the_last_coordinator_stays_one(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct edit_staff staff = staff_like(NADIA);
    world_exec(world, "UPDATE staff SET role = 'coordinator' WHERE id = %d", NADIA);
    assert_int_equal(save(world, staff, &id), ERR_DENIED);
    assert_int_equal(leave(world, NADIA), ERR_DENIED);
    staff.role = "coordinator";
    assert_int_equal(save(world, staff, &id), ERR_OK);
    staff.id = KARIM;
    assert_int_equal(save(world, staff, &id), ERR_OK);
    assert_int_equal(save(world, staff_like(NADIA), &id), ERR_OK);
    assert_int_equal(leave(world, KARIM), ERR_DENIED); /* oneself */
}

static int64_t build_promise(struct world *world, const char *answer_by)
{
    return build_request(world, &(struct build){.kind = "enquiry",
                                                .state = "asked",
                                                .waits = true,
                                                .answer_by_s = at(answer_by)});
}

static void whoever_leaves_is_planned_no_more_and_nothing_opens_to_them(void **state)
{
    struct world *world = *state;
    int moved = 0;
    struct login login;
    struct card card;
    char token[LOGIN_TOKEN_BYTES];
    char text[CODE_TEXT_BYTES];
    build_roster(world, NADIA, "2026-09-08T14:00", "2026-09-08T18:00");
    build_roster(world, NADIA, "2026-09-09T09:00", "2026-09-09T12:00");
    build_roster(world, KARIM, "2026-09-10T09:00", "2026-09-10T12:00");
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    const int64_t id = build_promise(world, "2026-09-09T09:30");
    world_exec(
        world,
        "INSERT INTO pin(owner, owner_id, hash, drawn_at_s) VALUES ('staff', 1, 'x', 1);"
        "INSERT INTO password(staff_id, hash, set_at_s, is_temporary) VALUES (1, 'x', 1, 0)");
    assert_int_equal(login_begin(world->db, NADIA, token), ERR_OK);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(cards_issue(world->db, (struct card_holder){.staff_id = NADIA}, text), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(staff_leave(world->db, NADIA, KARIM, NULL, NULL, &moved), ERR_OK);
    assert_int_equal(moved, 1);
    assert_int_equal(world_int(world,
                               "SELECT answer_by_s FROM request_state WHERE request_id = %lld",
                               (long long)id),
                     at("2026-09-10T09:30"));
    assert_int_equal(login_find(world->db, token, &login), ERR_NOT_FOUND);
    assert_int_equal(cards_find(world->db, text, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "left");
    assert_int_equal(world_int(world, "SELECT count(*) FROM pin"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM password"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM login"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM presence WHERE ended_s IS NULL"), 0);
    assert_int_equal(world_int(world, "SELECT ends_s FROM roster WHERE staff_id = 1"),
                     at(WORLD_NOW));
    assert_int_equal(leave(world, NADIA), ERR_NOT_FOUND);
    assert_int_equal(leave(world, 99), ERR_NOT_FOUND);
}

static void whoever_comes_back_has_their_number_again(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    assert_int_equal(staff_return(world->db, NADIA), ERR_NOT_FOUND);
    assert_int_equal(leave(world, NADIA), ERR_OK); /* without a card */
    assert_int_equal(people_find_staff(world->db, "01", &id), ERR_NOT_FOUND);
    assert_int_equal(save(world, staff_like(NADIA), &id), ERR_NOT_FOUND);
    assert_int_equal(staff_return(world->db, NADIA), ERR_OK);
    assert_int_equal(people_find_staff(world->db, "01", &id), ERR_OK);
    assert_int_equal(id, NADIA);
}

static void an_organiser_is_not_planned_at_the_desk(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct edit_staff staff = staff_like(NADIA);
    world_exec(world, "INSERT INTO partner(id, name) VALUES (7, 'Chorale')");
    build_roster(world, NADIA, "2026-09-09T09:00", "2026-09-09T12:00");
    staff.role = "organiser";
    staff.partner_id = 7;
    assert_int_equal(save(world, staff, &id), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM roster"), 0);
    assert_int_equal(world_int(world, "SELECT partner_id FROM staff WHERE id = 1"), 7);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_colleague_gets_the_first_number_that_is_free),
        TEST(there_are_ninety_nine_numbers),
        TEST(a_colleague_that_cannot_be_is_refused_by_its_field),
        TEST(the_last_coordinator_stays_one),
        TEST(whoever_leaves_is_planned_no_more_and_nothing_opens_to_them),
        TEST(whoever_comes_back_has_their_number_again),
        TEST(an_organiser_is_not_planned_at_the_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
