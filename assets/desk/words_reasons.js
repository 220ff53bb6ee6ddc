/* Why: refusals, a session's and a closing's reasons. */
import { N_, t } from './i18n.js';
import { NEEDS } from './words_help.js';

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
    title_changed: [N_('It has another name. Before'), 'edit'],
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
