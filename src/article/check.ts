import { createMessage, type Message } from '../diagnostics/message.js'
import { nearest } from '../diagnostics/nearest.js'
import { type Article, MODEL_VERSION } from './article.js'
import { isIsoDate } from './iso-date.js'
import { migrate } from './migrate.js'
import { isSafeUrl } from './safe-url.js'
import type { Field, Fields, Group, Shape, StringForm } from './shape.js'
import { fieldsOf, groups, MAX_DEPTH, metaFields } from './spec.js'

/** An article, or what keeps a value from being one: every message has a `path` such as `children.3.rank`. */
export interface CheckResult {
  article?: Article
  messages: Message[]
}

/** More messages than this help nobody: the value is no article at all. */
const MOST_MESSAGES = 50

/**
 * Judges any JSON value against `spec.ts` and brings an older version of the model up to date.
 * Never throws; never changes the value. The article returned is the value itself where its version is current.
 */
export function checkArticle(value: unknown): CheckResult {
  const migrated = migrate(value)
  if (migrated.message) return { messages: [migrated.message] }
  const check: Check = { messages: [], ids: new Set() }
  checkRoot(migrated.value, check)
  const messages = check.messages
  return messages.length === 0 ? { article: migrated.value as Article, messages } : { messages }
}

const rootFields: ReadonlySet<string> = new Set(['type', 'version', 'meta', 'children', 'data'])
const metaShape: Shape = { is: 'object', fields: metaFields }

interface Check {
  messages: Message[]
  ids: Set<string>
}

function checkRoot(value: unknown, check: Check): void {
  if (!isObject(value)) return complain(check, '', `an article is an object, not ${nameOf(value)}`)
  if (value.type !== 'article') complain(check, 'type', `\`type\` is ${show(value.type)}; an article says "article"`)
  if (value.version !== MODEL_VERSION)
    complain(check, 'version', `\`version\` is ${show(value.version)}; this model is version ${MODEL_VERSION}`)
  unknownFields(value, rootFields, '', check)
  checkShape(value.meta, metaShape, 'meta', 0, check)
  checkNodes(value.children, 'block', 0, 'children', 0, check)
}

function checkFields(
  value: { [key: string]: unknown },
  fields: Fields,
  path: string,
  depth: number,
  check: Check,
): void {
  for (const [name, field] of rowsOf(fields).entries) {
    // Most fields of most nodes are absent.
    if (value[name] === undefined && field.optional) continue
    const at = path ? `${path}.${name}` : name
    if (value[name] === undefined) complain(check, at, `\`${name}\` is missing`)
    else checkShape(value[name], field.shape, at, depth, check)
  }
}

/** A table of fields as the check goes through it, made once. */
interface Rows {
  entries: readonly [name: string, field: Field][]
  names: ReadonlySet<string>
  /** The names, and what every node may have. */
  ofNode: ReadonlySet<string>
}

const rows = new WeakMap<Fields, Rows>()

function rowsOf(fields: Fields): Rows {
  const known = rows.get(fields)
  if (known) return known
  const names = Object.keys(fields)
  const made = {
    entries: Object.entries(fields),
    names: new Set(names),
    ofNode: new Set(['type', 'position', 'data', ...names]),
  }
  rows.set(fields, made)
  return made
}

function checkShape(value: unknown, shape: Shape, path: string, depth: number, check: Check): void {
  switch (shape.is) {
    case 'string':
      return checkString(value, shape, path, check)
    case 'integer':
      if (!Number.isSafeInteger(value))
        return complain(check, path, `${last(path)} is ${show(value)}; a whole number is needed`)
      if ((value as number) < (shape.min ?? -Infinity) || (value as number) > (shape.max ?? Infinity))
        complain(check, path, `${last(path)} is ${show(value)}; at least ${shape.min} is needed`)
      return
    case 'boolean':
      if (typeof value !== 'boolean') complain(check, path, `${last(path)} is ${show(value)}; true or false is needed`)
      return
    case 'enum':
      if (!shape.values.includes(value as string))
        complain(check, path, `${last(path)} is ${show(value)}; one of ${shape.values.map(show).join(', ')} is needed`)
      return
    case 'list':
      return checkList(value, shape, path, depth, check)
    case 'object':
      if (!isObject(value)) return complain(check, path, `${last(path)} is ${nameOf(value)}; an object is needed`)
      unknownFields(value, rowsOf(shape.fields).names, path, check)
      return checkFields(value, shape.fields, path, depth, check)
    case 'map':
      if (!isObject(value)) return complain(check, path, `${last(path)} is ${nameOf(value)}; an object is needed`)
      for (const [name, each] of Object.entries(value)) checkShape(each, shape.of, `${path}.${name}`, depth, check)
      return
    case 'json':
      return checkJson(value, path, depth, check)
    case 'nodes':
      return checkNodes(value, shape.group, shape.min ?? 0, path, depth, check)
  }
}

function checkString(value: unknown, shape: Extract<Shape, { is: 'string' }>, path: string, check: Check): void {
  if (typeof value !== 'string') return complain(check, path, `${last(path)} is ${show(value)}; a string is needed`)
  if (value === '' && !shape.empty) return complain(check, path, `${last(path)} is empty; leave the field out instead`)
  const wrong = shape.form && forms[shape.form](value)
  if (wrong) complain(check, path, `${last(path)} is ${show(value)}; ${wrong}`)
}

