import {
  about,
  anything,
  choice,
  type DataFields,
  type DataShape,
  fields,
  flag,
  length,
  shared,
  signedLength,
  words,
} from '../diagnostics/data-shape.js'
import { runningFields } from './running-fields.js'
import {
  type DropCap,
  type Page,
  type Rule,
  type RunningLine,
  type Style,
  styleNames,
  type Template,
  type TemplateDocx,
} from './template.js'

/** Every field of `Type` must be described, and no other. */
type Described<Type> = { [Name in keyof Type]-?: DataShape }

const colourName: DataShape = { is: 'string', pattern: '^\\S+$', wanted: 'the name of a colour' }

const rule = shared(
  'rule',
  fields({ width: length, colour: colourName } satisfies Described<Rule>, ['width', 'colour']),
)

const sides = { top: length, right: length, bottom: length, left: length }

const style = shared(
  'style',
  fields({
    font: choice('serif', 'sans', 'mono'),
    weight: choice(300, 400, 600),
    italic: flag,
    size: about('Type size in points.', { is: 'number', min: 1, max: 400 }),
    leading: about('Distance of baselines in points.', { is: 'number', min: 1, max: 800 }),
    colour: colourName,
    align: choice('start', 'end', 'center', 'justify'),
    before: about('Space above in points; of two that meet, the larger counts.', length),
    after: about('Space below in points; of two that meet, the larger counts.', length),
    indentStart: length,
    indentEnd: length,
    firstLine: about('Indent of the first line in points; negative hangs.', signedLength),
    tracking: about('Letter-spacing in em.', { is: 'number', min: -0.5, max: 2 }),
    transform: choice('none', 'uppercase'),
    numerals: choice('oldstyle', 'lining', 'tabular'),
    underline: flag,
    balance: about('Lines are made about equally long.', flag),
    keepWithNext: flag,
    background: about('The name of a colour, or `none`.', colourName),
    padding: fields(sides, Object.keys(sides)),
    border: fields({ top: rule, right: rule, bottom: rule, left: rule }),
    rowRule: about('Hairline between the rows of a table.', rule),
  } satisfies Described<Style>),
)

const runningLine = shared(
  'runningLine',
  fields({
    start: about(`May hold ${runningFields.map(name => `{${name}}`).join(' ')}.`, { is: 'string' }),
    center: { is: 'string' },
    end: { is: 'string' },
    rule: fields({ width: length, colour: colourName, distance: length }, ['width', 'colour', 'distance']),
  } satisfies Described<RunningLine>),
)

const pageSize: DataShape = {
  is: 'either',
  of: [choice('a4', 'letter'), fields({ width: length, height: length }, ['width', 'height'])],
  wanted: '`a4`, `letter` or `{"width": …, "height": …}` in points',
}

const page = fields(
  {
    size: pageSize,
    margin: fields(sides, Object.keys(sides)),
    furnitureLeft: about("Left edge of masthead, header and footer lines, where it is not the text block's.", length),
    headerAt: about("Distance of the header's baseline from the top edge.", length),
    footerAt: about("Distance of the footer's baseline from the bottom edge.", length),
    columns: choice(1, 2, 3),
    columnGap: length,
    columnRule: flag,
    baselineGrid: about('Lines that the text of all columns stands on: true for the leading of body text, or points.', {
      is: 'either',
      of: [flag, { is: 'number', min: 4, max: 100 }],
      wanted: '`true`, `false` or points',
    }),
  } satisfies Described<Page>,
  ['size', 'margin', 'headerAt', 'footerAt'],
)

const templateFields = {
  name: words,
  description: words,
  page,
  fonts: fields({ serif: words, sans: words, mono: words }, ['serif', 'sans', 'mono']),
  colours: about('Colours by name, as #rrggbb; styles refer to them by name.', {
    is: 'map',
    of: { is: 'string', pattern: '^#[0-9a-fA-F]{6}$', wanted: 'a colour such as `#1d5c63`' },
  }),
  titleBlock: about('Order of the title block; parts left out are printed after the last one.', {
    is: 'list',
    of: choice('image', 'kicker', 'title', 'subtitle', 'byline', 'dates', 'sponsor'),
  }),
  dropCap: about(
    'The first letter of the text, as tall as so many lines; 1 is none. A mark of quotation before it hangs beside it; a figure is left as it is.',
    fields({ lines: { is: 'number', integer: true, min: 1, max: 8 } } satisfies Described<DropCap>, ['lines']),
  ),
  masthead: about('Head of the first page.', runningLine),
  header: runningLine,
  firstFooter: about('Foot of the first page, where it differs.', runningLine),
  footer: runningLine,
  labels: fields(
    {
      figureNumbers: flag,
      tableNumbers: flag,
      byline: about('"By " before the byline.', flag),
      rolesFirst: about('What somebody did stands before their name: "Pictures Irene Vasco".', flag),
    } satisfies Described<Template['labels']>,
    ['figureNumbers', 'tableNumbers', 'byline'],
  ),
  styles: fields(Object.fromEntries(styleNames.map(name => [name, style])) as DataFields),
  docx: fields({
    referenceDoc: about('Path of a letterhead for Word files (.docx or .dotx), relative to this file.', words),
    styles: about('What the letterhead’s own styles stand for, by their names.', { is: 'map', of: words }),
  } satisfies Described<TemplateDocx>),
} satisfies Described<Template>

/** What a template holds once it has been merged with the one it extends. */
export const templateShape = fields(templateFields, [
  'name',
  'page',
  'fonts',
  'colours',
  'titleBlock',
  'labels',
  'styles',
])

/** What a template's file may hold: all of it may be absent where it extends another. */
export const templateFileShape = fields({
  $schema: anything,
  extends: about('Name of a shipped template, or the path of another one, relative to this file.', words),
  ...templateFields,
})
