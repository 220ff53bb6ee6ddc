#include "support_stage.h"

#include <assert.h>
#include <string.h>

#define COMMAND                                                                                    \
    {                                                                                              \
        VERB_GO, 0                                                                                 \
    }

static struct support support_make(struct ui_panel panel, const char *lang)
{
    struct support s = {0};
    struct ui_theme theme = theme_make(&panel);
    enum err err = ui_stage_create(&theme, &s.stage);
    assert(err == ERR_OK);
    s.surface = SDL_CreateRGBSurfaceWithFormat(0, panel.width_px, panel.height_px, 32,
                                               SDL_PIXELFORMAT_RGB888);
    assert(s.surface);
    s.info = (struct ui_frame_info){
        .screen = "test",
        .lang = lang,
        .width_px = panel.width_px,
        .height_px = panel.height_px,
        .screen_serial = 1,
        .words = {.back = "Retour",
                  .previous_page = "Précédent",
                  .next_page = "Suite",
                  .of = "%d / %d",
                  .page = "page %d sur %d",
                  .less = "Moins : %s",
                  .more = "Plus : %s",
                  .space = "espace",
                  .erase = "Effacer",
                  .shift = "Majuscules",
                  .letters = "Lettres",
                  .signs = "Chiffres et signes",
                  .layout = "Lettres dans un autre ordre",
                  .caret_back = "Une lettre en arrière",
                  .caret_forward = "Une lettre en avant"},
    };
    return s;
}

struct support support_portrait(const char *lang)
{
    return support_make((struct ui_panel){1080, 1920, 2.71, 600}, lang);
}

struct support support_landscape(const char *lang)
{
    return support_make((struct ui_panel){1920, 1080, 4.03, 600}, lang);
}

void support_end(struct support *s)
{
    ui_stage_destroy(s->stage);
    SDL_FreeSurface(s->surface);
}

struct ui *support_begin(struct support *s)
{
    s->info.view = &s->view;
    return ui_begin(s->stage, &s->info);
}

size_t support_paint(struct support *s)
{
    return ui_paint(s->stage, s->surface, s->damage);
}

/* ---- screens ---- */

static void add_bar(struct ui *ui, const char *const labels[5])
{
    const struct ui_bar_item items[] = {
        {"bar-home", labels[0], UI_ICON_HOME, COMMAND, false},
        {"bar-language", labels[1], UI_ICON_LANGUAGE, COMMAND, false},
        {"bar-listen", labels[2], UI_ICON_LISTEN, COMMAND, false},
        {"bar-comfort", labels[3], UI_ICON_COMFORT, COMMAND, false},
        {"bar-call", labels[4], UI_ICON_CALL, COMMAND, false},
    };
    ui_bar(ui, items, ARRAY_LEN(items));
}

static const char *const french_bar[] = {"Accueil", "Langue", "Écouter", "Confort", "Appeler"};
static const char *const arabic_bar[] = {"البداية", "اللغة", "استماع", "راحة", "نداء"};

static void add_languages(struct ui *ui, const char *selected)
{
    static const struct {
        const char *lang, *name;
    } languages[] = {{"fr", "Français"},
                     {"de", "Deutsch"},
                     {"en", "English"},
                     {"ar", "العربية"},
                     {"tr", "Türkçe"}};
    ui_begin_row(ui, (struct ui_box){.gap_mm = 5, .equal = true, .wrap = true});
    for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "lang-%s", languages[i].lang),
                        .command = {VERB_GO, (int64_t)i},
                        .label = languages[i].name,
                        .lang = languages[i].lang,
                        .is_choice = true,
                        .is_selected = strcmp(languages[i].lang, selected) == 0,
                    });
    }
    ui_end(ui);
}

struct home_words {
    const char *lang;
    const char *sub, *date, *title;
    const char *tiles[4][2];
    const char *card, *days[3], *pills[3], *follow;
    const char *const *bar;
};

static void add_follow(struct ui *ui, const struct home_words *w)
{
    ui_button(ui, (struct ui_button){.id = "follow",
                                     .command = COMMAND,
                                     .label = w->follow,
                                     .icon = UI_ICON_QR,
                                     .size = UI_MAIN_BUTTON});
}

