/* Activities, kept at the desk. */
#include "support_session.h"

#include "core/activities.h"

static struct activity knitting(void)
{
    return (struct activity){
        .kind = "workshop",
        .title = "Tricot du mardi",
        .summary = "Aiguilles sur place.",
        .icon = "craft",
        .spoken = "",
        .bring = "",
        .least_age = 8,
        .takes_children = true,
        .price_cents = 300,
        .subscriber_cents = 0,
        .rule = {.code = "desk_above", .limit = 3, .training = ""},
    };
}

static enum err save(struct world *world, const struct activity *activity, int64_t *id)
{
    struct edit_fault fault;
    return activity_save(world->db, activity, desk(NADIA), &fault, id);
}

static bool finds(struct world *world, const char *words)
{
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    int count = 0;
    assert_int_equal(catalogue_search(world->db, world->arena, words, at(WORLD_NOW), hits, &count),
                     ERR_OK);
    return count > 0;
}

static void an_activity_is_found_as_soon_as_it_has_a_date(void **state)
{
    struct world *world = *state;
    struct activity activity = knitting();
    int64_t id = 0;
    assert_int_equal(save(world, &activity, &id), ERR_OK);
    (void)add_session(world, id, "2026-09-15T14:00", 8);
    assert_true(finds(world, "tricot"));
    activity.id = id;
    activity.title = "Crochet";
    activity.subscriber_cents = -1;
    assert_int_equal(save(world, &activity, &id), ERR_OK);
    assert_false(finds(world, "tricot"));
    assert_true(finds(world, "crochet"));
    assert_int_equal(world_int(world,
                               "SELECT subscriber_cents IS NULL AND rule = 'desk_above'"
                               " AND rule_limit = 3 AND partner_id IS NULL AND price_cents = 300"
                               " FROM activity WHERE id = %lld",
                               (long long)id),
                     1);
}

static void each_value_that_cannot_be_is_named(void **state)
{
    struct world *world = *state;
    static const char *const fields[] = {"kind",       "title",       "summary",          "icon",
                                         "least_age",  "price_cents", "subscriber_cents", "rule",
                                         "rule_limit", "rule_code"};
    struct activity wrong[ARRAY_LEN(fields)];
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        wrong[i] = knitting();
    }
    wrong[0].kind = "circus";
    wrong[1].title = "";
    wrong[2].summary = "a\x01z";
    wrong[3].icon = "Not a name";
    wrong[4].least_age = 100;
    wrong[5].price_cents = -1;
    wrong[6].subscriber_cents = -2;
    wrong[7].rule.code = "never";
    wrong[8].rule.limit = 0;
    wrong[9].rule.training = "saw";
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        struct edit_fault fault = {""};
        int64_t id = 0;
        assert_int_equal(activity_save(world->db, &wrong[i], desk(NADIA), &fault, &id),
                         ERR_INVALID);
        assert_string_equal(fault.field, fields[i]);
    }
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity"), 0);
}

static void what_does_not_exist_is_not_changed(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    struct activity activity = knitting();
    activity.id = 999;
    assert_int_equal(save(world, &activity, &id), ERR_NOT_FOUND);
    activity = knitting();
    activity.partner_id = 999;
    assert_int_equal(save(world, &activity, &id), ERR_NOT_FOUND);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity"), 0);
}

/* ---- Another title ---- */

static int title_told(struct world *world, int64_t booking, const char *before)
{
    return (int)world_int(world,
                          "SELECT count(*) FROM decision JOIN decision_words USING (request_id, no)"
                          " JOIN notice USING (request_id, no)"
                          " WHERE request_id = %lld AND reason_code = 'title_changed'"
                          " AND who = 'house' AND words = '%s'",
                          (long long)booking, before);
}

static struct ask booking_of(int64_t session_id, const char *starts, int adults, struct actor actor)
{
    struct ask ask = seats(session_id, adults, 0, actor);
    ask.terms.from_s = at(starts);
    ask.terms.until_s = at(starts) + 2 * 3600;
    return ask;
}

static void another_title_is_told_to_who_comes_or_waits_and_asks_nobody_again(void **state)
{
    struct world *world = *state;
    const struct actor alma = member(build_household(world, "0087", "Alma"));
    const struct actor bo = member(build_household(world, "0088", "Bo"));
    struct activity activity = knitting();
    int64_t id = 0;
    struct outcome outcome;
    assert_int_equal(save(world, &activity, &id), ERR_OK);
    activity.id = id;
    const int64_t past = add_session(world, activity.id, "2026-09-09T14:00", 2);
    const int64_t next = add_session(world, activity.id, "2026-09-15T14:00", 2);
    const int64_t was_there =
        must_ask(world, booking_of(past, "2026-09-09T14:00", 1, alma)).request_id;
    const int64_t comes = must_ask(world, booking_of(next, "2026-09-15T14:00", 2, alma)).request_id;
    struct ask queued = booking_of(next, "2026-09-15T14:00", 1, bo);
    queued.verb = VERB_JOIN;
    const int64_t waits = must_ask(world, queued).request_id;
    const enum state before = state_now(world, comes);
    assert_int_equal(move_by(world, was_there, VERB_CANCEL, alma, &outcome), ERR_OK);
    set_time("2026-09-10T09:00");
    activity.title = "Crochet";
    assert_int_equal(save(world, &activity, &id), ERR_OK);
    assert_int_equal(title_told(world, comes, "Tricot du mardi"), 1);
    assert_int_equal(title_told(world, waits, "Tricot du mardi"), 1);
    assert_int_equal(title_told(world, was_there, "Tricot du mardi"), 0);
    assert_int_equal(state_now(world, comes), before);
    assert_int_equal(state_now(world, waits), STATE_WAITLISTED);
}

