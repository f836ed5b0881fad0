import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Returns the licences of all packages that `inputs` (paths of bundled files) come from, and of those named, by package.
 * Throws where a package has no licence text: nothing is shipped without one.
 */
export async function thirdPartyLicences(root, inputs, named = []) {
  const folders = new Set(named.map(name => `node_modules/${name}`))
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)
    if (match) folders.add(match[1])
  }
  const texts = await Promise.all([...folders].sort().map(folder => licenceOf(path.join(root, folder))))
  const unique = [...new Set(texts)]
  return `Standfirst contains parts of these packages, each under its own licence.\n\n${unique.join(`\n${'='.repeat(80)}\n\n`)}`
}

async function licenceOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  )
  const files = (await readdir(folder)).filter(file => /^(licen[cs]e|copying|notice)/i.test(file)).sort()
  const texts = await Promise.all(files.map(file => readFile(path.join(folder, file), 'utf8')))
  const holder = typeof author === 'string' ? author : author?.name
  if (texts.length === 0 && !license) throw new Error(`${name} is bundled and has no licence`)
  const text =
    texts.length > 0 ? texts.map(each => each.trim()).join('\n\n') : `${license} licence${holder ? `, ${holder}` : ''}`
  const source = license === 'MPL-2.0' ? `\nIts source code: ${repository?.url ?? repository}\n` : ''
  return `${name} ${version} (${typeof license === 'string' ? license : 'see below'})\n\n${text}\n${source}`
}
