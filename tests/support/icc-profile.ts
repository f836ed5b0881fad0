/** Writes a small ICC profile of a screen with sRGB's primaries and a plain gamma: all that PDF/A asks of an output intent. */
export function screenProfile(): Uint8Array {
  const tags: [string, Uint8Array][] = [
    ['desc', description('test screen')],
    ['cprt', block('text', [...ascii('none'), 0])],
    ['wtpt', xyz(0.9505, 1, 1.0891)],
    ['rXYZ', xyz(0.4361, 0.2225, 0.0139)],
    ['gXYZ', xyz(0.3851, 0.7169, 0.0971)],
    ['bXYZ', xyz(0.1431, 0.0606, 0.7141)],
    ...['rTRC', 'gTRC', 'bTRC'].map((tag): [string, Uint8Array] => [tag, block('curv', [0, 0, 0, 1, 2, 51, 0, 0])]),
  ]
  const start = 128 + 4 + tags.length * 12
  const size = tags.reduce((sum, [, bytes]) => sum + bytes.length, start)
  const profile = new Uint8Array(size)
  const view = new DataView(profile.buffer)
  view.setUint32(0, size)
  view.setUint32(8, 0x02100000)
  profile.set(ascii('mntrRGB XYZ '), 12)
  for (const [index, part] of [2026, 1, 1].entries()) view.setUint16(24 + index * 2, part)
  profile.set(ascii('acsp'), 36)
  for (const [index, part] of [0.9642, 1, 0.8249].entries()) view.setInt32(68 + index * 4, Math.round(part * 65536))
  view.setUint32(128, tags.length)
  let at = start
  for (const [index, [tag, bytes]] of tags.entries()) {
    profile.set(ascii(tag), 132 + index * 12)
    view.setUint32(136 + index * 12, at)
    view.setUint32(140 + index * 12, bytes.length)
    profile.set(bytes, at)
    at += bytes.length
  }
  return profile
}

function ascii(text: string): number[] {
  return [...text].map(character => character.charCodeAt(0))
}

function block(type: string, data: number[]): Uint8Array {
  const bytes = [...ascii(type), 0, 0, 0, 0, ...data]
  while (bytes.length % 4 !== 0) bytes.push(0)
  return Uint8Array.from(bytes)
}

function xyz(...values: number[]): Uint8Array {
  const data = values.flatMap(value => {
    const fixed = Math.round(value * 65536)
    return [fixed >>> 24, (fixed >> 16) & 255, (fixed >> 8) & 255, fixed & 255]
  })
  return block('XYZ ', data)
}

function description(text: string): Uint8Array {
  return block('desc', [0, 0, 0, text.length + 1, ...ascii(text), ...new Array(1 + 8 + 3 + 67).fill(0)])
}
