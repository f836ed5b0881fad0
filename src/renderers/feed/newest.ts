/** Newer is larger in time; of two with one time, the smaller name comes first, so that order never depends on arrival. */
export interface Rank {
  time: number
  name: string
}

/** Orders ranks newest first. */
export function compareRanks(a: Rank, b: Rank): number {
  return b.time - a.time || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

/** The newest things seen so far, one for each id. Never more than twice `size` of them are in memory. */
export interface Newest<Thing> {
  get(id: string): Thing | undefined
  /** Adds a thing, or puts it in the place of the one with its id. */
  set(id: string, thing: Thing): void
  /** How many had to leave because newer ones came. */
  leftOut(): number
  /** Everything kept, newest first. */
  take(): Thing[]
}

/** Returns an empty selection that keeps at most `size` things. */
export function newest<Thing extends { rank: Rank }>(size: number): Newest<Thing> {
  const held = new Map<string, Thing>()
  let leftOut = 0
  const sorted = () => [...held].sort(([, a], [, b]) => compareRanks(a.rank, b.rank))
  // Thinning out at twice the size costs one sort for every `size` things: linear but for the logarithm of `size`.
  const prune = () => {
    for (const [id] of sorted().slice(size)) {
      held.delete(id)
      leftOut++
    }
  }
  return {
    get: id => held.get(id),
    set(id, thing) {
      held.set(id, thing)
      if (held.size > 2 * size) prune()
    },
    leftOut: () => leftOut + Math.max(0, held.size - size),
    take() {
      prune()
      return sorted().map(([, thing]) => thing)
    },
  }
}
