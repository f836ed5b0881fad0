import { htmlText } from '../assets/svg/html-text.js'
import type { Placed, RenderContext } from './renderer.js'

/** Says which words of a drawing only browsers show, for the formats that are read elsewhere. */
export function reportHtmlText(
  bytes: Uint8Array,
  url: string,
  { report }: Pick<RenderContext<unknown>, 'report'>,
  from: Placed,
): void {
  const words = htmlText(new TextDecoder().decode(bytes))
  if (!words) return
  const shown = words.length > 60 ? `${words.slice(0, 58)}…` : words
  report(`the drawing \`${url}\` has words in HTML, which only browsers show: “${shown}”`, 'drawing-html', from)
}
