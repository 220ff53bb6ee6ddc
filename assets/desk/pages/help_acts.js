/* What is done with a helping hand: each act asks what it still needs, says what follows, and can be
 * taken back. */
import { post } from '../api.js';
import { chooseReason, confirm, dialogFoot, openDialog } from '../dialog.js';
import { fill, h, icon } from '../dom.js';
import { dayKey, now_s, t, timeKey, tn } from '../i18n.js';
import { check, field, notice, wordsOf } from '../parts.js';
import { choosePartner } from '../partners.js';
import { householdFinder } from '../search.js';
import { HELP_CLOSINGS, REFUSALS_OF, doneWord, errorWord, helpWord, reasonChoices } from
    '../words.js';

const WORDS_MOST = 280;

/* Makes an act; what it gives back undoes it. */
export function actOn(page, what, body, done) {
    return page.act(() => post('/api/help/act', { request_id: what.request_id, no: what.no, ...body }), {
        done: done ?? doneWord('help', body.verb, what.state),
        undo: (answer) => post('/api/undo', { request_id: what.request_id, no: answer.no }),
    });
}

/* ---- On the board ---- */

/* Their own words stand beside, to be said in other ones; they never go to the board. */
function wordsForm({ line, help, isChange }, close) {
    const own = line.words.find((one) => one.field === '');
    const trouble = h('div', { role: 'alert' });
    const form = h('form', {
        onsubmit: async (event) => {
            event.preventDefault();
            const words = form.elements.words.value.trim();
            try {
                const { is_nameless: isNameless } = await post('/api/help/words',
                    { request_id: line.request_id, words });
                if (isNameless) {
                    close({ words, forgets_words: form.elements.forgets?.checked === true });
                    return;
                }
                fill(trouble, notice('bad', h('p', {}, errorWord({ reasons: ['nameless'] }))));
            } catch (error) {
                fill(trouble, notice('bad', h('p', {}, errorWord(error))));
            }
            form.elements.words.setAttribute('aria-invalid', 'true');
            form.elements.words.focus();
        },
    },
    own && h('div', {}, h('p', { class: 'soft' }, icon('private'),
        t('Their own words: they stay here, and never hang on the board.')),
    wordsOf(own.words, own.lang)),
    field({
        id: 'words', label: t('What the neighbours read'), type: 'textarea', maxlength: String(WORDS_MOST),
        value: isChange ? help.board_words : '', autofocus: true,
        hint: t('Without a name, an address or a telephone. Left empty, the card says: %s',
            [helpWord(help.category, help.choice)]),
    }),
    isChange && help.board_words && check({
        id: 'forgets', label: t('Erase what hung there before'),
        sub: t('When a name had slipped in, for example.'),
    }),
    trouble,
    dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
        h('button', { type: 'submit', class: 'main' },
            isChange ? t('Change it') : t('Hang it up'))));
    return form;
}

/* data: {request: …, help, allows} of the page. */
export async function publish(data, page) {
    const { request: line } = data;
    if (!data.allows.is_for_board) {
        await actOn(page, line, { verb: 'publish' },
            t('Accepted: somebody is looked for, without the board.'));
        return;
    }
    const isChange = line.state === 'published';
    const answer = await openDialog({
        title: isChange ? t('Change the words') : t('Hang it on the board'),
        build: (close) => wordsForm({ line, help: data.help, isChange }, close),
    });
    if (answer !== null) {
        await actOn(page, line, { verb: 'publish', ...answer },
            isChange ? t('Changed.') : t('It hangs on the board.'));
    }
}

/* ---- Brought together ---- */

/* Whoever replied offered it by replying: who asked says yes or no. */
export async function match(page, reply) {
    const isSure = await confirm({
        title: t('Bring them together?'),
        text: t('Whoever asked is told, and says yes or no. Nobody gets a name or a telephone before.'),
        yes: t('Bring them together'),
    });
    if (isSure) {
        await actOn(page, reply, { verb: 'match' }, t('Proposed.'));
    }
}

/* Undone by what the answer names: the need, or the reply of whoever offered it. */
export async function propose(data, page, household_id) {
    const isSure = await confirm({
        title: t('Bring them together?'),
        text: t('Both are asked. Nobody gets a name or a telephone before both have said yes.'),
        yes: t('Ask both'),
    });
    if (isSure) {
        await page.act(() => post('/api/help/propose', {
            request_id: data.help.root_id, no: data.help.root_no, household_id,
        }), {
            done: t('Proposed. Both are to be asked.'),
            undo: (answer) => post('/api/undo', { request_id: answer.request_id, no: answer.no }),
        });
    }
}

