/* A request in a line: title, who, when. */
import { moment, days, t, tc, tn } from './i18n.js';
import { HELP, helpWord } from './words_help.js';
import { KINDS, kindWord } from './words_kinds.js';

/* "407 312" */
export function ticketNumber(digits) {
    return digits.length === 6 ? `${digits.slice(0, 3)}\u00a0${digits.slice(3)}` : digits;
}

export function titleOf(line) {
    if (line.is_sensitive) {
        return t('A private appointment');
    }
    if (line.kind === 'help') {
        return helpWord(line.category, line.choice);
    }
    const title = line.title || kindWord(line.kind);
    return line.copy_number ? t('%s no. %d', [title, line.copy_number]) : title;
}

export function iconOf(line) {
    if (line.is_danger) {
        return 'danger';
    }
    if (line.is_sensitive) {
        return 'private';
    }
    return line.kind === 'help' ? HELP[line.category]?.[1] ?? 'help_hand'
        : line.icon || KINDS[line.kind]?.icon;
}

export function whoOf(line) {
    if (line.kind === 'session' || line.kind === 'amendment') {
        return '';
    }
    return line.household ? t('household %s', [line.household])
        : t('without a card, ticket %s', [ticketNumber(line.ticket ?? '')]);
}

/* "2 adultes, 1 enfant" */
export function people(adults, children) {
    const parts = [];
    if (adults > 0) {
        parts.push(tn('%ld adult', '%ld adults', adults));
    }
    if (children > 0) {
        parts.push(tn('%ld child', '%ld children', children));
    }
    return parts.join(', ');
}

export function whenOf(line) {
    if (line.kind === 'help') {
        return line.direction === 'offer' ? t('offers help')
            : line.direction === 'reply' ? t('wants to help') : '';
    }
    if (!line.from_s && line.kind !== 'extension') {
        return '';
    }
    if (line.kind === 'booking') {
        return [moment(line.from_s), people(line.adults, line.children)].filter(Boolean).join(' · ');
    }
    return line.kind === 'loan' ? days(line.from_s, line.until_s)
        : line.kind === 'extension' ? t('longer, until %s', [moment(line.until_s)])
            : moment(line.from_s);
}

/* "libre", "prise" */
export const DAY_WORDS = {
    taken: () => t('taken'), wanted: () => t('wanted'), free: () => tc('day', 'free'),
};
