/* The day on paper, A4: hours and who is there, who comes and when, what to prepare, whom to call. */
import { get } from '../api.js';
import { h, name } from '../dom.js';
import { N_, capital, dayKey, longDay, t, time, times } from '../i18n.js';
import { table } from '../parts.js';
import { sheet } from '../print.js';
import { stateWord, titleOf, whoOf } from '../words.js';
import { comingWord, timelineOf } from './today.js';

function tick() {
    return h('span', { class: 'tick', role: 'img', 'aria-label': t('to be ticked') });
}

function doneHead() {
    return h('span', { class: 'sr' }, t('Done'));
}

function hours(data) {
    const isDay = (s) => dayKey(s) === dayKey(data.day_s);
    const open = data.hours.filter(([from_s]) => isDay(from_s));
    const there = data.roster.filter((one) => isDay(one.from_s));
    return h('section', {}, h('h2', {}, t('Hours')),
        h('p', {}, open.length === 0 ? t('Closed') : open.map((one) => times(...one)).join(', ')),
        there.length > 0 && h('p', {}, there.map((one) =>
            `${one.first_name} ${times(one.from_s, one.until_s)}`).join(' · ')));
}

function who(one) {
    return [one.name && [name(one.name), h('br', {})], whoOf(one)];
}

function row(one) {
    if (one.type === 'session') {
        const seats = one.capacity > 0
            ? t('{n} of {most} expected', { n: one.expected, most: one.capacity }) : '';
        const isOff = one.state === 'cancelled' || one.state === 'postponed';
        return [times(one.at_s, one.until_s), [h('b', {}, one.title), isOff &&
            [' · ', stateWord('session', one.state)]], one.place, seats, isOff ? '' : tick()];
    }
    return [time(one.at_s), [h('b', {}, titleOf(one)), h('br', {}), comingWord(one.type),
        one.shelf && one.type === 'pickup' && ` · ${t('shelf %s', [one.shelf])}`],
    who(one), one.phone && name(one.phone), tick()];
}

function comings(data) {
    const rows = timelineOf(data);
    return h('section', {}, h('h2', {}, t('Who comes, and when')),
        rows.length === 0 ? h('p', {}, t('Nobody is expected.')) : table({
            caption: t('Who comes, and when'),
            heads: [t('Time'), t('What'), t('Who, where'), t('Telephone, seats'), doneHead()],
            rows: rows.map(row),
        }));
}

function prepare(data) {
    return data.prepare.length > 0 && h('section', {}, h('h2', {}, t('To prepare')), table({
        caption: t('To prepare'), heads: [t('Shelf'), t('What'), t('For whom'), t('Fetched'), doneHead()],
        rows: data.prepare.map((one) => [one.shelf || '–', h('b', {}, titleOf(one)), who(one),
            `${capital(longDay(one.from_s))}, ${time(one.from_s)}`, tick()]),
    }));
}

function late(data) {
    return data.late.length > 0 && h('section', {}, h('h2', {}, t('Late, or forgotten')), table({
        caption: t('Late, or forgotten'), heads: [t('What'), t('Who'), t('Telephone'), t('Since'), doneHead()],
        rows: data.late.map((one) => [[h('b', {}, titleOf(one)), h('br', {}),
            stateWord(one.kind, one.state)], who(one), one.phone && name(one.phone),
        capital(longDay(one.state === 'out' ? one.until_s : one.since_s)), tick()]),
    }));
}

function oncall(data) {
    return data.oncall.length > 0 && h('section', {}, h('h2', {}, t('In an emergency')),
        h('p', {}, t('112 · by text message 114')),
        data.oncall.map((one) => h('p', {}, `${one.label} · ${one.phone}`)));
}

function build(data) {
    return sheet({ title: t('Day sheet'), sub: capital(longDay(data.day_s)) },
        hours(data), comings(data), prepare(data), late(data), oncall(data));
}

export default {
    path: 'print/day',
    title: N_('Day sheet'),
    icon: 'print',
    least: 'concierge',
    isHidden: true,
    isPrint: true,
    load: (params) => get('/api/today', { day: params.day }),
    build,
};
