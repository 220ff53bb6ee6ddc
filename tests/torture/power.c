/* The power fails at each moment of a few requests. Whatever the disk had not been told to keep by
 * then is lost, kept, or kept in part, sector by sector; afterwards the file opens, is whole, and
 * holds every step that had been reported, and none by halves.
 *
 * What SQLite asks of the disk is written down by a file system of the test's own (sqlite3_vfs),
 * then played again on a copy up to each moment. */
#include "support_db.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/request.h"

enum { OPS_MAX = 4000, IMAGE_BYTES = 8 << 20, SECTOR_BYTES = 512, STEPS_MAX = 16 };

enum which { FILE_HOUSE, FILE_JOURNAL, FILE_COUNT };

enum what { OP_WRITE, OP_TRUNCATE, OP_SYNC };

struct op {
    enum what what;
    enum which which;
    int64_t at; /* or the length left */
    int len;
    unsigned char *bytes;
};

/* After ops[0..op) a step was reported, and the house held so many decisions. */
struct step {
    int op;
    int64_t decisions;
};

struct image {
    unsigned char *bytes;
    int64_t len;
};

static struct {
    bool is_on;
    struct op ops[OPS_MAX];
    int op_count;
    struct step steps[STEPS_MAX];
    int step_count;
} tape;

/* ---- The file system that writes down ---- */

struct recorded {
    sqlite3_file base;
    int which; /* enum which, or -1 */
    sqlite3_file *real;
};

static sqlite3_vfs *the_real;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct recorded *)(void *)file)->real;
}

static void note(sqlite3_file *file, enum what what, int64_t at, const void *bytes, int len)
{
    const int which = ((struct recorded *)(void *)file)->which;
    if (!tape.is_on || which < 0) {
        return;
    }
    assert_in_range(tape.op_count, 0, OPS_MAX - 1);
    struct op *op = &tape.ops[tape.op_count++];
    *op = (struct op){.what = what, .which = (enum which)which, .at = at, .len = len};
    if (len > 0) {
        op->bytes = malloc((size_t)len);
        assert_non_null(op->bytes);
        memcpy(op->bytes, bytes, (size_t)len);
    }
}

static int on_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int on_read(sqlite3_file *file, void *bytes, int len, sqlite3_int64 at)
{
    return real_of(file)->pMethods->xRead(real_of(file), bytes, len, at);
}

static int on_write(sqlite3_file *file, const void *bytes, int len, sqlite3_int64 at)
{
    note(file, OP_WRITE, at, bytes, len);
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, len, at);
}

static int on_truncate(sqlite3_file *file, sqlite3_int64 len)
{
    note(file, OP_TRUNCATE, len, NULL, 0);
    return real_of(file)->pMethods->xTruncate(real_of(file), len);
}

static int on_sync(sqlite3_file *file, int flags)
{
    note(file, OP_SYNC, 0, NULL, 0);
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int on_size(sqlite3_file *file, sqlite3_int64 *len)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), len);
}

static int on_lock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int on_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int on_look_for_lock(sqlite3_file *file, int *is_locked)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), is_locked);
}

static int on_control(sqlite3_file *file, int what, void *value)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), what, value);
}

