import type { Rule } from '../rules.js'

export const jsonldRules = {} satisfies { [id: string]: Rule }