/** What each form wants, said only of a string that lacks it. */
const forms: { [form in StringForm]: (value: string) => string | undefined } = {
  date: value => (isIsoDate(value) ? undefined : 'YYYY-MM-DD or an RFC 3339 time with offset is needed'),
  language: value => (isLanguage(value) ? undefined : 'a BCP 47 language tag such as "en" or "pt-BR" is needed'),
  link: value => (isSafeUrl(value) ? undefined : 'an http, https, mailto or tel address, or "#id", is needed'),
  url: value =>
    /^(?:javascript|vbscript|data|file):/i.test(value) ? 'such an address is not allowed here' : undefined,
  name: value => (/\s/.test(value) ? 'a name without white space is needed' : undefined),
}

/** Tags that were found good: those of a run are few, and asking for each costs as much as the check of a paragraph. */
const languages = new Set<string>()

function isLanguage(tag: string): boolean {
  if (languages.has(tag)) return true
  try {
    const known = Intl.getCanonicalLocales(tag).length === 1
    if (known && languages.size < MOST_LANGUAGES) languages.add(tag)
    return known
  } catch {
    return false
  }
}

const MOST_LANGUAGES = 100

function checkList(
  value: unknown,
  shape: Extract<Shape, { is: 'list' }>,
  path: string,
  depth: number,
  check: Check,
): void {
  if (!Array.isArray(value)) return complain(check, path, `${last(path)} is ${nameOf(value)}; a list is needed`)
  if (value.length < (shape.min ?? 0))
    complain(check, path, `${last(path)} is an empty list; at least ${shape.min} is needed`)
  for (const [index, each] of value.entries()) checkShape(each, shape.of, `${path}.${index}`, depth, check)
}

function checkJson(value: unknown, path: string, depth: number, check: Check): void {
  if (depth > MAX_DEPTH) return tooDeep(path, check)
  if (Array.isArray(value))
    for (const [index, each] of value.entries()) checkJson(each, `${path}.${index}`, depth + 1, check)
  else if (isObject(value))
    for (const [name, each] of Object.entries(value)) checkJson(each, `${path}.${name}`, depth + 1, check)
  else if (value !== null && !['string', 'boolean'].includes(typeof value) && !Number.isFinite(value))
    complain(check, path, `${last(path)} is ${nameOf(value)}; a JSON value is needed`)
}

function checkNodes(value: unknown, group: Group, min: number, path: string, depth: number, check: Check): void {
  if (!Array.isArray(value))
    return complain(check, path, `${last(path)} is ${nameOf(value)}; a list of nodes is needed`)
  if (value.length < min) complain(check, path, `${last(path)} is an empty list`)
  if (depth >= MAX_DEPTH) return tooDeep(path, check)
  for (const [index, each] of value.entries()) {
    if (check.messages.length >= MOST_MESSAGES) return
    checkNode(each, group, `${path}.${index}`, depth + 1, check)
  }
}

function checkNode(value: unknown, group: Group, path: string, depth: number, check: Check): void {
  if (!isObject(value)) return complain(check, path, `a node is an object, not ${nameOf(value)}`)
  const type = value.type
  const fields = typeof type === 'string' ? fieldsOf(type) : undefined
  if (!fields) return complain(check, path, `there is no node of type ${show(type)}`, meant(type, groups[group]))
  if (!groups[group].includes(type as never))
    return complain(check, path, `a node of type ${show(type)} may not stand here; ${groups[group].join(', ')} may`)
  unknownFields(value, rowsOf(fields).ofNode, path, check)
  checkFields(value, fields, path, depth, check)
  if (type === 'heading') checkHeadingId(value.id, path, check)
  if (type === 'table') checkGrid(value, path, check)
}

function checkHeadingId(id: unknown, path: string, check: Check): void {
  if (typeof id !== 'string') return
  if (check.ids.has(id)) complain(check, `${path}.id`, `the heading id ${show(id)} stands twice`)
  check.ids.add(id)
}

/** A table is a regular grid, so that renderers need not guess which column a cell belongs to. */
function checkGrid(table: { [key: string]: unknown }, path: string, check: Check): void {
  if (!Array.isArray(table.align) || !Array.isArray(table.children)) return
  const columns = table.align.length
  for (const [index, row] of table.children.entries()) {
    const cells = isObject(row) && Array.isArray(row.children) ? row.children.length : columns
    if (cells !== columns)
      complain(
        check,
        `${path}.children.${index}`,
        `the row has ${cells} cells and the table ${columns} columns (\`align\`)`,
      )
  }
}

function unknownFields(
  value: { [key: string]: unknown },
  known: ReadonlySet<string>,
  path: string,
  check: Check,
): void {
  for (const name of Object.keys(value)) {
    if (check.messages.length >= MOST_MESSAGES) return
    if (!known.has(name))
      complain(check, path ? `${path}.${name}` : name, `there is no field \`${name}\` here`, meant(name, known))
  }
}

function tooDeep(path: string, check: Check): void {
  check.messages.push(createMessage('article-depth', `nodes are nested more than ${MAX_DEPTH} deep`, { path }))
}

/** Returns advice that names what was most likely meant; undefined where nothing is near. */
function meant(word: unknown, known: Iterable<string>): string | undefined {
  const near = typeof word === 'string' ? nearest(word, known) : undefined
  return near && `did you mean \`${near}\`?`
}

function complain(check: Check, path: string, reason: string, hint?: string): void {
  if (check.messages.length < MOST_MESSAGES) check.messages.push(createMessage('article-shape', reason, { path, hint }))
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'missing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function show(value: unknown): string {
  if (value === undefined) return 'missing'
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}

function last(path: string): string {
  return `\`${path.slice(path.lastIndexOf('.') + 1)}\``
}
