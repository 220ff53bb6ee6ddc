/* Sentences for codes: what the database holds as words of its own, as the desk reads them. Codes:
 * kiosk/core/codes.h, kinds, states and verbs: kiosk/core/flow.h. Where the meaning is the same as
 * on the screen (kiosk/screens/words*.c), so is the text, and its translation. What is said to
 * residents stands in words_told.js.
 *
 * A code that this page does not know, written by a newer program, is shown as it is: no page fails
 * over a word. */
import { N_, moment, days, t, tc, tn } from './i18n.js';

/* ---- The four doors ---- */

export const DOMAINS = {
    all: { label: N_('All'), color: 'teal', icon: 'queue' },
    workshops: { label: N_('Workshops'), color: 'blue', icon: 'agenda' },
    loans: { label: N_('Loans'), color: 'umber', icon: 'lend' },
    help: { label: N_('Help'), color: 'terracotta', icon: 'help_hand' },
    services: { label: N_('Services'), color: 'teal', icon: 'parcel' },
};

export const KINDS = {
    loan: { label: N_('Loan'), icon: 'lend', domain: 'loans' },
    extension: { label: N_('Longer loan'), icon: 'hourglass', domain: 'loans' },
    copy: { label: N_('Thing'), icon: 'lend', domain: 'loans' },
    booking: { label: N_('Seats at a workshop'), icon: 'agenda', domain: 'workshops' },
    session: { label: N_('Date in the agenda'), icon: 'agenda', domain: 'workshops' },
    help: { label: N_('Helping hand'), icon: 'help_hand', domain: 'help' },
    enquiry: { label: N_('Service'), icon: 'parcel', domain: 'services' },
    deposit: { label: N_('Something to leave here'), icon: 'parcel', domain: 'services' },
    visit: { label: N_('Visit'), icon: 'door', domain: 'services' },
    amendment: { label: N_('Change to a date'), icon: 'event_moved', domain: 'workshops' },
};

const DIRECTIONS = {
    need: N_('Helping hand: need'),
    offer: N_('Helping hand: offer'),
    reply: N_('Helping hand: answer'),
};

export function kindWord(kind, direction = '') {
    return kind === 'help' && DIRECTIONS[direction] ? t(DIRECTIONS[direction])
        : t(KINDS[kind]?.label ?? kind);
}

export function colorOf(kind) {
    return DOMAINS[KINDS[kind]?.domain]?.color ?? 'teal';
}

/* ---- States, as the desk reads them: kind's own first ---- */

export const STATES = {
    'help.published': N_('on the board'),
    'help.to_revive': N_('still needed?'),
    'session.published': N_('in the agenda'),
    'session.proposed': N_('to be published'),
    'session.to_decide': N_('too few people: to be decided'),
    'deposit.returned': N_('to be given back'),
    'session.returned': N_('to be completed'),
    'amendment.accepted': N_('agreed'),
    'amendment.closed': N_('refused'),
    'amendment.cancelled': N_('taken back'),
    'visit.repair': N_('being repaired'),
    asked: N_('waits for an answer'),
    counter_proposed: N_('another proposal was made'),
    waitlisted: N_('on the waiting list'),
    offered: N_('offered'),
    lapsed: N_('the offer has lapsed'),
    refused: N_('refused'),
    cancelled: N_('cancelled'),
    unanswered: N_('left unanswered'),
    reserved: N_('reserved'),
    ready: N_('to be collected'),
    unclaimed: N_('was not collected'),
    out: N_('lent out'),
    lost: N_('lost'),
    needs_check: N_('to be checked'),
    repair: N_('to be mended'),
    parts_owed: N_('a part is missing'),
    back: N_('back'),
    accepted: N_('to be done'),
    available: N_('available'),
    maintenance: N_('in maintenance'),
    missing: N_('missing'),
    retired: N_('no longer lent'),
    confirmed: N_('confirmed'),
    to_reconfirm: N_('moved: to be confirmed again'),
    present: N_('present'),
    absent: N_('absent'),
    excused: N_('excused'),
    not_served: N_('no seat came free'),
    draft: N_('draft'),
    postponed: N_('postponed'),
    held: N_('over: attendance to enter'),
    counted: N_('over'),
    match_proposed: N_('proposed to both'),
    agreed: N_('agreed'),
    done_said: N_('said to be done'),
    done: N_('done'),
    disputed: N_('to be clarified'),
    closed: N_('closed'),
    paused: N_('paused'),
    redirected: N_('sent on to a partner'),
    announced: N_('to be brought'),
    left: N_('is here'),
    with_provider: N_('at the workshop'),
    to_agree: N_('price to be agreed'),
    to_remind: N_('to be reminded of'),
    collected: N_('collected'),
    given: N_('given away'),
    damaged: N_('damaged'),
    qualified: N_('to be planned'),
    planned: N_('planned'),
    nobody_home: N_('nobody home'),
    visited: N_('visited'),
    later: N_('to be continued'),
    repaired: N_('repaired'),
    referred: N_('sent on to a professional'),
    end_of_life: N_('beyond repair'),
    replaced: N_('changed'),
};

