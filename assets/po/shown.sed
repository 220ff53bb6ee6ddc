# SPDX-License-Identifier: EUPL-1.2
# How a text written with vowel marks is shown. The marks are left out: U+064B to U+0652, U+0670 and
# U+0640, one after the other below. What is put into a sentence is isolated, U+2068 to U+2069, so
# that a French name keeps its own order there (Unicode Standard Annex #9, 2.4).
s/[ًٌٍَُِّْٰـ]//g
/^msgstr/,/^$/s/%([0-9]\$)?s/⁨&⁩/g
