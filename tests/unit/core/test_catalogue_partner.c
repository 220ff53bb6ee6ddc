#include "core/catalogue_edit.h"

#include <string.h>

#include "core/partners.h"
#include "support_db.h"

static struct edit_partner partner_like(int64_t id)
{
    return (struct edit_partner){.id = id,
                                 .name = "Écoute Tilleul",
                                 .summary = "Parler à quelqu’un",
                                 .hours = "mardi",
                                 .place = "4 rue des Tilleuls",
                                 .phone = "03 53 01 10 27",
                                 .need_count = 2,
                                 .needs = {"health", "family"}};
}

static int64_t must_save(struct world *world, struct edit_partner partner)
{
    int64_t id = 0;
    assert_int_equal(catalogue_save_partner(world->db, &partner, &id, NULL), ERR_OK);
    return id;
}

static int helpers(struct world *world, const char *need)
{
    struct partner *partners = NULL;
    int count = 0;
    assert_int_equal(partners_by_need(world->db, need, world->arena, &partners, &count), ERR_OK);
    return count;
}

static void a_partner_is_found_by_what_it_helps_with(void **state)
{
    struct world *world = *state;
    struct edit_partner partner = partner_like(must_save(world, partner_like(0)));
    assert_int_equal(helpers(world, "health"), 1);
    partner.needs[0] = "rights";
    assert_int_equal(must_save(world, partner), partner.id);
    assert_int_equal(helpers(world, "health"), 0);
    assert_int_equal(helpers(world, "rights"), 1);
    assert_int_equal(helpers(world, "family"), 1);
}

static void one_that_is_withdrawn_helps_nobody_any_more(void **state)
{
    struct world *world = *state;
    int counts[16];
    const int64_t id = must_save(world, partner_like(0));
    assert_int_equal(catalogue_withdraw_partner(world->db, id, true), ERR_OK);
    assert_int_equal(helpers(world, "health"), 0);
    assert_int_equal(partners_count_needs(world->db, counts, ARRAY_LEN(counts)), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        assert_int_equal(counts[i], 0);
    }
    assert_int_equal(catalogue_withdraw_partner(world->db, id, false), ERR_OK);
    assert_int_equal(helpers(world, "health"), 1);
    assert_int_equal(catalogue_withdraw_partner(world->db, 99, true), ERR_NOT_FOUND);
    set_time("2026-09-01T10:00");
    assert_int_equal(catalogue_withdraw_partner(world->db, id, true), ERR_CLOCK);
}

static void a_partner_that_cannot_be_is_refused_by_its_field(void **state)
{
    struct world *world = *state;
    static char line[EDIT_LABEL_CHARS + 2];
    memset(line, 'a', EDIT_LABEL_CHARS + 1);
    int64_t id = 0;
    const struct edit_partner fine = partner_like(0);
    struct edit_partner bad[8];
    const char *fields[8];
    int count = 0;
#define SPOIL(field, change)                                                                       \
    do {                                                                                           \
        bad[count] = fine;                                                                         \
        bad[count].change;                                                                         \
        fields[count++] = (field);                                                                 \
    } while (0)
    SPOIL("name", name = "");
    SPOIL("summary", summary = "a\nb");
    SPOIL("hours", hours = line);
    SPOIL("place", place = line);
    SPOIL("phone", phone = "zero");
    SPOIL("needs", need_count = 17);
    SPOIL("needs[1]", needs[1] = "luck");
#undef SPOIL
    for (int i = 0; i < count; i++) {
        struct edit_fault fault = {""};
        assert_int_equal(catalogue_save_partner(world->db, &bad[i], &id, &fault), ERR_INVALID);
        assert_string_equal(fault.field, fields[i]);
    }
    bad[0] = partner_like(99);
    assert_int_equal(catalogue_save_partner(world->db, &bad[0], &id, NULL), ERR_NOT_FOUND);
    set_time("2026-09-01T10:00");
    assert_int_equal(catalogue_save_partner(world->db, &fine, &id, NULL), ERR_CLOCK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_partner_is_found_by_what_it_helps_with),
        TEST(one_that_is_withdrawn_helps_nobody_any_more),
        TEST(a_partner_that_cannot_be_is_refused_by_its_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