static void home(struct ui *ui, const struct home_words *w)
{
    static const enum ui_icon icons[] = {UI_ICON_HELP_HAND, UI_ICON_AGENDA, UI_ICON_LEND,
                                         UI_ICON_PARCEL};
    static const enum ui_color colors[] = {UI_TERRACOTTA, UI_BLUE, UI_UMBER, UI_TEAL};
    static const char *const ids[] = {"tile-help", "tile-agenda", "tile-lend", "tile-services"};
    static const char *const titles[] = {"Café des voisins", "Réparer son petit électroménager",
                                         "Marché\u202f: fruits et légumes"};
    static const char *const subs[] = {"17\u00a0h – 19\u00a0h · Espace café · gratuit",
                                       "14\u00a0h – 16\u00a0h · Atelier · avec La Corde",
                                       "16\u00a0h – 19\u00a0h · Devant le local"};
    ui_header(ui, (struct ui_header){.is_home = true,
                                     .title = "Conciergerie Ampère",
                                     .sub = w->sub,
                                     .clock = "16:42",
                                     .date = w->date});
    ui_text(ui, UI_TITLE, w->title);
    add_languages(ui, w->lang);
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.grow = 1.4});
    ui_begin_grid(ui, 2, 2, (struct ui_box){.grow = 1});
    for (size_t i = 0; i < 4; i++) {
        ui_tile(ui, (struct ui_tile){.id = ids[i],
                                     .command = {VERB_GO, (int64_t)i},
                                     .icon = icons[i],
                                     .color = colors[i],
                                     .title = w->tiles[i][0],
                                     .sub = ui_is_landscape(ui) ? NULL : w->tiles[i][1]});
    }
    ui_end(ui);
    if (ui_is_landscape(ui)) {
        add_follow(ui, w);
    }
    ui_end(ui);
    ui_begin_card(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    ui_begin_row(ui, (struct ui_box){.gap_mm = 5, .pad_y_mm = 2});
    ui_icon_show(ui, UI_ICON_TODAY_CLOCK, UI_ICON_SMALL, UI_BLUE);
    ui_label(ui, (struct ui_label){.text = w->card, .style = UI_BOLD, .grow = 1});
    ui_end(ui);
    for (int i = 0; i < (ui_is_landscape(ui) ? 2 : 3); i++) {
        ui_list_row(ui,
                    (struct ui_list_row){.id = ui_format(ui, "row-%d", i),
                                         .command = {VERB_ROW, i},
                                         .badge_top = w->days[i],
                                         .badge = i == 0 ? "8" : "9",
                                         .color = UI_BLUE,
                                         .title = titles[i],
                                         .sub = ui_is_landscape(ui) ? w->pills[i] : subs[i],
                                         .lang = "fr",
                                         .pill = {ui_is_landscape(ui) ? NULL : w->pills[i],
                                                  i == 1 ? UI_CAUTION : UI_GOOD, UI_ICON_NONE}});
    }
    ui_end(ui);
    ui_end(ui);
    if (!ui_is_landscape(ui)) {
        add_follow(ui, w);
    }
    add_bar(ui, w->bar);
}

void support_home(struct ui *ui)
{
    home(ui, &(const struct home_words){.lang = "fr",
                                        .sub = "Ouverte jusqu’à 19\u00a0h\u00a030",
                                        .date = "mardi 8 sept.",
                                        .title = "Bonjour\u202f! Que voulez-vous faire\u202f?",
                                        .tiles = {{"Coups de main", "J’ai besoin · je peux aider"},
                                                  {"Ateliers et agenda", "6 dates cette semaine"},
                                                  {"Emprunter", "Outils, jeux, appareils, vélos"},
                                                  {"Services", "Colis, pain, pressing…"}},
                                        .card = "Aujourd’hui et demain",
                                        .days = {"mar.", "mer.", "mer."},
                                        .pills = {"entrée libre", "2 places", "entrée libre"},
                                        .follow = "Suivre ma demande\u202f: carte ou numéro",
                                        .bar = french_bar});
}

void support_home_arabic(struct ui *ui)
{
    home(ui, &(const struct home_words){.lang = "ar",
                                        .sub = "مفتوح حتى 19:30",
                                        .date = "الثلاثاء 8 سبتمبر",
                                        .title = "مرحبا! ماذا تريد أن تفعل؟",
                                        .tiles = {{"مساعدة متبادلة", "أحتاج · أستطيع المساعدة"},
                                                  {"ورشات ومواعيد", "6 مواعيد هذا الأسبوع"},
                                                  {"استعارة", "أدوات، ألعاب، أجهزة، دراجات"},
                                                  {"خدمات", "طرود، خبز، تنظيف…"}},
                                        .card = "اليوم وغدا",
                                        .days = {"ثلاثاء", "أربعاء", "أربعاء"},
                                        .pills = {"دخول حر", "مكانان", "دخول حر"},
                                        .follow = "متابعة طلبي: بطاقة أو رقم",
                                        .bar = arabic_bar});
}

