/**
 * Gives several readers of one source each item of it, and the next one only when all have asked for it: none is held, and the
 * source is gone through once. A reader that wants no more must say so by `return`, begun or not, or the others wait for it.
 */
export function inStep<Item>(source: AsyncIterator<Item>, count: number): AsyncIterableIterator<Item>[] {
  let round = newRound<Item>()
  let asked = 0
  let open = count
  const step = () => {
    if (asked < open || asked === 0) return
    const { resolve } = round
    round = newRound()
    asked = 0
    resolve(source.next())
  }
  const reader = (): AsyncIterableIterator<Item> => {
    let closed = false
    let latest: Round<Item> | undefined
    const close = () => {
      if (closed) return
      closed = true
      open--
      // It asked for one that has not come.
      if (latest === round) asked--
      step()
    }
    return {
      [Symbol.asyncIterator]() {
        return this
      },
      next() {
        if (closed) return Promise.resolve(done)
        latest = round
        asked++
        step()
        return latest.item
      },
      return() {
        close()
        return Promise.resolve(done)
      },
    }
  }
  return Array.from({ length: count }, reader)
}

const done = { done: true as const, value: undefined }

interface Round<Item> {
  item: Promise<IteratorResult<Item>>
  resolve(item: Promise<IteratorResult<Item>>): void
}

function newRound<Item>(): Round<Item> {
  let resolve!: Round<Item>['resolve']
  const item = new Promise<IteratorResult<Item>>(settle => {
    resolve = settle
  })
  return { item, resolve }
}
