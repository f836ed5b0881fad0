/**
 * Returns text that a terminal can be given: control characters, which could move the cursor or change what was printed
 * before, and characters that turn the direction of text are shown as their code. Tabs become two spaces.
 */
export function printable(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu, character => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      return `<${code}>`
    })
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u
const none = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Returns how many columns of a terminal a text takes: East Asian characters and emoji take two, marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += none.test(character) ? 0 : wide.test(character) ? 2 : 1
  return width
}
