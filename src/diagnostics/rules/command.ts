import type { Rule } from '../rules.js'

export const commandRules = {} satisfies { [id: string]: Rule }
