/* What is said to residents: how their request stands, why, and what comes next, in the very words
 * of the screen (kiosk/screens/words.c, words_state.c, words_mine.c), and the sentence that is ready
 * to be said on the telephone. */
import { N_, capital, moment, span, t } from './i18n.js';
import { kindWord, titleOf } from './words.js';

/* The state in a few words; kind's own first. */
export const TOLD_STATES = {
    'help.asked': N_('Being read'),
    'help.closed': N_('Closed'),
    'booking.not_served': N_('No seat came free'),
    'loan.not_served': N_('Nothing came free'),
    'visit.repair': N_('Being repaired'),
    asked: N_('Waiting for an answer'),
    counter_proposed: N_('Another date is proposed'),
    waitlisted: N_('On the waiting list'),
    offered: N_('It is your turn'),
    lapsed: N_('The offer has lapsed'),
    refused: N_('Not possible'),
    cancelled: N_('Cancelled'),
    unanswered: N_('Left unanswered, sorry'),
    reserved: N_('Accepted'),
    ready: N_('Ready for you'),
    unclaimed: N_('Still set aside for you'),
    out: N_('With you'),
    lost: N_('Lost'),
    needs_check: N_('Back, being checked'),
    repair: N_('Back, being repaired'),
    parts_owed: N_('A part is missing'),
    back: N_('Back: thank you'),
    accepted: N_('Accepted'),
    confirmed: N_('Confirmed'),
    to_reconfirm: N_('Moved: do you still come?'),
    present: N_('You were there'),
    absent: N_('You could not come'),
    excused: N_('Excused'),
    published: N_('On the board'),
    match_proposed: N_('Somebody could help'),
    agreed: N_('Agreed'),
    done_said: N_('Said to be done'),
    done: N_('Done: thank you'),
    disputed: N_('Being clarified'),
    closed: N_('Closed'),
    to_revive: N_('Still needed?'),
    paused: N_('Paused'),
    redirected: N_('Passed on to a partner'),
    announced: N_('Accepted, to be brought'),
    left: N_('With us'),
    with_provider: N_('At the workshop'),
    to_agree: N_('New price: do you agree?'),
    returned: N_('To be completed'),
    to_remind: N_('Ready, waiting for you'),
    collected: N_('Collected'),
    given: N_('Given away'),
    damaged: N_('Damaged'),
    qualified: N_('Being planned'),
    planned: N_('Planned'),
    nobody_home: N_('Nobody was home'),
    visited: N_('Visited'),
    later: N_('To be continued'),
    repaired: N_('Repaired'),
    referred: N_('Passed on to a professional'),
    end_of_life: N_('Beyond repair'),
    replaced: N_('Changed'),
};

export function toldState(kind, state) {
    return t(TOLD_STATES[`${kind}.${state}`] ?? TOLD_STATES[state] ?? state);
}

/* Why the desk said no, as whoever asked reads it. */
export const REFUSALS = {
    copy_away: N_('It is not here on those days.'),
    not_trained: N_('It needs a short training first: ask at the desk.'),
    loan_open: N_('Another loan has to come back first.'),
    too_long: N_('That is too long: others need it too.'),
    someone_waits: N_('Somebody else is waiting for it.'),
    needed_back: N_('It is needed back on the day agreed.'),
    full: N_('There are no seats left.'),
    age: N_('It is meant for another age.'),
    members_only: N_('It is for subscribed households: ask how to subscribe.'),
    not_clear: N_('It is not clear enough yet.'),
    room: N_('The room is taken.'),
    date: N_('The date is not possible.'),
    nobody_found: N_('Nobody could be found this time.'),
    professional: N_('This needs a professional: we can tell you whom to ask.'),
    landlord: N_('This is for the landlord: we can help you write to them.'),
    not_ours: N_('We cannot do this here, but we can tell you who can.'),
    not_available: N_('It is not available at the moment.'),
    not_possible: N_('It cannot be done with this piece.'),
    provider_away: N_('The provider is away.'),
    settled: N_('It was settled otherwise.'),
    no_longer: N_('It is no longer needed.'),
    no_solution: N_('No solution was found this time. Come and talk to us about it.'),
    other: N_('Come and talk to us about it.'),
};
export function toldRefusal(code) {
    return REFUSALS[code] ? t(REFUSALS[code]) : '';
}

