/* The cells of one line, and what they would change. */
#include <string.h>

#include "base/text.h"
#include "core/item_import_parts.h"

bool import_refuse(struct taken *taken, enum item_import_column column, const char *reason)
{
    taken->line->outcome = ITEM_REFUSED;
    taken->line->column = column;
    taken->line->reason = reason;
    return false;
}

const char *import_cell(const struct importer *importer, const struct taken *taken,
                        enum item_import_column column)
{
    return csv_cell(taken->row, importer->map[column]);
}

static void take_words(const struct importer *importer, struct taken *taken)
{
    const struct {
        enum item_import_column column;
        const char **text;
    } texts[] = {
        {ITEM_COLUMN_SUMMARY, &taken->item.summary},
        {ITEM_COLUMN_ICON, &taken->item.icon},
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        const char *words = import_cell(importer, taken, texts[i].column);
        *texts[i].text = words[0] == '\0' ? *texts[i].text : words;
    }
}

static bool take_sums(const struct importer *importer, struct taken *taken)
{
    const struct {
        enum item_import_column column;
        int64_t *cents;
    } sums[] = {
        {ITEM_COLUMN_DEPOSIT, &taken->item.deposit_cents},
        {ITEM_COLUMN_FEE, &taken->item.fee_cents},
        {ITEM_COLUMN_SUBSCRIBER_FEE, &taken->item.subscriber_cents},
    };
    for (size_t i = 0; i < ARRAY_LEN(sums); i++) {
        const char *words = import_cell(importer, taken, sums[i].column);
        if (words[0] != '\0' && csv_cents(words, sums[i].cents) != ERR_OK) {
            return import_refuse(taken, sums[i].column, "cell");
        }
    }
    return true;
}

/* Parts of the same name stay the ones they were. */
static bool take_parts(struct importer *importer, struct taken *taken)
{
    const char *labels[CATALOGUE_PARTS_MAX];
    int count = 0;
    const char *words = import_cell(importer, taken, ITEM_COLUMN_PARTS);
    if (words[0] == '\0') {
        return true;
    }
    if (csv_parts(words, importer->arena, labels, CATALOGUE_PARTS_MAX, &count) != ERR_OK) {
        return import_refuse(taken, ITEM_COLUMN_PARTS, "cell");
    }
    taken->item.part_count = count;
    for (int i = 0; i < count; i++) {
        taken->item.parts[i] = (struct edit_part){.label = labels[i]};
        for (int j = 0; j < taken->before.part_count; j++) {
            if (strcmp(taken->before.parts[j].label, labels[i]) == 0) {
                taken->item.parts[i].position = taken->before.parts[j].position;
            }
        }
    }
    return true;
}

static bool take_copies(const struct importer *importer, struct taken *taken)
{
    int64_t copies = taken->before.id == 0 ? 1 : taken->copies_before;
    const char *words = import_cell(importer, taken, ITEM_COLUMN_COPIES);
    taken->shelf = import_cell(importer, taken, ITEM_COLUMN_SHELF);
    if (words[0] != '\0' && csv_number(words, EDIT_COPIES_MOST, &copies) != ERR_OK) {
        return import_refuse(taken, ITEM_COLUMN_COPIES, "cell");
    }
    if (copies < taken->copies_before) {
        return import_refuse(taken, ITEM_COLUMN_COPIES, "fewer_copies");
    }
    if (!utf8_is_line(str_of(taken->shelf), CODE_BYTES - 1)) {
        return import_refuse(taken, ITEM_COLUMN_SHELF, "cell");
    }
    taken->copies = (int)copies;
    return true;
}

static bool check_item(struct taken *taken)
{
    static const struct {
        const char *field;
        enum item_import_column column;
    } faults[] = {
        {"title", ITEM_COLUMN_TITLE},   {"summary", ITEM_COLUMN_SUMMARY},
        {"icon", ITEM_COLUMN_ICON},     {"deposit_cents", ITEM_COLUMN_DEPOSIT},
        {"fee_cents", ITEM_COLUMN_FEE}, {"subscriber_cents", ITEM_COLUMN_SUBSCRIBER_FEE},
    };
    struct edit_fault fault = {""};
    if (edit_check_item(&taken->item, &fault) == ERR_OK) {
        return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
        if (strcmp(faults[i].field, fault.field) == 0) {
            return import_refuse(taken, faults[i].column, "cell");
        }
    }
    return import_refuse(taken, ITEM_COLUMN_PARTS, "cell");
}

bool import_take_cells(struct importer *importer, struct taken *taken)
{
    taken->item.class_id = taken->class->id;
    taken->item.icon = taken->before.id == 0 ? taken->class->icon : taken->item.icon;
    take_words(importer, taken);
    return take_sums(importer, taken) && take_parts(importer, taken) &&
           take_copies(importer, taken) && check_item(taken);
}

/* ---- What a line would change ---- */

static bool has_same_parts(const struct edit_item *a, const struct edit_item *b)
{
    bool is_same = a->part_count == b->part_count;
    for (int i = 0; i < a->part_count && is_same; i++) {
        is_same = a->parts[i].position != 0;
    }
    return is_same;
}

void import_compare(struct taken *taken)
{
    const struct edit_item *a = &taken->before;
    const struct edit_item *b = &taken->item;
    const struct {
        enum item_import_column column;
        bool is_other;
    } changes[] = {
        {ITEM_COLUMN_CLASS, a->class_id != b->class_id || taken->class->id == 0},
        {ITEM_COLUMN_SUMMARY, strcmp(a->summary, b->summary) != 0},
        {ITEM_COLUMN_ICON, strcmp(a->icon, b->icon) != 0},
        {ITEM_COLUMN_DEPOSIT, a->deposit_cents != b->deposit_cents},
        {ITEM_COLUMN_FEE, a->fee_cents != b->fee_cents},
        {ITEM_COLUMN_SUBSCRIBER_FEE, a->subscriber_cents != b->subscriber_cents},
        {ITEM_COLUMN_PARTS, !has_same_parts(b, a)},
        {ITEM_COLUMN_COPIES, taken->copies > taken->copies_before},
        {ITEM_COLUMN_SHELF, taken->shelf[0] != '\0' && taken->shelfless > 0},
    };
    struct item_import_line *line = taken->line;
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        line->changes |= changes[i].is_other ? 1U << changes[i].column : 0;
    }
    line->copies_added = taken->copies - taken->copies_before;
    line->outcome = a->id == 0 ? ITEM_NEW : line->changes == 0 ? ITEM_UNCHANGED : ITEM_CHANGED;
}
