import { latin } from './media-type.js'

/** The primaries of sRGB, adapted to D50, as rows of X, Y, Z (ICC.1 and IEC 61966-2-1). */
const primaries: { readonly [tag: string]: readonly [number, number, number] } = {
  rXYZ: [0.436, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7139],
}
/** What half of full scale is in light by the curve of sRGB; a plain gamma of 2.2 is as good. */
const HALF = 0.214
const TOLERANCE = 0.012

/**
 * Returns whether an ICC profile says what sRGB says, by its numbers and not by its name: its primaries and its curve. A
 * profile for grey needs the curve alone. One that is broken says nothing and counts as sRGB.
 */
export function isSrgbProfile(profile: Uint8Array): boolean {
  if (profile.length < 132 || latin(profile, 36, 40) !== 'acsp') return true
  const space = latin(profile, 16, 20)
  if (space !== 'RGB ' && space !== 'GRAY') return false
  const tags = readTags(profile)
  if (space === 'GRAY') return isLikeHalf(tags.get('kTRC'))
  return Object.entries(primaries).every(([name, wanted]) => {
    const found = xyz(tags.get(name))
    return (
      found?.every((value, axis) => Math.abs(value - wanted[axis]!) < TOLERANCE) &&
      isLikeHalf(tags.get(`${name[0]}TRC`))
    )
  })
}

/** ICC.1 7.3: a table of signatures, each with place and size. */
function readTags(profile: Uint8Array): Map<string, DataView> {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength)
  const tags = new Map<string, DataView>()
  const count = Math.min(view.getUint32(128), 200)
  for (let index = 0; index < count; index++) {
    const at = 132 + index * 12
    if (at + 12 > profile.length) break
    const start = view.getUint32(at + 4)
    const size = view.getUint32(at + 8)
    if (start + size > profile.length) continue
    tags.set(latin(profile, at, at + 4), new DataView(profile.buffer, profile.byteOffset + start, size))
  }
  return tags
}

function xyz(tag: DataView | undefined): number[] | undefined {
  return tag && tag.byteLength >= 20 ? [8, 12, 16].map(at => fixed(tag, at)) : undefined
}

function isLikeHalf(curve: DataView | undefined): boolean {
  const half = curve && atHalf(curve)
  return half !== undefined && Math.abs(half - HALF) < TOLERANCE
}

/** Returns what a curve makes of one half (ICC.1 10.6 and 10.18). */
function atHalf(curve: DataView): number | undefined {
  const type = curve.byteLength >= 12 ? curve.getUint32(0) : 0
  if (type === 0x63757276) {
    const count = curve.getUint32(8)
    if (count === 0) return 0.5
    if (12 + count * 2 > curve.byteLength) return undefined
    if (count === 1) return 0.5 ** (curve.getUint16(12) / 256)
    return curve.getUint16(12 + Math.round((count - 1) / 2) * 2) / 65_535
  }
  if (type !== 0x70617261 || curve.byteLength < 16) return undefined
  const kind = curve.getUint16(8)
  const gamma = fixed(curve, 12)
  if (kind === 0) return 0.5 ** gamma
  if (curve.byteLength < 24) return undefined
  return (fixed(curve, 16) * 0.5 + fixed(curve, 20)) ** gamma
}

/** A number as ICC writes it: sixteen bits, and sixteen behind the point. */
function fixed(view: DataView, at: number): number {
  return view.getInt32(at) / 65_536
}
