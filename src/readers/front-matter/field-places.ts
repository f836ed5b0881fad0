import type { Position } from '../../article/article.js'
import { type Entry, type PlaceOf, positionOf } from './entry.js'

/**
 * Where the fields of an article stand, by their paths in its metadata. Kept as numbers, of which lines and columns are made for
 * the first who asks: a feed may hold the front matter of a thousand stories, and have something to say of two.
 */
export class FieldPlaces {
  private readonly kept: (string | number | PlaceOf)[] = []
  private found: { [path: string]: Position } | undefined

  get isEmpty(): boolean {
    return this.kept.length === 0
  }

  /** Notes where a field stands; of several the first counts. What was given from outside stands nowhere. */
  keep(path: string, { start = 0, end = 0, placeOf }: Entry): void {
    if (placeOf) this.kept.push(path, start, end, placeOf)
  }

  get all(): { [path: string]: Position } {
    if (!this.found) {
      this.found = {}
      for (let at = 0; at < this.kept.length; at += 4) {
        const [path, start, end, placeOf] = this.kept.slice(at, at + 4) as [string, number, number, PlaceOf]
        this.found[path] ??= positionOf({ start, end, placeOf })!
      }
    }
    return this.found
  }
}
