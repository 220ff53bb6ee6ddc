/* Looking something up as one types: a box, and below it what was found, as a combobox. Arrows choose,
 * Enter takes what is chosen (else the first), Escape closes; a press of the mouse or a finger takes,
 * too.
 *
 *   const box = field({ id: 'asker-search', label: t('Household: number or name') });
 *   return [box, finder({
 *       input: box.querySelector('input'),
 *       ask: async (text) => (await get('/api/search', { q: text })).lines,
 *       says: (line) => [icon('home'), line.number],
 *       take: (line) => choose(line.id),
 *   })];
 *
 * ask is given two characters and more, some time after the last one; what it answers late is left
 * out. rowId: (line, i) => the id of its row. isOver: what was found lies over the page, and does not
 * move it. */
import { fill, h } from './dom.js';
import { t } from './i18n.js';

const WAIT_MS = 250;
const LEAST = 2;

export function finder({ input, ask, says, take, rowId, isOver = false }) {
    let timer = 0;
    let asked = 0;
    let lines = [];
    let chosen = -1;
    const listId = `${input.id}-found`;
    const idOf = (line, i) => rowId?.(line, i) ?? `${listId}-${i}`;
    const rows = h('ul', { id: listId, class: isOver ? 'found over' : 'found', role: 'listbox',
        hidden: true, 'aria-label': t('Found') });
    const said = h('p', { class: 'sr', role: 'status' });

    for (const [key, value] of Object.entries({
        role: 'combobox', autocomplete: 'off', spellcheck: 'false', maxlength: '60',
        'aria-controls': listId, 'aria-expanded': 'false', 'aria-autocomplete': 'list',
    })) {
        input.setAttribute(key, value);
    }

    function close() {
        rows.hidden = true;
        chosen = -1;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    }

    function takeLine(line) {
        close();
        input.value = '';
        take(line);
    }

    /* index: -1 for none. */
    function choose(index) {
        chosen = index;
        [...rows.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === chosen)));
        if (chosen < 0) {
            input.removeAttribute('aria-activedescendant');
        } else {
            input.setAttribute('aria-activedescendant', rows.children[chosen].id);
            rows.children[chosen].scrollIntoView({ block: 'nearest' });
        }
    }

    /* One further down or up, from the box itself to the first or the last. */
    function step(by) {
        if (lines.length > 0 && !rows.hidden) {
            const from = chosen < 0 && by < 0 ? 0 : chosen;
            choose((from + by + lines.length) % lines.length);
        }
    }

    function show() {
        fill(rows, lines.length === 0
            ? h('li', { class: 'none', role: 'option', 'aria-disabled': 'true' }, t('Nothing found'))
            : lines.map((line, i) => h('li', {
                id: idOf(line, i), role: 'option', 'aria-selected': 'false',
                onmousedown: (event) => event.preventDefault(), onclick: () => takeLine(line),
            }, says(line))));
        rows.hidden = false;
        input.setAttribute('aria-expanded', 'true');
        fill(said, lines.length === 0 ? t('Nothing found') : t('{n} found', { n: lines.length }));
    }

    async function look() {
        const mine = asked += 1;
        const text = input.value.trim();
        if (text.length < LEAST) {
            close();
            return;
        }
        try {
            const answer = await ask(text);
            if (mine === asked) {
                lines = answer;
                show();
            }
        } catch {
            close(); /* that the line is lost is said by the page's banner */
        }
    }

    input.addEventListener('input', () => {
        clearTimeout(timer);
        choose(-1); /* it was chosen among what is no longer asked for */
        timer = setTimeout(look, WAIT_MS);
    });
    input.addEventListener('keydown', async (event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            step(event.key === 'ArrowDown' ? 1 : -1);
        } else if (event.key === 'Escape' && !rows.hidden) {
            event.preventDefault(); /* the dialog around it stays */
            close();
        } else if (event.key === 'Enter') {
            event.preventDefault(); /* the form around it is not sent */
            clearTimeout(timer);
            const line = lines[chosen];
            if (line === undefined) {
                await look();
            }
            if (lines.length > 0 && !rows.hidden) {
                takeLine(line ?? lines[0]);
            }
        }
    });
    input.addEventListener('blur', close);
    return [rows, said];
}
