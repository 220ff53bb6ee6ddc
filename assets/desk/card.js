/* One request with the facts for deciding it, and the answers: for the pile and for a record on its
 * own. Facts stand in card_facts.js, answers in card_answers.js. */
import { post } from './api.js';
import { forColleague, steps, threeAnswers } from './card_answers.js';
import { cardFacts, subOf } from './card_facts.js';
import { h, icon } from './dom.js';
import { capital, moment, t } from './i18n.js';
import { detailHead, fact, notice, pill } from './parts.js';
import { whoAmI } from './session.js';
import { doneWord, reasonWord, stateWord, titleOf, whenOf } from './words.js';

/* What was decided, and by whom: for the second of two people on one card, and after one's own. */
function answered(card, page) {
    const { line, last } = card;
    const isOwn = last.staff_id === whoAmI().staff.staff_id;
    if (line.waits || last.verb === 'ask' || last.verb === 'join') {
        return null;
    }
    const done = doneWord(line.kind, last.verb);
    const reason = last.reason ? ` : ${reasonWord(last.reason)}` : '';
    return notice(isOwn ? 'ok' : 'info',
        h('p', {}, h('b', {}, isOwn || !last.staff_name ? done
            : t('{name} has answered: {done}', { name: last.staff_name, done })), reason,
        h('span', { class: 'soft' }, ` · ${moment(last.recorded_at_s)}`)),
        last.is_news ? h('p', {}, t('Written down; whoever asked will be told.')) : null,
        last.is_undoable && h('button', {
            type: 'button', id: 'undo',
            onclick: () => page.act(() => post('/api/undo', {
                request_id: line.request_id, no: line.no,
            }), { done: t('Taken back.') }),
        }, icon('undo'), t('Undo')));
}

/* The whole card. options: back: a link to the list, for phones; next: where to go after a
 * decision. */
export function cardView(card, page, options = {}) {
    const { line, moves } = card;
    const yes = moves.find((move) => move.answer === 'yes');
    const barred = yes?.reasons.filter((one) => one === 'not_own' || one === 'not_passed') ?? [];
    const when = whenOf(line);
    return [
        options.back,
        detailHead(titleOf(line), subOf(card)),
        line.is_danger ? notice('bad', h('b', {}, t('Safety first: call or go now'))) : null,
        answered(card, page),
        h('div', { class: 'stack wide-gap' },
            line.waits ? null : h('p', {}, pill(capital(stateWord(line.kind, line.state)))),
            when && h('p', { class: 'when' }, icon('calendar'), when),
            cardFacts(card)),
        card.passed_on_by && fact('people', t('%s leaves it to a colleague', [card.passed_on_by])),
        !line.waits ? steps(card, page, options)
            : barred.length > 0 ? forColleague(card, page, barred, options)
                : threeAnswers(card, page, options),
    ];
}

