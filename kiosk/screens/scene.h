/* What every screen may show: filled from the database each minute and when it changed. */
#pragma once

#include "screens/screen.h"

/* Reads anew into visit->scene; arena: emptied first. Logs what fails and goes on with the rest. */
void scene_refresh(struct visit *visit, struct arena *arena);
/* Somebody is known, or something of theirs stands on the screen. */
bool scene_is_personal(const struct visit *visit);
