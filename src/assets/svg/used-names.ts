/** Which of the names that a drawing gives its parts are gone by in it: by references and by its style sheet. */
export interface UsedNames {
  /** Whether an attribute is only what somebody called a part: an id, a class or a `data-` note that nothing goes by. */
  isIdle(attribute: string, value: string): boolean
}

const references =
  /url\(\s*(?:&quot;|&apos;|&#39;|["'])?#([^"')&]+)|href\s*=\s*["']\s*#([^"']+)["']|#([\p{L}_][\w.:-]*)/gu
const classNames = /\.(-?[\p{L}_][\p{L}\w-]*)/gu

/** Reads which names a drawing goes by. Where that could be said in ways that are not looked for here, all are. */
export function usedNames(source: string): UsedNames {
  const hasStyle = /<(?:[\w-]+:)?style\b/.test(source)
  // Escapes of XML and CSS, selectors by attribute, and animations that name what begins them.
  const isVeiled =
    /&#(?:35|x0*23);|\\[\da-f]|<!ENTITY[^>]*["'(]#/i.test(source) ||
    (hasStyle && /\[\s*(?:id|class|data-)/.test(source))
  const isMoved = /\s(?:begin|end|aria-[a-z]+)\s*=/.test(source)
  const ids = new Set([...source.matchAll(references)].map(([, one, two, three]) => (one ?? two ?? three)!.trim()))
  const classes = new Set(hasStyle ? [...source.matchAll(classNames)].map(([, name]) => name!) : [])
  return {
    isIdle(attribute, value) {
      if (isVeiled) return false
      if (attribute === 'id') return !isMoved && !ids.has(value)
      if (attribute === 'class') return !value.split(/\s+/).some(name => classes.has(name))
      return attribute.startsWith('data-')
    },
  }
}
