/** What foreign markup may hold: text-level and grouping elements that run nothing and load nothing but pictures. */
export const allowedElements: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure footer h2 h3 h4 h5 h6 header hr i img ins kbd li mark nav ol p pre q rp rt ruby s samp section small ' +
    'span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
)

/** Elements whose content is no text for readers: they go with everything inside. */
export const droppedWhole: ReadonlySet<string> = new Set(
  'script style template iframe object embed svg math noscript head title form select textarea button canvas audio video'.split(
    ' ',
  ),
)

/** Attributes that any allowed element may have. */
export const allowedAttributes: ReadonlySet<string> = new Set(
  'class colspan datetime dir headers height hreflang lang open reversed rowspan scope span start title value width'.split(
    ' ',
  ),
)

/** Attributes that hold an address, by element. */
export const addressAttributes: { readonly [element: string]: readonly string[] } = {
  a: ['href'],
  img: ['src'],
  blockquote: ['cite'],
  q: ['cite'],
  del: ['cite'],
  ins: ['cite'],
}
