import type { FootnoteAnchor } from '../text/span.js'
import type { Frame, PagePlan, PageWish } from './page-plan.js'
import { place } from './place.js'
import { FORBIDDEN, type Panel, type Vert } from './vertical.js'

/** Verts of notes waiting for a page, and how far they have been set. */
interface PendingNote {
  verts: readonly Vert[]
  from: number
  open: readonly Panel[]
}

interface Position {
  index: number
  open: readonly Panel[]
}

/** A place where this page might end. */
interface Candidate {
  index: number
  cost: number
  notes: FootnoteAnchor[]
}

/** Free space costs little until a good part of the page stays empty. */
const EMPTINESS = 4000

/**
 * Fills pages from top to bottom. Each page ends where the costs of the break and of the empty space left are least; each
 * footnote stands on the page of its reference, and goes on to the next one only where it is too long. Every vert reaches
 * a page.
 */
export function fillPages(verts: readonly Vert[], wish: PageWish): PagePlan[] {
  const plans: PagePlan[] = []
  const counter = { boxes: 0 }
  let position: Position = { index: 0, open: [] }
  let pending: PendingNote[] = []
  while (position.index < verts.length || pending.length > 0) {
    const frame = wish.frame(plans.length)
    const plan: PagePlan = { under: [], content: [], over: [] }
    const carried = pending.reduce((sum, note) => sum + heightFrom(note.verts, note.from), 0)
    const end = choosePageEnd(verts, position, frame, carried, wish)
    const placed = placeText(verts, position, end.index, frame, plan)
    counter.boxes += countBoxes(verts, position.index, end.index)
    position = { index: end.index, open: placed.open }
    const queue = [...pending, ...end.notes.map(note => ({ verts: wish.note(note), from: 0, open: [] }))]
    pending = placeNotes(queue, placed.y, frame, plan, wish, placed.y <= frame.y)
    plans.push(plan)
  }
  if (plans.length === 0) plans.push({ under: [], content: [], over: [] })
  if (counter.boxes !== countBoxes(verts, 0, verts.length)) throw new Error('a block did not reach a page')
  return plans
}

function countBoxes(verts: readonly Vert[], from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (verts[i]!.t === 'box') count++
  return count
}

function placeText(
  verts: readonly Vert[],
  start: Position,
  to: number,
  frame: Frame,
  plan: PagePlan,
): { y: number; open: readonly Panel[] } {
  // A page of notes alone repeats no table head.
  if (to === start.index) return { y: frame.y, open: start.open }
  return place({ verts, from: start.index, to, open: start.open }, frame.y, plan)
}

function choosePageEnd(
  verts: readonly Vert[],
  start: Position,
  frame: Frame,
  carried: number,
  wish: PageWish,
): { index: number; notes: FootnoteAnchor[] } {
  let used = start.open.reduce((sum, panel) => sum + (panel.repeat?.height ?? 0), 0)
  let notesHeight = carried > 0 ? carried + noteHead(wish) : 0
  // Notes from before that fill the page leave no room for text.
  if (notesHeight > frame.height * 0.8) return { index: start.index, notes: [] }
  const notes: FootnoteAnchor[] = []
  let best: Candidate | undefined
  let bestForbidden: Candidate | undefined
  let started = used > 0
  for (let i = start.index; i < verts.length; i++) {
    const vert = verts[i]!
    if (vert.t === 'break' && started) {
      const free = Math.max(0, frame.height - used - notesHeight) / frame.height
      const cost = vert.cost + EMPTINESS * free * free * 4
      const candidate = { index: i, cost, notes: [...notes] }
      if (vert.cost >= FORBIDDEN) bestForbidden = candidate
      else if (!best || cost <= best.cost) best = candidate
    }
    if (vert.t === 'skip') used += started ? vert.height : 0
    if (vert.t === 'strut') used += vert.height
    if (vert.t !== 'box') continue
    const cited = withNested(vert.notes, wish)
    const added = cited.reduce((sum, note) => sum + heightFrom(wish.note(note), 0), 0)
    const head = added > 0 && notesHeight === 0 ? noteHead(wish) : 0
    const fits = used + vert.height + notesHeight <= frame.height + 0.01
    const fitsWithNotes = used + vert.height + notesHeight + added + head <= frame.height + 0.01
    const mustTake = !started
    if (!mustTake && !fitsWithNotes) {
      const end = best ?? bestForbidden
      // A note too long for the rest of this page is begun here, where ending before it would leave the page half empty.
      const splits = fits && canSplit(frame.height - used - vert.height - notesHeight, head, end, frame, used)
      if (!splits) return endOf(end, i, notes)
      return { index: nextBreak(verts, i), notes: [...notes, ...cited] }
    }
    used += vert.height
    notesHeight += added + head
    notes.push(...cited)
    started = true
  }
  return { index: verts.length, notes }
}

