/* A calendar that an association keeps elsewhere: its file is read, looked at line by line, and
 * taken over when somebody says so. What was read stays here until then. */
import { ApiError, get, post, postFile } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { N_, longDay, t } from '../i18n.js';
import { bigButton, button, column, fact, field, hash, line, list, notice, pageHead } from '../parts.js';
import { may } from '../session.js';
import { SESSION_REASONS, errorWord, obstacleWord, reasonWord } from '../words.js';
import { choices } from './calendar_choices.js';
import { preview } from './calendar_preview.js';
import { consequenceOf, countsWord, doneWords, mendedWords, refusalWord, whenWord } from './calendar_words.js';

const PATH = 'calendar-import';
const MOST_BYTES = 8 * 1024 * 1024;

/* What was said of a file, until one goes elsewhere. */
let said = null;
window.addEventListener('hashchange', () => {
    said = null;
});
/* By reading, as long as the page is open: the version that was seen first, what confirming did, the
 * line that stood against it. */
const seen = new Map();
const done = new Map();
const refused = new Map();

/* ---- Reading a file ---- */

function say(tone, text, isBusy = false) {
    const place = document.getElementById('said');
    said = { tone, text };
    fill(place, notice(tone, text));
    place.ariaBusy = String(isBusy); /* while it is, the page keeps still */
}

async function send(file, page) {
    const partner = document.getElementById('partner_id');
    if (partner?.value === '') {
        say('warn', t('Whose calendar is it? Choose the partner first.'));
        partner.focus();
        return;
    }
    if (file.size > MOST_BYTES) {
        say('bad', refusalWord('too_big'));
        return;
    }
    say('info', t('“{file}” is being read…', { file: file.name }), true);
    try {
        const answer = await postFile('/api/calendar/read', { partner_id: partner?.value }, file,
            'text/calendar');
        if (answer.refusal) {
            say('bad', refusalWord(answer.refusal));
        } else {
            page.go(PATH, { reading: answer.reading_id });
        }
    } catch (error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        say('bad', error.error === 'busy'
            ? t('Somebody else is reading a calendar: try again in a moment.') : errorWord(error));
    }
}

/* The whole page takes what is dropped on it. */
function takeDrops(zone, page) {
    const over = (event, isOver) => {
        event.preventDefault();
        zone.classList.toggle('is-over', isOver);
    };
    const options = { signal: page.until };
    document.addEventListener('dragover', (event) => over(event, true), options);
    document.addEventListener('dragleave', (event) => over(event, false), options);
    document.addEventListener('drop', (event) => {
        over(event, false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined && document.getElementById('said').ariaBusy !== 'true') {
            send(file, page);
        }
    }, options);
}

function dropZone(page) {
    const zone = h('section', { class: 'card drop' },
        field({ id: 'file', label: t('The calendar: an .ics file, or the JSON of OpenAgenda'), type: 'file',
            accept: '.ics,.ical,.ifb,.json,text/calendar,application/json',
            hint: t('Choose it here, or drop it on the page. Most calendars give it under “Export”.'),
            onchange: (event) => {
                const [file] = event.target.files;
                event.target.value = '';
                if (file !== undefined) {
                    send(file, page);
                }
            } }),
        fact('info', t('Nothing is written before you have seen it and said yes.')));
    takeDrops(zone, page);
    return zone;
}

function readingLine(reading) {
    return line({
        id: `reading-${reading.reading_id}`, iconName: 'agenda', color: 'blue',
        href: hash(PATH, { reading: reading.reading_id }),
        title: reading.calendar || reading.partner,
        sub: [reading.calendar && reading.partner, countsWord(reading.counts)].filter(Boolean).join(' · '),
        aside: longDay(reading.read_at_s),
    });
}

function start({ readings, partners }, page) {
    return column(
        pageHead(t('Import a calendar'), { tools: [
            h('a', { class: 'button', id: 'calendar-addresses', href: hash('calendar-addresses') },
                icon('clock'), t('Read by itself, at an address')),
            h('a', { class: 'button plain', href: hash('agenda') }, icon('back'), t('To the agenda')),
        ] }),
        readings.length > 0 && h('section', { class: 'card', id: 'open-readings' },
            h('h2', {}, t('Read, and not decided yet')), list(readings.map(readingLine))),
        partners && field({ id: 'partner_id', label: t('Whose calendar is it?'), type: 'select',
            value: '', options: [['', t('Choose a partner')],
                ...partners.map((one) => [one.partner_id, one.name])] }),
        dropZone(page),
        h('div', { id: 'said', 'aria-live': 'polite' }, said && notice(said.tone, said.text)));
}

/* ---- What was read ---- */

