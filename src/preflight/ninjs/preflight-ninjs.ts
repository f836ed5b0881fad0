import { checkData } from '../../diagnostics/check-data.js'
import type { Message } from '../../diagnostics/message.js'
import { type Fault, isThing, step } from '../json/fault.js'
import { judgeJson } from '../json/judge-json.js'
import { associatedShape, newsObjectShape } from './ninjs-shape.js'

type Thing = { readonly [member: string]: unknown }

/**
 * Judges a news object by IPTC's ninjs 3.1, whoever made it: its members, what each may hold, and what the standard asks for
 * in words. No message means that nothing was found. Never throws over content.
 */
export function preflightNinjs(source: string): Message[] {
  return judgeJson(source, 'ninjs-shape', document =>
    Array.isArray(document)
      ? document.flatMap((each, index) => checkWhole(each, String(index)))
      : checkWhole(document, ''),
  )
}

/** Version 3 renamed most members (`headline` became `headlines`): an older object would break every rule. */
function checkWhole(object: unknown, path: string): Fault[] {
  const version = isThing(object) ? versionOf(object) : undefined
  if (version === undefined || version.startsWith('3.')) return checkObject(object, newsObjectShape, path)
  return [
    {
      rule: 'ninjs-version',
      path,
      reason: `the news object is of ninjs ${version}, and was not judged: the rules here are those of version 3`,
    },
  ]
}

function versionOf(object: Thing): string | undefined {
  const { standard } = object
  if (isThing(standard) && typeof standard.version === 'string') return standard.version
  if ('headline' in object || 'body_html' in object || 'body_text' in object || 'pubstatus' in object) return '1 or 2'
  return undefined
}

function checkObject(object: unknown, shape: typeof newsObjectShape, path: string): Fault[] {
  const faults = checkData(object, shape, false, path).map(
    ({ path: at, reason, hint }): Fault => ({ rule: 'ninjs-shape', path: at, reason, hint }),
  )
  if (!isThing(object)) return faults
  const associations = Array.isArray(object.associations) ? object.associations : []
  return [
    ...faults,
    ...checkDates(object, path),
    ...checkChoices(object, path),
    ...checkStandard(object, path),
    ...associations.flatMap((each, index) =>
      checkObject(each, associatedShape, step(step(path, 'associations'), index)),
    ),
  ]
}

/** A version is not older than the first, and what is withheld until a moment does not end before it. */
const inOrder = [
  ['firstCreated', 'versionCreated'],
  ['embargoedUntil', 'expires'],
] as const

function checkDates(object: Thing, path: string): Fault[] {
  return inOrder.flatMap(([first, then]): Fault[] => {
    const moments = [object[first], object[then]].map(value =>
      typeof value === 'string' ? Date.parse(value) : Number.NaN,
    )
    if (!(moments[1]! < moments[0]!)) return []
    return [{ rule: 'ninjs-dates', path: step(path, then), reason: `\`${then}\` is before \`${first}\`` }]
  })
}

/** Members of which one alone may stand (ninjs 3.1, `oneOf`). */
function checkChoices({ rightsInfo }: Thing, path: string): Fault[] {
  if (!isThing(rightsInfo)) return []
  const given = ['linkedRights', 'encodedRights'].filter(name => rightsInfo[name] !== undefined)
  if (given.length === 1) return []
  return [
    {
      rule: 'ninjs-shape',
      path: step(path, 'rightsInfo'),
      reason: `\`rightsInfo\` holds ${given.length === 0 ? 'neither' : 'both'} \`linkedRights\` ${given.length === 0 ? 'nor' : 'and'} \`encodedRights\``,
      hint: 'give one of them',
    },
  ]
}

function checkStandard({ standard, type }: Thing, path: string): Fault[] {
  if (isThing(standard) && standard.name !== undefined && standard.name !== 'ninjs')
    return [
      {
        rule: 'ninjs-shape',
        path: step(path, 'standard.name'),
        reason: `the standard is "${standard.name}", not "ninjs"`,
      },
    ]
  return type === undefined && path === ''
    ? [
        {
          rule: 'ninjs-recommended',
          path,
          reason: 'the news object has no `type`',
          hint: 'write "text", "picture" or what it is',
        },
      ]
    : []
}
