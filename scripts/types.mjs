import { execFileSync } from 'node:child_process'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes the declarations of the public API into a folder: those that the entries lead to and no other, since the rest
 * speaks of packages that are bundled and not installed. The few types of unist that the model builds on come along as a file.
 */
export async function emitTypes(root, folder) {
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.types.json', '--outDir', folder], {
    cwd: root,
    stdio: 'inherit',
  })
  await copyFile(path.join(root, 'node_modules', '@types', 'unist', 'index.d.ts'), path.join(folder, 'unist.d.ts'))
  const needed = new Set([path.join(folder, 'unist.d.ts')])
  for (const entry of ['index.d.ts', 'core.d.ts']) await follow(path.join(folder, entry), folder, needed)
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name)
    if (file.endsWith('.d.ts') && !needed.has(file)) await rm(file)
  }
}

async function follow(file, folder, seen) {
  if (seen.has(file)) return
  seen.add(file)
  const unist = `./${path.relative(path.dirname(file), path.join(folder, 'unist.js'))}`.replace('./../', '../')
  const text = (await readFile(file, 'utf8')).replaceAll("'unist'", `'${unist}'`)
  await writeFile(file, text)
  for (const [, specifier] of text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
    if (specifier.startsWith('.'))
      await follow(path.join(path.dirname(file), specifier.replace(/\.js$/, '.d.ts')), folder, seen)
    else if (!specifier.startsWith('node:'))
      throw new Error(`${path.relative(folder, file)} speaks of the package ${specifier}`)
  }
}
