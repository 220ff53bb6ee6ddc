/* Rules on nodes and display list. */
#include <string.h>

#include "evidence.h"

static const double capital_mm = 7.33, capital_viewing_mm = 600, target_mm = 20;
static const double capital_of_em = 0.714; /* check_pixels.c measures a drawn H */
static const double below_of_em = 0.2;     /* what reaches below the baseline, of Latin letters */

static bool is_inside(struct ui_rect inner, struct ui_rect outer, int slack)
{
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.w <= outer.x + outer.w + slack &&
           inner.y + inner.h <= outer.y + outer.h + slack;
}

static bool is_target(const struct ui_node *node)
{
    return node->role != UI_ROLE_SCROLL && !rect_is_empty(node->hit) &&
           (node->state & UI_STATE_DISABLED) == 0;
}

static bool is_text(const struct paint_op *op)
{
    return op->kind == PAINT_RUN && op->run.run.face != FACE_ICONS &&
           op->run.run.text[strspn(op->run.run.text, " ")] != '\0';
}

/* Where its letters stand: from the capitals' top to below the baseline. */
static struct ui_rect ink_of(const struct seen *seen, const struct paint_op *op)
{
    const struct glyph_run *run = &op->run.run;
    const int baseline = op->rect.y + font_ascent(glyphs_fonts(seen->glyphs), run->face, run->px);
    const int top = baseline - (int)(run->px * capital_of_em);
    return (struct ui_rect){op->rect.x, top, op->rect.w,
                            baseline + (int)(run->px * below_of_em) - top};
}

static const struct ui_node *node_of(const struct seen *seen, const struct paint_op *op)
{
    return op->node == 0 ? NULL : &seen->emitted->nodes[op->node - 1];
}

/* ---- texts ---- */

/* It belongs to something with a name; or something else's name has the words: a stepper's label is
 * said with its number. */
static bool is_said(const struct seen *seen, const struct paint_op *op)
{
    const struct ui_node *node = node_of(seen, op);
    if (node != NULL) {
        return node->name[0] != '\0';
    }
    for (size_t i = 0; i < seen->emitted->node_count; i++) {
        if (strstr(seen->emitted->nodes[i].name, op->run.run.text) != NULL) {
            return true;
        }
    }
    return false;
}

static void check_text(const struct seen *seen, const struct paint_op *op,
                       struct findings *findings)
{
    const char *text = op->run.run.text;
    const struct ui_node *node = node_of(seen, op);
    const struct ui_rect ink = ink_of(seen, op);
    const double least_mm = capital_mm * seen->theme->viewing_mm / capital_viewing_mm;
    const double own_mm = op->run.run.px * capital_of_em / seen->frame->px_per_mm;
    const struct ui_rect panel = {0, 0, seen->frame->width_px, seen->frame->height_px};
    if (!is_said(seen, op)) {
        found(findings, RULE_NAME, "text \"%s\"", text);
    }
    if (!is_inside(ink, op->clip, 1)) {
        found(findings, RULE_CUT, "\"%s\" by the page", text);
    }
    if (!is_inside(ink, node == NULL ? panel : node->rect, 1)) {
        found(findings, RULE_CUT, "\"%s\" leaves %s%s", text, node == NULL ? "the panel" : "#",
              node == NULL ? "" : node->id);
    }
    if (own_mm < least_mm) {
        found(findings, RULE_CAPITAL, "%.2f mm: \"%s\"", own_mm, text);
    }
}

static void check_overlap(const struct seen *seen, size_t index, struct findings *findings)
{
    const struct paint_op *op = &seen->emitted->ops[index];
    const struct ui_rect ink = ink_of(seen, op);
    for (size_t i = index + 1; i < seen->emitted->op_count; i++) {
        const struct paint_op *other = &seen->emitted->ops[i];
        if (!is_text(other)) {
            continue;
        }
        const struct ui_rect shared = rect_intersect(ink, ink_of(seen, other));
        if (shared.w > 2 && shared.h > 1) {
            found(findings, RULE_OVERLAP, "\"%s\" and \"%s\"", op->run.run.text,
                  other->run.run.text);
        }
    }
}

/* ---- targets ---- */

static void check_target(const struct seen *seen, const struct ui_node *node,
                         struct findings *findings)
{
    const int least = (int)(target_mm * seen->frame->px_per_mm);
    const int reach = seen->frame->height_px - theme_px(seen->theme, UI_LOW_MM);
    const struct ui_rect hit = node->hit;
    if (hit.w < least || hit.h < least) {
        found(findings, RULE_TARGET, "#%s \"%s\" %.1f x %.1f mm", node->id, node->name,
              hit.w / seen->frame->px_per_mm, hit.h / seen->frame->px_per_mm);
    }
    if (seen->theme->low_mm > 0 && hit.y < reach) {
        found(findings, RULE_REACH, "#%s \"%s\" %.1f mm too high", node->id, node->name,
              (reach - hit.y) / seen->frame->px_per_mm);
    }
    if (node->name[0] == '\0') {
        found(findings, RULE_NAME, "target #%s", node->id);
    }
}

static void check_apart(const struct seen *seen, size_t index, struct findings *findings)
{
    const struct ui_nodes *nodes = &seen->frame->nodes;
    for (size_t i = index + 1; i < nodes->count; i++) {
        const struct ui_node *a = &nodes->items[index], *b = &nodes->items[i];
        if (is_target(b) && !rect_is_empty(rect_intersect(a->hit, b->hit))) {
            found(findings, RULE_APART, "#%s and #%s", a->id, b->id);
        }
    }
}

/* Ids tell one thing from another: focus, speech and fingers go by them. */
static void check_id(const struct seen *seen, size_t index, struct findings *findings)
{
    const struct ui_nodes *nodes = &seen->frame->nodes;
    for (size_t i = index + 1; i < nodes->count; i++) {
        if (strcmp(nodes->items[index].id, nodes->items[i].id) == 0) {
            found(findings, RULE_NAME, "two things are #%s", nodes->items[i].id);
        }
    }
}

void check_layout(const struct seen *seen, struct findings *findings)
{
    const struct ui_nodes *nodes = &seen->frame->nodes;
    const struct ui_rect panel = {0, 0, seen->frame->width_px, seen->frame->height_px};
    for (size_t i = 0; i < nodes->count; i++) {
        if (!is_inside(nodes->items[i].rect, panel, 0)) {
            found(findings, RULE_INSIDE, "#%s", nodes->items[i].id);
        }
        check_id(seen, i, findings);
        if (is_target(&nodes->items[i])) {
            check_target(seen, &nodes->items[i], findings);
            check_apart(seen, i, findings);
        }
    }
    for (size_t i = 0; i < seen->emitted->op_count; i++) {
        if (is_text(&seen->emitted->ops[i])) {
            check_text(seen, &seen->emitted->ops[i], findings);
            check_overlap(seen, i, findings);
        }
    }
}
