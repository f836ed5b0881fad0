/** Plain data as it stands in a template's file. */
export interface TemplateData {
  [key: string]: unknown
}

/**
 * Returns `base` with what `own` says in its place: objects are merged key by key, lists and values replace. `masthead`,
 * `header`, `firstFooter` and `footer` replace whole lines part by part; an empty text takes a part away.
 */
export function mergeTemplate(base: TemplateData, own: TemplateData): TemplateData {
  const merged: TemplateData = { ...base }
  for (const [key, value] of Object.entries(own)) {
    if (key === 'extends' || key === '$schema') continue
    const below = base[key]
    merged[key] = isData(below) && isData(value) && !isPageSize(key) ? mergeTemplate(below, value) : value
  }
  return merged
}

/** A page size of two numbers is one thing, not two settings. */
function isPageSize(key: string): boolean {
  return key === 'size'
}

function isData(value: unknown): value is TemplateData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
