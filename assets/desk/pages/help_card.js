/* One helping hand: what it is, who asks and who answers, what can be done next. */
import { h, name } from '../dom.js';
import { age, moment, shortTime, t, tn, tx } from '../i18n.js';
import { bigButton, button, buttons, card, detailHead, fact, hash, notice, pill, wordsOf } from
    '../parts.js';
import { recordHash } from '../records.js';
import { kindWord, helpWord, obstacleWord, reasonWord, stateWord, urgencyWord, verbWord, whoOf,
    doneWord, whoWord } from '../words.js';
import { actOn, close, finish, match, noteContact, plan, propose, proposeOther, publish, redirect, refuse,
    sayNobodyCame } from './help_acts.js';

/* ---- What it is ---- */

function factsCard({ request: line }) {
    return card(t('The request'),
        fact('help_hand', helpWord(line.category, line.choice)),
        line.urgency && fact('clock', urgencyWord(line.urgency)),
        fact('person', line.name && [h('b', {}, name(line.name)), ' · '], line.household_id
            ? h('a', { href: recordHash('household', line.household_id) }, whoOf(line)) : whoOf(line)),
        line.for_name && fact('handshake', t('For: '), name(line.for_name)),
        line.phone && fact('phone', name(line.phone)),
        fact('clock', t('Asked {when}', { when: shortTime(line.asked_at_s) })),
        line.is_private === 1 && fact('private', t('Only for whoever asked: never on the board.')));
}

function wordsCard({ request: line, help, allows }) {
    const own = line.words.find((one) => one.field === '');
    return (own || help.board_words) && card(t('Words'),
        own && [h('p', { class: 'soft' }, line.direction === 'reply' ? t('What they answered')
            : t('Theirs: never on the board')), wordsOf(own.words, own.lang)],
        help.board_words && allows.is_for_board === 1 && line.direction !== 'reply' &&
            [h('p', { class: 'soft' }, t('On the board')),
                wordsOf(help.board_words, help.board_lang)]);
}

function logCard({ request: line, log }) {
    return card(t('What became of it'), h('ol', { class: 'log' }, log.map((one) => h('li', {},
        h('time', {}, shortTime(one.happened_at_s)), h('div', {},
            h('p', {}, h('b', {}, doneWord(line.kind, one.verb, one.from)), ' · ',
                one.first_name ?? whoWord(one.who), one.reason && [' · ', reasonWord(one.reason)]),
            one.words && wordsOf(one.words, one.lang))))));
}

/* ---- Who answers ---- */

function otherName(one) {
    return one.name ? name(one.name) : t('household %s', [one.household]);
}

function replyLine(one, data, page) {
    const isAsked = one.state === 'asked';
    return h('div', { class: 'reply' },
        fact('person', h('b', {}, otherName(one)), ' · ', t('household %s', [one.household ?? '–']), ' ',
            pill(isAsked ? t('offers it') : stateWord('help', one.state)), ' ', age(one.since_s)),
        one.words && wordsOf(one.words, one.lang),
        isAsked && data.help.root_state === 'published' && button('handshake',
            t('Bring them together…'), () => match(page, one), { id: `match-${one.request_id}` }));
}

function repliesCard(data, page) {
    const living = data.help.replies.filter((one) => !one.is_ended);
    const over = data.help.replies.filter((one) => one.is_ended);
    return data.help.replies.length > 0 && card(t('Who answered'),
        living.map((one) => replyLine(one, data, page)),
        over.length > 0 && h('details', {}, h('summary', {}, tn('{n} earlier answer',
            '{n} earlier answers', over.length)), over.map((one) => replyLine(one, data, page))));
}

function candidateLine(one, data, page) {
    const facts = [
        helpWord(data.help.category, one.choice),
        one.helped > 0 && tn('helped {n} time this year', 'helped {n} times this year', one.helped),
        one.busy > 0 && tn('{n} helping hand under way', '{n} helping hands under way', one.busy),
    ].filter(Boolean).join(' · ');
    return h('li', { class: 'candidate' }, h('div', {},
        h('b', {}, otherName(one)), ' · ', t('household %s', [one.household]),
        h('span', { class: 'sub' }, facts),
        one.board_words && h('span', { class: 'sub' }, t('“%s”', [one.board_words])),
        one.has_said_no === 1 && pill(t('has said no to this one'), 'warn')),
    button('handshake', t('Propose…'), () => propose(data, page, one.household_id),
        { id: `propose-${one.household}` }));
}