export function stateWord(kind, state) {
    return t(STATES[`${kind}.${state}`] ?? STATES[state] ?? state);
}

/* Why a copy will not be there when a later loan begins: its own state, or the loan's before. */
const AWAY = {
    maintenance: N_('being maintained'),
    missing: N_('not to be found'),
    retired: N_('no longer lent'),
    out: N_('late'),
};
export function awayWord(why) {
    return t(AWAY[why] ?? STATES[why] ?? why);
}

/* ---- What the desk does: a button, and what is said once it is done; state's own first ---- */

export const VERBS = {
    'loan.accept': [N_('Yes, reserve it'), N_('Reserved'), 'check'],
    'loan.offer': [N_('Offer it'), N_('Offered'), 'check'],
    'extension.accept': [N_('Yes, longer'), N_('Extended'), 'check'],
    'booking.accept': [N_('Yes, confirm'), N_('Confirmed'), 'check'],
    'booking.offer': [N_('Offer the seats'), N_('Seats offered'), 'check'],
    'session.to_decide.publish': [N_('Yes, it takes place'), N_('Takes place'), 'check'],
    'session.publish': [N_('Yes, publish'), N_('Published'), 'check'],
    'help.to_revive.publish': [N_('Yes, still needed'), N_('On the board again'), 'check'],
    'help.disputed.publish': [N_('Back on the board'), N_('On the board again'), 'refresh'],
    'help.published.publish': [N_('Change the words…'), N_('Changed'), 'edit'],
    'help.paused.publish': [N_('Back on the board'), N_('On the board again'), 'refresh'],
    'help.publish': [N_('Yes, look for somebody'), N_('Somebody is looked for'), 'check'],
    'help.match': [N_('Yes, bring them together'), N_('Proposed to both'), 'handshake'],
    'help.disputed.finish': [N_('Yes, it is done'), N_('Done'), 'check'],
    'help.finish': [N_('It is done'), N_('Done'), 'check'],
    'enquiry.accept': [N_('Yes, we see to it'), N_('Accepted'), 'check'],
    'deposit.accept': [N_('Yes, it can be brought'), N_('Accepted'), 'check'],
    'visit.qualify': [N_('Yes, plan a visit'), N_('Accepted, to be planned'), 'check'],
    'session.return': [N_('No…'), N_('Sent back'), 'close'],
    'amendment.accept': [N_('Yes, change it'), N_('Changed'), 'check'],
    'amendment.cancel': [N_('Take the proposal back'), N_('Taken back'), 'close'],
    'amendment.close': [N_('I have read it'), N_('Read'), 'check'],
    'session.cancel': [N_('No…'), N_('Cancelled'), 'close'],
    'help.published.close': [N_('Take it off the board…'), N_('Closed'), 'close'],
    'help.done_said.close': [N_('Close it…'), N_('Closed'), 'close'],
    'help.close': [N_('No…'), N_('Closed'), 'close'],
    refuse: [N_('No…'), N_('Refused'), 'close'],
    propose: [N_('Another date'), N_('Another proposal made'), 'swap'],
    wait: [N_('Put on the waiting list'), N_('On the waiting list'), 'hourglass'],
    pass: [N_('Ask a colleague'), N_('Left to a colleague'), 'people'],
    redirect: [N_('Send on to a partner'), N_('Sent on to a partner'), 'handshake'],
    refer: [N_('Send on to a professional'), N_('Sent on to a professional'), 'handshake'],
    'loan.prepare': [N_('It is set aside'), N_('Set aside'), 'parcel'],
    'loan.swap': [N_('Another copy'), N_('Another copy chosen'), 'swap'],
    'loan.hand_out': [N_('Hand out'), N_('Handed out'), 'out'],
    'loan.take_back': [N_('Take back'), N_('Taken back'), 'return'],
    'loan.take_back_to_check': [N_('Take back, to be checked'), N_('Taken back, to be checked'),
        'broken'],
    'loan.extend': [N_('Longer'), N_('Extended'), 'hourglass'],
    'loan.set_aside': [N_('Not collected'), N_('Put back on the shelf'), 'parcel'],
    'loan.lose': [N_('It is lost'), N_('Lost'), 'question'],
    'loan.find': [N_('Found again'), N_('Found again'), 'check'],
    'loan.clear': [N_('All is well, it can be lent'), N_('Checked'), 'check'],
    'loan.mend': [N_('To be repaired'), N_('To be repaired'), 'tools'],
    'loan.owe': [N_('A part is missing'), N_('A part is missing'), 'warning'],
    'loan.swap': [N_('Another copy'), N_('Another copy chosen'), 'swap'],
    'copy.maintain': [N_('Into maintenance'), N_('In maintenance'), 'tools'],
    'copy.restore': [N_('It can be lent again'), N_('Available'), 'check'],
    'copy.miss': [N_('It is missing'), N_('Missing'), 'question'],
    'copy.retire': [N_('Lend it no more'), N_('No longer lent'), 'blocked'],
    'deposit.leave': [N_('It was brought'), N_('Brought'), 'parcel'],
    'deposit.send': [N_('It leaves for the workshop'), N_('At the workshop'), 'truck'],
    'deposit.receive': [N_('It came back, ready'), N_('Ready'), 'check'],
    'deposit.reprice': [N_('It costs more…'), N_('New price to be agreed'), 'price'],
    'deposit.agree': [N_('They agree to the price'), N_('The price is agreed'), 'check'],
    'deposit.decline': [N_('They do not agree'), N_('Sent back'), 'return'],
    'deposit.left.send_back': [N_('Give it back as it is'), N_('To be given back'), 'return'],
    'deposit.remind': [N_('Remind them'), N_('To be reminded of'), 'clock'],
    'deposit.send_back': [N_('The workshop refuses it'), N_('Sent back'), 'return'],
    'deposit.damage': [N_('It is damaged'), N_('Damaged'), 'warning'],
    'deposit.collect': [N_('Collected and paid'), N_('Collected'), 'check'],
    'deposit.give': [N_('Given away'), N_('Given away'), 'give'],
    'visit.planned.plan': [N_('Another day'), N_('Planned'), 'calendar'],
    'visit.plan': [N_('Plan a day'), N_('Planned'), 'calendar'],
    'visit.visit': [N_('The visit was made'), N_('Visited'), 'check'],
    'visit.find_nobody': [N_('Nobody was home'), N_('Nobody was home'), 'door'],
    'visit.repair': [N_('Repaired'), N_('Repaired'), 'check'],
    'visit.delay': [N_('To be continued'), N_('To be continued'), 'hourglass'],
    'visit.write_off': [N_('Beyond repair'), N_('Beyond repair'), 'recycle'],
    'enquiry.send': [N_('Pass it to whoever sees to it…'), N_('Sent on'), 'truck'],
    'visit.send': [N_('Pass it to whoever comes…'), N_('Sent on'), 'truck'],
    'enquiry.finish': [N_('It is done'), N_('Done'), 'check'],
    'help.unmatch': [N_('It does not suit them'), N_('On the board again'), 'swap'],
    'help.plan': [N_('Agree on a day…'), N_('The day is agreed'), 'calendar'],
    'help.agreed.unmatch': [N_('Nobody came'), N_('On the board again'), 'swap'],
    'help.remind': [N_('Ask whether it still stands'), N_('To be asked'), 'question'],
    'help.agree': [N_('Both agree'), N_('Agreed'), 'handshake'],
    'help.pause': [N_('Pause it'), N_('Paused'), 'pause'],
    'booking.mark_present': [N_('Present'), N_('Present'), 'check'],
    'booking.mark_absent': [N_('Absent'), N_('Absent'), 'close'],
    'booking.mark_excused': [N_('Excused'), N_('Excused'), 'message'],
    'booking.walk_in': [N_('Came without booking'), N_('Noted'), 'person'],
    'session.count_in': [N_('Attendance is complete'), N_('Attendance complete'), 'check'],
    'loan.move': [N_('Another day'), N_('Moved'), 'event_moved'],
    'session.move': [N_('Move it'), N_('Moved'), 'event_moved'],
    'session.postpone': [N_('Postpone it'), N_('Postponed'), 'event_moved'],
    'session.change': [N_('Change'), N_('Seats changed'), 'edit'],
    tell: ['', N_('A word was said'), 'message'],
    cancel: [N_('Cancel it'), N_('Cancelled'), 'close'],
    /* what is only ever read in a log */
    ask: ['', N_('Asked'), 'clock'],
    join: ['', N_('Joined the waiting list'), 'hourglass'],
    accept: ['', N_('Accepted'), 'check'],
    decline: ['', N_('Declined'), 'close'],
    change: ['', N_('Changed'), 'edit'],
    expire: ['', N_('Left unanswered'), 'hourglass'],
    release: ['', N_('No longer held'), 'clock'],
    lapse: ['', N_('The offer lapsed'), 'hourglass'],
    offer: ['', N_('Offered'), 'check'],
    add: ['', N_('Added'), 'add'],
    not_serve: ['', N_('No seat came free'), 'event_busy'],
    draft: ['', N_('Drafted'), 'edit'],
    submit: ['', N_('Proposed'), 'clock'],
    move: ['', N_('Moved'), 'event_moved'],
    doubt: ['', N_('Too few people: to be decided'), 'people'],
    hold: ['', N_('Over'), 'check'],
    say_done: ['', N_('Said to be done'), 'check'],
    dispute: ['', N_('Something is missing'), 'question'],
    revive: ['', N_('Still needed?'), 'question'],
    remind: ['', N_('To be reminded of'), 'clock'],
    undo: ['', N_('Taken back'), 'undo'],
    reopen: ['', N_('Opened again'), 'undo'],
    correct: ['', N_('Corrected'), 'edit'],
};

