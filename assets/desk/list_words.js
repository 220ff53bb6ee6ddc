/* What is wrong with a list that cannot be read at all: codes of core/csv.h. columnWord: what a
 * column of that list is called. */
import { t } from './i18n.js';

export const LIST_MOST_BYTES = 2 * 1024 * 1024;

export function troubleWord({ code, line, detail }, columnWord) {
    const words = {
        too_big: () => t('The file is larger than 2 MB: please send it in parts.'),
        too_many_lines: () => t('Too many lines: please send it in parts.'),
        too_many_columns: () => t('More than 40 columns in line {line}.', { line }),
        not_text: () => t('Line {line} is not in UTF-8. In your program, save the list as “CSV UTF-8”.',
            { line }),
        quotes: () => t('A quotation mark is missing, or too many, from line {line} on.', { line }),
        empty: () => t('There is nothing in this file.'),
        no_column: () => t('The column “{column}” is missing from the first line.',
            { column: columnWord(detail) }),
        same_column: () => t('Two columns mean the same: “{column}”.', { column: columnWord(detail) }),
    };
    return (words[code] ?? (() => t('This file cannot be read as a list.')))();
}
