/** A paint from another file, and what stands in where there is none (SVG 2, 13.2). */
const outerPaint =
  /((?:fill|stroke)\s*(?:=\s*["']|:)\s*)url\(\s*(?:&quot;|["'])?\s*(?!#|["'\s&])[^)]{0,4096}\)\s+(?=[a-z#])/gi

/** Returns an SVG with the colours that stand in for paints from other files: none of these is read, and the engine draws black. */
export function withFallbackPaints(source: string): string {
  return source.includes('url(') ? source.replace(outerPaint, '$1') : source
}
