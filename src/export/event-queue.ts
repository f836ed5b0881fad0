/** Events from one producer to listeners: kept from the beginning, so that a late listener misses none. */
export class EventQueue<Event> {
  readonly #events: Iterable<Event>[] = []
  #ended: { error?: unknown } | undefined
  #wake: (() => void)[] = []

  push(event: Event): void {
    this.pushAll([event])
  }

  /** Takes events that each listener makes for itself when it comes to them: many need not be held. */
  pushAll(events: Iterable<Event>): void {
    this.#events.push(events)
    this.#notify()
  }

  end(): void {
    this.#ended = {}
    this.#notify()
  }

  /** Ends the queue: every listener gets the error after the events before it. */
  fail(error: unknown): void {
    this.#ended = { error }
    this.#notify()
  }

  async *listen(): AsyncGenerator<Event> {
    for (let at = 0; ; at++) {
      while (at >= this.#events.length) {
        if (this.#ended) {
          if ('error' in this.#ended) throw this.#ended.error
          return
        }
        await new Promise<void>(resolve => this.#wake.push(resolve))
      }
      // Not by `yield*`, which makes promises of its own for each of many.
      for (const event of this.#events[at]!) yield event
    }
  }

  #notify(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const wake of waiting) wake()
  }
}
