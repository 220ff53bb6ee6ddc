/* Choosing an icon by its word, with the glyph beside it: an icon never stands without a word. */
import { fill, h, icon } from './dom.js';
import { N_, t } from './i18n.js';

/* Names of kiosk/ui/icons.h, in lower case, of what a house offers. */
const ICON_WORDS = [
    ['tools', N_('Tools')], ['drill', N_('Drill')], ['hammer', N_('Hammer')],
    ['carpenter', N_('Saw, wood')], ['ladder', N_('Ladder')], ['paint', N_('Paint')],
    ['plumbing', N_('Plumbing')], ['electrical', N_('Electricity')], ['broken', N_('Broken thing')],
    ['wash', N_('Washing')], ['vacuum', N_('Vacuum cleaner')], ['cleaning', N_('Cleaning')],
    ['iron', N_('Ironing')], ['sewing', N_('Sewing')], ['dry_cleaning', N_('Dry cleaning')],
    ['garden', N_('Garden')], ['grass', N_('Lawn')], ['flower', N_('Flower')],
    ['compost', N_('Compost')], ['leaf', N_('Leaf')], ['kitchen', N_('Kitchen')],
    ['food', N_('Meal')], ['bread', N_('Bread')], ['groceries', N_('Groceries')],
    ['bulk', N_('Basket')], ['cafe', N_('Coffee')], ['party', N_('Party')],
    ['games', N_('Games')], ['toys', N_('Toys')], ['music', N_('Music')], ['book', N_('Book')],
    ['sports', N_('Sports')], ['camera', N_('Camera')], ['craft', N_('Crafts')],
    ['furniture', N_('Furniture')], ['bed', N_('Bed')], ['door', N_('Door')], ['key', N_('Key')],
    ['parcel', N_('Parcel')], ['mail', N_('Letter')], ['print', N_('Printer')],
    ['computer', N_('Computer')], ['smartphone', N_('Telephone')], ['papers', N_('Papers')],
    ['justice', N_('Rights')], ['work', N_('Work')], ['school', N_('School')],
    ['energy', N_('Energy')], ['health', N_('Health')], ['accessible', N_('Wheelchair')],
    ['child', N_('Child')], ['child_care', N_('Child care')], ['elderly', N_('Elderly people')],
    ['bike', N_('Bicycle')], ['car', N_('Car')], ['truck', N_('Removal')], ['walk', N_('Walking')],
    ['shopping', N_('Shopping bag')], ['give', N_('Gift')], ['store', N_('Shop')],
    ['meeting_room', N_('Room')], ['people', N_('People')], ['conversation', N_('Conversation')],
    ['help_hand', N_('Helping hand')], ['star', N_('Star')], ['info', N_('Information')],
];

/* As parts.js's field(). */
export function iconField({ id, label, value }) {
    const glyph = h('span', { class: 'tile' }, icon(value || ICON_WORDS[0][0]));
    const known = ICON_WORDS.some(([name]) => name === value);
    const options = ICON_WORDS.map(([name, word]) => [name, t(word)])
        .sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
    return h('div', { class: 'field' }, h('label', { for: id }, label),
        h('div', { class: 'with-icon' }, glyph,
            h('select', {
                id, name: id, value: value || ICON_WORDS[0][0],
                onchange: (event) => fill(glyph, icon(event.target.value)),
            }, value && !known && h('option', { value }, value),
            options.map(([name, word]) => h('option', { value: name }, word)))));
}