function candidatesCard(data, page) {
    if (data.candidates === null || data.request.direction === 'reply') {
        return null;
    }
    if (!data.allows.is_for_neighbours) {
        return notice('info', h('p', {}, t('Papers and rights are for a partner, not for neighbours.')));
    }
    const isOffer = data.help.root_direction === 'offer';
    const { lines } = data.candidates;
    return card(isOffer ? t('Who could use it') : t('Who could help'),
        lines.length > 0 ? h('ul', { class: 'candidates' },
            lines.map((one) => candidateLine(one, data, page)))
            : h('p', { class: 'soft' }, isOffer ? t('Nobody asks for this at the moment.')
                : t('Nobody has offered this yet.')),
        h('div', { class: 'tools' }, button('search', t('Somebody else…'),
            () => proposeOther(data, page), { id: 'propose-other' })));
}

/* ---- Both, once they are brought together ---- */

function pairOf(data) {
    return data.help.replies.find((one) =>
        ['match_proposed', 'agreed', 'done_said', 'disputed'].includes(one.state));
}

/* One of the two: what they said, and a button to write down what they say to the desk. */
function sideOf(page, { who, what, canAgree }) {
    const hasAgreed = what.state !== 'match_proposed';
    return h('div', { class: 'side-of-two' },
        fact(hasAgreed ? 'check_circle' : 'hourglass', h('b', {}, who), ' · ',
            hasAgreed ? t('has said yes') : canAgree ? t('to be asked') : t('has offered it')),
        !hasAgreed && canAgree && button('check', t('They say yes'),
            () => actOn(page, what, { verb: 'agree' }, t('Their yes is written down.')),
            { id: `agree-${what.request_id}` }));
}

function pairCard(data, page) {
    const reply = pairOf(data);
    if (!reply) {
        return null;
    }
    const { help } = data;
    return card(t('Brought together'),
        sideOf(page, {
            who: help.root_name ? name(help.root_name) : t('Whoever asked'), canAgree: true,
            what: { request_id: help.root_id, no: help.root_no, state: help.root_state },
        }),
        sideOf(page, { who: otherName(reply), what: reply, canAgree: reply.is_proposed === 1 }));
}

function sentence(to, other, phone) {
    const names = { to: h('b', {}, name(to)), other: name(other), phone: name(phone, 'span', { class: 'whole' }) };
    return h('p', {}, phone
        ? tx('To be said to {to}: “{other} agrees. The telephone is {phone}.”', names)
        : tx('To be said to {to}: “{other} agrees. You can meet at the desk.”', names));
}

function contactCard(data, page) {
    const { contact } = data.help;
    return contact && card(t('Put them in touch'),
        sentence(contact.name, contact.other_name, contact.other_phone),
        sentence(contact.other_name, contact.name, contact.phone),
        contact.given_at_s
            ? h('p', {}, pill(t('done'), 'ok'), ' ', shortTime(contact.given_at_s), ' · ',
                contact.given_by, ' ', button('undo', t('Not yet'), () => noteContact(data, page, false),
                    { id: 'contact-back', look: 'plain' }))
            : h('div', { class: 'tools' }, button('check', t('Each knows it'),
                () => noteContact(data, page, true), { id: 'contact-given', look: 'main' })),
        data.help.from_s ? fact('calendar',
            tx('Agreed for {when}', { when: h('b', {}, moment(data.help.from_s)) }))
            : h('p', { class: 'soft' }, t('No day has been agreed yet.')));
}

/* ---- What can be done ---- */

/* How each act is made; state's own first. */
const ACTS = {
    publish: (data, page) => publish(data, page),
    'to_revive.publish': (data, page) => actOn(page, data.request, { verb: 'publish' }),
    'paused.publish': (data, page) => actOn(page, data.request, { verb: 'publish' }),
    'disputed.publish': (data, page) => actOn(page, data.request, { verb: 'publish' }),
    'asked.match': (data, page) => match(page, data.request),
    refuse: (data, page) => refuse(data.request, page),
    redirect: (data, page) => redirect(data, page),
    pass: (data, page) => actOn(page, data.request, { verb: 'pass' }),
    pause: (data, page) => actOn(page, data.request, { verb: 'pause' }),
    remind: (data, page) => actOn(page, data.request, { verb: 'remind' }),
    close: (data, page) => close(data.request, page),
    plan: (data, page) => plan(data, page),
    finish: (data, page) => finish(data.request, page),
    unmatch: (data, page) => actOn(page, data.request, { verb: 'unmatch' }),
    'agreed.unmatch': (data, page) => sayNobodyCame(data.request, page),
};

