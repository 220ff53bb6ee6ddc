/* The floor: the home screen painted by the barest SDL program there can be, with the same fonts
 * and texts: no database, no layout, no languages. A window surface, changed rectangles only, and
 * sleep. What the kiosk takes is measured as a ratio to it.
 *
 * A press darkens the first tile; the lift paints another screen; a press there paints home. */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdbool.h>

#define NOTO  "/usr/share/fonts/truetype/noto/NotoSans-"
#define ICONS "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf"

enum { WIDTH = 1080, HEIGHT = 1920 };

enum face { REGULAR, BOLD, ICON, FACES };

static const char *const FILES[FACES] = {NOTO "Regular.ttf", NOTO "Bold.ttf", ICONS};

static const struct {
    SDL_Rect rect;
    Uint32 color;
} BOXES[] = {
    {{0, 0, WIDTH, HEIGHT}, 0xFAF6EE}, {{54, 46, 87, 87}, 0x0B5A55},
    {{54, 295, 474, 79}, 0xDDECE9},    {{552, 295, 474, 79}, 0xFFFFFF},
    {{54, 398, 474, 347}, 0x913719},   {{552, 398, 474, 347}, 0x23478A},
    {{54, 769, 474, 348}, 0x6A4300},   {{552, 769, 474, 348}, 0x0B5A55},
    {{54, 1141, 972, 458}, 0xFFFFFF},  {{95, 1219, 103, 94}, 0xDFE6F5},
    {{95, 1333, 103, 94}, 0xDFE6F5},   {{95, 1462, 103, 94}, 0xDFE6F5},
    {{54, 1623, 748, 108}, 0xFFFFFF},  {{826, 1623, 200, 108}, 0xFFFFFF},
    {{0, 1757, WIDTH, 163}, 0xFFFFFF},
};

static const struct {
    enum face face;
    int px, x, y;
    Uint32 color;
    const char *text;
} TEXTS[] = {
    {BOLD, 39, 165, 46, 0x17262B, "Conciergerie Ampère"},
    {REGULAR, 29, 165, 93, 0x49565C, "Ouverte jusqu’à 19 h 30"},
    {BOLD, 48, 903, 41, 0x17262B, "16:42"},
    {REGULAR, 29, 848, 99, 0x49565C, "mardi 8 sept."},
    {BOLD, 57, 54, 203, 0x17262B, "Bonjour ! Que voulez-vous faire ?"},
    {BOLD, 29, 230, 315, 0x17262B, "Français"},
    {BOLD, 29, 735, 315, 0x17262B, "English"},
    {ICON, 96, 95, 430, 0xFFFFFF, "\uea1d"},
    {BOLD, 48, 95, 608, 0xFFFFFF, "Coups de main"},
    {REGULAR, 29, 95, 674, 0xFFFFFF, "J’ai besoin · je peux aider"},
    {ICON, 96, 593, 430, 0xFFFFFF, "\ue616"},
    {BOLD, 48, 593, 550, 0xFFFFFF, "Ateliers et"},
    {BOLD, 48, 593, 608, 0xFFFFFF, "agenda"},
    {REGULAR, 29, 593, 674, 0xFFFFFF, "10 dates cette semaine"},
    {ICON, 96, 95, 800, 0xFFFFFF, "\ue869"},
    {BOLD, 48, 95, 941, 0xFFFFFF, "Emprunter"},
    {REGULAR, 29, 95, 1007, 0xFFFFFF, "Outils, jeux, appareils, vélos"},
    {ICON, 96, 593, 800, 0xFFFFFF, "\ue1a1"},
    {BOLD, 48, 593, 941, 0xFFFFFF, "Services"},
    {REGULAR, 29, 593, 1007, 0xFFFFFF, "Colis, pain, pressing…"},
    {ICON, 44, 95, 1160, 0x23478A, "\ue878"},
    {BOLD, 34, 162, 1161, 0x17262B, "Aujourd’hui et demain"},
    {BOLD, 29, 114, 1222, 0x23478A, "mar."},
    {BOLD, 39, 134, 1258, 0x23478A, "8"},
    {BOLD, 34, 217, 1223, 0x17262B, "Café des voisins"},
    {REGULAR, 29, 217, 1268, 0x49565C, "17 h – 19 h · Espace café"},
    {BOLD, 29, 823, 1246, 0x18592E, "entrée libre"},
    {BOLD, 29, 114, 1336, 0x23478A, "mar."},
    {BOLD, 39, 134, 1372, 0x23478A, "8"},
    {BOLD, 34, 217, 1337, 0x17262B, "Couture : ourlets et boutons"},
    {REGULAR, 29, 217, 1382, 0x49565C, "17 h – 18 h 30 · Atelier"},
    {BOLD, 29, 867, 1360, 0x18592E, "6 places"},
    {BOLD, 29, 114, 1466, 0x23478A, "mer."},
    {BOLD, 39, 134, 1502, 0x23478A, "9"},
    {BOLD, 34, 217, 1448, 0x17262B, "Réparer son petit électroménager"},
    {REGULAR, 29, 217, 1493, 0x49565C, "14 h – 16 h · Atelier de la Conciergerie"},
    {REGULAR, 29, 217, 1532, 0x49565C, "avec La Corde Alliée"},
    {BOLD, 29, 867, 1489, 0x6D4900, "2 places"},
    {ICON, 60, 80, 1647, 0x0B5A55, "\uf206"},
    {BOLD, 39, 150, 1650, 0x17262B, "Suivre ma demande : carte ou numéro"},
    {ICON, 54, 860, 1650, 0x0B5A55, "\ue88e"},
    {BOLD, 39, 922, 1650, 0x17262B, "Infos"},
    {ICON, 60, 150, 1780, 0x0B5A55, "\ue88a"},
    {BOLD, 29, 127, 1848, 0x17262B, "Accueil"},
    {ICON, 60, 510, 1780, 0x0B5A55, "\ue8e2"},
    {BOLD, 29, 487, 1848, 0x17262B, "Langue"},
    {ICON, 60, 870, 1780, 0x0B5A55, "\ue7f4"},
    {BOLD, 29, 842, 1848, 0x17262B, "Appeler"},
};

