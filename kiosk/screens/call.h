/* SCREEN_CALL's argument: why somebody calls. */
#pragma once

enum call_reason { CALL_HELP, CALL_SAFETY, CALL_GUEST_LIMIT, CALL_WISH, CALL_REASON_COUNT };
