/* Names of nobody: common first names of many origins, and family names that were put together. */
#include "admin/demo.h"

static const char *const FIRST_NAMES[] = {
    "Adèle",   "Ahmed",   "Aïcha",   "Alice",   "Alma",     "Amadou",   "Amina",    "Ana",
    "André",   "Anissa",  "Antoine", "Awa",     "Aylin",    "Basile",   "Béatrice", "Bilal",
    "Bruno",   "Camille", "Carlos",  "Cécile",  "Chantal",  "Chloé",    "Claude",   "Dario",
    "David",   "Denise",  "Diana",   "Dimitri", "Djibril",  "Elena",    "Elif",     "Élise",
    "Emma",    "Enzo",    "Ester",   "Fatima",  "Fatou",    "Félix",    "Fiona",    "Francis",
    "Gabriel", "Georges", "Giulia",  "Grace",   "Hana",     "Hassan",   "Hélène",   "Hugo",
    "Ibrahim", "Idriss",  "Irène",   "Irina",   "Isabelle", "Ismaël",   "Jade",     "Jamila",
    "Jean",    "Joana",   "Jonas",   "Joseph",  "Julie",    "Kadiatou", "Kenan",    "Khadija",
    "Kim",     "Lamia",   "Laure",   "Leïla",   "Léo",      "Lina",     "Louis",    "Lucas",
    "Luis",    "Maïa",    "Malik",   "Manon",   "Marco",    "Maria",    "Mariam",   "Marie",
    "Mathis",  "Mehmet",  "Mei",     "Mila",    "Milan",    "Minh",     "Mohamed",  "Monique",
    "Moussa",  "Nathan",  "Nina",    "Noé",     "Nour",     "Odile",    "Olga",     "Omar",
    "Oumou",   "Paola",   "Paul",    "Pavel",   "Pedro",    "Pierre",   "Quentin",  "Rachid",
    "Rita",    "Robert",  "Rosa",    "Salif",   "Samia",    "Samuel",   "Sara",     "Selim",
    "Sofia",   "Solange", "Stefan",  "Suzanne", "Tamara",   "Teresa",   "Théo",     "Thi",
    "Thomas",  "Tiago",   "Vera",    "Victor",  "Yacine",   "Yara",     "Youssef",  "Yuki",
    "Yvette",  "Zeynep",  "Zoé",
};

const char *demo_first_name(int index)
{
    return FIRST_NAMES[(size_t)index % ARRAY_LEN(FIRST_NAMES)];
}

const char *demo_family_name(struct arena *arena, int index)
{
    static const char *const begins[] = {"Abel", "Bor",  "Cam", "Dar", "Eld",  "Fal", "Gar",
                                         "Hal",  "Ilm",  "Jor", "Kas", "Lor",  "Mar", "Nel",
                                         "Orl",  "Pell", "Rav", "Sel", "Tour", "Val", "Zam"};
    static const char *const ends[] = {"ande",   "ambert", "ikova", "ouane", "escu", "idou",
                                       "ettier", "oglan",  "ivar",  "anouk", "elin", "oumba",
                                       "ardel",  "inho",   "awska", "urel",  "ong"};
    const size_t i = (size_t)index;
    return arena_printf(arena, "%s%s", begins[i % ARRAY_LEN(begins)],
                        ends[(i / ARRAY_LEN(begins) + i) % ARRAY_LEN(ends)]);
}
