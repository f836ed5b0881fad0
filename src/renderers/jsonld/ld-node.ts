/** A node of structured data before it is written. Absent and empty values are dropped by `compact`. */
export type LdNode = { [property: string]: LdValue }
export type LdValue = string | number | boolean | undefined | LdNode | readonly LdValue[]

/** Returns a value without empty strings, lists and nodes; undefined where nothing is left. A bare `@type` says nothing. */
export function compact(value: LdValue): LdValue {
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'object') return value
  if (isList(value)) {
    const list = value.map(compact).filter(each => each !== undefined)
    return list.length === 0 ? undefined : list
  }
  const node: LdNode = {}
  for (const [property, each] of Object.entries(value)) {
    const kept = compact(each)
    if (kept !== undefined) node[property] = kept
  }
  return Object.keys(node).some(property => property !== '@type') ? node : undefined
}

/** Returns whether a value is a list. */
export function isList(value: LdValue): value is readonly LdValue[] {
  return Array.isArray(value)
}

/** Returns whether a value is a node. */
export function isNode(value: LdValue): value is LdNode {
  return typeof value === 'object' && !isList(value)
}

/**
 * Returns the tree with a number after every id that two different things claim: authors who share one profile page are two
 * people all the same. Things are told apart by type and name; a node without a name only refers.
 */
export function settleIds(root: LdNode): LdNode {
  const owners = new Map<string, string>()
  const settle = (value: LdValue): LdValue => {
    if (isList(value)) return value.map(settle)
    if (!isNode(value)) return value
    const node = mapNode(value, settle)
    const { '@id': id, '@type': type, name } = node
    if (typeof id !== 'string' || typeof name !== 'string') return node
    const owner = `${type} ${name}`
    let free = id
    for (let number = 2; (owners.get(free) ?? owner) !== owner; number++) free = `${id}-${number}`
    owners.set(free, owner)
    return { ...node, '@id': free }
  }
  return settle(root) as LdNode
}

/**
 * Returns a tree as one flat list: every node that has an id stands once, by itself, and is referred to by its id, so that
 * nothing dangles. The root comes first; the rest follows in the order of first mention.
 */
export function toGraph(root: LdNode): LdNode[] {
  const nodes = new Map<string, LdNode>()
  const place = (value: LdValue): LdValue => {
    if (isList(value)) return value.map(place)
    if (!isNode(value)) return value
    const id = value['@id']
    if (typeof id !== 'string') return mapNode(value, place)
    if (!nodes.has(id)) {
      const node: LdNode = {}
      nodes.set(id, node)
      Object.assign(node, mapNode(value, place))
    }
    return { '@id': id }
  }
  place(root)
  return [...nodes.values()]
}

function mapNode(node: LdNode, change: (value: LdValue) => LdValue): LdNode {
  return Object.fromEntries(Object.entries(node).map(([property, value]) => [property, change(value)]))
}
