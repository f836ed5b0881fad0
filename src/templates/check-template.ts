import { checkData, type DataProblem } from '../diagnostics/check-data.js'
import { suggestion } from '../diagnostics/nearest.js'
import { runningFields } from './running-fields.js'
import type { Template } from './template.js'
import { templateFileShape, templateShape } from './template-spec.js'

/** Returns what is wrong in one template's file as written, before it is merged with what it extends. */
export function checkTemplateFile(value: unknown): DataProblem[] {
  return checkData(value, templateFileShape, true)
}

/** Returns what keeps a merged template from being used: something missing, or a colour or a field that nobody defines. */
export function checkTemplate(template: unknown): DataProblem[] {
  const problems = checkData(template, templateShape)
  if (problems.length === 0) return [...unknownColours(template as Template), ...unknownFields(template as Template)]
  // A template by itself says everything; hardly anybody means to.
  return problems.map(each =>
    each.reason.endsWith('is missing') ? { hint: 'begin with `"extends": "briefing"`', ...each } : each,
  )
}

const lines = ['masthead', 'header', 'firstFooter', 'footer'] as const

/** Every `{field}` of a running line that nothing fills. */
function unknownFields(template: Template): DataProblem[] {
  return lines.flatMap(line =>
    (['start', 'center', 'end'] as const).flatMap(part => {
      const unknown = [...(template[line]?.[part] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      const path = `${line}.${part}`
      return unknown
        .filter(name => !runningFields.includes(name))
        .map(name => ({
          path,
          reason: `\`${path}\` names the field \`{${name}}\`, which there is not`,
          hint: suggestion(name, runningFields),
        }))
    }),
  )
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
