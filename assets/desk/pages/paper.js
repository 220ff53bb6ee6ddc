/* Ticket numbers on paper, for a power cut: blocks printed ahead, given up when lost. */
import { get, post } from '../api.js';
import { confirm } from '../dialog.js';
import { h, icon } from '../dom.js';
import { N_, shortTime, t, tn } from '../i18n.js';
import { button, column, empty, field, form, pageHead, panel, pill, table } from '../parts.js';
import { printLink } from '../print.js';

const SIZES = [12, 24, 36, 60];

async function giveUp(one, page) {
    const isSure = await confirm({
        title: t('Give this block up?'),
        text: t('Only if the paper is lost or thrown away: its unused numbers may then be given at the screen.'),
        yes: t('Give it up'), isDanger: true,
    });
    if (isSure) {
        const body = { block_id: one.block_id };
        await page.act(() => post('/api/paper/give_up', body), {
            done: (answer) => tn('{n} number is free again.', '{n} numbers are free again.',
                answer.freed),
            undo: () => post('/api/paper/take_up', body),
        });
    }
}

function tools(one, page) {
    if (one.given_up_at_s) {
        return [pill(t('given up'), 'warn'), ' ', button('undo', t('It was found again'), () =>
            page.act(() => post('/api/paper/take_up', { block_id: one.block_id }),
                { done: t('Its numbers are kept again.') }), { id: `take-up-${one.block_id}` })];
    }
    return h('div', { class: 'tools' },
        printLink(t('Print'), 'print/block', { block_id: one.block_id }),
        button('close', t('Give up…'), () => giveUp(one, page),
            { id: `give-up-${one.block_id}`, look: 'plain' }));
}

function build(data, page) {
    return column(
        pageHead(t('Numbers on paper'), {
            sub: t('One number on slip, screen and desk, even when the current is cut'),
        }),
        panel(t('A new block'),
            h('p', { class: 'soft' }, t('The screen gives these numbers to nobody. When you enter a slip, type its number.')),
            form({
                id: 'make-form', cls: 'tools',
                act: async (values) => {
                    const answer = await page.act(() => post('/api/paper/make',
                        { count: Number(values.count) }), { done: t('The block is ready to be printed.') });
                    if (answer !== null) {
                        page.go('print/block', { block_id: answer.block_id });
                    }
                },
            },
            field({
                id: 'count', label: t('How many slips?'), type: 'select', value: '12',
                options: SIZES.map((n) => [n, String(n)]),
            }), h('button', { type: 'submit', class: 'main' }, icon('document'), t('Make a block')))),
        data.lines.length === 0 ? empty(t('No block was made yet.')) : table({
            caption: t('Blocks of numbers'), heads: [t('Made'), t('Numbers'), t('Still unused'),
                h('span', { class: 'sr' }, t('What can be done'))],
            rows: data.lines.map((one) => [
                `${shortTime(one.made_at_s)} · ${one.first_name}`, String(one.count),
                String(one.left), tools(one, page)]),
        }));
}

export default {
    path: 'paper',
    title: N_('Numbers on paper'),
    icon: 'document',
    least: 'concierge',
    isHidden: true,
    load: () => get('/api/paper'),
    build,
};