static TTF_Font *font_of(enum face face, int px)
{
    static TTF_Font *fonts[FACES][128];
    if (fonts[face][px] == NULL) {
        fonts[face][px] = TTF_OpenFont(FILES[face], px);
    }
    return fonts[face][px];
}

static void fill(SDL_Surface *surface, const SDL_Rect *rect, Uint32 color)
{
    (void)SDL_FillRect(surface, rect, color);
}

static void write_text(SDL_Surface *surface, size_t i)
{
    const SDL_Color color = {(Uint8)(TEXTS[i].color >> 16), (Uint8)(TEXTS[i].color >> 8),
                             (Uint8)TEXTS[i].color, 255};
    SDL_Surface *text =
        TTF_RenderUTF8_Blended(font_of(TEXTS[i].face, TEXTS[i].px), TEXTS[i].text, color);
    SDL_Rect at = {TEXTS[i].x, TEXTS[i].y, 0, 0};
    if (text != NULL) {
        (void)SDL_BlitSurface(text, NULL, surface, &at);
        SDL_FreeSurface(text);
    }
}

static void paint_home(SDL_Surface *surface)
{
    for (size_t i = 0; i < SDL_arraysize(BOXES); i++) {
        fill(surface, &BOXES[i].rect, BOXES[i].color);
    }
    for (size_t i = 0; i < SDL_arraysize(TEXTS); i++) {
        write_text(surface, i);
    }
}

/* As many texts as home has, elsewhere. */
static void paint_other(SDL_Surface *surface)
{
    fill(surface, NULL, 0xFFFFFF);
    for (size_t i = 5; i < SDL_arraysize(TEXTS); i++) {
        write_text(surface, i);
    }
}

int main(void)
{
    (void)SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("floor", 0, 0, WIDTH, HEIGHT, SDL_WINDOW_BORDERLESS);
    SDL_Surface *surface = window == NULL ? NULL : SDL_GetWindowSurface(window);
    if (surface == NULL) {
        return 1;
    }
    bool is_home = true;
    bool is_ready = false; /* the lift after the press that came back */
    const SDL_Rect tile = BOXES[4].rect;
    paint_home(surface);
    (void)SDL_UpdateWindowSurface(window);
    SDL_Event event;
    while (SDL_WaitEvent(&event)) {
        if (event.type == SDL_QUIT) {
            return 0;
        }
        if (event.type == SDL_MOUSEBUTTONDOWN && is_home) {
            fill(surface, &tile, 0x5A2210);
            write_text(surface, 7);
            write_text(surface, 8);
            write_text(surface, 9);
            (void)SDL_UpdateWindowSurfaceRects(window, &tile, 1);
            is_ready = true;
        } else if (event.type == SDL_MOUSEBUTTONUP && is_home && is_ready) {
            paint_other(surface);
            (void)SDL_UpdateWindowSurface(window);
            is_home = false;
        } else if (event.type == SDL_MOUSEBUTTONDOWN && !is_home) {
            paint_home(surface);
            (void)SDL_UpdateWindowSurface(window);
            is_home = true;
            is_ready = false;
        }
    }
    return 0;
}