static void another_spelling_or_other_words_are_no_news(void **state)
{
    struct world *world = *state;
    const struct actor alma = member(build_household(world, "0087", "Alma"));
    struct activity activity = knitting();
    int64_t id = 0;
    assert_int_equal(save(world, &activity, &id), ERR_OK);
    activity.id = id;
    const int64_t session = add_session(world, activity.id, "2026-09-15T14:00", 2);
    const int64_t booking =
        must_ask(world, booking_of(session, "2026-09-15T14:00", 1, alma)).request_id;
    const int64_t decisions = world_int(world, "SELECT count(*) FROM decision");
    static const char *const spellings[] = {"TRICOT du mardi !", "Tricôt du mardi"};
    for (size_t i = 0; i < ARRAY_LEN(spellings); i++) {
        activity.title = spellings[i];
        activity.summary = spellings[i];
        assert_int_equal(save(world, &activity, &id), ERR_OK);
    }
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision"), decisions);
    activity.title = "Crochet";
    assert_int_equal(save(world, &activity, &id), ERR_OK);
    assert_int_equal(title_told(world, booking, "Tricôt du mardi"), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

/* ---- An organiser's ---- */

static struct activity words_for(int64_t activity_id)
{
    return (struct activity){
        .id = activity_id,
        .kind = "workshop",
        .title = "Couture facile",
        .summary = "",
        .icon = "sewing",
        .spoken = "ar",
        .bring = "Un tissu",
        .rule = {.code = "automatic", .training = ""},
        .subscriber_cents = -1,
    };
}

static void an_organisers_activity_is_the_associations_and_its_rule_the_houses(void **state)
{
    struct world *world = *state;
    const struct association of = build_association(world, "10", "desk");
    struct edit_fault fault;
    int64_t id = 0;
    struct activity activity = words_for(0);
    assert_int_equal(activity_save(world->db, &activity, of.organiser, &fault, &id), ERR_OK);
    assert_int_equal(world_int(world,
                               "SELECT partner_id = %lld AND rule = 'desk' AND spoken = 'ar'"
                               " AND bring = 'Un tissu' FROM activity WHERE id = %lld",
                               (long long)of.partner_id, (long long)id),
                     1);
    activity.id = id;
    world_exec(world, "UPDATE activity SET rule = 'desk_above', rule_limit = 3");
    activity.title = "Couture";
    assert_int_equal(activity_save(world->db, &activity, of.organiser, &fault, &id), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity WHERE title = 'Couture'"
                                      " AND rule = 'desk_above' AND rule_limit = 3"),
                     1);
    const struct association other = build_association(world, "11", "automatic");
    assert_int_equal(activity_save(world->db, &activity, other.organiser, &fault, &id), ERR_DENIED);
}

static void words_that_are_read_already_are_the_concierges_under_the_rule_desk(void **state)
{
    struct world *world = *state;
    const struct association of = build_association(world, "10", "desk");
    struct edit_fault fault;
    int64_t id = 0;
    const struct activity activity = words_for(build_their_activity(world, &of));
    (void)add_session(world, activity.id, "2026-09-15T14:00", 8);
    assert_int_equal(activity_save(world->db, &activity, of.organiser, &fault, &id), ERR_DENIED);
    world_exec(world, "UPDATE partner SET agenda_rule = 'automatic'");
    assert_int_equal(activity_save(world->db, &activity, of.organiser, &fault, &id), ERR_OK);
}

static void a_language_that_the_screen_cannot_say_is_named(void **state)
{
    struct world *world = *state;
    struct edit_fault fault;
    int64_t id = 0;
    struct activity activity = words_for(0);
    activity.spoken = "klingon";
    assert_int_equal(activity_save(world->db, &activity, desk(NADIA), &fault, &id), ERR_INVALID);
    assert_string_equal(fault.field, "spoken");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_activity_is_found_as_soon_as_it_has_a_date),
        TEST(each_value_that_cannot_be_is_named),
        TEST(another_title_is_told_to_who_comes_or_waits_and_asks_nobody_again),
        TEST(another_spelling_or_other_words_are_no_news),
        TEST(what_does_not_exist_is_not_changed),
        TEST(an_organisers_activity_is_the_associations_and_its_rule_the_houses),
        TEST(words_that_are_read_already_are_the_concierges_under_the_rule_desk),
        TEST(a_language_that_the_screen_cannot_say_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
