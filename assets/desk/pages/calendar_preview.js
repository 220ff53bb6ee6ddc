/* A calendar that was read, line by line, before anything of it is written: what is new, changed,
 * cancelled, and why something is not taken over. */
import { h, icon } from '../dom.js';
import { t, tn, tx } from '../i18n.js';
import { pill } from '../parts.js';
import { VERDICTS, changesOf, groupOf, notesOf, peopleWord, reasonOf, whenWord } from './calendar_words.js';

const SHOWN = 12; /* of a group; the rest is folded */
/* What one has to look at stands open. */
const OPEN = new Set(['new', 'changed', 'cancelled', 'not_understood']);
/* What has to be found in the file. */
const BY_LINE = new Set(['left_out', 'not_understood']);
/* What somebody has unfolded, or folded, stays so while the page is built anew. */
const folded = new Map();

function changeLine([what, before, after]) {
    const change = [
        before && [h('s', { class: 'was' }, before), h('span', { 'aria-hidden': 'true' }, ' → '),
            h('span', { class: 'sr' }, t('now'), ' ')],
        h('b', {}, after)];
    return h('span', { class: 'sub' }, tx('{what}: {change}', { what, change }));
}

/* What stands in the first row, and what below it. */
function wordsOf(row) {
    const isChanged = row.verdict === 'changed';
    const facts = isChanged ? [] : [whenWord(row), row.place].filter(Boolean);
    return [
        h('b', {}, row.title || (row.reason === 'private' ? t('A private date') : t('Without a title'))),
        facts.length > 0 && h('span', { class: 'sub' }, facts.join(' · ')),
        isChanged && !row.changes.includes('date') && h('span', { class: 'sub' }, whenWord(row)),
        isChanged && changesOf(row).map(changeLine),
        reasonOf(row) && h('span', { class: 'sub reason' }, reasonOf(row)),
        notesOf(row).map((note) => h('span', { class: 'sub reason' }, note)),
    ];
}

function rowLine(row) {
    const people = peopleWord(row.people);
    return h('li', { class: 'calendar-row', id: `row-${row.position}` },
        h('span', { class: 'line-words' }, wordsOf(row)),
        people && pill(people, 'warn'),
        row.line > 0 && BY_LINE.has(row.verdict) &&
            h('span', { class: 'soft line-number' }, t('line {n}', { n: row.line })));
}

/* Folded or not, by its key; kept while the page is built anew. */
function fold(key, isOpen, summary, ...children) {
    const element = h('details', { open: folded.get(key) ?? isOpen },
        h('summary', { id: key }, summary), children);
    element.addEventListener('toggle', () => folded.set(key, element.open));
    return element;
}

function rowList(rows) {
    return h('ul', { class: 'calendar-rows' }, rows.map(rowLine));
}

/* more: what is to be decided about all of them. */
function group(readingId, verdict, rows, more) {
    const { title, iconName, text } = groupOf(verdict);
    const key = `${readingId}-${verdict}`;
    const rest = rows.slice(SHOWN);
    return rows.length > 0 && h('section', { class: 'card calendar-group', id: `group-${verdict}` },
        fold(key, OPEN.has(verdict),
            h('span', { class: 'calendar-head' }, icon(iconName), h('h2', {}, title),
                h('span', { class: 'pill' }, String(rows.length))),
            text && h('p', { class: 'soft' }, text), more,
            rowList(rows.slice(0, SHOWN)),
            rest.length > 0 && fold(`${key}-rest`, false,
                tn('{n} more', '{n} more', rest.length), rowList(rest))));
}

/* All lines, by what becomes of them. more: by verdict, what is to be decided about such lines. */
export function preview({ reading, rows }, more) {
    return VERDICTS.map((verdict) => group(reading.reading_id, verdict,
        rows.filter((row) => row.verdict === verdict), more[verdict]));
}
