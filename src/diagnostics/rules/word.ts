import type { Rule } from '../rules.js'

export const wordRules = {} satisfies { [id: string]: Rule }
