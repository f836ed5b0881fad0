import type { PdfValue } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'

const allowed = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm'])
const allowedNames = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage'])

/** Checks that an action only leads somewhere: nothing that runs, plays or hides (ISO 19005-2 6.5.1). */
export function checkAction(file: PdfFile, value: PdfValue | undefined, path: string, report: ReportFinding): void {
  const found = file.get(value)
  for (const item of Array.isArray(found) ? found : [found]) {
    const action = file.dict(item)
    const kind = file.name(action?.get('S'))
    // `A` is also where attributes of structure elements stand: those have an owner and no `S`.
    if (!action || kind === undefined || action.has('O')) continue
    if (!allowed.has(kind)) report('pdf-action', `an action of kind \`${kind}\` is not allowed`, path)
    const name = file.name(action.get('N'))
    if (kind === 'Named' && !allowedNames.has(name ?? ''))
      report('pdf-action', `the named action \`${name ?? ''}\` is not allowed`, path)
  }
}
