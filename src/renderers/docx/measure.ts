/** Returns twentieths of a point, the unit of most lengths in WordprocessingML. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** Returns half-points, the unit of type sizes (ISO/IEC 29500-1, 17.3.2.38). */
export function halfPoints(points: number): number {
  return Math.max(2, Math.round(points * 2))
}

/** Returns eighths of a point, the unit of border widths; Word draws nothing between 0 and ¼ pt (17.18.7). */
export function eighths(points: number): number {
  return Math.min(96, Math.max(2, Math.round(points * 8)))
}

/** Returns English metric units, the unit of DrawingML: 12,700 to a point. */
export function emu(points: number): number {
  return Math.round(points * 12700)
}
