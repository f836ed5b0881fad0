import { expect, it } from 'vitest'
import { failures, groups, made } from './made.js'

it('everything could be made in every format', () => {
  expect(failures()).toEqual([])
  for (const group of groups) expect(made(group).length, group).toBeGreaterThan(0)
})
