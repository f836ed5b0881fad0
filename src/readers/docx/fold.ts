import type { Attribution, Block, Box, List, ListItem, Quote } from '../../article/article.js'
import { attributionLine } from '../../article/text.js'
import type { Leaf } from './leaves.js'

/** A list that is open, and which it is in the file. */
interface OpenList {
  list: List
  id: string
  definition: string
  level: number
  /** One of its items has said how close they stand. */
  sure: boolean
}

/** What stands around the next block: a panel, quotations in it, lists in the innermost of those. */
interface Fold {
  root: Block[]
  box: Box | undefined
  quotes: Quote[]
  lists: OpenList[]
  /** Items counted so far, by definition and level: a list that goes on after other text counts on. */
  counts: Map<string, number>
  /** Lists that have begun, by id and level. */
  begun: Set<string>
  /** Where the text of the first level of a list begins, in twips. */
  step: number
  /** The block before was a line of code that the next one continues. */
  joins: boolean
}

/** Puts blocks back into the panels, quotations and lists that their paragraphs say they stand in. */
export function fold(leaves: readonly Leaf[], step: number): Block[] {
  const state: Fold = {
    root: [],
    box: undefined,
    quotes: [],
    lists: [],
    counts: new Map(),
    begun: new Set(),
    step,
    joins: false,
  }
  for (const leaf of leaves) {
    enterBox(leaf, state)
    if (leaf.speaker) nameSpeaker(leaf, leaf.speaker, state)
    else {
      enterQuotes(leaf, state)
      place(leaf, state)
    }
    leave(leaf, state)
  }
  return state.root
}

function enterBox(leaf: Leaf, state: Fold): void {
  const { box } = state
  const filled = box !== undefined && (box.children.length > 0 || box.title !== undefined)
  if (leaf.box !== box?.kind || (filled && (leaf.begins || leaf.boxTitle !== undefined))) {
    state.quotes = []
    state.lists = []
    state.box = leaf.box === undefined ? undefined : { type: 'box', kind: leaf.box, children: [] }
    if (state.box) state.root.push(state.box)
  }
  if (leaf.boxTitle !== undefined && state.box) state.box = retitled(state.box, leaf.boxTitle, state.root)
}

/** The title stands before the children, as everywhere. */
function retitled({ kind, children }: Box, title: string, root: Block[]): Box {
  const box: Box = { type: 'box', kind, title, children }
  root[root.length - 1] = box
  return box
}

function enterQuotes({ quotes, list, continues }: Leaf, state: Fold): void {
  if (quotes === state.quotes.length) return
  // What stands in a list stays in it where no quotation begins or ends.
  if (quotes > state.quotes.length || (!list && continues === 0)) state.lists = []
  while (state.quotes.length > quotes) {
    state.quotes.pop()
    state.lists = []
  }
  while (state.quotes.length < quotes) {
    const quote: Quote = { type: 'quote', children: [] }
    around(state).push(quote)
    state.quotes.push(quote)
  }
}

/** The children of the innermost thing that is open. */
function around({ root, box, quotes, lists }: Fold): Block[] {
  const item = lists.at(-1)?.list.children.at(-1)
  return item?.children ?? quotes.at(-1)?.children ?? box?.children ?? root
}

function place(leaf: Leaf, state: Fold): void {
  if (leaf.boxTitle !== undefined) return
  if (leaf.list) return addItem(leaf, leaf.list, state)
  if (!leaf.block) return
  closeLists(leaf, state)
  const blocks = around(state)
  const last = blocks.at(-1)
  if (leaf.joins && state.joins && last?.type === 'code' && leaf.block.type === 'code')
    blocks[blocks.length - 1] = { ...last, value: `${last.value}\n${leaf.block.value}` }
  else blocks.push(leaf.block)
}

/** Closes the lists that a block does not stand in. */
function closeLists({ continues, indent, block }: Leaf, state: Fold): void {
  const indented =
    block?.type === 'code' || block?.type === 'figure' || block?.type === 'table' || block?.type === 'embed'
  const depth = continues || (indented && state.step > 0 ? Math.round(indent / state.step) : 0)
  state.lists.length = Math.min(state.lists.length, depth)
}

