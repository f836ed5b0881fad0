/** Which of the names that a drawing gives its parts are gone by in it: by references and by its style sheet. */
export interface UsedNames {
  /** Whether an attribute is only what somebody called a part: an id, a class or a `data-` note that nothing goes by. */
  isIdle(attribute: string, value: string): boolean
}

const references =
  /url\(\s*(?:&quot;|&apos;|&#39;|["'])?#([^"')&]+)|href\s*=\s*["']\s*#([^"']+)["']|#(-{0,2}[A-Za-z_\u0080-\uFFFF][\w.:\u0080-\uFFFF-]*)/g
const classNames = /\.(-{0,2}[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF-]*)/g

/** Escapes of XML and CSS in names, and names within entities. */
const veils =
  /&#(?:35|x0*23);|\\[^\sg-z"'<]|#[^\s"'();#]*&(?!(?:quot|apos|#0*3[49]|#x0*2[27]);)|<!ENTITY[^>]{0,2000}["'(]#/i

/** Reads which names a drawing goes by. Where that could be said in ways that are not looked for here, all are. */
export function usedNames(source: string): UsedNames {
  const hasStyle = /<(?:[\w-]+:)?style\b/.test(source)
  const isVeiled = veils.test(source) || (hasStyle && /\[\s*(?:id|class|data-)/.test(source))
  // Animations name what begins them.
  const isMoved = /\s(?:begin|end|aria-[a-z]+)\s*=/.test(source)
  const ids = new Set<string>()
  for (const [, one, two, three] of source.matchAll(references)) {
    const name = (one ?? two ?? three)!.trim()
    ids.add(name)
    // In a style sheet a class or a state may stand behind it.
    if (three) ids.add(name.split(/[.:]/, 1)[0]!)
  }
  const classes = new Set(hasStyle ? [...source.matchAll(classNames)].map(([, name]) => name!) : [])
  return {
    isIdle(attribute, value) {
      if (isVeiled) return false
      if (attribute === 'id') return !isMoved && !ids.has(value) && !value.includes('&')
      if (attribute === 'class') return !value.includes('&') && !value.split(/\s+/).some(name => classes.has(name))
      return attribute.startsWith('data-')
    },
  }
}
