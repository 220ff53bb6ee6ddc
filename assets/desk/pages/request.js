/* One request, whatever its kind: where a scanned ticket and the search lead. All that is known of
 * it, what can be done, its ticket. */
import { get, post } from '../api.js';
import { confirm } from '../dialog.js';
import { h, icon, name } from '../dom.js';
import { N_, age, capital, days, euros, longDay, longTime, moment, shortTime, t, tn } from
    '../i18n.js';
import { button, column, fact, field, form, hash, notice, pageHead, panel, pill, wordsOf } from '../parts.js';
import { printLink } from '../print.js';
import { recordHash } from '../records.js';
import { may } from '../session.js';
import { kindWord, doneWord, helpWord, people, reasonWord, stateWord, ticketNumber, titleOf,
    urgencyWord, whoOf, whoWord } from '../words.js';
import { hasSlipOf, keepSlip } from './print_slip.js';
import { correct, movesCard, reopen } from './request_acts.js';

/* ---- Facts ---- */

const CHANNELS = {
    screen: N_('at the screen'), desk: N_('at the desk'), paper: N_('on paper'),
    file: N_('from a file'),
};

function whenLine(line) {
    if (!line.from_s) {
        return null;
    }
    return line.kind === 'loan' ? fact('calendar', days(line.from_s, line.until_s), ' · ',
        t('fetched {when}', { when: moment(line.from_s) }), ' · ',
        t('back {when}', { when: moment(line.until_s) }))
        : fact('calendar', capital(longTime(line.from_s)));
}

function whoFacts(line) {
    return [
        fact('person', line.name && [h('b', {}, name(line.name)), ' · '], line.household_id
            ? h('a', { href: recordHash('household', line.household_id) }, whoOf(line)) : whoOf(line)),
        line.for_name && fact('handshake', t('For: '), name(line.for_name)),
        line.phone && fact('phone', name(line.phone)),
        line.is_private ? fact('private', t('Only for whoever asked: not to be said to others of the household.')) : null,
    ];
}

function askedFact(line) {
    const parts = [t('Asked {where}, {when}', {
        where: t(CHANNELS[line.channel]), when: shortTime(line.asked_at_s),
    })];
    if (line.entered_by) {
        parts.push(line.recorded_at_s - line.asked_at_s > 60
            ? t('entered by {name}, {when}', {
                name: line.entered_by, when: shortTime(line.recorded_at_s),
            }) : t('entered by {name}', { name: line.entered_by }));
    }
    return fact('clock', parts.join(' · '));
}

function answerFact(answer) {
    const value = answer.kind === 'choice' ? answer.choice
        : answer.kind === 'date' ? longDay(answer.date_s) : String(answer.number);
    return fact('list', answer.label, ' ', h('b', {}, value));
}

function factsCard(line) {
    const isHelp = line.kind === 'help';
    return panel(t('The request'),
        isHelp && fact('help_hand', helpWord(line.category, line.choice)),
        line.urgency && fact('clock', urgencyWord(line.urgency)),
        whenLine(line),
        line.adults + line.children > 0 && !['session', 'amendment'].includes(line.kind) &&
            fact('people', people(line.adults, line.children)),
        line.shelf && fact('lend', t('Shelf %s', [line.shelf])),
        line.place && fact('place', line.place),
        line.provider && fact('store', line.provider),
        line.deposit_cents > 0 && fact('price', t('Deposit to ask for: %s',
            [euros(line.deposit_cents)]), line.held_cents > 0 &&
            [' · ', t('taken: %s', [euros(line.held_cents)])]),
        whoFacts(line), askedFact(line),
        line.waits === 1 && line.answer_by_s > 0 &&
            fact('hourglass', t('Answer promised by {when}', { when: moment(line.answer_by_s) })),
        line.passed_by && fact('people', t('{name} left it to a colleague.', { name: line.passed_by })),
        line.parent_id && h('p', {}, h('a', { href: recordHash('request', line.parent_id) },
            line.kind === 'extension' ? t('The loan it is about')
                : line.kind === 'amendment' ? t('The date it is about') : t('What it answers'))),
        line.children.map((one) => h('p', {}, h('a', { href: recordHash('request', one.request_id) },
            kindWord(one.kind, one.direction), ' · ', stateWord(one.kind, one.state)))),
        line.answers.map(answerFact));
}

