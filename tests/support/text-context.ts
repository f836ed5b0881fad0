import { createMessage, type Message } from '../../src/diagnostics/message.js'
import type { Host } from '../../src/host/host.js'
import type { Output, RenderContext, Renderer, SiteContext } from '../../src/renderers/renderer.js'
import { bareTemplate } from '../../src/templates/bare-template.js'

/** What a test of a text format may settle. */
export interface TextSetting {
  options?: { [option: string]: unknown }
  site?: SiteContext
  now?: Date
  /** Handlers of extension nodes for this format, by node name. */
  extensions?: { [name: string]: unknown }
}

/** Returns a render context that opens no file, and the messages that come through it. */
export function textContext<Options>(
  renderer: Renderer<Options>,
  setting: TextSetting = {},
): { context: RenderContext<Options>; messages: Message[] } {
  const messages: Message[] = []
  const now = setting.now ?? new Date('2026-11-23T12:00:00Z')
  const context: RenderContext<Options> = {
    options: renderer.options(setting.options ?? {}),
    template: bareTemplate,
    now,
    hasPassed: moment => moment <= now.getTime(),
    host: noHost,
    site: setting.site ?? {},
    load: async () => undefined,
    report: (reason, rule, from, severity) =>
      messages.push(createMessage(rule, reason, { position: from?.position, severity })),
    extension: name => setting.extensions?.[name],
  }
  return { context, messages }
}

/** Returns an output's whole text. */
export async function textOf({ body }: Output): Promise<string> {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  let text = ''
  for await (const piece of body) text += piece
  return text
}

const refuse = () => {
  throw new Error('a text format asked for a file')
}
const noHost: Host = { now: refuse, readAsset: refuse, readShipped: refuse, deflate: refuse }
