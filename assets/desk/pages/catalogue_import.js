/* Things to borrow from a list (CSV): looked at first, line by line; taken over when somebody says
 * so. */
import { ApiError, postFile } from '../api.js';
import { fill, h } from '../dom.js';
import { N_, t, tn } from '../i18n.js';
import { LIST_MOST_BYTES, troubleWord } from '../list_words.js';
import { backToList, bigButton, button, buttons, card, detailHead, fact, field, hash, notice,
    table } from '../parts.js';
import { errorWord } from '../words.js';

const PATH = '/api/import/items';

const COLUMNS = {
    title: N_('Title'), class: N_('Kind'), summary: N_('Description'), icon: N_('Icon'),
    deposit: N_('Deposit'), fee: N_('Price'), subscriber_fee: N_('Price for subscribers'),
    parts: N_('What goes with it'), copies: N_('Copies'), shelf: N_('Shelf'),
};

function columnWord(code) {
    return t(COLUMNS[code] ?? code);
}

function refusalWord({ reason, column }) {
    const words = {
        cell: () => t('“{column}” cannot be understood.', { column: columnWord(column) }),
        twice: () => t('This title stands in the list twice.'),
        withdrawn: () => t('This thing is no longer lent: lend it again first.'),
        fewer_copies: () => t('There are more copies here: take them out of use one by one.'),
        part_out: () => t('A part that would go is out with somebody.'),
        longer: () => t('More cells than the first line: they may be in the wrong columns.'),
    };
    return (words[reason] ?? (() => reason))();
}

function changesWord(line) {
    return [line.verdict === 'changed' && line.changes.map(columnWord).join(', '),
        line.copies_added > 0 && tn('{n} copy more', '{n} copies more', line.copies_added),
        line.makes_class === 1 && t('a new kind of things')].filter(Boolean).join(' · ');
}

const VERDICTS = {
    refused: N_('Refused lines'), new: N_('New things'), changed: N_('Changed things'),
};

function linesOf(lines, verdict) {
    const chosen = lines.filter((line) => line.verdict === verdict);
    const caption = t(VERDICTS[verdict]);
    return chosen.length > 0 && h('section', { class: 'stack' }, h('h3', {}, caption), table({
        caption, heads: [t('Line'), t('Thing'), verdict === 'refused' ? t('Why') : t('What')],
        rows: chosen.map((line) => [line.line, line.title,
            verdict === 'refused' ? refusalWord(line) : changesWord(line)]),
    }));
}

function summary({ counts, copies_added: copies, unread }) {
    return card(t('This list'),
        h('p', { id: 'list-summary' }, [tn('{n} new thing', '{n} new things', counts.new),
            tn('{n} changed', '{n} changed', counts.changed),
            tn('{n} as it is', '{n} as they are', counts.unchanged),
            tn('{n} line refused', '{n} lines refused', counts.refused),
            tn('{n} copy more', '{n} copies more', copies)].join(' · ')),
        unread.length > 0 && h('p', { class: 'soft' }, t('Columns left aside: {columns}',
            { columns: unread.join(', ') })));
}

function takeButton({ counts, digest }, file, show) {
    const count = counts.new + counts.changed;
    return bigButton({
        id: 'take-over', look: 'main', isDisabled: count === 0,
        label: count === 0 ? t('Nothing to take over')
            : tn('Take over {n} thing', 'Take over {n} things', count),
        sub: count === 0 ? t('Everything in this list is here already.')
            : counts.refused > 0
                ? t('Refused lines are left aside: correct them in the list, and send it again.')
                : t('Nothing is taken away; empty cells leave what is there.'),
        act: () => send(file, digest, show),
    });
}

function planView(plan, file, show) {
    if (plan.trouble) {
        return notice('bad', troubleWord(plan.trouble, columnWord));
    }
    if (plan.is_done === 1) {
        return [notice('ok', t('Taken over: the screen shows it.')), summary(plan),
            h('p', {}, h('a', { class: 'button', href: hash('catalogue', { part: 'items' }) },
                t('To the things')))];
    }
    return [summary(plan), buttons(takeButton(plan, file, show)),
        Object.keys(VERDICTS).map((verdict) => linesOf(plan.lines, verdict))];
}

/* digest: of what was seen; undefined looks only. */
async function send(file, digest, show) {
    try {
        show(await postFile(PATH, { digest }, file));
    } catch (error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        if (error.error !== 'conflict') {
            show({ error });
            return;
        }
        await send(file, undefined, (plan) => show({ ...plan, isOther: true }));
    }
}

export function load() {
    return null;
}

function chooser() {
    const place = h('div', { class: 'stack', 'aria-live': 'polite', id: 'plan' });
    const look = async () => {
        const file = document.getElementById('list').files[0];
        const show = (plan) => fill(place,
            plan.isOther && notice('warn', t('Something changed meanwhile: please look at the list again.')),
            plan.error ? notice('bad', errorWord(plan.error)) : planView(plan, file, show));
        if (file === undefined) {
            fill(place, notice('warn', t('Choose a file first.')));
        } else if (file.size > LIST_MOST_BYTES) {
            show({ trouble: { code: 'too_big' } });
        } else {
            await send(file, undefined, show);
        }
    };
    return [
        field({ id: 'list', label: t('The list, a CSV file'), type: 'file',
            accept: '.csv,.tsv,.txt,text/csv' }),
        buttons(button('search', t('Look at it'), look, { id: 'look', look: 'main' })),
        fact('info', t('Nothing is written before you say so.')), place,
    ];
}

export function build() {
    return {
        list: null,
        detail: [
            backToList('catalogue', { part: 'items' }),
            detailHead(t('Things from a list')),
            card(t('What the list may say'),
                h('p', {}, t('The first line names the columns. Title and kind are needed; the others may be missing.')),
                h('p', { class: 'soft' }, Object.keys(COLUMNS).map(columnWord).join(', ')),
                h('p', { class: 'soft' },
                    t('What goes with it is separated by commas. A kind that is not here yet is made: the desk decides each time, seven days at most.'))),
            chooser(),
        ],
    };
}
