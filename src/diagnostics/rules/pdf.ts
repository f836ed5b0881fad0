import type { Rule } from '../rules.js'

export const pdfRules = {} satisfies { [id: string]: Rule }
