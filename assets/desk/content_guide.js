/* A guide to content that everybody understands, beside the form of an activity: what is well is ticked,
 * what could be better is said, as one types. It advises; nothing is refused for it. */
import { fill, h, icon } from './dom.js';
import { t, tn } from './i18n.js';
import { card } from './parts.js';

const TITLE_CHARS = 40;
const SENTENCE_WORDS = 15;
const SENTENCES = 3;
const ADULT_YEARS = 16;

function wordsIn(text) {
    return text.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
}

function sentencesOf(text) {
    return text.split(/[.!?…]+/u).filter((sentence) => wordsIn(sentence) > 0);
}

/* Letters of which hardly any is small: read letter by letter, aloud, too. */
function isShouted(text) {
    const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
    return letters.length > 3 && letters.filter((letter) => letter === letter.toUpperCase() &&
        letter !== letter.toLowerCase()).length > letters.length / 2;
}

/* CAF, PMI: short for what not everybody knows. */
function shortForms(text) {
    return isShouted(text) ? [] : [...new Set(text.match(/\b\p{Lu}{2,}\b/gu) ?? [])];
}

/* Each: {isWell, text} of what the form says. */
function titleAdvice({ title }) {
    const short = shortForms(title);
    return title.trim() === '' ? { isWell: false, text: t('Title: what one does, in a few words. “Repairing bicycles”.') }
        : isShouted(title) ? { isWell: false, text: t('Title: small letters are easier to read.') }
            : title.length > TITLE_CHARS ? { isWell: false, text: tn(
                'Title: {n} letter too long for one line of the screen.',
                'Title: {n} letters too long for one line of the screen.', title.length - TITLE_CHARS) }
                : short.length > 0 ? { isWell: false, text: t('Title: not everybody knows “{word}”.',
                    { word: short[0] }) }
                    : { isWell: true, text: t('Title: short and plain.') };
}

function lengthAdvice({ summary }) {
    const sentences = sentencesOf(summary);
    const longest = Math.max(0, ...sentences.map(wordsIn));
    return sentences.length === 0 ? { isWell: false, text: t('Text: one or two sentences on what one does there.') }
        : longest > SENTENCE_WORDS ? { isWell: false, text: t('Text: one sentence has {n} words. Two short ones are easier.',
            { n: longest }) }
            : sentences.length > SENTENCES ? { isWell: false, text: t('Text: three sentences are enough.') }
                : { isWell: true, text: t('Text: short sentences.') };
}

function iconAdvice({ icon: name }) {
    return name === 'people' ? { isWell: false, text: t('Picture: one that shows what is done helps those who do not read.') }
        : { isWell: true, text: t('Picture: it helps those who do not read.') };
}

function languageAdvice({ spoken, spokenWord }) {
    return { isWell: true, text: spoken === '' ? t('Language: in French. If another is spoken, say so.')
        : t('Language: {language}.', { language: spokenWord }) };
}

function ageAdvice({ least_age: age, takes_children: takesChildren }) {
    const years = Number(age);
    return years >= ADULT_YEARS && takesChildren === 'on'
        ? { isWell: false, text: t('Age: from {n} years on, yet children may come? One of the two.', { n: years }) }
        : years === 0 && takesChildren !== 'on'
            ? { isWell: false, text: t('Age: children may not come. From which age, then?') }
            : { isWell: true, text: years > 0 ? t('Age: from {n} years on.', { n: years }) : t('Age: for all.') };
}

function bringAdvice({ bring, summary }) {
    return /\b(apporte|amene|am[eè]ne|pr[eé]voir|munissez)/iu.test(summary) && bring.trim() === ''
        ? { isWell: false, text: t('To bring: write it in its own field, where everybody looks for it.') }
        : { isWell: true, text: bring.trim() === '' ? t('To bring: nothing.')
            : t('To bring: it is said.') };
}

const ADVICE = [titleAdvice, lengthAdvice, iconAdvice, languageAdvice, ageAdvice, bringAdvice];

function item({ isWell, text }) {
    return h('li', { class: isWell ? 'well' : 'better' },
        icon(isWell ? 'check' : 'info'), h('span', {}, h('span', { class: 'sr' },
            isWell ? t('Well: ') : t('Better: ')), text));
}

/* The card, which follows what is typed into the form; its summary is read out, item by item it is
 * not. */
export function contentGuide(element) {
    const items = h('ul', { class: 'guide', id: 'guide' });
    const count = h('p', { class: 'soft', role: 'status' });
    let said = '';
    const follow = () => {
        const { elements } = element;
        const values = Object.fromEntries(new FormData(element));
        const spokenWord = elements.spoken.selectedOptions[0]?.textContent ?? '';
        const advice = ADVICE.map((advise) => advise({ ...values, spokenWord }));
        const better = advice.filter((one) => !one.isWell).length;
        const summary = better === 0 ? t('Easy to understand for all.')
            : tn('{n} piece of advice', '{n} pieces of advice', better);
        fill(items, advice.map(item));
        if (summary !== said) {
            said = summary;
            count.textContent = summary;
        }
    };
    element.addEventListener('input', follow);
    element.addEventListener('change', follow);
    follow();
    return card(t('Understood by all?'), count, items);
}
