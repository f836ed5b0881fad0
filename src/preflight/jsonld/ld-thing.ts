/** A node of a JSON-LD document with the path at which it stands. */
export interface LdThing {
  path: string
  value: { readonly [property: string]: unknown }
}

/** Returns a node's types, without a `schema:` prefix or address. */
export function typesOf(value: { readonly [property: string]: unknown }): string[] {
  const type = value['@type']
  return (Array.isArray(type) ? type : [type])
    .filter((each): each is string => typeof each === 'string')
    .map(each => each.replace(/^(schema:|https?:\/\/schema\.org\/)/, ''))
}
