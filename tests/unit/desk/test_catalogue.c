/* The catalogue's routes, and those of the staff. */
#include "support_desk.h"

#include <string.h>

#include "core/cards.h"

static const char *ask(struct world *world, const char *path, const char *body, enum err wanted)
{
    enum err err = ERR_OK;
    const struct visitor visitor = {.world = world, .role = ROLE_COORDINATOR, .staff_id = KARIM};
    const char *json = route_find(METHOD_POST, path) != NULL ? post_as(&visitor, path, body, &err)
                                                             : get_as(&visitor, path, body, &err);
    assert_int_equal(err, wanted);
    return json;
}

#define SERVICE                                                                                    \
    "{\"pillar\":\"service\",\"kind\":\"enquiry\",\"title\":\"Pain\",\"icon\":\"bread\","          \
    "\"price\":\"fixed\",\"price_cents\":120,\"subscriber_cents\":-1,\"is_active\":true,"          \
    "\"rule\":\"desk\",\"fields\":[{\"label\":\"Lequel ?\",\"kind\":\"choice\",\"choices\":["      \
    "{\"label\":\"Baguette\",\"icon\":\"bread\"},{\"label\":\"Boule\",\"icon\":\"bread\"}]},"      \
    "{\"label\":\"Quel jour ?\",\"kind\":\"date\",\"least\":1,\"most\":7,\"is_required\":true}]}"

static void a_service_is_shown_with_its_form(void **state)
{
    struct world *world = *state;
    const char *json = ask(world, "/api/catalogue/service/save", SERVICE, ERR_OK);
    assert_int_equal(json_number(world, json, "service_id"), 1);
    json = ask(world, "/api/catalogue/service", "{\"service_id\":\"1\"}", ERR_OK);
    assert_int_equal(json_number(world, json, "price_cents"), 120);
    assert_int_equal(json_number(world, json, "subscriber_cents"), -1);
    assert_int_equal(json_number(world, json, "fields[1].most"), 7);
    assert_int_equal(
        world_int(world, "SELECT json_extract(%Q, '$.fields[0].choices[1].label') = 'Boule'", json),
        1);
    (void)ask(world, "/api/catalogue/service", "{\"service_id\":\"9\"}", ERR_NOT_FOUND);
    (void)ask(world, "/api/catalogue/service/save", "{\"title\":\"\"}", ERR_INVALID);
    (void)ask(world, "/api/catalogue/service/save", "{\"fields\":[{\"kind\":\"colour\"}]}",
              ERR_INVALID);
    (void)ask(world, "/api/catalogue/service/offer", "{\"service_id\":1,\"is_active\":false}",
              ERR_OK);
    (void)ask(world, "/api/catalogue/service/move", "{\"service_id\":1,\"is_up\":true}",
              ERR_NOT_FOUND);
    json = ask(world, "/api/catalogue", "{}", ERR_OK);
    assert_int_equal(json_number(world, json, "services[0].is_active"), 0);
}

static void a_thing_is_shown_with_its_copies(void **state)
{
    struct world *world = *state;
    (void)ask(world, "/api/catalogue/class/save",
              "{\"title\":\"Outils\",\"icon\":\"tools\",\"rule\":\"desk_above\",\"rule_limit\":3,"
              "\"max_days\":7}",
              ERR_OK);
    (void)ask(world, "/api/catalogue/item/save",
              "{\"class_id\":1,\"title\":\"Scie\",\"icon\":\"tools\",\"subscriber_cents\":-1,"
              "\"parts\":[{\"label\":\"La lame\"}]}",
              ERR_OK);
    const char *json =
        ask(world, "/api/catalogue/copy/add", "{\"item_id\":1,\"shelf\":\"B2\"}", ERR_OK);
    const int64_t copy_id = json_number(world, json, "copy_id");
    (void)ask(world, "/api/catalogue/copy/shelf", "{\"copy_id\":99,\"shelf\":\"C\"}",
              ERR_NOT_FOUND);
    json = ask(world, "/api/catalogue/item", "{\"item_id\":\"1\"}", ERR_OK);
    assert_int_equal(json_number(world, json, "parts[0].position"), 1);
    assert_int_equal(json_number(world, json, "copies[0].copy_id"), copy_id);
    assert_int_equal(json_number(world, json, "copies[0].loans"), 0);
    (void)ask(world, "/api/catalogue/item/withdraw", "{\"item_id\":1,\"is_withdrawn\":true}",
              ERR_OK);
    json = ask(world, "/api/catalogue/items", "{\"class_id\":\"1\"}", ERR_OK);
    assert_int_equal(json_number(world, json, "lines[0].is_withdrawn"), 1);
    assert_int_equal(json_number(world, json, "is_more"), 0);
    json = ask(world, "/api/catalogue/items",
               "{\"class_id\":\"1\",\"after\":\"Scie\",\"after_id\":\"1\"}", ERR_OK);
    assert_int_equal(json_number(world, json, "lines[0].item_id"), -1);
}

