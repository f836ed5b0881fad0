/** Elements without content (HTML 13.1.2). */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Elements whose end may be left out where the next thing says it (HTML 13.1.2.4). */
const endsItself = new Set('p li dt dd rt rp option optgroup thead tbody tfoot tr td th caption colgroup'.split(' '))
/** Elements that end an open paragraph when they begin. */
const blocks = new Set(
  (
    'address article aside blockquote details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr main menu nav ol p pre section table ul'
  ).split(' '),
)
/** A tag: its slash, its name. No `<` outside quotes, so that a search over broken markup stays linear. */
const tags = /<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi

/** Returns markup without its comments; one that is not ended takes the rest with it. */
function withoutComments(html: string): string {
  const [first = '', ...rest] = html.split('<!--')
  return first + rest.map(part => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')).join('')
}

/** Returns the first tag that ends what is not open, or what is left open; undefined where elements nest as they should. */
export function nestingFault(html: string): string | undefined {
  const open: string[] = []
  for (const [, slash, given] of withoutComments(html).matchAll(tags)) {
    const name = given!.toLowerCase()
    if (empty.has(name)) continue
    if (slash === '') {
      if (blocks.has(name) && open.at(-1) === 'p') open.pop()
      open.push(name)
      continue
    }
    while (open.length > 0 && open.at(-1) !== name && endsItself.has(open.at(-1)!)) open.pop()
    if (open.pop() !== name) return `</${name}> ends what is not open there`
  }
  const left = open.find(name => !endsItself.has(name))
  return left && `<${left}> is not ended`
}