/* What follows, under each button. */
const FOLLOWS = () => ({
    'asked.publish': t('You write what the neighbours read'),
    'published.publish': t('It stays where it hangs'),
    'asked.match': t('Both are asked whether they agree'),
    redirect: t('They are told whom to see'),
    pass: t('The answer is promised anew from their hours'),
    refuse: t('Choose a reason, they read it'),
    close: t('Choose a reason, they read it'),
    pause: t('Off the board until it is put back'),
    remind: t('It comes under “To tell”'),
    plan: t('Both are told'),
    finish: t('A gift, or the minutes noted'),
    'agreed.unmatch': t('Back on the board'),
    unmatch: t('Back on the board, the other one is told'),
    'to_revive.publish': t('It hangs for another while'),
    'paused.publish': t('It hangs again'),
    'disputed.publish': t('Look for somebody again'),
});

/* The usual next step, where the flow does not name a yes. */
const FIRST = { agreed: 'finish', done_said: 'finish', paused: 'publish' };
function isFirst(line, move) {
    return move.answer === 'yes' || FIRST[line.state] === move.verb;
}

function actButton(move, data, page) {
    const { state } = data.request;
    const key = `${state}.${move.verb}`;
    const make = ACTS[key] ?? ACTS[move.verb];
    const follows = FOLLOWS();
    const isBlocked = move.reasons.length > 0;
    const isQuiet = key === 'asked.publish' && !data.allows.is_for_board;
    return make && bigButton({
        id: `act-${move.verb}`,
        label: isQuiet || key !== 'asked.publish' ? verbWord('help', state, move.verb)
            : t('Yes, hang it on the board…'),
        sub: isBlocked ? move.reasons.map(obstacleWord).join(' ')
            : isQuiet ? t('Without the board: the desk looks') : follows[key] ?? follows[move.verb],
        look: isFirst(data.request, move) ? 'main' : move.answer === 'no' ? 'danger' : '',
        isDisabled: isBlocked, act: () => make(data, page),
    });
}

function actsCard(data, page) {
    const isReply = data.request.direction === 'reply';
    const moves = data.moves.filter((move) => !isReply || data.request.state === 'asked')
        .filter((move) => !(move.verb === 'publish' && data.request.state === 'published' &&
            !data.allows.is_for_board))
        .filter((move) => move.verb !== 'agree' && move.verb !== 'cancel');
    const order = (move) => (isFirst(data.request, move) ? 0 : move.answer === 'no' ? 2 : 1);
    moves.sort((a, b) => order(a) - order(b));
    return moves.length > 0 && card(t('What can be done'),
        buttons(moves.map((move) => actButton(move, data, page))));
}

export function helpCard(data, page) {
    const { request: line, help } = data;
    const isReply = line.direction === 'reply';
    return h('div', { class: 'stack' },
        detailHead(helpWord(line.category, line.choice), [kindWord('help', line.direction), ' · ',
            pill(stateWord('help', line.state)), ' ', age(line.since_s)]),
        line.is_danger === 1 && notice('bad', h('p', {}, t('A danger was told: call or go now.'))),
        line.is_own === 1 && notice('warn', h('p', {},
            t('This is your own household’s: a colleague decides.'))),
        data.allows.is_for_board === 0 && line.state !== 'asked' && !line.is_ended &&
            notice('info', h('p', {}, t('It does not hang on the board: the desk alone looks.'))),
        isReply && h('p', {}, tx('It answers: {what}', {
            what: h('a', { href: hash('help', { request_id: help.root_id }) },
                helpWord(help.category, help.choice)),
        })),
        line.state === 'agreed' && contactCard(data, page), pairCard(data, page), actsCard(data, page),
        line.state !== 'agreed' && contactCard(data, page),
        !isReply && candidatesCard(data, page), !isReply && repliesCard(data, page),
        wordsCard(data), factsCard(data), logCard(data));
}
