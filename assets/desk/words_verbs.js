/* What is done with a request: its button, and what is said once it is done. */
import { N_, t } from './i18n.js';

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
