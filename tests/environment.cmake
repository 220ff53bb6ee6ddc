# SPDX-License-Identifier: EUPL-1.2
# Read by ctest before it runs anything.
set(ENV{SDL_VIDEODRIVER} dummy)
set(ENV{ASAN_OPTIONS} detect_leaks=1)
set(ENV{UBSAN_OPTIONS} print_stacktrace=1)