static void more_than_a_hundred_things_are_turned_over(void **state)
{
    struct world *world = *state;
    world_exec(world,
               "INSERT INTO item_class(code, title, icon, rule, max_days, position)"
               " VALUES ('t', 'T', 'tools', 'desk', 7, 1);"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 101)"
               " INSERT INTO item(class_id, title, icon) SELECT 1, 'Scie', 'tools' FROM n");
    const char *json = ask(world, "/api/catalogue/items", "{\"class_id\":\"1\"}", ERR_OK);
    assert_int_equal(json_number(world, json, "is_more"), 1);
    assert_int_equal(json_number(world, json, "lines[99].item_id"), 100);
    json = ask(world, "/api/catalogue/items",
               "{\"class_id\":\"1\",\"after\":\"Scie\",\"after_id\":\"100\"}", ERR_OK);
    assert_int_equal(json_number(world, json, "lines[0].item_id"), 101);
}

static void a_partner_is_shown_with_its_needs(void **state)
{
    struct world *world = *state;
    (void)ask(world, "/api/catalogue/partner/save",
              "{\"name\":\"Écoute\",\"needs\":[\"health\"],\"is_provider\":true}", ERR_OK);
    const char *json = ask(world, "/api/catalogue/partner", "{\"partner_id\":\"1\"}", ERR_OK);
    assert_int_equal(json_number(world, json, "is_provider"), 1);
    assert_int_equal(world_int(world, "SELECT json_extract(%Q, '$.needs[0]') = 'health'", json), 1);
    (void)ask(world, "/api/catalogue/partner/save", "{\"name\":\"A\",\"needs\":[\"luck\"]}",
              ERR_INVALID);
    (void)ask(world, "/api/catalogue/partner/withdraw", "{\"partner_id\":1,\"is_withdrawn\":true}",
              ERR_OK);
}

static void a_colleague_is_let_in_by_what_is_drawn_once(void **state)
{
    struct world *world = *state;
    struct card card;
    const char *json =
        ask(world, "/api/staff/save", "{\"first_name\":\"Lina\",\"role\":\"concierge\"}", ERR_OK);
    const int64_t id = json_number(world, json, "staff_id");
    (void)ask(world, "/api/staff/save",
              "{\"first_name\":\"A\",\"role\":\"concierge\",\"household_number\":\"9999\"}",
              ERR_NOT_FOUND);
    const char *one = arena_printf(world->arena, "{\"staff_id\":%d}", (int)id);
    json = ask(world, "/api/staff/password", one, ERR_OK);
    assert_non_null(strstr(json, "password"));
    assert_int_equal(
        world_int(world, "SELECT is_temporary FROM password WHERE staff_id = %lld", (long long)id),
        1);
    json = ask(world, "/api/staff/card", one, ERR_OK);
    const char *code = arena_strndup(world->arena, strstr(json, "C1"), CODE_TEXT_BYTES - 1);
    assert_int_equal(cards_find(world->db, code, &card), ERR_OK);
    assert_int_equal(card.holder.staff_id, id);
    (void)ask(world, "/api/staff/pin", one, ERR_MISSING); /* the program has no key here */
    json = ask(world, "/api/staff", "{}", ERR_OK);
    assert_int_equal(json_number(world, json, "lines[2].has_card"), 1);
    assert_int_equal(json_number(world, json, "lines[1].is_me"), 1);
    (void)ask(world, "/api/staff/leave", one, ERR_OK);
    (void)ask(world, "/api/staff/password", one, ERR_NOT_FOUND);
    (void)ask(world, "/api/staff/leave", "{\"staff_id\":2}", ERR_DENIED);
    (void)ask(world, "/api/staff/return", one, ERR_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_service_is_shown_with_its_form),
        TEST(a_thing_is_shown_with_its_copies),
        TEST(more_than_a_hundred_things_are_turned_over),
        TEST(a_partner_is_shown_with_its_needs),
        TEST(a_colleague_is_let_in_by_what_is_drawn_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
