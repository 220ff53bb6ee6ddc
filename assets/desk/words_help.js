/* What partners and neighbours help with, and what takes place. */
import { N_, t } from './i18n.js';

/* What a partner helps with: also where a request is sent on to. */
export const NEEDS = {
    rights: [N_('Rights and papers'), 'justice'],
    health: [N_('Health'), 'health'],
    energy: [N_('Energy and bills'), 'energy'],
    family: [N_('Children and family'), 'child'],
    work: [N_('Work and training'), 'work'],
    housing: [N_('Housing'), 'house'],
    digital: [N_('Phone and computer'), 'computer'],
    food: [N_('Food'), 'food'],
    leisure: [N_('Leisure and sport'), 'sports'],
};

/* ---- Helping hands ---- */

export const HELP = {
    handiwork: [N_('Small jobs at home'), 'tools', {
        bulb: N_('A light bulb'), furniture: N_('Assembling furniture'),
        shelf: N_('A shelf or a frame'), curtain: N_('Curtains or blinds'),
        door: N_('A door or a lock'),
    }],
    plumbing: [N_('Water and heating'), 'leak', {
        leak: N_('A leak'), tap: N_('A tap'), toilet: N_('The toilet'), heating: N_('The heating'),
    }],
    electricity: [N_('Electricity'), 'electrical', {
        no_power: N_('No power at all'), socket: N_('A socket'), lamp: N_('A ceiling light'),
        bell: N_('The doorbell'),
    }],
    errands: [N_('Shopping and carrying'), 'shopping', {
        groceries: N_('The groceries'), pharmacy: N_('The pharmacy'),
        mail: N_('A letter or a parcel'), carrying: N_('Carrying something heavy'),
    }],
    outings: [N_('Going out'), 'walk', {
        walk: N_('A walk'), doctor: N_('Company to an appointment'), visit: N_('Visiting somebody'),
        ride: N_('A ride by car'),
    }],
    company: [N_('Company'), 'cafe', {
        coffee: N_('A coffee together'), games: N_('Playing games'), reading: N_('Reading together'),
        phone_call: N_('A phone call now and then'),
    }],
    digital: [N_('Phone and computer'), 'smartphone', {
        phone: N_('A phone'), computer: N_('A computer'), internet: N_('The internet'),
        printer: N_('Printing or scanning'),
    }],
    garden: [N_('Plants and animals'), 'flower', {
        watering: N_('Watering plants'), balcony: N_('A balcony or a garden'),
        compost: N_('The compost'), pets: N_('Looking after a pet'),
    }],
    papers: [N_('Papers and rights'), 'papers', { appointment: N_('An appointment') }],
};
/* Whether it may hang on the neighbours' board: codes.c. */
const FOR_BOARD = new Set(['handiwork', 'errands', 'outings', 'company', 'digital', 'garden']);
export function isForBoard(category) {
    return FOR_BOARD.has(category);
}
export function helpWord(category, choice = '') {
    const row = HELP[category];
    const word = t(row?.[0] ?? N_('Something else'));
    return choice === '' ? word
        : t('%s: %s', [word, t(row?.[2][choice] ?? N_('Something else'))]);
}

export const URGENCIES = {
    danger: [N_('There is a danger'), 'danger'],
    soon: [N_('It is urgent'), 'clock'],
    whenever: [N_('It can wait'), 'sunny'],
};
export function urgencyWord(code) {
    return code ? t(URGENCIES[code]?.[0] ?? code) : '';
}

export const ACTIVITY_KINDS = {
    workshop: [N_('Workshops'), 'tools'],
    cafe: [N_('Café'), 'cafe'],
    market: [N_('Market'), 'groceries'],
    committee: [N_('Committees'), 'conversation'],
    partner: [N_('Partners’ hours'), 'handshake'],
};

/* Languages other than French that an activity may be held in: codes.c. */
export const SPOKEN = {
    ar: N_('in Arabic'), de: N_('in German'), en: N_('in English'), es: N_('in Spanish'),
    it: N_('in Italian'), lsf: N_('in French sign language'), pt: N_('in Portuguese'),
    tr: N_('in Turkish'), uk: N_('in Ukrainian'),
};
