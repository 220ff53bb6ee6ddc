/* Icons: glyphs of Material Icons (fonts-material-design-icons-iconfont), named by what they mean
 * here. An icon never stands without a word. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* X(name, code point, turns round in right-to-left) */
#define UI_ICONS(X)                                                                                \
    /* the bar, the header, moving about */                                                        \
    X(HOUSE, 0xea40, 0)        /* apartment */                                                     \
    X(HOME, 0xe88a, 0)         /* home */                                                          \
    X(BACK, 0xe5c4, 1)         /* arrow_back */                                                    \
    X(HEADSET, 0xe310, 0)      /* headset */                                                       \
    X(LANGUAGE, 0xe8e2, 0)     /* translate */                                                     \
    X(LISTEN, 0xe050, 0)       /* volume_up */                                                     \
    X(MUTE, 0xe04f, 0)         /* volume_off */                                                    \
    X(COMFORT, 0xe245, 0)      /* format_size */                                                   \
    X(TEXT_SIZE, 0xe262, 0)    /* text_fields */                                                   \
    X(CONTRAST, 0xeb37, 0)     /* contrast */                                                      \
    X(TYPEFACE, 0xe167, 0)     /* font_download */                                                 \
    X(WHOLE, 0xe5d0, 0)        /* fullscreen */                                                    \
    X(LOW, 0xe258, 0)          /* vertical_align_bottom */                                         \
    X(CALL, 0xe7f4, 0)         /* notifications */                                                 \
    X(PREVIOUS, 0xe5ce, 0)     /* expand_less */                                                   \
    X(NEXT, 0xe5cf, 0)         /* expand_more */                                                   \
    X(FORWARD, 0xe5c8, 1)      /* arrow_forward */                                                 \
    X(CHEVRON, 0xe5cc, 1)      /* chevron_right */                                                 \
    X(LEFT, 0xe314, 1)         /* keyboard_arrow_left */                                           \
    X(RIGHT, 0xe315, 1)        /* keyboard_arrow_right */                                          \
    X(LIST, 0xe241, 1)         /* format_list_bulleted */                                          \
    X(SEARCH, 0xe8b6, 0)       /* search */                                                        \
    X(CHECK, 0xe5ca, 0)        /* check */                                                         \
    X(CHECK_CIRCLE, 0xe86c, 0) /* check_circle */                                                  \
    X(CLOSE, 0xe5cd, 0)        /* close */                                                         \
    X(CANCEL, 0xe5c9, 0)       /* cancel */                                                        \
    X(ADD, 0xe145, 0)          /* add */                                                           \
    X(REMOVE, 0xe15b, 0)       /* remove */                                                        \
    X(EDIT, 0xe3c9, 0)         /* edit */                                                          \
    X(UNDO, 0xe166, 1)         /* undo */                                                          \
    X(REFRESH, 0xe5d5, 1)      /* refresh */                                                       \
    X(SHIFT, 0xe5d8, 0)        /* arrow_upward */                                                  \
    X(BACKSPACE, 0xe14a, 1)    /* backspace */                                                     \
    X(SPACE, 0xe256, 0)        /* space_bar */                                                     \
    X(QR, 0xf206, 0)           /* qr_code_scanner */                                               \
    X(CARD, 0xea67, 0)         /* badge */                                                         \
    X(KEYPAD, 0xe0bc, 0)       /* dialpad */                                                       \
    X(PIN, 0xf045, 0)          /* pin */                                                           \
    X(LOCK, 0xe897, 0)         /* lock */                                                          \
    X(LOGOUT, 0xe9ba, 1)       /* logout */                                                        \
    X(HIDDEN, 0xe8f5, 0)       /* visibility_off */                                                \
    X(VISIBLE, 0xe8f4, 0)      /* visibility */                                                    \
    X(PRINT, 0xe8ad, 0)        /* print */                                                         \
    /* states */                                                                                   \
    X(CLOCK, 0xe8b5, 0)     /* schedule */                                                         \
    X(HOURGLASS, 0xe88b, 0) /* hourglass_empty */                                                  \
    X(WARNING, 0xe002, 0)   /* warning */                                                          \
    X(DANGER, 0xe160, 0)    /* report */                                                           \
    X(INFO, 0xe88e, 0)      /* info */                                                             \
    X(QUESTION, 0xe8fd, 0)  /* help_outline */                                                     \
    X(STAR, 0xe838, 0)      /* star */                                                             \
    X(SUPPORT, 0xe8dc, 0)   /* thumb_up */                                                         \
    X(NEW, 0xe05e, 0)       /* fiber_new */                                                        \
    X(PAUSE, 0xe036, 0)     /* pause_circle_outline */                                             \
    X(BLOCKED, 0xe14b, 0)   /* block */                                                            \
    X(SWAP, 0xe8d4, 0)      /* swap_horiz */                                                       \
    /* the four doors and what a session tells */                                                  \
    X(HELP_HAND, 0xea1d, 0)   /* emoji_people */                                                   \
    X(AGENDA, 0xe616, 0)      /* event_note */                                                     \
    X(TODAY, 0xe878, 0)       /* event */                                                          \
    X(TODAY_CLOCK, 0xe8df, 0) /* today */                                                          \
    X(EVENT_BUSY, 0xe615, 0)  /* event_busy */                                                     \
    X(EVENT_MOVED, 0xe923, 0) /* update */                                                         \
    X(LEND, 0xe869, 0)        /* build */                                                          \
    X(PARCEL, 0xe1a1, 0)      /* inventory_2 */                                                    \
    X(PLACE, 0xe55f, 0)       /* place */                                                          \
    X(PEOPLE, 0xe7fb, 0)      /* people */                                                         \
    X(PERSON, 0xe7fd, 0)      /* person */                                                         \
    X(GROUP_ADD, 0xe7f0, 0)   /* group_add */                                                      \
    X(ADULT, 0xe7ff, 0)       /* person_outline */                                                 \
    X(CHILD, 0xeb41, 0)       /* child_care */                                                     \
    X(HEART, 0xe87e, 0)       /* favorite_border */                                                \
    X(PRICE, 0xe926, 0)       /* euro_symbol */                                                    \
    X(HANDSHAKE, 0xebcb, 0)   /* handshake */                                                      \
    X(PHONE, 0xe0cd, 0)       /* phone */                                                          \
    X(MESSAGE, 0xe0b7, 1)     /* chat */                                                           \
    X(MAIL, 0xe158, 0)        /* mail */                                                           \
    X(DOCUMENT, 0xe873, 0)    /* description */                                                    \
    X(PRIVATE, 0xe9e0, 0)     /* shield */                                                         \
    /* services */                                                                                 \
    X(BREAD, 0xea53, 0)        /* bakery_dining */                                                 \
    X(GROCERIES, 0xe547, 1)    /* local_grocery_store */                                           \
    X(BULK, 0xe8cb, 0)         /* shopping_basket */                                               \
    X(LAUNDRY, 0xe54a, 0)      /* local_laundry_service */                                         \
    X(WASH, 0xf1b1, 0)         /* wash */                                                          \
    X(IRON, 0xe583, 0)         /* iron */                                                          \
    X(SEWING, 0xe14e, 0)       /* content_cut */                                                   \
    X(DRY_CLEANING, 0xea58, 0) /* dry_cleaning */                                                  \
    X(KEY, 0xe0da, 0)          /* vpn_key */                                                       \
    X(BIKE, 0xeb29, 1)         /* pedal_bike */                                                    \
    X(CAR, 0xe531, 0)          /* directions_car */                                                \
    X(ELDERLY, 0xf21a, 0)      /* elderly */                                                       \
    X(ACCESSIBLE, 0xe914, 0)   /* accessible */                                                    \
    X(CHILD_CARE, 0xeb42, 0)   /* child_friendly */                                                \
    X(CLEANING, 0xf0ff, 0)     /* cleaning_services */                                             \
    X(COMPOST, 0xe761, 0)      /* compost */                                                       \
    X(LEAF, 0xea35, 0)         /* eco */                                                           \
    X(GARDEN, 0xf089, 0)       /* yard */                                                          \
    X(GRASS, 0xf205, 0)        /* grass */                                                         \
    X(FLOWER, 0xe545, 0)       /* local_florist */                                                 \
    X(RECYCLE, 0xe760, 0)      /* recycling */                                                     \
    X(GIVE, 0xea70, 0)         /* volunteer_activism */                                            \
    X(STORE, 0xea12, 0)        /* storefront */                                                    \
    X(CAFE, 0xe541, 0)         /* local_cafe */                                                    \
    X(MEETING_ROOM, 0xeb4f, 0) /* meeting_room */                                                  \
    X(KITCHEN, 0xeb47, 0)      /* kitchen */                                                       \
    X(FOOD, 0xe56c, 0)         /* restaurant */                                                    \
    /* things and helping hands */                                                                 \
    X(TOOLS, 0xf10b, 0)        /* handyman */                                                      \
    X(HAMMER, 0xea59, 0)       /* hardware */                                                      \
    X(CARPENTER, 0xf1f8, 0)    /* carpenter */                                                     \
    X(PAINT, 0xe243, 0)        /* format_paint */                                                  \
    X(LIGHT, 0xe90f, 0)        /* lightbulb_outline */                                             \
    X(LIGHT_ON, 0xe0f0, 0)     /* lightbulb */                                                     \
    X(PLUMBING, 0xf107, 0)     /* plumbing */                                                      \
    X(ELECTRICAL, 0xf102, 0)   /* electrical_services */                                           \
    X(LEAK, 0xe798, 0)         /* water_drop */                                                    \
    X(GAS, 0xef55, 0)          /* local_fire_department */                                         \
    X(DOOR, 0xeffd, 0)         /* door_front */                                                    \
    X(WINDOW, 0xf088, 0)       /* window */                                                        \
    X(FURNITURE, 0xefed, 0)    /* chair */                                                         \
    X(TOILET, 0xe63d, 0)       /* wc */                                                            \
    X(HEATING, 0xf076, 0)      /* thermostat */                                                    \
    X(APPLIANCE, 0xefe3, 0)    /* blender */                                                       \
    X(VACUUM, 0xf0ff, 0)       /* cleaning_services */                                             \
    X(GAMES, 0xeb40, 0)        /* casino */                                                        \
    X(TOYS, 0xe332, 0)         /* toys */                                                          \
    X(LIBRARY, 0xe54b, 0)      /* local_library */                                                 \
    X(BOOK, 0xea19, 0)         /* menu_book */                                                     \
    X(MUSIC, 0xe405, 0)        /* music_note */                                                    \
    X(SPORTS, 0xea2f, 0)       /* sports_soccer */                                                 \
    X(PARK, 0xea63, 0)         /* park */                                                          \
    X(COMPUTER, 0xe30a, 0)     /* computer */                                                      \
    X(INTERNET, 0xe80b, 0)     /* public */                                                        \
    X(SMARTPHONE, 0xe32c, 0)   /* smartphone */                                                    \
    X(PAPERS, 0xe85d, 0)       /* assignment */                                                    \
    X(SCHOOL, 0xe80c, 0)       /* school */                                                        \
    X(CONVERSATION, 0xe0bf, 0) /* forum */                                                         \
    X(WALK, 0xe536, 1)         /* directions_walk */                                               \
    X(SHOPPING, 0xf1cc, 0)     /* shopping_bag */                                                  \
    X(PETS, 0xe91d, 0)         /* pets */                                                          \
    X(TRUCK, 0xe558, 1)        /* local_shipping */                                                \
    X(LADDER, 0xf1a9, 0)       /* stairs */                                                        \
    X(PARTY, 0xea65, 0)        /* celebration */                                                   \
    X(CAMERA, 0xe412, 0)       /* photo_camera */                                                  \
    X(CRAFT, 0xe40a, 0)        /* palette */                                                       \
    X(ENERGY, 0xea0b, 0)       /* bolt */                                                          \
    X(HEALTH, 0xe1d5, 0)       /* health_and_safety */                                             \
    X(JUSTICE, 0xeaf6, 0)      /* balance */                                                       \
    X(WORK, 0xe943, 0)         /* work_outline */                                                  \
    X(MONEY, 0xe2eb, 0)        /* savings */                                                       \
    X(IDEA, 0xea24, 0)         /* emoji_objects */                                                 \
    X(CAMPAIGN, 0xef49, 0)     /* campaign */                                                      \
    X(STAFF, 0xf0e2, 0)        /* support_agent */                                                 \
    X(DESK, 0xf8f4, 0)         /* desk */                                                          \
    X(QUEUE, 0xe156, 0)        /* inbox */                                                         \
    X(HISTORY, 0xe889, 0)      /* history */                                                       \
    X(RETURN, 0xe860, 1)       /* assignment_return */                                             \
    X(OUT, 0xe1ca, 1)          /* outbound */                                                      \
    X(BROKEN, 0xef48, 0)       /* build_circle */                                                  \
    X(UP, 0xe5d8, 0)           /* arrow_upward */                                                  \
    X(DOWN, 0xe5db, 0)         /* arrow_downward */                                                \
    X(CALENDAR, 0xe935, 0)     /* calendar_today */                                                \
    X(CHECKED_DAY, 0xe614, 0)  /* event_available */                                               \
    X(SUNNY, 0xe430, 0)        /* wb_sunny */                                                      \
    X(NIGHT, 0xf03d, 0)        /* nightlight */                                                    \
    X(BALCONY, 0xe58f, 0)      /* balcony */                                                       \
    X(BED, 0xefdf, 0)          /* bed */                                                           \
    X(DRILL, 0xea59, 0)        /* hardware */                                                      \
    X(CURSOR_LEFT, 0xf1e6, 1)  /* west */                                                          \
    X(CURSOR_RIGHT, 0xf1df, 1) /* east */                                                          \
    X(RADIO_OFF, 0xe836, 0)    /* radio_button_unchecked */                                        \
    X(RADIO_ON, 0xe837, 0)     /* radio_button_checked */                                          \
    X(SEAT, 0xe903, 0)         /* event_seat */                                                    \
    X(PLAY, 0xe037, 1)         /* play_arrow */                                                    \
    X(WAIT, 0xe5d3, 0)         /* more_horiz */                                                    \
    X(SPELLED, 0xe8ce, 0)      /* spellcheck */                                                    \
    X(TIMER, 0xe425, 0)        /* timer */                                                         \
    X(ALARM, 0xe855, 0)        /* alarm */                                                         \
    X(PERSON_ADD, 0xe7fe, 0)   /* person_add */                                                    \
    X(ARCHIVE, 0xe149, 0)      /* archive */                                                       \
    X(RANK, 0xe242, 0)         /* format_list_numbered */                                          \
    X(LONGER, 0xea5d, 0)       /* more_time */                                                     \
    X(TICKET, 0xe638, 0)       /* confirmation_number */                                           \
    X(TEAM, 0xf233, 0)         /* groups */                                                        \
    X(PERSON_OFF, 0xe510, 0)   /* person_off */                                                    \
    X(AWAY, 0xeb4e, 0)         /* no_meeting_room */                                               \
    X(COLLEAGUE, 0xe8d3, 0)    /* supervisor_account */                                            \
    X(FEWER, 0xe7ad, 0)        /* group_remove */                                                  \
    X(SELF, 0xe87c, 0)         /* face */                                                          \
    X(DATA, 0xf0dc, 0)         /* privacy_tip */                                                   \
    X(LOST, 0xea76, 0)         /* search_off */                                                    \
    X(SEND_BACK, 0xe169, 0)    /* unarchive */                                                     \
    X(PIECE, 0xe87b, 0)        /* extension */                                                     \
    X(SOFTER, 0xe04d, 0)       /* volume_down */                                                   \
    X(LOUDER, 0xe049, 0)       /* surround_sound */                                                \
    X(SLOWER, 0xe068, 0)       /* slow_motion_video */                                             \
    X(FASTER, 0xe9e4, 0)       /* speed */

#define UI_ICON_ENUM(name, code, mirrored) UI_ICON_##name,
enum ui_icon { UI_ICON_NONE, UI_ICONS(UI_ICON_ENUM) UI_ICON_COUNT };
#undef UI_ICON_ENUM

/* Code point in the icon font; 0 for UI_ICON_NONE. */
uint32_t icon_code(enum ui_icon icon);
/* The enum's name of what utf8, one character of the icon font, shows; "" for none. */
const char *icon_name_of(const char *utf8);
/* True for arrows and other things that point along the line of reading. */
bool icon_is_mirrored(enum ui_icon icon);
/* The icon called "wash", "bread", … (the enum's name in lower case): catalogues in the database
 * name their icons so. An unknown or empty name gives UI_ICON_NONE. */
enum ui_icon icon_named(const char *name);
