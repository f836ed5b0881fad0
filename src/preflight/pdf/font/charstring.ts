const MAX_CALLS = 10
const MAX_STEPS = 2000

/** How many operands each first operator of a glyph takes by itself; one more is its width (Technical Note 5177, 4.1). */
const stems = new Set([1, 3, 18, 23, 19, 20])
const moves: { [operator: number]: number } = { 21: 2, 22: 1, 4: 1 }

/** Returns the width that a Type 2 charstring begins with, as the difference from the nominal one; undefined where it has none. */
export function charstringWidth(
  charstring: Uint8Array,
  subrs: Uint8Array[],
  globals: Uint8Array[],
): number | undefined {
  const stack: number[] = []
  let steps = 0
  const run = (bytes: Uint8Array, depth: number): number | undefined | 'more' => {
    for (let at = 0; at < bytes.length && steps < MAX_STEPS; steps += 1) {
      const byte = bytes[at++]!
      if (byte >= 32 || byte === 28) {
        const { value, size } = operand(bytes, byte, at)
        stack.push(value)
        at += size
      } else if (byte === 10 || byte === 29) {
        const list = byte === 10 ? subrs : globals
        const called = list[(stack.pop() ?? 0) + bias(list)]
        if (!called || depth >= MAX_CALLS) return undefined
        const result = run(called, depth + 1)
        if (result !== 'more') return result
      } else if (byte === 11) return 'more'
      else return widthBefore(byte, stack)
    }
    return 'more'
  }
  const result = run(charstring, 0)
  return result === 'more' ? undefined : result
}

function widthBefore(operator: number, stack: number[]): number | undefined {
  if (stems.has(operator)) return stack.length % 2 === 1 ? stack[0] : undefined
  if (operator === 14) return stack.length === 1 || stack.length === 5 ? stack[0] : undefined
  const own = moves[operator]
  return own !== undefined && stack.length > own ? stack[0] : undefined
}

function operand(bytes: Uint8Array, byte: number, at: number): { value: number; size: number } {
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (byte === 28) return { value: ((first << 24) >> 16) | second, size: 2 }
  if (byte === 255)
    return {
      value: (((first << 24) >> 16) | second) + ((bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)) / 65536,
      size: 4,
    }
  if (byte >= 251) return { value: -(byte - 251) * 256 - first - 108, size: 1 }
  if (byte >= 247) return { value: (byte - 247) * 256 + first + 108, size: 1 }
  return { value: byte - 139, size: 0 }
}

/** Subroutine numbers are stored below zero by this much (Technical Note 5176, 16). */
function bias(list: Uint8Array[]): number {
  return list.length < 1240 ? 107 : list.length < 33900 ? 1131 : 32768
}
