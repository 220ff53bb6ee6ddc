/* What stands against something, and what did not work. */
import { N_, t, tn } from './i18n.js';

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
