import path from 'node:path'

/**
 * An esbuild plugin that bundles of pdf-lib its object model alone: the package does not say that its files have no side
 * effects, so all of it (fonts, forms, encryption: 700 kB) would be kept.
 */
export function objectModelOnly(root) {
  const folder = path.join(root, 'node_modules', 'pdf-lib', 'es')
  const again = Symbol('resolved once already')
  return {
    name: 'object-model-only',
    setup(build) {
      build.onResolve({ filter: /^pdf-lib$/ }, () => ({
        path: path.join(folder, 'core', 'index.js'),
        sideEffects: false,
      }))
      // The model has ways to compress that nobody calls: what they need makes its tables as soon as it is loaded.
      build.onResolve({ filter: /^fflate$/ }, ({ importer }) =>
        importer.startsWith(folder) ? { path: 'fflate', namespace: 'uncalled', sideEffects: false } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: 'uncalled' }, () => ({
        contents:
          'export const zlibSync = undefined, unzlibSync = undefined, deflateSync = undefined, inflateSync = undefined',
      }))
      build.onResolve({ filter: /^\./ }, async args => {
        if (!args.importer.startsWith(folder) || args.pluginData === again) return undefined
        const { importer, resolveDir, kind } = args
        const found = await build.resolve(args.path, { importer, resolveDir, kind, pluginData: again })
        return { ...found, sideEffects: false }
      })
    },
  }
}
