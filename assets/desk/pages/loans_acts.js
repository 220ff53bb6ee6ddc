/* What a step asks before it is made: what to send with it, or null when one thought better of it. */
import { askWords, chooseOne, chooseReason, pickDate } from '../dialog.js';
import { capital, days, longTime, now_s, t, timeKey } from '../i18n.js';
import { REFUSALS_OF, reasonChoices, verbWord } from '../words.js';
import { toldRefusal } from '../words_told.js';

async function askCancel({ loan }) {
    const answer = await chooseReason({
        title: t('Cancel and tell…'),
        reasons: reasonChoices(REFUSALS_OF.loan).map((one) => ({ ...one, sub: toldRefusal(one.code) })),
        send: verbWord('loan', loan.state, 'cancel'),
    });
    return answer;
}

/* Longer: to the next openings, or another moment. */
async function askLonger({ loan, returns }) {
    const chosen = await chooseOne({
        title: t('Until when?'),
        text: returns.length === 0 ? t('No later return fits by itself: please say when.') : undefined,
        choices: [...returns.map((at_s) => ({ value: at_s, label: capital(longTime(at_s)), icon: 'calendar' })),
            { value: 0, label: t('Another moment…'), icon: 'clock' }],
    });
    if (chosen !== 0) {
        return chosen === null ? null : { until_s: chosen };
    }
    const at_s = await pickDate({
        title: t('Until when?'), withTime: true, value: timeKey(Math.max(loan.until_s, now_s())),
        least: timeKey(Math.max(loan.until_s, now_s())),
    });
    return at_s === null ? null : { until_s: at_s };
}

/* Another copy for the same days. */
async function askCopy({ loan, offers }) {
    const same = offers.filter((one) => one.from_s === loan.from_s && one.until_s === loan.until_s);
    const copy_id = await chooseOne({
        title: t('Which copy?'),
        text: same.length === 0 ? t('No other one is free on those days.') : undefined,
        choices: same.map((one) => ({
            value: one.copy_id, label: t('no. %d', [one.copy_number]), icon: 'swap',
        })),
    });
    return copy_id === null ? null : { copy_id };
}

/* Other days: whoever asked says yes or no. */
async function askDays({ offers, loan }) {
    const others = offers.filter((one) => one.from_s !== loan.from_s || one.until_s !== loan.until_s);
    const chosen = await chooseOne({
        title: t('Which other days?'),
        text: others.length === 0 ? t('Nothing is free in the coming weeks.')
            : t('They are asked, and told.'),
        choices: others.map((one) => ({
            value: one, label: days(one.from_s, one.until_s), icon: 'calendar',
            sub: t('no. %d, %s', [one.copy_number, longTime(one.from_s)]),
        })),
    });
    return chosen === null ? null
        : { copy_id: chosen.copy_id, from_s: chosen.from_s, until_s: chosen.until_s };
}

async function askBroken() {
    const words = await askWords({
        title: t('What is broken?'), label: t('As whoever mends it needs to know'),
        hint: t('It stands on the repair ticket.'), required: false,
    });
    return words === null ? null : { words };
}

async function askOwed() {
    const words = await askWords({
        title: t('What is missing?'), label: t('Which part, and who brings it'), required: false,
    });
    return words === null ? null : { words };
}

async function askLost() {
    const words = await askWords({
        title: t('It is lost'), label: t('What was said of it, if anything'), required: false,
    });
    return words === null ? null : { words };
}

function askOffer({ offer }) {
    return { copy_id: offer.copy_id, from_s: offer.from_s, until_s: offer.until_s };
}

export const ASKS = {
    cancel: askCancel, extend: askLonger, swap: askCopy, propose: askDays, mend: askBroken,
    owe: askOwed, lose: askLost, offer: askOffer,
};
