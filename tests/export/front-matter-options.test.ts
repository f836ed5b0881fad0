import { describe, expect, it } from 'vitest'
import { folderOf, standfirst } from '../support/cli.js'

describe('options of a format in the front matter', () => {
  it('that the format does not have are named at their place and left aside', async () => {
    const cwd = folderOf({
      'note.md': '---\ntitle: A note\nformat:\n  jsonld:\n    toc: true\n    articleBody: false\n---\n\nWords.\n',
    })
    const to = ['--to', 'jsonld', '--site', 'https://example.org', '--out', '-']
    const { code, stdout, stderr } = await standfirst(['export', 'note.md', ...to], { cwd })
    expect(code).toBe(0)
    expect(stderr).toMatch(/warning\s+format-options\s+[45]:\d+/)
    expect(stderr).toContain('toc')
    expect(stdout).toContain('"headline": "A note"')
    expect(stdout).not.toContain('articleBody')
  })

  it('never name a file: an article could have any Word file of the machine read', async () => {
    const cwd = folderOf({
      'note.md': '---\ntitle: A note\nformat:\n  docx:\n    referenceDoc: /etc/letterhead.docx\n---\n\nWords.\n',
    })
    const { code, stderr } = await standfirst(['export', 'note.md', '--to', 'docx'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toContain('`docx.referenceDoc` names a file: the configuration says it, not an article')
  })
})
