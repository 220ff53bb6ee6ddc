/* The wedge scanner: a keyboard to the machine, told from a person's by how it types.
 *
 * A code begins with C1 (card) or T1 (ticket) and has some 30 characters, or it is N1 and a ticket's
 * number, as on a deposit's bag; it ends with Enter, all in a burst. While it is undecided who is typing, keys are held back: a person's are given to the field
 * a moment later, unchanged; a scanner's reach neither a field nor a button nor a shortcut. Keys are
 * read as on a US keyboard, by their place, and as the layout of the machine gives them: one of the
 * two is the code. The rules are those of kiosk/platform/scanner.h.
 *
 * A code goes to the newest of the receivers, else to the page's usual one. */

const GAP_MS = 35; /* between the first two keys, at most */
const PAUSE_MS = 120; /* between the others: the machine may be busy */
const LATE_MS = 60; /* by which a key may be handled later than it was typed */
const CODE = /^(?:[CT]1[0-9A-Z]{24,40}|N1[0-9]{6})$/u;
const PREFIX = /^(?:[CT](1[0-9A-Z]*)?|N(1[0-9]*)?)$/u;
const MOST = 48;

const receivers = [];
let held = []; /* {key, place}: what may yet be a person's */
let target = null; /* where it was typed */
let lastMs = 0;
let timer = 0;
let isDropping = false; /* only a machine can have typed that: its end, too, goes nowhere */

/* While a form waits for a card: receive(code) gets it, until that signal. */
export function receiveScans(receive, until) {
    receivers.push(receive);
    until.addEventListener('abort', () => receivers.splice(receivers.indexOf(receive), 1));
}

function placeOf(event) {
    const found = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/u.exec(event.code);
    return found === null ? '' : found[1] ?? found[2];
}

function heldBy(field) {
    return held.map((key) => key[field]).join('').toUpperCase();
}

function mayBeCode() {
    return PREFIX.test(heldBy('place')) || PREFIX.test(heldBy('key'));
}

/* What a person typed, to where they typed it. */
function release() {
    clearTimeout(timer);
    const text = held.map((key) => key.key).join('');
    held = [];
    if (text !== '' && target === document.activeElement &&
        target?.matches('input, textarea, [contenteditable]')) {
        document.execCommand('insertText', false, text); /* the field's own undo knows of it */
    }
}

function hold(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
}

function end(event, code) {
    held = [];
    clearTimeout(timer);
    hold(event);
    (receivers.at(-1))?.(code);
}

function isCharacter(event) {
    return event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey &&
        !event.repeat && !event.isComposing;
}

function onEnter(event) {
    const code = [heldBy('place'), heldBy('key')].find((text) => CODE.test(text));
    if (code !== undefined) {
        end(event, code);
    } else if (isDropping) {
        hold(event);
        isDropping = false;
    } else {
        release();
    }
}

function onKey(event) {
    const gap_ms = event.timeStamp - lastMs;
    const most_ms = held.length < 2 ? GAP_MS : PAUSE_MS;
    if (event.key === 'Shift' || event.key === 'CapsLock') {
        return; /* a scanner's capitals */
    }
    if (gap_ms > most_ms) {
        release();
        isDropping = false;
    }
    lastMs = event.timeStamp;
    if (event.key === 'Enter') {
        onEnter(event);
        return;
    }
    if (!isCharacter(event)) {
        release();
        return;
    }
    if (isDropping) {
        hold(event);
        return;
    }
    if (held.length === 0) {
        target = document.activeElement;
    }
    held.push({ key: event.key, place: placeOf(event) });
    if (!mayBeCode()) {
        held.pop();
        release();
        return;
    }
    hold(event);
    if (held.length > MOST) {
        held = [];
        isDropping = true;
    }
    clearTimeout(timer);
    timer = setTimeout(release, (held.length < 2 ? GAP_MS : PAUSE_MS) + LATE_MS);
}

/* usual(code): what a code does where nothing waits for one. */
export function startScanning(usual) {
    receivers.unshift(usual);
    window.addEventListener('keydown', onKey, { capture: true });
}
