import type { Rule } from '../rules.js'

export const templateRules = {} satisfies { [id: string]: Rule }