static int on_sector_size(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int on_traits(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods METHODS = {
    .iVersion = 1,
    .xClose = on_close,
    .xRead = on_read,
    .xWrite = on_write,
    .xTruncate = on_truncate,
    .xSync = on_sync,
    .xFileSize = on_size,
    .xLock = on_lock,
    .xUnlock = on_unlock,
    .xCheckReservedLock = on_look_for_lock,
    .xFileControl = on_control,
    .xSectorSize = on_sector_size,
    .xDeviceCharacteristics = on_traits,
};

static int on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given)
{
    struct recorded *recorded = (void *)file;
    (void)vfs;
    *recorded = (struct recorded){
        .which = (flags & SQLITE_OPEN_MAIN_DB) != 0        ? FILE_HOUSE
                 : (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0 ? FILE_JOURNAL
                                                           : -1,
        .real = (sqlite3_file *)(void *)(recorded + 1),
    };
    const int code = the_real->xOpen(the_real, name, recorded->real, flags, given);
    recorded->base.pMethods = recorded->real->pMethods == NULL ? NULL : &METHODS;
    return code;
}

static void record_all_files(void)
{
    static sqlite3_vfs recording;
    the_real = sqlite3_vfs_find(NULL);
    recording = *the_real;
    recording.zName = "recording";
    recording.szOsFile = (int)sizeof(struct recorded) + the_real->szOsFile;
    recording.xOpen = on_open;
    assert_int_equal(sqlite3_vfs_register(&recording, 1), SQLITE_OK);
}

/* ---- What happens before the power fails ---- */

static void report(struct world *world)
{
    assert_in_range(tape.step_count, 0, STEPS_MAX - 1);
    tape.steps[tape.step_count++] =
        (struct step){tape.op_count, world_int(world, "SELECT count(*) FROM decision")};
}

static struct ask ask_seat(int64_t session_id, int64_t household_id)
{
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK,
                              (struct actor){.who = WHO_RESIDENT,
                                             .household_id = household_id,
                                             .has_card = household_id != 0});
    ask.first_name = household_id == 0 ? "Rosa" : "";
    ask.terms = (struct terms){.session_id = session_id,
                               .from_s = at("2026-09-09T14:00"),
                               .until_s = at("2026-09-09T16:00"),
                               .adults = 1};
    return ask;
}

static void live(struct world *world, int64_t session_id, int64_t household_id)
{
    struct receipt receipt;
    struct outcome outcome;
    struct ask ask = ask_seat(session_id, household_id);
    report(world);
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    report(world);
    struct move move = move_make(receipt.request_id, VERB_ACCEPT,
                                 (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &move, &outcome), ERR_OK);
    report(world);
    ask = ask_seat(session_id, 0);
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    report(world);
    ask.actor.household_id = household_id;
    ask.actor.has_card = true;
    ask.verb = VERB_JOIN;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    report(world);
}

/* ---- What the disk holds after ---- */

/* Of what was not synced. */
enum fate { FATE_LOST, FATE_KEPT, FATE_TORN };

static const enum fate FATES[][FILE_COUNT] = {
    {FATE_LOST, FATE_LOST}, {FATE_KEPT, FATE_KEPT}, {FATE_KEPT, FATE_LOST},
    {FATE_LOST, FATE_KEPT}, {FATE_TORN, FATE_TORN},
};

static bool is_lucky(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 31 != 0;
}

static void write_sector(struct image *image, const struct op *op, int from)
{
    const int len = op->len - from < SECTOR_BYTES ? op->len - from : SECTOR_BYTES;
    const int64_t end = op->at + from + len;
    assert_in_range(end, 0, IMAGE_BYTES);
    if (op->at + from > image->len) { /* what lies between reads as zero */
        memset(image->bytes + image->len, 0, (size_t)(op->at + from - image->len));
    }
    memcpy(image->bytes + op->at + from, op->bytes + from, (size_t)len);
    image->len = end > image->len ? end : image->len;
}

static void apply(struct image *image, const struct op *op, enum fate fate, uint32_t *seed)
{
    if (op->what == OP_TRUNCATE && (fate == FATE_KEPT || is_lucky(seed))) {
        image->len = op->at < image->len ? op->at : image->len;
    }
    for (int from = 0; op->what == OP_WRITE && from < op->len; from += SECTOR_BYTES) {
        if (fate == FATE_KEPT || is_lucky(seed)) {
            write_sector(image, op, from);
        }
    }
}

static int last_sync(enum which which, int cut)
{
    while (cut > 0 && (tape.ops[cut - 1].what != OP_SYNC || tape.ops[cut - 1].which != which)) {
        cut--;
    }
    return cut;
}

static void play_until(struct image *image, enum which which, int cut, enum fate fate)
{
    const int synced = last_sync(which, cut);
    uint32_t seed = (uint32_t)cut;
    for (int i = 0; i < cut; i++) {
        if (tape.ops[i].which == which && (i < synced || fate != FATE_LOST)) {
            apply(image, &tape.ops[i], i < synced ? FATE_KEPT : fate, &seed);
        }
    }
}

static void read_image(const char *path, struct image *image)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    image->len = (int64_t)fread(image->bytes, 1, IMAGE_BYTES, file);
    (void)fclose(file);
}

