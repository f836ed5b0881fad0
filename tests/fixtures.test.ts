import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkArticle } from '../src/article/check.js'
import { stripPositions } from '../src/article/walk.js'
import { fixtures, formatMessages, readFixture } from './support/fixtures.js'
import { views } from './support/views.js'

describe.each(fixtures())('$name', fixture => {
  const { name, folder } = fixture
  const reading = readFixture(fixture)

  test('is read as article.json says, with the messages of messages.txt', async () => {
    const { article, messages } = await reading
    await expect(formatMessages(messages)).toMatchFileSnapshot(join(folder, 'messages.txt'))
    expect(article === undefined).toBe(messages.some(message => message.severity === 'error'))
    if (!article) return
    expect(checkArticle(article).messages).toEqual([])
    await expect(`${JSON.stringify(stripPositions(article), null, 2)}\n`).toMatchFileSnapshot(
      join(folder, 'article.json'),
    )
  })

  test.each(views.map(view => ({ ...view })))('gives $file', async ({ file, render }) => {
    const { article } = await reading
    const text = article && (await render(article, { name, folder }))
    if (text !== undefined) await expect(text).toMatchFileSnapshot(join(folder, file))
  })
})