/* What is new of a session, with the words that say what. */
const NEWS = {
    place_changed: N_('It takes place elsewhere now: %s.'),
    title_changed: N_('It has another name now. Before, it was called “%s”.'),
};

/* Why a session is moved, postponed or cancelled. */
const SESSION_REASONS = {
    host_away: N_('the host cannot come'),
    room: N_('the room is not available'),
    weather: N_('because of the weather'),
    too_few: N_('too few people signed up'),
    closed: N_('the house is closed that day'),
    other: N_('ask at the desk why'),
};
export function toldSessionReason(code) {
    return SESSION_REASONS[code] ? t(SESSION_REASONS[code]) : '';
}

/* What comes next: [text, moment, text with the moment]; direction's own first, then kind's. */
const NEXTS = {
    'loan.counter_proposed': [N_('Does that suit you?')],
    'loan.offered': [N_('It came free: would you still like it?')],
    'loan.reserved': [N_('To be picked up at the desk.'), 'from_s', N_('To be picked up %s.')],
    'loan.ready': [N_('It is ready: come and get it at the desk.'), 'from_s',
        N_('It is ready, to be picked up %s.')],
    'loan.unclaimed': [N_('It is still here for you: come when the house is open, or tell us you no longer need it.')],
    'loan.out': [N_('To be brought back to the desk.'), 'until_s', N_('To be brought back %s.')],
    'loan.lost': [N_('Come and see us: we find a way together.')],
    'loan.needs_check': [N_('We look at it. There is nothing left for you to do.')],
    'loan.repair': [N_('We repair it. There is nothing left for you to do.')],
    'loan.parts_owed': [N_('Please bring the missing part to the desk.')],
    'loan.refused': [N_('Other days, or another thing, may be possible: ask again.')],
    'extension.accepted': [N_('You may keep it longer.'), 'until_s',
        N_('You may keep it until %s.')],
    'extension.refused': [N_('Please bring it back on the day agreed.')],
    'booking.counter_proposed': [N_('Does that suit you?')],
    'booking.offered': [N_('A seat came free: would you still like it?')],
    'booking.lapsed': [N_('The time to answer is over. The desk may offer it again.')],
    'booking.confirmed': [N_('Your seats are kept. See you soon!'), 'from_s', N_('See you %s!')],
    'booking.to_reconfirm': [N_('Your seats are kept until you answer.')],
    'booking.absent': [N_('It happens. A word before, next time, gives the seat to somebody else.')],
    'booking.not_served': [N_('We are sorry. The agenda may have another date.')],
    'booking.refused': [N_('The agenda may have another date for you.')],
    'help.published.offer': [N_('Your offer hangs on the board. We tell you as soon as somebody asks.')],
    'help.published': [N_('It hangs on the neighbours’ board. We tell you as soon as somebody can help.')],
    'help.match_proposed.reply': [N_('The neighbour now says yes or no.')],
    'help.match_proposed.offer': [N_('A neighbour would like your help: do you agree?')],
    'help.match_proposed': [N_('A neighbour can help you: do you agree?')],
    'help.agreed': [N_('You both agree: the desk puts you in touch.')],
    'help.done_said': [N_('Is it done for you, too?')],
    'help.disputed': [N_('We call you to see what is missing.')],
    'help.to_revive.offer': [N_('Do you still offer it?')],
    'help.to_revive': [N_('Nobody has answered yet. Do you still need it?')],
    'help.paused': [N_('It is off the board until you put it back.')],
    'enquiry.counter_proposed': [N_('Does that suit you?')],
    'enquiry.accepted': [N_('We see to it and tell you.'), 'from_s', N_('It is planned for %s.')],
    'deposit.announced': [N_('Bring it to the desk when the house is open.')],
    'deposit.left': [N_('It leaves for the workshop soon.')],
    'deposit.with_provider': [N_('We tell you as soon as it is back.')],
    'deposit.to_agree': [N_('It would cost more than was said. Nothing is done without your yes.')],
    'deposit.ready': [N_('Come and get it when the house is open.')],
    'deposit.to_remind': [N_('It waits for you: come when the house is open.')],
    'deposit.returned': [N_('It is back as you left it: come and get it.')],
    'deposit.damaged': [N_('Please come and see us: we settle it with you.')],
    'visit.qualified': [N_('We look for a date and tell you.')],
    'visit.planned': [N_('Somebody comes to your home.'), 'from_s',
        N_('Somebody comes to your home %s.')],
    'visit.nobody_home': [N_('Nobody answered the door: we agree on another date.')],
    'visit.visited': [N_('We tell you what follows.')],
    'visit.later': [N_('It goes on another day: we tell you when.')],
    'visit.referred': [N_('The desk tells you whom it was passed on to.')],
    'visit.end_of_life': [N_('It cannot be mended. We can help you replace it.')],
    asked: [N_('The answer comes once the house is open again.'), 'answer_by_s',
        N_('You get an answer by %s.')],
    waitlisted: [N_('We tell you as soon as there is room.')],
    redirected: [N_('The desk tells you whom it was passed on to.')],
    refused: [N_('Come and talk to us: there may be another way.')],
    unanswered: [N_('We did not answer in time, and we are sorry. Please ask again, or call us.')],
    closed: [N_('You can ask again at any time.')],
    cancelled: [N_('You can ask again at any time.')],
};

