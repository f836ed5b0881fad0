/** Does `work` for every item, at most `jobs` at a time, and yields the results in the order of the items. */
export async function* mapOrdered<Item, Result>(
  items: Iterable<Item>,
  jobs: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = []
  try {
    for (const item of items) {
      running.push(work(item))
      if (running.length >= jobs) yield await running.shift()!
    }
    while (running.length > 0) yield await running.shift()!
  } finally {
    // Whatever ends the loop early, no failure of what still runs may go unheard as an unhandled rejection.
    for (const rest of running) rest.catch(() => undefined)
  }
}
