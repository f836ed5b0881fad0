/** Directive attributes in the order given: strings only; undefined ones are left out. */
export interface DirectiveAttributes {
  [name: string]: string | undefined
}

/** Returns a container directive: a fence, its content, and a fence. Outer fences are longer than those inside. */
export function container(name: string, label: string, given: DirectiveAttributes, content: string): string {
  const fence = ':'.repeat(fenceLength(content))
  return `${fence}${name}${bracket(label)}${braces(given)}\n${content}${endOf(content)}${fence}`
}

/** A closing fence directly after a table could be taken for a row. */
function endOf(content: string): string {
  if (content === '') return ''
  return content.slice(content.lastIndexOf('\n') + 1).startsWith('|') ? '\n\n' : '\n'
}

/** Returns a directive on a line of its own. */
export function leaf(name: string, given: DirectiveAttributes): string {
  return `::${name}${braces(given)}`
}

/** One more than the longest run of colons that begins a line inside, indented or not: such a line would close the fence. */
function fenceLength(content: string): number {
  let longest = 2
  for (const [, colons] of content.matchAll(/^[ \t]*(:{3,})/gm)) longest = Math.max(longest, colons!.length)
  return longest + 1
}

const bracket = (label: string): string => (label === '' ? '' : `[${label}]`)

function braces(given: DirectiveAttributes): string {
  const written = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quoted(value)}`],
  )
  return written.length === 0 ? '' : `{${written.join(' ')}}`
}

/** A value stands in the quotation marks that it does not hold, so that few need a character reference. */
function quoted(value: string): string {
  const line = value
    .replace(/&(?=#|[a-z][a-z0-9]*;)/gi, '&amp;')
    .replace(/[}\\\n\r\t]/g, sign => `&#${sign.charCodeAt(0)};`)
  if (!line.includes('"')) return `"${line}"`
  return line.includes("'") ? `"${line.replaceAll('"', '&quot;')}"` : `'${line}'`
}

/** Returns whether a name can stand after the colons of a directive. */
export function isDirectiveName(name: string): boolean {
  return /^[a-z][\w-]*$/i.test(name) && !/[-_]$/.test(name)
}

/** Returns whether a name can stand before the `=` of an attribute. */
export function isAttributeName(name: string): boolean {
  return /^[a-z_][\w.-]*$/i.test(name)
}
