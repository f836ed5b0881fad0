import type { PdfFont } from '../font/pdf-font.js'
import { identity, type Matrix } from './matrix.js'

/** The part of the graphics state that says where text lands (ISO 32000-1 8.4, 9.3). */
export interface GraphicsState {
  matrix: Matrix
  font: PdfFont | undefined
  size: number
  charSpace: number
  wordSpace: number
  /** Horizontal scaling, 1 for 100 %. */
  scale: number
  leading: number
  rise: number
  mode: number
  /** Whether a fill or a stroke colour was chosen: without, black is DeviceGray. */
  hasFill: boolean
  hasStroke: boolean
}

export const INVISIBLE = 3

/** Returns the state at the start of a page. */
export function initialState(): GraphicsState {
  return {
    matrix: identity,
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    hasFill: false,
    hasStroke: false,
  }
}
