import { beforeFallback, outerAddress } from './outer-address.js'

/** A paint from another file before what stands in where there is none. */
const outerPaint = new RegExp(String.raw`((?:fill|stroke)\s*(?:=\s*["']|:)\s*)${outerAddress}${beforeFallback}`, 'gi')

/** Returns an SVG with the colours that stand in for paints from other files: none of these is read, and the engine draws black. */
export function withFallbackPaints(source: string): string {
  return source.includes('url(') ? source.replace(outerPaint, '$1') : source
}
