import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { article, heading, link, paragraph, quote, table } from '../../src/article/build.js'
import { checkArticle } from '../../src/article/check.js'
import { migrate } from '../../src/article/migrate.js'

const complaints = (value: unknown) => checkArticle(value).messages.map(message => `${message.path}: ${message.reason}`)

describe('checkArticle', () => {
  it('takes an article as it is', () => {
    const story = article({ title: 'Ferry', published: '2026-09-16T10:30:00+02:00' }, [
      paragraph('Words.'),
      quote([paragraph('Said.')], { name: 'Ana' }),
    ])
    expect(checkArticle(story)).toEqual({ article: story, messages: [] })
    expect(checkArticle(story).article).toBe(story)
  })

  it.each([
    ['null', null, 'undefined: an article is an object, not null'],
    ['a list', [], 'undefined: an article is an object, not a list'],
    ['another type', { ...article({}, []), type: 'post' }, 'type: `type` is "post"; an article says "article"'],
    ['a missing title', article({ title: undefined as unknown as string }, []), 'meta.title: `title` is missing'],
    ['an empty title', article({ title: '' }, []), 'meta.title: `title` is empty; leave the field out instead'],
    [
      'a wrong date',
      article({ published: '2026-02-30' }, []),
      'meta.published: `published` is "2026-02-30"; YYYY-MM-DD or an RFC 3339 time with offset is needed',
    ],
    [
      'a date without zone',
      article({ published: '2026-02-03T10:00' }, []),
      'meta.published: `published` is "2026-02-03T10:00"; YYYY-MM-DD or an RFC 3339 time with offset is needed',
    ],
    [
      'a wrong language',
      article({ language: 'english please' }, []),
      'meta.language: `language` is "english please"; a BCP 47 language tag such as "en" or "pt-BR" is needed',
    ],
    ['an unknown field', article({ headline: 'x' } as never, []), 'meta.headline: there is no field `headline` here'],
    ['an unknown node', article({}, [{ type: 'video' } as never]), 'children.0: there is no node of type "video"'],
    [
      'a block among words',
      article({}, [paragraph([paragraph('x') as never])]),
      'children.0.children.0: a node of type "paragraph" may not stand here; text, emphasis, strong, strike, superscript, subscript, inlineCode, link, note, lineBreak, inlineImage, span, insertion, deletion, comment may',
    ],
    [
      'an unsafe link',
      article({}, [paragraph([link('javascript:alert(1)', 'x')])]),
      'children.0.children.0.url: `url` is "javascript:alert(1)"; an http, https, mailto or tel address, or "#id", is needed',
    ],
    [
      'a heading id twice',
      article({}, [heading(1, 'a', 'x'), heading(1, 'b', 'x')]),
      'children.1.id: the heading id "x" stands twice',
    ],
    [
      'a ragged table',
      article({}, [table([['a', 'b'], ['c']])]),
      'children.0.children.1: the row has 1 cells and the table 2 columns (`align`)',
    ],
    [
      'a list of paragraphs',
      article({}, [{ type: 'list', ordered: false, children: [paragraph('x') as never] }]),
      'children.0.children.0: a node of type "paragraph" may not stand here; listItem may',
    ],
  ])('says what is wrong with %s, and where', (_name, value, complaint) => {
    expect(complaints(value)).toEqual([complaint])
    expect(checkArticle(value).article).toBeUndefined()
  })

  it.each([
    ['a node', article({}, [{ type: 'paragraf' } as never]), 'did you mean `paragraph`?'],
    ['a field', article({ subtitel: 'x' } as never, []), 'did you mean `subtitle`?'],
    [
      'nothing near',
      article({}, [{ type: 'xylophone' } as never]),
      'compare the value with schema/article.schema.json',
    ],
  ])('says what was meant: %s', (_, value, hint) => {
    expect(checkArticle(value).messages).toMatchObject([{ hint }])
  })

  it('ends at a depth that no renderer need follow, without overflowing', () => {
    let block: Article['children'][number] = paragraph('deep')
    for (let depth = 0; depth < 20_000; depth++) block = quote([block])
    expect(checkArticle(article({}, [block])).messages.map(message => message.rule)).toEqual(['article-depth'])
  })

  it('refuses a newer version by name', () => {
    expect(complaints({ ...article({}, []), version: 2 })).toEqual([
      'version: the article is version 2; this program knows versions up to 1',
    ])
  })
})

describe('migrate', () => {
  it('walks an old article up, step by step, and changes nothing in place', () => {
    const old = { type: 'article', version: 1, headline: 'Ferry' }
    const steps = {
      1: ({ headline, ...rest }: { [key: string]: unknown }) => ({ ...rest, meta: { title: headline } }),
      2: (value: { [key: string]: unknown }) => ({ ...value, children: [] }),
    }
    expect(migrate(old, steps, 3).value).toEqual({
      type: 'article',
      version: 3,
      meta: { title: 'Ferry' },
      children: [],
    })
    expect(old).toEqual({ type: 'article', version: 1, headline: 'Ferry' })
  })
})
