#include "core/catalogue_edit.h"

#include <string.h>

#include "core/slots.h"
#include "support_ask.h"

static struct edit_class class_like(int64_t id)
{
    return (struct edit_class){.id = id,
                               .code = "",
                               .title = "Bricolage",
                               .icon = "tools",
                               .rule = {"desk_above", 3, ""},
                               .max_days = 7};
}

static struct edit_item item_like(int64_t id, int64_t class_id)
{
    return (struct edit_item){.id = id,
                              .class_id = class_id,
                              .title = "Perceuse",
                              .summary = "Pour le béton",
                              .icon = "drill",
                              .deposit_cents = 3000,
                              .fee_cents = 200,
                              .subscriber_cents = 0,
                              .part_count = 2,
                              .parts = {{0, "Le coffret"}, {0, "Six mèches"}}};
}

static int64_t must_class(struct world *world)
{
    int64_t id = 0;
    const struct edit_class class = class_like(0);
    assert_int_equal(catalogue_save_class(world->db, &class, &id, NULL), ERR_OK);
    return id;
}

static int64_t must_item(struct world *world, struct edit_item item)
{
    int64_t id = 0;
    assert_int_equal(catalogue_save_item(world->db, &item, &id, NULL), ERR_OK);
    return id;
}

static int64_t must_copy(struct world *world, int64_t item_id, int number)
{
    int64_t id = 0;
    assert_int_equal(catalogue_add_copy(world->db, item_id, number, "B2", desk(NADIA), &id),
                     ERR_OK);
    return id;
}

