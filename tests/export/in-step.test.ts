import { describe, expect, it } from 'vitest'
import { inStep } from '../../src/export/in-step.js'

async function* numbers(log: number[] = []) {
  for (let number = 0; number < 5; number++) {
    log.push(number)
    yield number
  }
}

async function taken(reader: AsyncIterable<number>, most = Infinity): Promise<number[]> {
  const items: number[] = []
  for await (const item of reader) {
    items.push(item)
    if (items.length === most) break
  }
  return items
}

describe('readers in step', () => {
  it('are each given all, and the source is gone through once', async () => {
    const log: number[] = []
    const readers = inStep(numbers(log), 3)
    expect(await Promise.all(readers.map(reader => taken(reader)))).toEqual(Array(3).fill([0, 1, 2, 3, 4]))
    expect(log).toEqual([0, 1, 2, 3, 4])
  })

  it('wait for the slowest', async () => {
    const log: number[] = []
    const [fast, slow] = inStep(numbers(log), 2)
    const ahead = taken(fast!)
    await slow!.next()
    await new Promise(resolve => setImmediate(resolve))
    expect(log).toEqual([0])
    await taken(slow!)
    expect(await ahead).toEqual([0, 1, 2, 3, 4])
  })

  it('do not wait for one that ended early or never began', async () => {
    const [whole, early, none] = inStep(numbers(), 3)
    await none!.return!()
    expect(await Promise.all([taken(whole!), taken(early!, 2)])).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1],
    ])
    expect(await early!.next()).toEqual({ done: true, value: undefined })
  })

  it('miss none where one ends while it waits', async () => {
    const log: number[] = []
    const [whole, ended] = inStep(numbers(log), 2)
    const waiting = ended!.next()
    await ended!.return!()
    expect(log).toEqual([])
    expect(await taken(whole!)).toEqual([0, 1, 2, 3, 4])
    expect(await waiting).toEqual({ done: false, value: 0 })
  })

  it('all hear of a failure', async () => {
    const failing = (async function* () {
      yield 1
      throw new Error('gone')
    })()
    const results = await Promise.allSettled(inStep(failing, 2).map(reader => taken(reader)))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
