/** Whether ids have come before, for more of them than strings could be held of: 53 bits of a hash of each, eight bytes. */
export interface SeenIds {
  /** Takes an id in; returns whether it was there. */
  add(id: string): boolean
}

/**
 * Returns an empty set of ids: a table that grows so that a fifth of it stays free, searched onwards from where an id belongs.
 */
export function seenIds(): SeenIds {
  let table = new Float64Array(1024)
  let count = 0
  const placeOf = (hash: number): number => {
    let place = hash % table.length
    while (table[place] !== 0 && table[place] !== hash) place = (place + 1) % table.length
    return place
  }
  const grow = () => {
    const before = table
    table = new Float64Array(2 * before.length)
    for (const hash of before) if (hash !== 0) table[placeOf(hash)] = hash
  }
  return {
    add(id) {
      const hash = hashOf(id)
      const place = placeOf(hash)
      if (table[place] === hash) return true
      table[place] = hash
      if (++count > 0.8 * table.length) grow()
      return false
    },
  }
}

/** A whole number of 53 bits, never zero, which stands for a free place. */
function hashOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0) || 1
}
