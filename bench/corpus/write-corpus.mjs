import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { picture } from './pictures.mjs'
import { report } from './report.mjs'
import { savedStory, story } from './stories.mjs'

/** Writes `report.md` of 50,000 words times `size`, with its pictures, into a folder; returns its path. */
export function writeReport(folder, size = 1) {
  const file = join(folder, 'report.md')
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  for (let number = 1; number <= 4; number++) writeFileSync(join(folder, `picture-${number}.png`), picture(number))
  writeFileSync(file, report({ size }))
  return file
}

/** Writes so many stories in Markdown into a folder, each changed as its reader needs it; returns the folder. */
export function writeStories(folder, count, change = text => text) {
  mkdirSync(folder, { recursive: true })
  for (let number = 0; number < count; number++)
    writeFileSync(join(folder, `story-${String(number).padStart(4, '0')}.md`), change(story(number)))
  return folder
}

/** Writes so many saved articles into a folder, a thousand texts told again under other addresses; returns it. */
export function writeSavedStories(folder, count) {
  if (existsSync(folder)) return folder
  mkdirSync(folder, { recursive: true })
  const texts = Array.from({ length: Math.min(count, 1000) }, (_, number) => savedStory(number))
  for (let number = 0; number < count; number++) {
    const { meta, ...rest } = texts[number % texts.length]
    const own = { ...meta, slug: `story-${number}`, url: `https://example.org/stories/${number}` }
    writeFileSync(join(folder, `story-${String(number).padStart(6, '0')}.json`), JSON.stringify({ ...rest, meta: own }))
  }
  return folder
}
