import type { CosValue } from '../cos.js'

/** What a content stream refers to by names of its own (ISO 32000-1 7.8.3). */
export class Resources {
  /** Entries by kind and name, as the file has them. */
  readonly entries: { [kind: string]: { [name: string]: CosValue } } = {}
  readonly #states = new Map<string, string>()

  /** Adds an entry of a kind such as `XObject`, and returns its name. */
  add(kind: string, value: CosValue): string {
    this.entries[kind] ??= {}
    const entries = this.entries[kind]
    const name = `${kind[0]}${Object.keys(entries).length + 1}`
    entries[name] = value
    return name
  }

  /** Returns the name of a graphics state; the same one is kept once. */
  state(state: { [key: string]: CosValue }): string {
    const key = JSON.stringify(state)
    let name = this.#states.get(key)
    if (!name) {
      name = this.add('ExtGState', { Type: 'ExtGState', ...state })
      this.#states.set(key, name)
    }
    return name
  }
}