/** Returns notes with those that they cite themselves: all of them stand on the page of the first reference. */
function withNested(anchors: readonly FootnoteAnchor[], wish: PageWish): readonly FootnoteAnchor[] {
  if (anchors.length === 0) return anchors
  const all: FootnoteAnchor[] = []
  for (const anchor of anchors) {
    all.push(anchor)
    for (const vert of wish.note(anchor)) if (vert.t === 'box') all.push(...withNested(vert.notes, wish))
  }
  return all
}

function canSplit(room: number, head: number, end: Candidate | undefined, frame: Frame, used: number): boolean {
  if (room < head + 26) return false
  return end === undefined || used / frame.height < 0.7
}

function endOf(
  candidate: Candidate | undefined,
  at: number,
  notes: FootnoteAnchor[],
): { index: number; notes: FootnoteAnchor[] } {
  return candidate ? { index: candidate.index, notes: candidate.notes } : { index: at, notes }
}

/** Returns the first place after a box where a page may end: what closes with the box goes with it. */
function nextBreak(verts: readonly Vert[], at: number): number {
  let i = at + 1
  while (i < verts.length && verts[i]!.t !== 'break' && verts[i]!.t !== 'box') i++
  return i
}

function noteHead(wish: PageWish): number {
  return wish.noteGap + wish.noteRule.thickness + wish.noteRule.distance
}

function heightFrom(verts: readonly Vert[], from: number): number {
  let sum = 0
  for (let i = from; i < verts.length; i++) {
    const vert = verts[i]!
    if (vert.t === 'box' || vert.t === 'skip' || vert.t === 'strut') sum += vert.height
  }
  return sum
}

/** Sets notes at the foot of the frame under a short rule. Returns what did not fit. */
function placeNotes(
  queue: PendingNote[],
  textEnd: number,
  frame: Frame,
  plan: PagePlan,
  wish: PageWish,
  alone: boolean,
): PendingNote[] {
  if (queue.length === 0) return []
  const room = frame.y + frame.height - textEnd - noteHead(wish)
  const whole = queue.reduce((sum, note) => sum + heightFrom(note.verts, note.from), 0)
  const height = Math.min(whole, Math.max(room, 0))
  const { noteRule } = wish
  let y = frame.y + frame.height - height
  const ruleX = wish.rtl ? frame.x + frame.width - noteRule.width : frame.x
  plan.over.push({
    k: 'rule',
    x: ruleX,
    y: y - noteRule.distance - noteRule.thickness,
    width: noteRule.width,
    height: noteRule.thickness,
    colour: noteRule.colour,
    tag: 'Layout',
  })
  const left: PendingNote[] = []
  const bottom = frame.y + frame.height
  for (const note of queue) {
    const to = left.length > 0 ? note.from : fitting(note, bottom - y, alone && note === queue[0])
    if (to > note.from) {
      const placed = place({ verts: note.verts, from: note.from, to, open: note.open }, y, plan)
      y = placed.y
      if (to < note.verts.length) left.push({ verts: note.verts, from: to, open: placed.open })
    } else left.push(note)
  }
  return left
}

/** Returns how far a note goes in the room there is; on an empty page at least one box of it, so that the end is reached. */
function fitting(note: PendingNote, room: number, force: boolean): number {
  let used = 0
  let end = note.from
  for (let i = note.from; i < note.verts.length; i++) {
    const vert = note.verts[i]!
    if (vert.t === 'break') end = i
    if (vert.t === 'box' || vert.t === 'skip' || vert.t === 'strut') used += vert.height
    if (used > room + 0.01) {
      if (end > note.from || !force) return end
      return nextBreak(note.verts, i)
    }
  }
  return note.verts.length
}
