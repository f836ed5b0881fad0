import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'

/** What a script is given, by the names that the build has put in place of a module's own. */
const parameters = 'exports,require,module,importModule,importMetaUrl,importMetaResolve'

/**
 * Loads a script that the build has left beside the modules, and those that it asks for, each with the code compiled from it
 * in earlier runs. Returns what it exports; undefined where there are no scripts or nothing can be kept.
 *
 * Node keeps the compiled code of modules from 22.1 on, by `enableCompileCache`. This does the same for Node 20, which can
 * do it for scripts only, in a folder of its own for each user, build and engine. Its setting `NODE_DISABLE_COMPILE_CACHE`
 * is heeded.
 */
export function loadScripts(folder: string, entry: string): unknown {
  const build = readIfThere(path.join(folder, '..', 'build-id'))
  if (!build || !existsSync(path.join(folder, entry)) || process.env.NODE_DISABLE_COMPILE_CACHE) return undefined
  const kept = folderForCode(build.toString('latin1').trim())
  if (!kept) return undefined
  const native = createRequire(path.join(folder, entry))
  const importModule = (wanted: string) => import(wanted)
  const modules = new Map<string, { exports: unknown }>()
  const fresh: { name: string; script: vm.Script }[] = []
  const load = (name: string): unknown => {
    const known = modules.get(name)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(name, module)
    const file = path.join(folder, name)
    const cachedData = readIfThere(path.join(kept, name))
    const script = new vm.Script(`(function(${parameters}){${readFileSync(file, 'latin1')}\n})`, {
      filename: file,
      cachedData,
    })
    if (!cachedData || script.cachedDataRejected) fresh.push({ name, script })
    const require = (wanted: string) => (wanted.startsWith('./') ? load(wanted.slice(2)) : native(wanted))
    const resolve = (wanted: string) => pathToFileURL(native.resolve(wanted)).href
    script.runInThisContext()(module.exports, require, module, importModule, pathToFileURL(file).href, resolve)
    return module.exports
  }
  // At the end of a run the code of every function that it called is there.
  process.once('exit', () => {
    for (const { name, script } of fresh) keep(path.join(kept, name), script.createCachedData())
  })
  return load(entry)
}

/** Returns a folder that nobody else can write in, made if absent: what lies there is run. */
function folderForCode(build: string): string | undefined {
  const user = process.getuid?.()
  const own = path.join(tmpdir(), `standfirst-code-${user ?? 'user'}`)
  const folder = path.join(own, `${build}-${process.version}-${process.arch}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { uid, mode } = lstatSync(own)
    return user === undefined || (uid === user && (mode & 0o022) === 0) ? folder : undefined
  } catch {
    return undefined
  }
}

/** Writes a file whole or not at all: other runs may read it meanwhile. A full disk costs no more than the next start. */
function keep(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}`
  try {
    writeFileSync(temporary, bytes)
    renameSync(temporary, file)
  } catch {
    rmSync(temporary, { force: true })
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