/* "À retirer demain 17 h."; "" where nothing follows. line: a request's. */
export function toldNext(line) {
    const next = NEXTS[`${line.kind}.${line.state}.${line.direction}`] ??
        NEXTS[`${line.kind}.${line.state}`] ?? NEXTS[line.state];
    if (next === undefined) {
        return '';
    }
    const at_s = next[1] === undefined ? 0 : line[next[1]];
    return at_s ? t(next[2], [moment(at_s)]) : t(next[0]);
}

function why(line, told) {
    if (told.reason === 'session_cancelled') {
        const reason = toldSessionReason(told.session_reason);
        return reason === '' ? t('The workshop does not take place.')
            : t('The workshop does not take place: %s.', [reason]);
    }
    if (NEWS[told.reason] !== undefined) {
        return t(NEWS[told.reason], [told.words || t('In the house')]);
    }
    if (told.verb === 'move' || told.verb === 'postpone' || told.verb === 'tell') {
        const reason = toldSessionReason(told.reason);
        return reason === '' ? '' : `${capital(reason)}.`;
    }
    return toldRefusal(told.reason);
}

function stop(text) {
    return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

/* What it is about, as one says it: no number of a copy, days in words. */
function subject(line) {
    const title = line.is_sensitive || line.kind === 'help' ? titleOf(line)
        : line.title || kindWord(line.kind);
    const when = line.kind === 'loan' && line.from_s ? span(line.from_s, line.until_s)
        : line.kind === 'booking' && line.from_s ? moment(line.from_s) : '';
    return [title, when].filter(Boolean).join(', ');
}

/* The sentences to say, one a line. told: GET /api/notices; house: its name. */
export function sayings(line, told, house) {
    const said = [
        t('Hello, {house} speaking.', { house }),
        t('It is about your request: {subject}.', { subject: subject(line) }),
    ];
    if (told.verb === 'undo') {
        said.push(t('We had told you something else: please excuse us.'));
    }
    if (told.is_promise) {
        said.push(line.answer_by_s
            ? t('Our answer comes later than we said: by {when}.', { when: moment(line.answer_by_s) })
            : t('Our answer comes later than we said.'));
        return said;
    }
    said.push(stop(toldState(line.kind, line.state)));
    if (line.state === 'to_reconfirm' && told.before_s) {
        said.push(t('It was to be {before}, it is now {after}.',
            { before: moment(told.before_s), after: moment(line.from_s) }));
    }
    said.push(why(line, told));
    if (told.words && NEWS[told.reason] === undefined) {
        said.push(stop(told.words));
    }
    const next = toldNext(line);
    said.push(next !== said.at(-1) ? next : '');
    return said.filter((text) => text !== '');
}
