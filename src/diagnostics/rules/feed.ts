import type { Rule } from '../rules.js'

export const feedRules = {} satisfies { [id: string]: Rule }
