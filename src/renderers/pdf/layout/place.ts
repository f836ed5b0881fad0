import type { PagePlan, Stretch } from './page-plan.js'
import type { EdgeRule, Op, Panel } from './vertical.js'

interface OpenPanel {
  panel: Panel
  top: number
  /** The panel began on this page. */
  began: boolean
}

/**
 * Sets a stretch of verts on a page from `y` downwards. Returns where it ends and which panels are still open there.
 * Space at the head of the page falls away.
 */
export function place(stretch: Stretch, y: number, plan: PagePlan): { y: number; open: Panel[] } {
  const open: OpenPanel[] = []
  let started = false
  for (const panel of stretch.open) {
    open.push({ panel, top: y - (panel.repeat ? 0 : panel.bleed), began: false })
    if (!panel.repeat) continue
    for (const op of panel.repeat.ops)
      if (op.k !== 'place' && op.k !== 'link') plan.content.push(asArtifact({ ...op, y: op.y + y }))
    y += panel.repeat.height
    started = true
  }
  for (let i = stretch.from; i < stretch.to; i++) {
    const vert = stretch.verts[i]!
    switch (vert.t) {
      case 'box':
        for (const op of vert.ops) plan.content.push({ ...op, y: op.y + y })
        y += vert.height
        started = true
        break
      case 'strut':
        if (started || isOpening(stretch, i)) y += vert.height
        started = true
        break
      case 'skip':
        if (started) y += vert.height
        break
      case 'open':
        open.push({ panel: vert.panel, top: y, began: true })
        break
      case 'close': {
        const panel = open.pop()
        if (panel) paint(panel, y, true, plan)
        break
      }
      case 'break':
        break
    }
  }
  for (const panel of open) paint(panel, y + (panel.panel.repeat ? 0 : panel.panel.bleed), false, plan)
  return { y, open: open.map(({ panel }) => panel) }
}

/** A strut at the head of a page stands only where its panel begins: not where a panel's end alone spilled over. */
function isOpening(stretch: Stretch, at: number): boolean {
  return stretch.verts[at - 1]?.t === 'open'
}

function paint({ panel, top, began }: OpenPanel, bottom: number, ended: boolean, plan: PagePlan): void {
  const { x, width } = panel
  const height = bottom - top
  if (height <= 0) return
  if (panel.background) plan.under.push(rule(x, top, width, height, panel.background))
  if (panel.left) plan.over.push(rule(x, top, panel.left.width, height, panel.left.colour))
  if (panel.right)
    plan.over.push(rule(x + width - panel.right.width, top, panel.right.width, height, panel.right.colour))
  if (panel.top && (began || panel.closed)) plan.over.push(edge(panel, panel.top, top))
  if (panel.bottom && (ended || panel.closed)) plan.over.push(edge(panel, panel.bottom, bottom))
}

function edge(panel: Panel, { width, colour }: EdgeRule, y: number): Op {
  return rule(panel.x, y - width / 2, panel.width, width, colour)
}

function rule(x: number, y: number, width: number, height: number, colour: string): Op {
  return { k: 'rule', x, y, width, height, colour, tag: 'Background' }
}

/** Returns a copy of an op that belongs to no element: a repeated table head is read once only. */
function asArtifact(op: Op): Op {
  if (op.k === 'text') {
    const placed = op.placed.map(piece => ({
      ...piece,
      fragment: { ...piece.fragment, span: { ...piece.fragment.span, tag: 'Layout' as const } },
    }))
    return { ...op, placed }
  }
  return op.k === 'image' || op.k === 'rule' ? { ...op, tag: 'Layout' } : op
}