static void write_image(const char *path, const struct image *image)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(image->bytes, 1, (size_t)image->len, file), image->len);
    assert_int_equal(fclose(file), 0);
}

static int64_t count_in(sqlite3 *sqlite, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    const int64_t count = sqlite3_column_int64(stmt, 0);
    (void)sqlite3_finalize(stmt);
    return count;
}

static void look_after(const char *path, int cut)
{
    struct db *db = NULL;
    sqlite3 *sqlite = NULL;
    int reported = 0;
    while (reported + 1 < tape.step_count && tape.steps[reported + 1].op <= cut) {
        reported++;
    }
    const int next = reported + 1 < tape.step_count ? reported + 1 : reported;
    assert_int_equal(db_open(path, DB_EXISTING, &db), ERR_OK);
    assert_int_equal(db_check(db), ERR_OK);
    db_close(db);
    assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
    const int64_t decisions = count_in(sqlite, "SELECT count(*) FROM decision");
    if (decisions != tape.steps[reported].decisions && decisions != tape.steps[next].decisions) {
        fail_msg("cut %d: %lld decisions, not %lld or %lld", cut, (long long)decisions,
                 (long long)tape.steps[reported].decisions, (long long)tape.steps[next].decisions);
    }
    assert_int_equal(count_in(sqlite, "SELECT count(*) FROM request WHERE kind = 'booking'"),
                     count_in(sqlite, "SELECT count(*) FROM ticket"));
    (void)sqlite3_close(sqlite);
}

static void no_cut_loses_what_was_reported_or_leaves_it_by_halves(void **state)
{
    struct world *world = *state;
    const int64_t household_id = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 2, "desk");
    const char *path = arena_printf(world->arena, "%s/cut.db", world->dir);
    const char *journal = arena_printf(world->arena, "%s-journal", path);
    struct image base = {.bytes = calloc(1, IMAGE_BYTES)};
    struct image images[FILE_COUNT] = {{calloc(1, IMAGE_BYTES), 0}, {calloc(1, IMAGE_BYTES), 0}};
    read_image(world->path, &base);
    tape.is_on = true;
    live(world, session_id, household_id);
    tape.is_on = false;
    for (int cut = 0; cut <= tape.op_count; cut++) {
        for (size_t way = 0; way < ARRAY_LEN(FATES); way++) {
            memcpy(images[FILE_HOUSE].bytes, base.bytes, (size_t)base.len);
            images[FILE_HOUSE].len = base.len;
            images[FILE_JOURNAL].len = 0;
            for (int which = 0; which < FILE_COUNT; which++) {
                play_until(&images[which], (enum which)which, cut, FATES[way][which]);
            }
            write_image(path, &images[FILE_HOUSE]);
            write_image(journal, &images[FILE_JOURNAL]);
            look_after(path, cut);
        }
    }
    print_message("%d moments, %d ways each\n", tape.op_count + 1, (int)ARRAY_LEN(FATES));
    for (int i = 0; i < tape.op_count; i++) {
        free(tape.ops[i].bytes);
    }
    free(base.bytes);
    free(images[FILE_HOUSE].bytes);
    free(images[FILE_JOURNAL].bytes);
}

static int setup(void **state)
{
    record_all_files();
    return world_setup(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_cut_loses_what_was_reported_or_leaves_it_by_halves,
                                        setup, world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