function addItem({ block }: Leaf, within: NonNullable<Leaf['list']>, state: Fold): void {
  const { id, level, ordered, tight, checked } = within
  const item: ListItem = { type: 'listItem', ...(checked !== undefined && { checked }), children: block ? [block] : [] }
  while ((state.lists.at(-1)?.level ?? -1) > level) state.lists.pop()
  const top = state.lists.at(-1)
  const number = count(within, state)
  if (top && top.level === level && goesOn(top, item, within)) {
    top.list.children.push(item)
    top.id = id
    if (tight === false) top.list.tight = false
    top.sure ||= tight !== undefined
    return
  }
  if (top?.level === level) state.lists.pop()
  const list: List = {
    type: 'list',
    ordered,
    ...(ordered && number !== 1 && { start: number }),
    tight: tight ?? true,
    children: [item],
  }
  around(state).push(list)
  state.lists.push({ list, id, definition: within.definition, level, sure: tight !== undefined })
}

/**
 * Returns the number of an item. Lists of one definition count on from one another, but for one that begins anew: there
 * LibreOffice gives the first item a list of its own (ISO/IEC 29500-1, 17.9.26).
 */
function count({ id, level, start, definition, restarts }: NonNullable<Leaf['list']>, { counts, begun }: Fold): number {
  const key = `${definition} ${level}`
  const anew = restarts && !begun.has(`${id} ${level}`)
  const number = anew ? start : (counts.get(key) ?? start)
  begun.add(`${id} ${level}`)
  counts.set(key, number + 1)
  // 17.9.10: a level begins anew after one above it.
  for (let deeper = level + 1; deeper < 9; deeper++) counts.delete(`${definition} ${deeper}`)
  return number
}

/** Whether an item belongs to the list that is open at its level. */
function goesOn(
  top: OpenList,
  item: ListItem,
  { id, definition, ordered, restarts, apart, tight }: NonNullable<Leaf['list']>,
): boolean {
  if (top.id === id) return true
  const asClose = tight === undefined || !top.sure || top.list.tight === tight
  const sameKind = top.list.ordered === ordered && top.definition === definition && !restarts
  if (sameKind && (ordered || (!apart && asClose))) return true
  return isMixed(top.list, item, ordered) && asClose
}

/** Tasks have a numbering of their own; among bullets they are items of the same list. */
function isMixed({ ordered, children }: List, item: ListItem, itemOrdered: boolean): boolean {
  return !ordered && !itemOrdered && (children.at(-1)!.checked === undefined) !== (item.checked === undefined)
}

/** Gives the quotation above its speaker. A speaker's line without one stays a paragraph: it is never guessed whose words those are. */
function nameSpeaker({ quotes }: Leaf, attribution: Attribution, state: Fold): void {
  state.lists = []
  while (state.quotes.length > Math.max(quotes, 0)) state.quotes.pop()
  const quote = quotes > 0 ? state.quotes.pop() : undefined
  const blocks = quote ? outerOf(state) : around(state)
  const at = quote ? blocks.indexOf(quote) : blocks.length - 1
  const spoken = blocks[at]
  if ((spoken?.type === 'quote' || (spoken?.type === 'pullQuote' && quotes === 0)) && !spoken.attribution) {
    const { type, ...rest } = spoken
    blocks[at] = { type, attribution, ...rest } as Block
  } else blocks.push({ type: 'paragraph', children: [{ type: 'text', value: `— ${attributionLine(attribution)}` }] })
}

const outerOf = ({ root, box, quotes }: Fold): Block[] => quotes.at(-1)?.children ?? box?.children ?? root

function leave(leaf: Leaf, state: Fold): void {
  state.joins = leaf.joins === true
  // A pull quote has an end of its own, in a panel too.
  if (!leaf.ends || leaf.block?.type === 'pullQuote') return
  if (leaf.box !== undefined) {
    state.box = undefined
    state.quotes = []
    state.lists = []
  } else if (leaf.quotes > 0) {
    state.quotes.length = Math.min(state.quotes.length, leaf.quotes - 1)
    state.lists = []
  }
}
