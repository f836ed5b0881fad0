import type { Reading } from './reading.js'

/** Says once for each kind what was left out, and which styles no table names. */
export function reportReading({ leftOut, unknownStyles, report }: Reading): void {
  for (const [what, times] of leftOut)
    report(
      'word-left-out',
      `${what} was left out${times === 1 ? '' : `, ${times} times`}: an article has no place for it`,
    )
  for (const [name, { role, times }] of unknownStyles) {
    const paragraphs = times === 1 ? 'one paragraph was' : `${times} paragraphs were`
    report(
      'word-style',
      `the style \`${name}\` stands for nothing that is known: ${paragraphs} read as ${wordsFor(role)}`,
    )
  }
}

function wordsFor(role: string): string {
  if (role === 'text') return 'text'
  const words = role
    .replace(/\d$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}
