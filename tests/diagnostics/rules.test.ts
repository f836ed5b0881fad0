import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMessage } from '../../src/diagnostics/message.js'
import { rules } from '../../src/diagnostics/rules.js'

const all = Object.entries(rules) as [string, { severity: string; about: string; help?: string }][]

describe('the rules', () => {
  it('have an id each, whatever file they stand in', async () => {
    const folder = new URL('../../src/diagnostics/rules/', import.meta.url)
    const files = await Promise.all(
      readdirSync(folder).map(name => import(new URL(name, folder).href) as Promise<{ [name: string]: object }>),
    )
    const ids = files.flatMap(file => Object.values(file).flatMap(table => Object.keys(table)))
    expect(ids.length).toBeGreaterThan(100)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.sort()).toEqual(Object.keys(rules).sort())
  })

  it('are named in lower case, by what they are about; those of the W3C’s validator as it names them', () => {
    const named = /^(?:[a-z]+\d*(-[a-z0-9]+)*|w3c\/[A-Z][A-Za-z0-9]+)$/
    expect(all.map(([id]) => id).filter(id => !named.test(id))).toEqual([])
  })

  it('say what they look for in whole sentences, and what to do without one', () => {
    expect(all.filter(([, rule]) => !/^[\p{Lu}`].*[.”]$/su.test(rule.about)).map(([id]) => id)).toEqual([])
    expect(all.filter(([, { help }]) => help !== undefined && !help.trim()).map(([id]) => id)).toEqual([])
  })

  it('below an error never use that word', () => {
    const wrong = all.filter(
      ([, { severity, about, help = '' }]) => severity !== 'error' && /\berrors?\b/i.test(about + help),
    )
    expect(wrong.map(([id]) => id)).toEqual([])
  })

  it('give a message its severity and its advice, which the caller may change', () => {
    expect(createMessage('asset-broken', 'broken')).toEqual({
      rule: 'asset-broken',
      severity: 'warning',
      reason: 'broken',
      hint: rules['asset-broken'].help,
    })
    expect(createMessage('asset-broken', 'broken', { severity: 'loss', hint: 'redraw it' })).toMatchObject({
      severity: 'loss',
      hint: 'redraw it',
    })
    expect(createMessage('acme/poll', 'a poll is empty')).toMatchObject({ severity: 'warning' })
  })
})