function verbRow(kind, state, verb) {
    return VERBS[`${kind}.${state}.${verb}`] ?? VERBS[`${kind}.${verb}`] ?? VERBS[verb];
}

/* The button. */
export function verbWord(kind, state, verb) {
    return t(verbRow(kind, state, verb)?.[0] || verb);
}
/* What was done. */
export function doneWord(kind, verb, state = '') {
    return t(verbRow(kind, state, verb)?.[1] || N_('Changed'));
}
export function verbIcon(kind, state, verb) {
    return verbRow(kind, state, verb)?.[2] ?? 'check';
}

/* Who decided, where it was not one of the staff. */
const WHO = {
    resident: N_('the resident'), desk: N_('the desk'), organiser: N_('the organiser'),
    time: N_('by itself, in time'), house: N_('by itself, by the rule'),
};
export function whoWord(who) {
    return t(WHO[who] ?? who);
}

/* ---- Reasons, as the desk chooses them: refusals, a session's, a closing's ---- */

export const REASONS = {
    copy_away: [N_('Not here at the moment'), 'event_busy'],
    worn: [N_('Worn out'), 'recycle'],
    broken: [N_('Broken, beyond repair'), 'broken'],
    gone: [N_('Lost for good'), 'question'],
    given: [N_('Given away'), 'give'],
    not_trained: [N_('Has to be shown first'), 'school'],
    loan_open: [N_('Another loan is late'), 'hourglass'],
    too_long: [N_('For too long'), 'calendar'],
    someone_waits: [N_('Somebody waits for it'), 'people'],
    needed_back: [N_('Needed back here'), 'return'],
    full: [N_('Full'), 'seat'],
    age: [N_('Not for this age'), 'child'],
    members_only: [N_('For subscribed households'), 'card'],
    not_clear: [N_('Something is missing'), 'question'],
    room: [N_('No room'), 'meeting_room'],
    date: [N_('Not on that date'), 'event_busy'],
    nobody_found: [N_('Nobody was found'), 'person'],
    professional: [N_('Work for a professional'), 'tools'],
    landlord: [N_('The landlord’s matter'), 'house'],
    not_ours: [N_('Not something we do'), 'blocked'],
    not_available: [N_('Not available now'), 'event_busy'],
    not_possible: [N_('Cannot be done with this'), 'blocked'],
    provider_away: [N_('The workshop is closed'), 'store'],
    host_away: [N_('The host is away'), 'person'],
    weather: [N_('Because of the weather'), 'sunny'],
    too_few: [N_('Too few people'), 'people'],
    closed: [N_('The house is closed'), 'event_busy'],
    holiday: [N_('holidays'), 'sunny'],
    training: [N_('training'), 'school'],
    absence: [N_('absence'), 'person'],
    settled: [N_('Settled otherwise'), 'check'],
    no_longer: [N_('No longer needed'), 'close'],
    no_solution: [N_('No solution was found'), 'question'],
    mistake: [N_('It was a mistake'), 'undo'],
    not_settled: [N_('It is not settled'), 'question'],
    asked_again: [N_('They ask for it again'), 'refresh'],
    session_cancelled: [N_('The workshop does not take place.'), 'event_busy'],
    place_changed: [N_('It takes place elsewhere'), 'place'],
    other: [N_('Something else: to be told in person'), 'message'],
};
/* Which there are, by kind (codes.c); closings of helping hands, of sessions and of the house. */
export const REFUSALS_OF = {
    loan: ['copy_away', 'not_trained', 'loan_open', 'too_long', 'other'],
    extension: ['someone_waits', 'needed_back', 'other'],
    booking: ['full', 'age', 'members_only', 'other'],
    session: ['not_clear', 'room', 'date', 'other'],
    amendment: ['not_clear', 'room', 'date', 'other'],
    help: ['nobody_found', 'professional', 'landlord', 'not_ours', 'other'],
    enquiry: ['not_available', 'members_only', 'not_ours', 'other'],
    deposit: ['not_possible', 'provider_away', 'other'],
    visit: ['landlord', 'professional', 'not_ours', 'other'],
};
export const HELP_CLOSINGS = ['settled', 'no_longer', 'no_solution'];
export const SESSION_REASONS = ['host_away', 'room', 'weather', 'too_few', 'other'];
export const COPY_REASONS = ['worn', 'broken', 'gone', 'given', 'other'];
export const CLOSINGS = ['holiday', 'training', 'absence', 'other'];

