/* QR codes, drawn from the dots that the server counts (kiosk/desk/qr.h): {"size": 25, "dots":
 * "0101…"}. As elements, not as an address, so that neither the page's policy nor its history knows
 * what stands in them. */

const NS = 'http://www.w3.org/2000/svg';
const QUIET = 4; /* white around it, in dots: ISO/IEC 18004 */

function element(tag, attributes, ...children) {
    const made = document.createElementNS(NS, tag);
    for (const [key, value] of Object.entries(attributes)) {
        made.setAttribute(key, String(value));
    }
    made.append(...children);
    return made;
}

/* The dark dots, row by row, as one path. */
function pathOf({ size, dots }) {
    const runs = [];
    for (let y = 0; y < size; y += 1) {
        for (const run of dots.slice(y * size, (y + 1) * size).matchAll(/1+/gu)) {
            runs.push(`M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`);
        }
    }
    return runs.join('');
}

/* label: what it is, for those who do not see it. Class "code" gives it its size on paper. */
export function qrCode(qr, label) {
    const side = qr.size + 2 * QUIET;
    return element('svg', {
        class: 'code', viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`, role: 'img',
        'aria-label': label, 'shape-rendering': 'crispEdges',
    }, element('rect', { x: -QUIET, y: -QUIET, width: side, height: side, fill: '#fff' }),
    element('path', { d: pathOf(qr), fill: '#000' }));
}
