import type { Rule } from '../rules.js'

export const assetRules = {} satisfies { [id: string]: Rule }
