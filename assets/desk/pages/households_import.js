/* Households from a list (CSV): looked at first, line by line; taken over when somebody says so. */
import { postFile } from '../api.js';
import { confirm } from '../dialog.js';
import { fill, h, icon, name } from '../dom.js';
import { N_, t, tn } from '../i18n.js';
import { LIST_MOST_BYTES, troubleWord } from '../list_words.js';
import { button, buttons, bigButton, card, column, field, hash, notice, pageHead, table } from
    '../parts.js';
import { errorWord } from '../words.js';
import { toast } from '../toast.js';

const PATH = '/api/import/households';

/* ---- Words ---- */

const COLUMNS = {
    number: N_('Number'), family_name: N_('Family name'), persons: N_('Persons'),
    children: N_('Children'), address: N_('Address'), phone: N_('Telephone'), lang: N_('Language'),
    until: N_('Subscribed until'), paid: N_('Paid'),
};

function columnWord(code) {
    return t(COLUMNS[code] ?? code);
}

function refusalWord({ reason, column, same_line: other }) {
    const words = {
        cells: () => t('More cells than the first line: they may be in the wrong columns.'),
        value: () => t('“{column}” cannot be understood.', { column: columnWord(column) }),
        left: () => t('This household moved away: bring it back first.'),
        several: () => t('Several households fit: write the number.'),
        unknown: () => t('Not enough to know it by: a number; or a name, with the address or telephone.'),
        nobody: () => t('Neither a family name nor a first name.'),
        same_line: () => t('The same household as in line {line}.', { line: other }),
        full: () => t('More than 16 persons.'),
    };
    return (words[reason] ?? (() => reason))();
}

/* ---- What a list would do ---- */

function linesTable(lines, verdict, caption) {
    const chosen = lines.filter((line) => line.verdict === verdict);
    return chosen.length > 0 && h('section', { class: 'stack' }, h('h2', { class: 'list-head' }, caption),
        table({
            caption, heads: [t('Line'), t('Household'), verdict === 'refused' ? t('Why') : t('What')],
            rows: chosen.map((line) => [
                line.line, [line.number && `${line.number} · `, name(line.name)],
                verdict === 'refused' ? refusalWord(line) : line.changes.map(columnWord).join(', ')]),
        }));
}

function summary({ counts, unread }) {
    return card(t('This list'),
        h('p', {}, [tn('{n} new household', '{n} new households', counts.new),
            tn('{n} changed', '{n} changed', counts.changed),
            tn('{n} as it is', '{n} as they are', counts.unchanged),
            tn('{n} line refused', '{n} lines refused', counts.refused)].join(' · ')),
        unread.length > 0 && h('p', { class: 'soft' }, t('Columns left aside: {columns}',
            { columns: unread.join(', ') })));
}

function takeButton(plan, file, show) {
    const { counts, digest } = plan;
    const count = counts.new + counts.changed;
    return bigButton({
        id: 'take-over', look: 'main', isDisabled: count === 0,
        label: count === 0 ? t('Nothing to take over')
            : tn('Take over {n} household', 'Take over {n} households', count),
        sub: count === 0 ? t('Everything in this list is here already.')
            : counts.refused > 0
                ? t('Refused lines are left aside: correct them in the list, and send it again.')
                : t('Nothing is taken away; empty cells leave what is there.'),
        act: async () => {
            const yes = await confirm({
                title: tn('Take over {n} household?', 'Take over {n} households?', count),
                text: t('They are written down all at once.'), yes: t('Take them over'),
            });
            if (yes) {
                await send(file, digest, show);
            }
        },
    });
}

function planView(plan, file, show) {
    if (plan.trouble) {
        return notice('bad', troubleWord(plan.trouble, columnWord));
    }
    if (plan.is_done === 1) {
        return [notice('ok', t('Taken over.')), summary(plan),
            h('p', {}, h('a', { class: 'button', href: hash('households') }, t('To the households')))];
    }
    return [
        summary(plan), buttons(takeButton(plan, file, show)),
        linesTable(plan.lines, 'refused', t('Refused lines')),
        linesTable(plan.lines, 'new', t('New households')),
        linesTable(plan.lines, 'changed', t('Changed households')),
    ];
}

/* digest: of what was seen; undefined looks only. */
async function send(file, digest, show) {
    try {
        show(await postFile(PATH, { digest }, file));
    } catch (error) {
        if (error.error === undefined) {
            throw error;
        }
        toast(error.error === 'conflict'
            ? t('Something changed meanwhile: please look at the list again.') : errorWord(error),
        { isTrouble: true });
        if (error.error === 'conflict') {
            await send(file, undefined, show);
        }
    }
}

/* ---- The page ---- */

function build() {
    const place = h('div', { class: 'stack', 'aria-live': 'polite' });
    const input = field({ id: 'list', label: t('The list, a CSV file'), type: 'file',
        accept: '.csv,.tsv,.txt,text/csv' });
    const look = async () => {
        const file = document.getElementById('list').files[0];
        const show = (plan) => fill(place, planView(plan, file, show));
        if (file === undefined) {
            fill(place, notice('warn', t('Choose a file first.')));
        } else if (file.size > LIST_MOST_BYTES) {
            show({ trouble: { code: 'too_big' } });
        } else {
            await send(file, undefined, show);
        }
    };
    return column(pageHead(t('Households from a list')),
        card(t('What the list may say'),
            h('p', {}, t('The first line names the columns: number, family name, first names, children, address, telephone, language, subscribed until, paid. In French or English, in any order; what is missing stays as it is.')),
            h('p', { class: 'soft' }, t('First names are separated by a comma. Days are written 31/12/2026.'))),
        input,
        h('div', { class: 'tools' }, button('search', t('Look at it'), look,
            { id: 'look', look: 'main' }),
        h('a', { class: 'button', href: hash('households') }, t('Go back'))),
        h('p', { class: 'fact' }, icon('info'), t('Nothing is written before you say so.')), place);
}

export default {
    path: 'households-import', title: N_('Households from a list'), icon: 'list',
    least: 'concierge', isHidden: true, build,
};