void support_session(struct ui *ui)
{
    ui_header(ui, (struct ui_header){.title = "Ateliers et agenda",
                                     .sub = "1 sur 3",
                                     .clock = "16:43",
                                     .back = COMMAND});
    ui_banner(ui, (struct ui_banner){.icon = UI_ICON_TOOLS,
                                     .color = UI_BLUE,
                                     .title = "Réparer son petit électroménager",
                                     .sub = "Avec La Corde Alliée · à partir de 12 ans"});
    ui_begin_split(ui, (struct ui_box){0});
    ui_begin_card(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    ui_fact(ui, (struct ui_fact){.icon = UI_ICON_TODAY,
                                 .color = UI_BLUE,
                                 .bold = "mercredi 9 septembre",
                                 .text = ", de 14\u00a0h à 16\u00a0h"});
    ui_fact(ui, (struct ui_fact){.icon = UI_ICON_PLACE,
                                 .color = UI_BLUE,
                                 .text = "Atelier de la Conciergerie, rez-de-chaussée"});
    ui_fact(ui, (struct ui_fact){.icon = UI_ICON_PEOPLE,
                                 .color = UI_BLUE,
                                 .bold = "2 places libres",
                                 .text = " sur 8",
                                 .seats_taken = 6,
                                 .seats_total = 8});
    ui_fact(ui, (struct ui_fact){.icon = UI_ICON_HEART,
                                 .color = UI_BLUE,
                                 .text = "Gratuit pour les foyers abonnés, sinon 2\u00a0€"});
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    ui_text(ui, UI_BODY,
            "Votre grille-pain ne marche plus\u202f? Apportez-le. On l’ouvre ensemble, on cherche "
            "la panne et on répare quand c’est possible.");
    ui_stepper(ui, (struct ui_stepper){.id = "adults",
                                       .label = "Adultes",
                                       .value = 1,
                                       .min = 0,
                                       .max = 4,
                                       .less = {VERB_LESS, 0},
                                       .more = {VERB_MORE, 0}});
    ui_stepper(ui, (struct ui_stepper){.id = "children",
                                       .label = "Enfants (12 ans et plus)",
                                       .value = 0,
                                       .min = 0,
                                       .max = 4,
                                       .less = {VERB_LESS, 1},
                                       .more = {VERB_MORE, 1}});
    ui_end(ui);
    ui_end(ui);
    ui_spacer(ui);
    ui_button(ui, (struct ui_button){.id = "ask",
                                     .command = COMMAND,
                                     .label = "Demander une place",
                                     .icon = UI_ICON_CHECK,
                                     .look = UI_FILLED,
                                     .color = UI_BLUE,
                                     .size = UI_MAIN_BUTTON});
    add_bar(ui, french_bar);
}

void support_ticket(struct ui *ui)
{
    static const struct ui_step steps[] = {
        {UI_ICON_CHECK_CIRCLE, "Reçue 16\u00a0h\u00a044", UI_STEP_DONE},
        {UI_ICON_CLOCK, "Réponse\u202f: mardi 17\u00a0h", UI_STEP_CURRENT},
        {UI_ICON_CHECKED_DAY, "Confirmée", UI_STEP_AHEAD},
    };
    ui_header(ui, (struct ui_header){.title = "Conciergerie Ampère",
                                     .sub = "Cet écran se ferme dans 2 min 30 s"});
    ui_begin_column(ui, (struct ui_box){.align = UI_CENTER, .gap_mm = 4});
    ui_icon_show(ui, UI_ICON_CLOCK, UI_ICON_HUGE, UI_WARN);
    ui_text(ui, UI_TITLE, "Demande envoyée");
    ui_label(ui,
             (struct ui_label){.text = "Pas encore confirmée", .style = UI_BOLD, .color = UI_WARN});
    ui_text(ui, UI_BOLD, "Réparer son petit électroménager");
    ui_text(ui, UI_BODY, "mercredi 9 septembre, 14\u00a0h · 1 adulte");
    ui_begin_card(ui, (struct ui_box){.align = UI_CENTER, .pad_mm = 8});
    ui_qr(ui, "code", "Code du ticket", "T1ABCDEFGHJKMNPQRSTVWXYZ0123",
          ui_is_landscape(ui) ? 80 : 165, true);
    ui_text(ui, UI_TICKET, "407\u00a0312");
    ui_text(ui, UI_SMALL, "Gardez ce numéro, ou une photo de ce code");
    ui_end(ui);
    ui_end(ui);
    ui_steps(ui, steps, ARRAY_LEN(steps));
    ui_spacer(ui);
    ui_button(ui, (struct ui_button){.id = "finish",
                                     .command = COMMAND,
                                     .label = "Terminer et effacer",
                                     .look = UI_FILLED,
                                     .size = UI_MAIN_BUTTON});
    add_bar(ui, french_bar);
}

void support_writing(struct ui *ui)
{
    const struct keymap *keymap = keymap_find("azerty");
    assert(keymap);
    ui_header(ui, (struct ui_header){
                      .title = "Coups de main\u202f: j’ai besoin",
                      .sub = "3 sur 4 · rien n’est affiché avant l’accord de la conciergerie",
                      .back = COMMAND});
    ui_text(ui, UI_TITLE, "Voulez-vous ajouter quelques mots\u202f?");
    ui_begin_row(ui, (struct ui_box){.gap_mm = 6});
    ui_chip(ui, (struct ui_button){.id = "tag-category",
                                   .label = "Petit bricolage",
                                   .icon = UI_ICON_LIGHT_ON,
                                   .look = UI_FILLED,
                                   .color = UI_TERRACOTTA});
    ui_chip(ui, (struct ui_button){.id = "tag-choice",
                                   .label = "Une ampoule",
                                   .icon = UI_ICON_LIGHT,
                                   .look = UI_FILLED,
                                   .color = UI_TERRACOTTA});
    ui_end(ui);
    const char *text = "Changer une ampoule dans l’entrée, je ne peux pas monter sur l’escabeau";
    ui_field(ui, (struct ui_field){.id = "words",
                                   .command = COMMAND,
                                   .name = "Quelques mots",
                                   .text = text,
                                   .caret = strlen(text),
                                   .is_active = true,
                                   .hint = "Ni nom, ni adresse, ni santé ici.",
                                   .counter = "71 / 280",
                                   .color = UI_TERRACOTTA,
                                   .lines = ui_is_landscape(ui) ? 2 : 4});
    ui_spacer(ui);
    ui_keyboard(ui, &keymap->pages[0], VERB_KEY);
    ui_button(ui, (struct ui_button){.id = "next",
                                     .command = COMMAND,
                                     .label = "Continuer (ou passer)",
                                     .look = UI_FILLED,
                                     .color = UI_TERRACOTTA,
                                     .size = UI_MAIN_BUTTON});
    add_bar(ui, french_bar);
}

void support_choices(struct ui *ui)
{
    static const struct {
        enum ui_icon icon;
        const char *title;
    } choices[] = {
        {UI_ICON_LIGHT, "Petit bricolage"},
        {UI_ICON_LADDER, "Porter, déplacer"},
        {UI_ICON_COMPUTER, "Ordinateur"},
        {UI_ICON_GARDEN, "Jardin et balcon"},
        {UI_ICON_PETS, "Animaux"},
        {UI_ICON_SHOPPING, "Courses"},
        {UI_ICON_CONVERSATION, "Conversation"},
        {UI_ICON_PAPERS, "Papiers, droits"},
    };
    ui_header(ui, (struct ui_header){.title = "Coups de main\u202f: j’ai besoin",
                                     .sub = "1 sur 4",
                                     .clock = "16:43",
                                     .back = COMMAND});
    ui_text(ui, UI_TITLE, "De quoi avez-vous besoin\u202f?");
    ui_begin_scroll(ui, "choices", (struct ui_box){0});
    ui_begin_grid(ui, 2, 4, (struct ui_box){0});
    for (size_t i = 0; i < ARRAY_LEN(choices); i++) {
        ui_choice(ui, (struct ui_tile){.id = ui_format(ui, "choice-%zu", i),
                                       .command = {VERB_GO, (int64_t)i},
                                       .icon = choices[i].icon,
                                       .color = UI_TERRACOTTA,
                                       .title = choices[i].title,
                                       .is_selected = i == 2,
                                       .is_disabled = i == 4});
    }
    ui_end(ui);
    ui_notice(ui, (struct ui_notice){.tone = UI_TROUBLE,
                                     .title = "Danger\u202f? Gaz, feu, eau\u202f: appelez le 112.",
                                     .text = "La conciergerie n’est pas un service d’urgence."});
    ui_pin(ui, (struct ui_pin){.id = "pin", .name = "Code, 6 chiffres", .typed = 2, .length = 6});
    ui_keypad(ui, VERB_KEY, true);
    ui_end(ui);
    add_bar(ui, french_bar);
}

void support_list(struct ui *ui, int count)
{
    ui_header(ui, (struct ui_header){.title = "Agenda", .back = COMMAND, .clock = "16:43"});
    ui_text(ui, UI_TITLE, "Cette semaine");
    ui_begin_scroll(ui, "sessions", (struct ui_box){0});
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < count; i++) {
        ui_list_row(ui, (struct ui_list_row){.id = ui_format(ui, "row-%d", i),
                                             .command = {VERB_ROW, i},
                                             .badge_top = "mar.",
                                             .badge = "8",
                                             .color = UI_BLUE,
                                             .title = ui_format(ui, "Atelier numéro %d", i),
                                             .sub = "17\u00a0h – 19\u00a0h · Espace café"});
    }
    ui_end(ui);
    ui_end(ui);
    add_bar(ui, french_bar);
}