/* Somebody whom the desk thinks of, who has not offered: by household number or name. */
export async function proposeOther(data, page) {
    const found = await openDialog({
        title: t('Somebody else'),
        build: (close) => [
            h('p', {}, t('They are told, and say yes or no for themselves.')),
            householdFinder({
                id: 'helper-search', autofocus: true, take: close,
                isLeftOut: (one) => one.id === data.help.root_household_id,
            })],
    });
    if (found !== null) {
        await propose(data, page, found.id);
    }
}

export function noteContact(data, page, isGiven) {
    const set = (is_given) => post('/api/help/contact', { request_id: data.help.root_id, is_given });
    return page.act(() => set(isGiven), {
        done: isGiven ? t('Noted: each knows how to reach the other.') : t('Taken back.'),
        undo: () => set(!isGiven),
    });
}

export async function plan(data, page) {
    const { help } = data;
    const answer = await openDialog({
        title: t('Agree on a day'),
        build: (close) => h('form', {
            onsubmit: (event) => {
                event.preventDefault();
                close({ from: event.target.elements.from.value });
            },
        }, field({
            id: 'from', label: t('Day and time'), type: 'datetime-local', required: true,
            min: timeKey(now_s()), value: help.from_s > now_s() ? timeKey(help.from_s)
                : `${dayKey(now_s() + 86400)}T10:00`, autofocus: true,
        }), h('p', { class: 'soft' }, t('Both are told.')),
        dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
            h('button', { type: 'submit', class: 'main' }, t('Write it down')))),
    });
    if (answer !== null) {
        await actOn(page, { request_id: help.root_id, no: help.root_no, state: help.root_state },
            { verb: 'plan', ...answer });
    }
}

/* ---- How it ends ---- */

/* A gift is not counted; else the minutes are noted. */
export async function finish(root, page) {
    const answer = await openDialog({
        title: t('It is done'),
        build: (close) => {
            const minutes = field({
                id: 'minutes', label: t('How many minutes?'), type: 'number', min: '1', max: '1440',
                value: '60',
            });
            const form = h('form', {
                onsubmit: (event) => {
                    event.preventDefault();
                    const isGift = form.elements.way.value === 'gift';
                    close({ minutes: isGift ? 0 : Number(form.elements.minutes.value) });
                },
            },
            h('fieldset', { class: 'choices' }, h('legend', {}, t('How is it noted?')),
                [['gift', t('A gift'), t('Between neighbours, nothing is counted.')],
                    ['minutes', t('The time it took'), t('For the figures of mutual help.')]].map(
                    ([code, label, sub], i) => h('label', { class: 'choice' },
                        h('input', {
                            type: 'radio', name: 'way', value: code, checked: i === 0,
                            autofocus: i === 0,
                            onchange: () => {
                                minutes.hidden = form.elements.way.value === 'gift';
                                form.elements.minutes.required = !minutes.hidden;
                            },
                        }), h('span', {}, h('b', {}, label), h('span', { class: 'sub' }, sub))))),
            minutes,
            dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'submit', class: 'main' }, t('It is done'))));
            minutes.hidden = true;
            return form;
        },
    });
    if (answer !== null) {
        await actOn(page, root, { verb: 'finish', ...answer }, answer.minutes === 0
            ? t('Done: thank you. Noted as a gift.')
            : tn('Done: thank you. {n} minute noted.', 'Done: thank you. {n} minutes noted.',
                answer.minutes));
    }
}

export async function close(what, page) {
    const answer = await chooseReason({
        title: t('Close it'), reasons: reasonChoices(HELP_CLOSINGS), send: t('Close it'),
    });
    if (answer !== null) {
        await actOn(page, what, { verb: 'close', ...answer });
    }
}

export async function refuse(what, page) {
    const answer = await chooseReason({
        title: t('No…'), reasons: reasonChoices(REFUSALS_OF.help),
    });
    if (answer !== null) {
        await actOn(page, what, { verb: 'refuse', ...answer });
    }
}

/* What partners help with that is nearest to a category. */
const NEED_OF = { papers: 'rights', digital: 'digital', plumbing: 'housing', electricity: 'housing' };

export async function redirect(data, page) {
    const { request: line } = data;
    const answer = await choosePartner({
        title: t('Send on to a partner'), need: NEED_OF[line.category] ?? '', withWords: true,
        text: t('Whoever asked is told whom to see. You can follow what the partner answers under Services.'),
    });
    if (answer !== null) {
        await actOn(page, line, {
            verb: 'redirect', partner_id: answer.partner_id, reason: answer.reason, words: answer.words,
        }, t('Sent on to {name}.', { name: answer.name }));
    }
}

export async function sayNobodyCame(root, page) {
    const isSure = await confirm({
        title: t('Nobody came?'), yes: t('Look for somebody again'),
        text: t('It hangs on the board again, and the one who answered is told that it is over.'),
    });
    if (isSure) {
        await actOn(page, root, { verb: 'unmatch' });
    }
}