static void a_class_an_item_and_its_copies_are_lent_at_once(void **state)
{
    struct world *world = *state;
    struct catalogue_class *classes = NULL;
    struct catalogue_item item;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    int count = 0;
    const int64_t class_id = must_class(world);
    const int64_t id = must_item(world, item_like(0, class_id));
    const int64_t copy_id = must_copy(world, id, 0);
    assert_int_equal(catalogue_classes(world->db, world->arena, &classes, &count), ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(catalogue_item(world->db, world->arena, id, &item), ERR_OK);
    assert_int_equal(item.automatic_days, 3);
    assert_int_equal(item.deposit_cents, 3000);
    assert_int_equal(item.part_count, 2);
    assert_string_equal(item.parts[1], "Six mèches");
    assert_int_equal(state_now(world, copy_id), STATE_AVAILABLE);
    assert_int_equal(catalogue_search(world->db, world->arena, "perc", at(WORLD_NOW), hits, &count),
                     ERR_OK);
    assert_int_equal(count, 1);
    (void)must_ask(world, loan(id, copy_id, "2026-09-10T09:00", "2026-09-11T12:00", guest()));
}

static void a_class_that_cannot_be_is_refused_by_its_field(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct edit_fault fault;
    struct edit_class class = class_like(0);
    class.title = "";
    assert_int_equal(catalogue_save_class(world->db, &class, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "title");
    class = class_like(0);
    class.icon = "<b>";
    assert_int_equal(catalogue_save_class(world->db, &class, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "icon");
    class = class_like(0);
    class.max_days = EDIT_DAYS_MOST + 1;
    assert_int_equal(catalogue_save_class(world->db, &class, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "max_days");
    class = class_like(0);
    class.rule.limit = 0;
    assert_int_equal(catalogue_save_class(world->db, &class, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "rule_limit");
    class = class_like(99);
    assert_int_equal(catalogue_save_class(world->db, &class, &id, NULL), ERR_NOT_FOUND);
    class = class_like(0);
    class.code = "tools";
    assert_int_equal(catalogue_save_class(world->db, &class, &id, NULL), ERR_OK);
    assert_int_equal(catalogue_save_class(world->db, &class, &id, NULL), ERR_CONFLICT);
    class.code = "Tools";
    assert_int_equal(catalogue_save_class(world->db, &class, &id, &fault), ERR_INVALID);
    assert_string_equal(fault.field, "code");
    set_time("2026-09-01T10:00");
    class = class_like(0);
    assert_int_equal(catalogue_save_class(world->db, &class, &id, NULL), ERR_CLOCK);
}

static void an_item_that_cannot_be_is_refused_by_its_field(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    const struct edit_item fine = item_like(0, must_class(world));
    struct edit_item bad[10];
    const char *fields[10];
    int count = 0;
#define SPOIL(field, change)                                                                       \
    do {                                                                                           \
        bad[count] = fine;                                                                         \
        bad[count].change;                                                                         \
        fields[count++] = (field);                                                                 \
    } while (0)
    SPOIL("title", title = "");
    SPOIL("summary", summary = "\x01");
    SPOIL("icon", icon = "");
    SPOIL("deposit_cents", deposit_cents = -1);
    SPOIL("fee_cents", fee_cents = EDIT_CENTS_MOST + 1);
    SPOIL("subscriber_cents", subscriber_cents = -2);
    SPOIL("parts", part_count = CATALOGUE_PARTS_MAX + 1);
    SPOIL("parts[1].label", parts[1].label = "");
    SPOIL("parts[1].position", parts[0].position = bad[count].parts[1].position = 2);
#undef SPOIL
    for (int i = 0; i < count; i++) {
        struct edit_fault fault = {""};
        assert_int_equal(catalogue_save_item(world->db, &bad[i], &id, &fault), ERR_INVALID);
        assert_string_equal(fault.field, fields[i]);
    }
    bad[0] = item_like(0, 99);
    assert_int_equal(catalogue_save_item(world->db, &bad[0], &id, NULL), ERR_NOT_FOUND);
    bad[0] = item_like(99, fine.class_id);
    assert_int_equal(catalogue_save_item(world->db, &bad[0], &id, NULL), ERR_NOT_FOUND);
    set_time("2026-09-01T10:00");
    assert_int_equal(catalogue_save_item(world->db, &fine, &id, NULL), ERR_CLOCK);
}

static void a_part_that_is_out_cannot_go(void **state)
{
    struct world *world = *state;
    int64_t saved_id = 0;
    struct catalogue_item read;
    const int64_t class_id = must_class(world);
    const int64_t id = must_item(world, item_like(0, class_id));
    const int64_t copy_id = build_copy(world, id, 1);
    const int64_t loan_id =
        build_loan(world, copy_id, "out", "2026-09-07T09:00", "2026-09-10T12:00");
    world_exec(world, "INSERT INTO loan_part(request_id, position) VALUES (%lld, 2)",
               (long long)loan_id);
    struct edit_item item = item_like(id, class_id);
    item.part_count = 1;
    item.parts[0] = (struct edit_part){1, "Le coffret"};
    assert_int_equal(catalogue_save_item(world->db, &item, &saved_id, NULL), ERR_CONFLICT);
    item.parts[0] = (struct edit_part){2, "Sept mèches"};
    item.parts[1] = (struct edit_part){0, "La clé"};
    item.part_count = 2;
    assert_int_equal(catalogue_save_item(world->db, &item, &saved_id, NULL), ERR_OK);
    assert_int_equal(catalogue_item(world->db, world->arena, id, &read), ERR_OK);
    assert_int_equal(read.part_count, 2);
    assert_string_equal(read.parts[0], "Sept mèches");
    assert_string_equal(read.parts[1], "La clé");
    assert_int_equal(world_int(world, "SELECT max(position) FROM item_part"), 3);
}

static void what_is_withdrawn_is_not_lent_anew_and_comes_back_all_the_same(void **state)
{
    struct world *world = *state;
    struct catalogue_item item;
    struct catalogue_class *classes = NULL;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    struct receipt receipt;
    struct outcome outcome;
    int count = 0;
    const int64_t id = must_item(world, item_like(0, must_class(world)));
    const int64_t copy_id = must_copy(world, id, 0);
    const struct ask ask = loan(id, copy_id, "2026-09-10T09:00", "2026-09-15T12:00", guest());
    const int64_t before_id = must_ask(world, ask).request_id;
    assert_int_equal(catalogue_withdraw_item(world->db, id, true), ERR_OK);
    assert_int_equal(catalogue_item(world->db, world->arena, id, &item), ERR_NOT_FOUND);
    assert_int_equal(catalogue_classes(world->db, world->arena, &classes, &count), ERR_OK);
    assert_int_equal(count, 0);
    assert_int_equal(catalogue_search(world->db, world->arena, "perc", at(WORLD_NOW), hits, &count),
                     ERR_OK);
    assert_int_equal(count, 0);
    const struct ask later = loan(id, copy_id, "2026-09-22T09:00", "2026-09-23T12:00", guest());
    assert_int_equal(request_ask(world->db, &later, &receipt), ERR_CONFLICT);
    assert_true(receipt.reasons & GUARD_COPY);
    assert_int_equal(move_by(world, before_id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(catalogue_withdraw_item(world->db, id, false), ERR_OK);
    assert_int_equal(catalogue_item(world->db, world->arena, id, &item), ERR_OK);
    assert_int_equal(catalogue_withdraw_item(world->db, 99, true), ERR_NOT_FOUND);
    set_time("2026-09-01T10:00");
    assert_int_equal(catalogue_withdraw_item(world->db, id, true), ERR_CLOCK);
}

static void copies_are_numbered_and_stand_on_a_shelf(void **state)
{
    struct world *world = *state;
    int64_t copy_id = 0;
    struct db *db = world->db;
    const int64_t id = must_item(world, item_like(0, must_class(world)));
    assert_int_equal(world_int(world, "SELECT number FROM copy WHERE request_id = %lld",
                               (long long)must_copy(world, id, 0)),
                     1);
    const int64_t fifth = must_copy(world, id, 5);
    assert_int_equal(world_int(world, "SELECT number FROM copy WHERE request_id = %lld",
                               (long long)must_copy(world, id, 0)),
                     6);
    assert_int_equal(catalogue_add_copy(db, id, 5, "", desk(NADIA), &copy_id), ERR_CONFLICT);
    assert_int_equal(catalogue_add_copy(db, 99, 0, "", desk(NADIA), &copy_id), ERR_NOT_FOUND);
    assert_int_equal(catalogue_add_copy(db, id, -1, "", desk(NADIA), &copy_id), ERR_INVALID);
    assert_int_equal(catalogue_add_copy(db, id, 7, "a\nb", desk(NADIA), &copy_id), ERR_INVALID);
    (void)must_copy(world, id, EDIT_COPIES_MOST);
    assert_int_equal(catalogue_add_copy(db, id, 0, "", desk(NADIA), &copy_id), ERR_FULL);
    assert_int_equal(catalogue_set_shelf(db, fifth, "C3"), ERR_OK);
    assert_int_equal(
        world_int(world, "SELECT shelf = 'C3' FROM copy WHERE request_id = %lld", (long long)fifth),
        1);
    assert_int_equal(catalogue_set_shelf(db, 99, ""), ERR_NOT_FOUND);
    assert_int_equal(catalogue_set_shelf(db, fifth, "\x02"), ERR_INVALID);
    set_time("2026-09-01T10:00");
    assert_int_equal(catalogue_set_shelf(db, fifth, ""), ERR_CLOCK);
    assert_int_equal(catalogue_add_copy(db, id, 0, "", desk(NADIA), &copy_id), ERR_CLOCK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_class_an_item_and_its_copies_are_lent_at_once),
        TEST(a_class_that_cannot_be_is_refused_by_its_field),
        TEST(an_item_that_cannot_be_is_refused_by_its_field),
        TEST(a_part_that_is_out_cannot_go),
        TEST(what_is_withdrawn_is_not_lent_anew_and_comes_back_all_the_same),
        TEST(copies_are_numbered_and_stand_on_a_shelf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
