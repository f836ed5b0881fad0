import type { Rule } from '../rules.js'

export const readerRules = {} satisfies { [id: string]: Rule }