export function reasonWord(code) {
    return code ? t(REASONS[code]?.[0] ?? NEEDS[code]?.[0] ?? code) : '';
}
/* For dialog.js's chooseReason. */
export function reasonChoices(codes) {
    return codes.map((code) => ({
        code, label: reasonWord(code), icon: REASONS[code]?.[1] ?? NEEDS[code]?.[1] ?? 'info',
    }));
}

/* What a partner helps with: also where a request is sent on to. */
export const NEEDS = {
    rights: [N_('Rights and papers'), 'justice'],
    health: [N_('Health'), 'health'],
    energy: [N_('Energy and bills'), 'energy'],
    family: [N_('Children and family'), 'child'],
    work: [N_('Work and training'), 'work'],
    housing: [N_('Housing'), 'house'],
    digital: [N_('Phone and computer'), 'computer'],
    food: [N_('Food'), 'food'],
    leisure: [N_('Leisure and sport'), 'sports'],
};

/* ---- Helping hands ---- */

export const HELP = {
    handiwork: [N_('Small jobs at home'), 'tools', {
        bulb: N_('A light bulb'), furniture: N_('Assembling furniture'),
        shelf: N_('A shelf or a frame'), curtain: N_('Curtains or blinds'),
        door: N_('A door or a lock'),
    }],
    plumbing: [N_('Water and heating'), 'leak', {
        leak: N_('A leak'), tap: N_('A tap'), toilet: N_('The toilet'), heating: N_('The heating'),
    }],
    electricity: [N_('Electricity'), 'electrical', {
        no_power: N_('No power at all'), socket: N_('A socket'), lamp: N_('A ceiling light'),
        bell: N_('The doorbell'),
    }],
    errands: [N_('Shopping and carrying'), 'shopping', {
        groceries: N_('The groceries'), pharmacy: N_('The pharmacy'),
        mail: N_('A letter or a parcel'), carrying: N_('Carrying something heavy'),
    }],
    outings: [N_('Going out'), 'walk', {
        walk: N_('A walk'), doctor: N_('Company to an appointment'), visit: N_('Visiting somebody'),
        ride: N_('A ride by car'),
    }],
    company: [N_('Company'), 'cafe', {
        coffee: N_('A coffee together'), games: N_('Playing games'), reading: N_('Reading together'),
        phone_call: N_('A phone call now and then'),
    }],
    digital: [N_('Phone and computer'), 'smartphone', {
        phone: N_('A phone'), computer: N_('A computer'), internet: N_('The internet'),
        printer: N_('Printing or scanning'),
    }],
    garden: [N_('Plants and animals'), 'flower', {
        watering: N_('Watering plants'), balcony: N_('A balcony or a garden'),
        compost: N_('The compost'), pets: N_('Looking after a pet'),
    }],
    papers: [N_('Papers and rights'), 'papers', { appointment: N_('An appointment') }],
};
/* Whether it may hang on the neighbours' board: codes.c. */
const FOR_BOARD = new Set(['handiwork', 'errands', 'outings', 'company', 'digital', 'garden']);
export function isForBoard(category) {
    return FOR_BOARD.has(category);
}
export function helpWord(category, choice = '') {
    const row = HELP[category];
    const word = t(row?.[0] ?? N_('Something else'));
    return choice === '' ? word
        : t('%s: %s', [word, t(row?.[2][choice] ?? N_('Something else'))]);
}

