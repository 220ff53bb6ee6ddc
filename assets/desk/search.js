/* One box for number, name and thing. GET /api/search?q= answers {"lines": [{"type", "id", …}]};
 * type: request, household, item (or one copy of it), session, service. */
import { get } from './api.js';
import { h, icon, name } from './dom.js';
import { finder } from './finder.js';
import { longTime, t, tn } from './i18n.js';
import { field } from './parts.js';
import { openRecord } from './records.js';
import { stateWord, ticketNumber, titleOf } from './words.js';

const ICONS = { request: 'queue', household: 'home', item: 'lend', session: 'agenda', service: 'parcel' };

/* What a line says, and below it: a list of texts and names. */
const SAYS = {
    household: (line) => [[line.number, ' ', name(line.family_name)],
        [name([line.persons, line.address].filter(Boolean).join(' · '))]],
    request: (line) => [[ticketNumber(line.number), ' · ', titleOf(line)],
        [stateWord(line.kind, line.state), line.name && ' · ', name(line.name)]],
    item: (line) => [[line.copy_number ? t('%s no. %d', [line.title, line.copy_number]) : line.title],
        [line.copy_number
            ? [stateWord('copy', line.state), line.shelf && ` · ${t('shelf %s', [line.shelf])}`]
            : tn('{n} in use', '{n} in use', line.copies)]],
    session: (line) => [[line.title], [longTime(line.starts_s)]],
    service: (line) => [[line.title], [t('Service')]],
};

/* One row of what was found. */
function says(line) {
    const [title, detail] = SAYS[line.type](line);
    return [icon(ICONS[line.type], 'search'),
        h('span', {}, h('b', {}, title), h('span', { class: 'sub' }, detail))];
}

const ask = async (q) => (await get('/api/search', { q })).lines;

/* The box and its answers; what is chosen opens. */
export function searchBox() {
    const input = h('input', {
        id: 'search', type: 'search', placeholder: t('Search'),
        'aria-label': t('Search: number, name, thing'),
    });
    return h('div', { class: 'search', role: 'search' }, icon('search'), input, finder({
        input, ask, says, isOver: true,
        take: (line) => openRecord(line.type, line.id),
    }));
}

/* A box that finds one type only, wherever one is to be chosen: take is given its line. id: of the
 * box. isLeftOut: (line) => which are not offered. props: of its field. */
export function recordFinder({ id, type, take, isLeftOut = () => false, ...props }) {
    const box = field({ id, ...props });
    return [box, finder({
        input: box.querySelector('input'), says, take,
        ask: async (q) => (await ask(q)).filter((one) => one.type === type && !isLeftOut(one)),
        rowId: (one) => [id, one.number ?? one.id, one.copy_number].filter(Boolean).join('-'),
    })];
}

export function householdFinder(props) {
    return recordFinder({
        type: 'household', label: t('Household: number or name'), class: 'name', ...props,
    });
}
