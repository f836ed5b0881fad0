import type { Host } from './host.js'

/** Returns a host for where there are no files: a browser, a worker. Pictures are not read; text formats name them by address. */
export function portableHost(now?: Date): Host {
  return {
    now: () => now ?? new Date(),
    readAsset: async url => ({ rule: 'asset-missing', refused: `the picture \`${url}\` cannot be read here` }),
    readShipped: async file => {
      throw new Error(`\`${file}\` needs a host that has the shipped files`)
    },
    deflate: () => {
      throw new Error('this format needs a host that can compress')
    },
  }
}
