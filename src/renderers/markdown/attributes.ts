/** Returns attributes of an HTML tag with a space before each; those without a value are left out. */
export function attributes(values: { [name: string]: string | number | undefined }): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('')
}

/** Returns a value that may stand between quotation marks, in a cell of a table and in the label of a directive too. */
function escapeAttribute(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/["<[\]|]/g, sign => `&#${sign.charCodeAt(0)};`)
    .replace(/\s+/g, ' ')
}
