import { SaxesParser } from 'saxes'

/** Returns whether text is well-formed XML with namespaces, by a strict parser; throws what is wrong. */
export function wellFormed(xml: string): true {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', problem => {
    throw problem
  })
  parser.write(xml).close()
  return true
}