function wordsCard(line) {
    return line.words.length > 0 && panel(t('In their words'), line.words.map((one) => [
        one.label && h('p', { class: 'soft' }, one.label), wordsOf(one.words, one.lang)]));
}

/* ---- What became of it ---- */

function decisionLine(one, line, page) {
    const isGuest = one.who === 'resident' && !line.household_id;
    const who = one.first_name ?? (isGuest ? t('whoever asked') : whoWord(one.who));
    return h('li', {}, h('time', {}, shortTime(one.happened_at_s)), h('div', {},
        h('p', {}, h('b', {}, doneWord(line.kind, one.verb, one.from)), ' · ', who,
            one.reason && [' · ', reasonWord(one.reason)]),
        one.words && wordsOf(one.words, one.lang),
        one.is_undoable === 1 && button('undo', t('Take back'), () => page.act(
            () => post('/api/undo', { request_id: line.request_id, no: one.no }),
            { done: t('Taken back.') }), { id: 'undo-last' })));
}

function logCard({ request, log }, page) {
    return panel(t('What became of it'), h('ol', { class: 'log' },
        log.map((one) => decisionLine(one, request, page))));
}

const NOTICE_STATES = {
    to_tell: N_('to be told'), told: N_('told'), unreachable: N_('could not be reached'),
    void: N_('taken back before it was told'),
};
const HOWS = {
    screen: N_('at the screen'), phone: N_('by telephone'), in_person: N_('in person'),
    paper: N_('on paper'),
};

function noticeFact(one) {
    const tone = one.state === 'told' ? 'ok' : one.state === 'void' ? '' : 'warn';
    return h('p', { class: 'fact' }, icon('message'), h('span', {},
        pill(t(NOTICE_STATES[one.state]), tone), ' ',
        one.told_at_s ? [t(HOWS[one.how]), ', ', moment(one.told_at_s),
            one.first_name && ` · ${one.first_name}`] : moment(one.created_at_s),
        one.tries > 0 && ` · ${tn('{n} try', '{n} tries', one.tries)}`));
}

function noticesCard(line) {
    return line.notices.length > 0 && panel(t('Told?'), line.notices.map(noticeFact),
        line.notices.some((one) => one.state === 'to_tell' || one.state === 'unreachable') &&
            h('p', {}, h('a', { class: 'button', href: hash('notices') }, t('To the people to tell'))));
}

const REMARKS = { fault_said: N_('“It does not work.”'), not_settled: N_('“It is not settled.”') };

function remarksCard(line, page) {
    const set = (one, is_seen) => post('/api/remarks/seen', { remark_id: one.remark_id, is_seen });
    return line.remarks.length > 0 && panel(t('They said'), line.remarks.map((one) => h('p', {
        class: 'fact',
    }, icon('message'), h('span', {}, h('b', {}, t(REMARKS[one.code])), ' · ', age(one.said_at_s),
    ' ', one.is_open ? button('visible', t('Seen'), () => page.act(() => set(one, true),
        { done: t('Noted as seen.'), undo: () => set(one, false) }),
    { id: `remark-${one.remark_id}` }) : pill(t('seen'), 'ok')))));
}

/* ---- Its ticket ---- */

async function reprint(line, page) {
    const isSure = await confirm({
        title: t('Print the ticket again?'),
        text: t('The number stays. The code on the old ticket opens nothing any more.'),
        yes: t('Print it again'),
    });
    if (!isSure) {
        return;
    }
    const answer = await page.act(() => post('/api/request/reprint', { request_id: line.request_id }));
    if (answer !== null) {
        keepSlip(answer);
        page.go('print/slip', { request_id: line.request_id });
    }
}

/* A guest's request becomes a household's; for ten minutes it can be a guest's again, also when
 * somebody claimed it at the screen. */
function unclaim(request_id, household_id) {
    return post('/api/request/unclaim', { request_id, household_id });
}

