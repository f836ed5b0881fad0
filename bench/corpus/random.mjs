/** Returns a source of numbers from 0 to below 1, the same for the same seed on every machine (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Returns choices by a source of numbers. */
export function chooser(random) {
  const upTo = count => Math.floor(random() * count)
  return {
    chance: part => random() < part,
    upTo,
    between: (least, most) => least + upTo(most - least + 1),
    one: list => list[upTo(list.length)],
    /** Words of a language are not alike in number: the first of a list come oftener than the last. */
    common: list => list[Math.floor(random() ** 1.25 * list.length)],
  }
}