export const URGENCIES = {
    danger: [N_('There is a danger'), 'danger'],
    soon: [N_('It is urgent'), 'clock'],
    whenever: [N_('It can wait'), 'sunny'],
};
export function urgencyWord(code) {
    return code ? t(URGENCIES[code]?.[0] ?? code) : '';
}

export const ACTIVITY_KINDS = {
    workshop: [N_('Workshops'), 'tools'],
    cafe: [N_('Café'), 'cafe'],
    market: [N_('Market'), 'groceries'],
    committee: [N_('Committees'), 'conversation'],
    partner: [N_('Partners’ hours'), 'handshake'],
};

/* Languages other than French that an activity may be held in: codes.c. */
export const SPOKEN = {
    ar: N_('in Arabic'), de: N_('in German'), en: N_('in English'), es: N_('in Spanish'),
    it: N_('in Italian'), lsf: N_('in French sign language'), pt: N_('in Portuguese'),
    tr: N_('in Turkish'), uk: N_('in Ukrainian'),
};

/* ---- What stands against something ---- */

/* Guards, as told to the desk. */
export const OBSTACLES = {
    seats: N_('There are not enough seats left: another date, or the waiting list.'),
    copy: N_('It is no longer free on those days: another one, or other days.'),
    not_begun: N_('It has already begun.'),
    published: N_('The date was moved or cancelled meanwhile.'),
    not_own: N_('This is your own household’s: a colleague decides.'),
    not_passed: N_('You left this to a colleague.'),
    guest: N_('Without a card, only a few things can be asked at a time.'),
    nobody_waits: N_('Somebody else is waiting for it.'),
    begun: N_('It has not begun yet.'),
    ended: N_('It is not over yet.'),
    party: N_('How many people? Not more than before.'),
    capacity: N_('More seats are taken already.'),
    parent: N_('What this answers to has ended or changed.'),
    others: N_('This is the household’s own card of the board.'),
    no_reply: N_('This is decided with the request it answers.'),
    others_word: N_('The other one has to confirm it.'),
    price: N_('It costs more than was agreed: have they said yes to that price?'),
    own_yes: N_('They said yes by answering: the neighbour decides now.'),
    both: N_('One of the two has not said yes yet.'),
    nameless: N_('These words name somebody, hold a telephone, or are the resident’s own: say it in yours.'),
    neighbours: N_('Papers and rights are for a partner, not for neighbours.'),
    same: N_('Other days are proposed, not changed.'),
    quarter: N_('The figures of that quarter are closed.'),
    line: N_('This date is another association’s.'),
    agreed: N_('The concierge has to agree first.'),
};
export function obstacleWord(code) {
    return t(OBSTACLES[code] ?? N_('It does not fit any more: please look at it again.'));
}

