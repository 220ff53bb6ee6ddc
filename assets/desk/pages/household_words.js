/* Words for households: languages, fields at fault, what was done. */
import { N_, euros, t } from '../i18n.js';
import { errorWord } from '../words.js';

/* What a household speaks, each in itself; the screen greets them in it where it can. */
export const SPOKEN = [
    ['fr', 'Français'], ['en', 'English'], ['ar', 'العربية'], ['tr', 'Türkçe'], ['de', 'Deutsch'],
    ['es', 'Español'], ['pt', 'Português'], ['it', 'Italiano'], ['ru', 'Русский'],
    ['uk', 'Українська'],
];

export function spokenWord(code) {
    return SPOKEN.find(([one]) => one === code)?.[1] ?? code;
}

/* A name, or who it is when the household has none. */
export function familyOf(household) {
    return household.family_name || household.first_names || t('without a name');
}

/* ---- What is wrong with a field ---- */

const FIELDS = {
    number: N_('Four digits, or nothing: then one is drawn.'),
    family_name: N_('Sixty characters at most.'),
    address: N_('A hundred and twenty characters at most, on one line.'),
    phone: N_('Digits, spaces and + only.'),
    lang: N_('Choose a language.'),
    persons: N_('A family name or a first name is needed.'),
    first_name: N_('A first name is needed.'),
    from: N_('Choose a day.'),
    until: N_('Choose a day after the first one.'),
    paid_cents: N_('A sum such as 10 or 10.50.'),
    ticket: N_('Six digits, as on the ticket.'),
};

/* An ApiError, said where somebody fills in a form. */
export function fieldWord(error) {
    if (error.error === 'conflict' && error.field === 'number') {
        return t('This number is somebody’s already.');
    }
    return error.error === 'invalid' && FIELDS[error.field] ? t(FIELDS[error.field])
        : errorWord(error);
}

/* ---- What was done ---- */

const EVENTS = {
    registered: N_('written down'),
    changed: N_('contact changed'),
    trusted: N_('trusted'),
    not_trusted: N_('no longer trusted'),
    trained: N_('training noted'),
    not_trained: N_('training taken back'),
    person_added: N_('person added'),
    person_changed: N_('person changed'),
    person_removed: N_('person taken off'),
    person_returned: N_('person put back'),
    subscribed: N_('subscription noted'),
    unsubscribed: N_('subscription taken back'),
    card: N_('card made'),
    card_lost: N_('card lost'),
    pin: N_('PIN made'),
    claimed: N_('ticket claimed'),
    unclaimed: N_('ticket given back'),
    merged_into: N_('merged into another household'),
    merged_from: N_('another household merged in'),
    unmerged: N_('merge taken back'),
    left: N_('moved away'),
    returned: N_('came back'),
    forgotten: N_('names forgotten'),
    imported: N_('from a list'),
};

export function eventWord({ code, number }) {
    const word = EVENTS[code] ? t(EVENTS[code]) : code;
    return code === 'subscribed' && number > 0 ? `${word}, ${euros(number)}` : word;
}
