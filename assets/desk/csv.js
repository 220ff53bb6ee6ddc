/* A table for a spreadsheet, as a file to keep: semicolons and a byte-order mark, as spreadsheets of
 * this country read it. A cell that begins like a formula begins with an apostrophe instead. */

function cell(value) {
    const text = String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
    return /[";\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/* rows: lists of texts and numbers, the headings first. */
export function csvOf(rows) {
    return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

export function download(fileName, text, type = 'text/csv;charset=utf-8') {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 0);
}