/* What did not work, and what to do: for any ApiError. */
const ERRORS = {
    offline: N_('No connection to the house’s computer. Nothing was lost: please try again.'),
    busy: N_('The screen is just writing. Please try again in a moment.'),
    full: N_('There is no room left for that.'),
    invalid: N_('Something is not right in this form.'),
    'not-found': N_('That is no longer there.'),
    conflict: N_('Somebody changed it meanwhile: you see it as it is now.'),
    denied: N_('That is not allowed here.'),
    readonly: N_('The database cannot be written to. Please call whoever looks after the computer.'),
    'no-space': N_('The disk is full. Please call whoever looks after the computer.'),
    clock: N_('The computer’s clock is wrong: nothing is written. Please have it set.'),
};
export function errorWord(error) {
    if (error.error === 'slowed') {
        return tn('Please wait {n} second, then try again.', 'Please wait {n} seconds, then try again.',
            Math.max(1, error.wait_s));
    }
    if (error.reasons?.length > 0) {
        return error.reasons.map(obstacleWord).join(' ');
    }
    return t(ERRORS[error.error] ??
        N_('That did not work, and nothing was written. Please try again.'));
}

/* Why it did not pass by itself. */
const RULES = {
    desk: N_('Rule: the desk decides each time'),
    desk_above: N_('Rule: above %ld, the desk decides'),
    trusted: N_('Rule: by itself for trusted households only'),
    trained: N_('Rule: by itself once one was shown how'),
    automatic: N_('Rule: by itself, but something stood against it'),
};
export function ruleWord(code, limit) {
    return RULES[code] ? t(RULES[code], [limit]) : '';
}

