/** A stretch of text that runs in one direction. */
export interface DirectionRun {
  text: string
  rtl: boolean
}

/** Letters of scripts that run from right to left (Unicode classes R and AL). */
const rtlLetter = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const stretches = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|\p{L}/gu

/**
 * Returns the text cut where its direction turns. Word sets a run with the fonts and the order of complex scripts only
 * where it is told to (ISO/IEC 29500-1, 17.3.2.30); blanks, figures and marks between two turns go with the direction around.
 */
export function directionRuns(text: string, rtl: boolean): DirectionRun[] {
  if (!rtl && !rtlLetter.test(text)) return [{ text, rtl }]
  const runs: DirectionRun[] = []
  let start = 0
  let current = rtl
  let lastLetterEnd = 0
  for (const match of text.matchAll(stretches)) {
    const turned = rtlLetter.test(match[0])
    if (turned !== current) {
      // What stands between belongs to the paragraph's own direction: to the stretch that runs that way.
      const cut = current === rtl ? match.index : lastLetterEnd
      if (cut > start) runs.push({ text: text.slice(start, cut), rtl: current })
      start = cut
      current = turned
    }
    lastLetterEnd = match.index + match[0].length
  }
  // Blanks and marks at the end go with the paragraph.
  const end = current === rtl ? text.length : lastLetterEnd
  runs.push({ text: text.slice(start, end), rtl: current })
  if (end < text.length) runs.push({ text: text.slice(end), rtl })
  return runs
}