function agendaLink(look = '') {
    return h('a', { class: `button ${look}`, href: hash('agenda'), id: 'to-agenda' }, icon('agenda'),
        t('To the agenda'));
}

function otherLink() {
    return h('a', { class: 'button plain', href: hash(PATH), id: 'other-file' }, t('Another calendar'));
}

function ended({ reading }) {
    const result = done.get(reading.reading_id);
    if (reading.state !== 'confirmed') {
        return [notice('info', reading.state === 'expired'
            ? t('Nobody decided about this calendar for two weeks: please read it again.')
            : t('This calendar was left aside: nothing of it was written.')),
            h('div', { class: 'buttons' }, otherLink(), agendaLink())];
    }
    return [notice('ok', h('p', {}, t('This calendar is taken over.')),
        result && doneWords(result).map((words) => h('p', {}, words))),
    h('div', { class: 'buttons' }, agendaLink('main'), otherLink())];
}

/* Why nothing was written. */
function refusedNotice({ reading, rows }) {
    const why = refused.get(reading.reading_id);
    const row = why && rows.find((one) => one.position === why.refused_position);
    return row && notice('bad', h('p', {}, t('Nothing was written. It stands against it:')),
        h('p', {}, [row.title, whenWord(row)].filter(Boolean).join(', ')),
        (why.reasons.length > 0 ? why.reasons : ['']).map((code) => h('p', {}, obstacleWord(code))));
}

function notices(data) {
    const { reading } = data;
    const isAnew = seen.has(reading.reading_id) && seen.get(reading.reading_id) !== reading.version;
    seen.set(reading.reading_id, seen.get(reading.reading_id) ?? reading.version);
    return [
        refusedNotice(data),
        isAnew && notice('warn', t('Something changed meanwhile: please look at the lines again.')),
        mendedWords(reading.mended).map((words) => notice('info', words)),
    ];
}

async function confirm({ reading }, page) {
    const reason = document.getElementById('reason');
    if (reason?.value === '') {
        reason.closest('details').open = true;
        reason.reportValidity();
        return;
    }
    await page.act(async () => {
        const answer = await post('/api/calendar/confirm', {
            reading_id: reading.reading_id, version: reading.version, reason: reason?.value,
        });
        if (answer.refused_position > 0) {
            refused.set(reading.reading_id, answer);
            throw new ApiError(409, { error: 'denied', reasons: answer.reasons });
        }
        done.set(reading.reading_id, answer);
        return answer;
    }, { done: t('The calendar is taken over.') });
}

function drop({ reading }, page) {
    return page.act(() => post('/api/calendar/drop', { reading_id: reading.reading_id }),
        { done: t('Nothing was written.'), next: hash(PATH) });
}

function reasonField() {
    return field({
        id: 'reason', type: 'select', required: true, value: '',
        label: t('Why is it cancelled? Everybody reads it.'),
        options: [['', t('Choose a reason')], ...SESSION_REASONS.map((code) => [code, reasonWord(code)])],
    });
}

function answersOf(data, page) {
    const { reading } = data;
    const leave = button('close', t('Leave it aside'), () => drop(data, page), { id: 'drop' });
    if (reading.writes === 0) {
        return [notice('info', reading.counts.unchanged > 0
            ? t('All of it stands in the agenda already: there is nothing to take over.')
            : t('Nothing of it can be taken over.')),
        h('div', { class: 'buttons' }, leave, agendaLink())];
    }
    return h('div', { class: 'buttons answers calendar-answers' },
        bigButton({ id: 'confirm', look: 'main', label: t('Take it over'),
            sub: consequenceOf(data), act: () => confirm(data, page) }), leave);
}

function look(data, page) {
    const { reading } = data;
    const sub = [reading.calendar, reading.partner,
        t('read on {day}', { day: longDay(reading.read_at_s) })].filter(Boolean).join(' · ');
    return column(
        pageHead(t('A calendar to look at'), { sub, tools: reading.state === 'open' && otherLink() }),
        reading.state !== 'open' ? ended(data) : [
            notices(data),
            preview(data, { new: choices(data, page), cancelled: reasonField() }),
            answersOf(data, page)]);
}

async function load(params) {
    if (params.reading) {
        return get('/api/calendar/reading', { reading_id: params.reading });
    }
    const [{ readings }, choice] = await Promise.all([get('/api/calendar/readings'),
        may('concierge') ? get('/api/agenda/choices') : null]);
    return { readings, partners: choice?.partners };
}

function build(data, page) {
    return data.reading === undefined ? start(data, page) : look(data, page);
}

export default {
    path: PATH, title: N_('Import a calendar'), icon: 'agenda', least: 'organiser', isHidden: true,
    load, build,
};