/* ---- A request in a line: title, who, when ---- */

/* "407 312" */
export function ticketNumber(digits) {
    return digits.length === 6 ? `${digits.slice(0, 3)}\u00a0${digits.slice(3)}` : digits;
}

export function titleOf(line) {
    if (line.is_sensitive) {
        return t('A private appointment');
    }
    if (line.kind === 'help') {
        return helpWord(line.category, line.choice);
    }
    const title = line.title || kindWord(line.kind);
    return line.copy_number ? t('%s no. %d', [title, line.copy_number]) : title;
}

export function iconOf(line) {
    if (line.is_danger) {
        return 'danger';
    }
    if (line.is_sensitive) {
        return 'private';
    }
    return line.kind === 'help' ? HELP[line.category]?.[1] ?? 'help_hand'
        : line.icon || KINDS[line.kind]?.icon;
}

export function whoOf(line) {
    if (line.kind === 'session' || line.kind === 'amendment') {
        return '';
    }
    return line.household ? t('household %s', [line.household])
        : t('without a card, ticket %s', [ticketNumber(line.ticket ?? '')]);
}

/* "2 adultes, 1 enfant" */
export function people(adults, children) {
    const parts = [];
    if (adults > 0) {
        parts.push(tn('%ld adult', '%ld adults', adults));
    }
    if (children > 0) {
        parts.push(tn('%ld child', '%ld children', children));
    }
    return parts.join(', ');
}

export function whenOf(line) {
    if (line.kind === 'help') {
        return line.direction === 'offer' ? t('offers help')
            : line.direction === 'reply' ? t('wants to help') : '';
    }
    if (!line.from_s && line.kind !== 'extension') {
        return '';
    }
    if (line.kind === 'booking') {
        return [moment(line.from_s), people(line.adults, line.children)].filter(Boolean).join(' · ');
    }
    return line.kind === 'loan' ? days(line.from_s, line.until_s)
        : line.kind === 'extension' ? t('longer, until %s', [moment(line.until_s)])
            : moment(line.from_s);
}

/* "libre", "prise" */
export const DAY_WORDS = {
    taken: () => t('taken'), wanted: () => t('wanted'), free: () => tc('day', 'free'),
};
