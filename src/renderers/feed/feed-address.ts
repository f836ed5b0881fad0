import { webUrl } from '../address.js'

/**
 * Returns where a feed will stand. `feed.url` of the configuration names the RSS feed; its siblings lie beside it under
 * their own names. An address that ends with a slash is the folder.
 */
export function feedAddress(given: string | undefined, fileName: string, base: string | undefined): string | undefined {
  const address = webUrl(given, base)
  if (address === undefined) return undefined
  const last = new URL(address).pathname.split('/').at(-1)
  return last === '' || (last === 'feed.xml' && fileName !== 'feed.xml') ? webUrl(fileName, address) : address
}
