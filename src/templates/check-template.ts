import { checkData, type DataProblem } from '../diagnostics/check-data.js'
import { suggestion } from '../diagnostics/nearest.js'
import type { Template } from './template.js'
import { templateFileShape, templateShape } from './template-spec.js'

/** Returns what is wrong in one template's file as written, before it is merged with what it extends. */
export function checkTemplateFile(value: unknown): DataProblem[] {
  return checkData(value, templateFileShape, true)
}

/** Returns what keeps a merged template from being used: something missing, or a colour that nobody defines. */
export function checkTemplate(template: unknown): DataProblem[] {
  const problems = checkData(template, templateShape)
  return problems.length > 0 ? problems : unknownColours(template as Template)
}

function unknownColours(template: Template): DataProblem[] {
  const known = Object.keys(template.colours)
  return coloursIn(template).flatMap(({ path, colour }) =>
    known.includes(colour) || (colour === 'none' && path.endsWith('background'))
      ? []
      : [
          {
            path,
            reason: `\`${path}\` names the colour \`${colour}\`, which \`colours\` lacks`,
            hint: suggestion(colour, known),
          },
        ],
  )
}

/** Every place that names a colour: the keys `colour` and `background`, wherever they stand. */
function coloursIn(value: unknown, path = ''): { path: string; colour: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    const at = path ? `${path}.${key}` : key
    if (at === 'colours') return []
    return (key === 'colour' || key === 'background') && typeof each === 'string'
      ? [{ path: at, colour: each }]
      : coloursIn(each, at)
  })
}
