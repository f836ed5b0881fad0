/** How a font's file or style name says heavy it is; longer names first, so that "ExtraBold" is not taken for "Bold". */
const weights: readonly (readonly [RegExp, number])[] = [
  [/extra-?light|ultra-?light/i, 200],
  [/(demi|semi)-?light/i, 350],
  [/extra-?bold|ultra-?bold/i, 800],
  [/(semi|demi)-?bold/i, 600],
  [/thin|hairline/i, 100],
  [/light/i, 300],
  [/medium/i, 500],
  [/bold/i, 700],
  [/black|heavy/i, 900],
]

/** Returns the weight (100–900) and slope that a file or style name tells: `NotoSansJP-Bold.otf`, `Semibold Italic`. */
export function styleOfName(name: string): { weight: number; italic: boolean } {
  const style = name.replace(/\.\w+$/, '')
  return {
    weight: weights.find(([pattern]) => pattern.test(style))?.[1] ?? 400,
    italic: /italic|oblique/i.test(style),
  }
}

/** What a choice among faces goes by. */
export interface Cut {
  weight: number
  italic: boolean
}

/**
 * Returns the face nearest to what is wanted: its slope first, then its weight; of two as near, the heavier for bold text
 * and the lighter for others (CSS Fonts 4 5.2). The first of two alike.
 */
export function nearestCut<Face extends Cut>(faces: readonly Face[], wanted: Cut): Face | undefined {
  const distance = (face: Cut) =>
    Math.abs(face.weight - wanted.weight) +
    (face.italic === wanted.italic ? 0 : 1000) +
    (face.weight < wanted.weight === wanted.weight > 450 ? 0.5 : 0)
  let best: Face | undefined
  for (const face of faces) if (!best || distance(face) < distance(best)) best = face
  return best
}
