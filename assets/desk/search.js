/* One box for number, name and thing. GET /api/search?q= answers {"lines": [{"type", "id", …}]};
 * type: request, household, item (or one copy of it), session, service. */
import { get } from './api.js';
import { fill, h, icon, name } from './dom.js';
import { longTime, t, tn } from './i18n.js';
import { openRecord } from './records.js';
import { stateWord, ticketNumber, titleOf } from './words.js';

const WAIT_MS = 250;
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

function says(line) {
    const [title, detail] = SAYS[line.type](line);
    return h('span', {}, h('b', {}, title), h('span', { class: 'sub' }, detail));
}

/* The box and its answers, as a combobox: arrows choose, Enter opens, Escape closes. */
export function searchBox() {
    let timer = 0;
    let asked = 0;
    let lines = [];
    let chosen = -1;
    const results = h('ul', { id: 'found', class: 'found', role: 'listbox', hidden: true,
        'aria-label': t('Found') });
    const said = h('p', { class: 'sr', role: 'status' });
    const input = h('input', {
        id: 'search', type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
        maxlength: '60', placeholder: t('Search'), 'aria-label': t('Search: number, name, thing'),
        'aria-controls': 'found', 'aria-expanded': 'false', 'aria-autocomplete': 'list',
    });

    function close() {
        results.hidden = true;
        chosen = -1;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    }

    function open(line) {
        close();
        input.value = '';
        openRecord(line.type, line.id);
    }

    function choose(next) {
        chosen = lines.length === 0 ? -1 : (next + lines.length) % lines.length;
        [...results.children].forEach((element, i) => {
            element.setAttribute('aria-selected', String(i === chosen));
        });
        if (chosen >= 0) {
            input.setAttribute('aria-activedescendant', `found-${chosen}`);
            results.children[chosen].scrollIntoView({ block: 'nearest' });
        }
    }

    function show() {
        fill(results, lines.length === 0
            ? h('li', { class: 'none', role: 'option', 'aria-disabled': 'true' }, t('Nothing found'))
            : lines.map((line, i) => h('li', {
                id: `found-${i}`, role: 'option', 'aria-selected': 'false',
                onmousedown: (event) => event.preventDefault(), onclick: () => open(line),
            }, icon(ICONS[line.type], 'search'), says(line))));
        results.hidden = false;
        input.setAttribute('aria-expanded', 'true');
        fill(said, lines.length === 0 ? t('Nothing found') : t('{n} found', { n: lines.length }));
        chosen = -1;
    }

    async function ask() {
        const mine = asked += 1;
        const q = input.value.trim();
        if (q.length < 2) {
            close();
            return;
        }
        try {
            const answer = await get('/api/search', { q });
            if (mine === asked) {
                lines = answer.lines;
                show();
            }
        } catch {
            close();
        }
    }

    input.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(ask, WAIT_MS);
    });
    input.addEventListener('keydown', async (event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
        } else if (event.key === 'Escape') {
            close();
        } else if (event.key === 'Enter') {
            event.preventDefault();
            clearTimeout(timer);
            await ask();
            if (lines.length > 0 && !results.hidden) {
                open(lines[Math.max(chosen, 0)]);
            }
        }
    });
    input.addEventListener('blur', close);
    return h('div', { class: 'search', role: 'search' }, icon('search'), input, results, said);
}
