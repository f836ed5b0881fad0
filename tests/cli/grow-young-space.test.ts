import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, program, run } from '../support/cli.js'

/** Says at the end of a process how large the space for new values has become. */
const saySize = `process.on('exit', () => {
  const { space_size } = require('node:v8').getHeapSpaceStatistics().find(space => space.space_name === 'new_space')
  process.stderr.write('\\n' + space_size)
})`

const onlyNode20 = describe.skipIf(!process.versions.v8.startsWith('11.'))

onlyNode20('memory of an export', () => {
  it('gives new values four megabytes on each side before anything is read, and no more', async () => {
    const paragraphs = Array.from(
      { length: 2_500 },
      (_, i) => `Paragraph ${i} of *many*, with a [link](https://example.com/${i}).`,
    )
    const cwd = folderOf({
      'size.cjs': saySize,
      'short.md': '---\ntitle: Short\n---\nText.\n',
      'long.md': `---\ntitle: Long\n---\n${paragraphs.join('\n\n')}\n`,
    })
    for (const story of ['short', 'long']) {
      const args = ['-r', join(cwd, 'size.cjs'), program, 'export', `${story}.md`, '--to', 'jsonld,docx', '--quiet']
      const { stderr } = await run(process.execPath, args, { cwd })
      expect([story, Number(stderr.split('\n').at(-1))]).toEqual([story, 8 * 2 ** 20])
    }
  })
})
