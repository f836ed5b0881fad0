import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { jsonFault } from '../diagnostics/json-fault.js'
import { createMessage } from '../diagnostics/message.js'
import { lookAt } from '../host/look-at.js'
import { packageFolder } from '../host/package-folder.js'
import type { TemplateFile } from '../plugin.js'
import { TemplateError, type TemplateLibrary, type TemplateSource } from './find-template.js'

/** A template that the user can name, with its sentence of description. */
export interface ListedTemplate {
  name: string
  description: string
}

/**
 * Returns the templates at hand: those of plugins, those that ship with the program, and any folder or file named by its
 * path. A path is relative to `cwd`, in `extends` to the file that says it.
 */
export function templateFolder(cwd: string, plugins: readonly TemplateFile[] = []): TemplateLibrary {
  const shipped = path.join(packageFolder(), 'templates')
  return {
    names: [...readdirSync(shipped).sort(), ...plugins.map(each => each.name)],
    async read(nameOrPath, base = cwd) {
      const fromPlugin = plugins.find(each => each.name === nameOrPath)
      if (fromPlugin) return { data: fromPlugin, file: nameOrPath }
      const isName = /^[\w-]+$/.test(nameOrPath)
      if (isName) {
        const file = path.join(shipped, nameOrPath, 'template.json')
        if (isFile(file)) return readTemplate(file, nameOrPath)
      }
      const named = path.resolve(base, nameOrPath)
      for (const file of [named, path.join(named, 'template.json')])
        if (isFile(file)) return readTemplate(file, path.relative(cwd, file))
      return undefined
    },
  }
}

/** Returns the shipped templates and those of plugins, by name. */
export async function listTemplates(plugins: readonly TemplateFile[] = []): Promise<ListedTemplate[]> {
  const library = templateFolder('.', plugins)
  const sources = await Promise.all(library.names.map(name => library.read(name)))
  return sources.map((source, index) => {
    const { description } = source!.data as { description?: unknown }
    return { name: library.names[index]!, description: typeof description === 'string' ? description : '' }
  })
}

function readTemplate(file: string, shown: string): TemplateSource {
  let text = ''
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    const base = path.dirname(file)
    return { data: withLetterhead(JSON.parse(text), base), file: shown, base }
  } catch (error) {
    const reason = `the template \`${shown}\` cannot be read: ${jsonFault(error, text).reason}`
    throw new TemplateError([{ ...createMessage('template-unreadable', reason), file: shown }])
  }
}

/** A letterhead lies beside the template that names it. */
function withLetterhead(data: { docx?: { referenceDoc?: unknown } } | null, base: string): unknown {
  const letterhead = data?.docx?.referenceDoc
  if (typeof letterhead !== 'string') return data
  return { ...data, docx: { ...data!.docx, referenceDoc: path.resolve(base, letterhead) } }
}

function isFile(file: string): boolean {
  return lookAt(file)?.isFile() ?? false
}