function claimedFact(line, page) {
    return h('p', { class: 'fact' }, icon('card'), h('span', {},
        t('Claimed for household {number}.', { number: line.household }), ' ',
        button('undo', t('Take back'), () => page.act(
            () => unclaim(line.request_id, line.household_id), { done: t('Taken back.') }),
        { id: 'unclaim' })));
}

function claimForm(line, page) {
    return form({
        id: 'claim-form', cls: 'tools',
        act: (values) => page.act(() => post('/api/request/claim', {
            request_id: line.request_id, household: values.household.trim(),
        }), {
            done: t('It is the household’s now.'),
            undo: ({ household_id }) => unclaim(line.request_id, household_id),
        }),
    },
    field({
        id: 'household', label: t('Give it to household no.'), required: true, maxlength: '4',
        inputmode: 'numeric', pattern: '[0-9]{4}',
    }), h('button', { type: 'submit' }, t('Give it')));
}

function ticketCard(line, page) {
    return panel(t('The ticket'),
        h('p', { class: 'number-big' }, ticketNumber(line.ticket ?? '')),
        !line.is_live && h('p', { class: 'soft' }, t('It ended long ago: the number is free again.')),
        line.is_paper ? h('p', { class: 'soft' }, t('The number stood on its slip of paper.')) : null,
        !line.is_shown && line.channel === 'screen' &&
            notice('warn', h('p', {}, t('This ticket was never shown: the screen stopped in between.'))),
        line.is_live === 1 && line.is_own === 0 && h('div', { class: 'tools' },
            hasSlipOf(line.request_id) && printLink(t('Print the ticket'), 'print/slip',
                { request_id: line.request_id }),
            button('print', t('Print it again…'), () => reprint(line, page), { id: 'reprint' })),
        line.is_unclaimable === 1 && line.is_own === 0 && claimedFact(line, page),
        !line.household_id && claimForm(line, page));
}

/* Who asked may want to be forgotten. */
async function forget({ request_id }, page) {
    const isSure = await confirm({
        title: t('Forget who asked, and the words?'),
        text: t('First name, telephone and everything that was written are erased. The request and its figures stay. This cannot be taken back.'),
        yes: t('Erase for good'), isDanger: true,
    });
    if (isSure) {
        await page.act(() => post('/api/request/forget', { request_id }),
            { done: t('Names and words are erased.') });
    }
}

/* ---- The page ---- */

function versionNotice(line) {
    const other = line.replaced_by ?? line.version_of;
    return other && notice('info', h('p', {}, line.replaced_by
        ? t('This was corrected: ') : t('This is a correction of: '),
    h('a', { href: recordHash('request', other) },
        line.replaced_by ? t('look at how it is now') : t('how it was before'))));
}

function build(data, page) {
    const line = data.request;
    return column(
        pageHead(titleOf(line), {
            sub: [kindWord(line.kind, line.direction), ' · ', pill(stateWord(line.kind, line.state))],
            tools: [
                data.is_correctable === 1 && line.is_own === 0 &&
                    button('edit', t('Correct…'), () => correct(line, page), { id: 'correct' }),
                line.is_ended === 1 && line.state !== 'replaced' && line.is_own === 0 &&
                    button('undo', t('Open it again…'), () => reopen(line, page), { id: 'reopen' }),
                line.is_ended === 1 && may('coordinator') &&
                    button('close', t('Forget…'), () => forget(line, page), { id: 'forget' }),
            ],
        }),
        versionNotice(line),
        line.is_danger === 1 && line.is_ended === 0 &&
            notice('bad', h('p', {}, t('A danger was told: call or go now.'))),
        line.is_own === 1 && notice('warn', h('p', {},
            t('This is your own household’s: a colleague decides.'))),
        h('div', { class: 'day-grid' },
            h('div', { class: 'stack' }, movesCard(data, page), factsCard(line), wordsCard(line),
                logCard(data, page)),
            h('div', { class: 'stack' }, line.kind !== 'session' && line.kind !== 'copy' &&
                ticketCard(line, page), remarksCard(line, page), noticesCard(line))));
}

export default {
    path: 'request',
    title: N_('Request'),
    icon: 'queue',
    least: 'concierge',
    isHidden: true,
    load: (params) => get('/api/request', { request_id: params.request_id }),
    build,
};
