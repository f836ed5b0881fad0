import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeReport, writeSavedStories, writeStories } from './corpus/write-corpus.mjs'
import { lineQuality } from './lines.mjs'
import { reportStages } from './stages.mjs'

const here = import.meta.dirname
const cli = join(here, '..', 'dist', 'cli.cjs')
const peers = join(here, 'peers')
const site = ['--site', 'https://example.org', '--quiet']

/** Which peers there are on this machine. */
export const present = {
  npm: existsSync(join(peers, 'node_modules', 'markdown-docx')),
  pandoc: has('pandoc', '--version'),
  xelatex: has('xelatex', '--version'),
  weasyprint: has('weasyprint', '--version'),
  chromium: has('chromium', '--version'),
  hugo: has('hugo', 'version'),
}

function has(command, argument) {
  return spawnSync(command, [argument]).status === 0
}

/** A program at work: its name in the table, what to run, and whether it can be run here. */
function program(name, command, args, able = true) {
  return able ? [{ name, command, args: args.map(String) }] : []
}
const node = (name, args, able) => program(name, process.execPath, args, able)
const standfirst = (name, args) => node(name, [cli, ...args])
const peer = (name, script, args) => node(name, [join(peers, script), ...args], present.npm)

/**
 * Sets of jobs, made in a scratch folder when asked for; one that is a text of its own returns that. `goals` are ratios of medians that ours may not exceed:
 * [ours, peer, wall, CPU, peak].
 */
export const sets = {
  start,
  story,
  lines: lineQuality,
  'report-pdf': reportPdf,
  stages: reportStages,
  'report-docx': reportDocx,
  growth,
  rss,
  items,
}

function start() {
  return {
    title: 'Start-up',
    jobs: [
      ...node('node -e 0', ['-e', '0']),
      ...standfirst('standfirst --version', ['--version']),
      ...standfirst('standfirst --help', ['--help']),
    ],
    goals: [
      ['standfirst --version', 'node -e 0'],
      ['standfirst --help', 'node -e 0'],
    ],
  }
}

function story(scratch) {
  const file = join(here, 'story.md')
  const formats = ['pdf', 'docx', 'rss', 'jsonld', 'pdf,docx,rss,jsonld']
  return {
    title: 'A story of 460 words from Markdown',
    jobs: formats.flatMap(to => [
      ...standfirst(`standfirst ${to}`, ['export', file, '--to', to, '--out', scratch, ...site]),
      ...peer(`npm combination ${to}`, 'combo.mjs', [file, scratch, to]),
      ...(to === 'docx' ? program('pandoc docx', 'pandoc', [file, '-o', join(scratch, 'p.docx')], present.pandoc) : []),
    ]),
    goals: formats.map(to => [`standfirst ${to}`, `npm combination ${to}`, ...(/pdf/.test(to) ? [1, 1, 1] : [])]),
  }
}

async function reportPdf(scratch) {
  const folder = join(scratch, 'report')
  const file = writeReport(folder)
  const markup = join(folder, 'report.typ')
  const page = join(folder, 'report.html')
  if (present.npm) writeFileSync(markup, await typstOf(file))
  if (present.pandoc) run('pandoc', [file, '-s', '-o', page])
  const out = join(scratch, 'out.pdf')
  const chromium = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(scratch, 'browser')}`]
  return {
    title: 'A report of 50,000 words to PDF',
    jobs: [
      ...standfirst('standfirst', ['export', file, '--to', 'pdf', '--out', scratch, '--quiet']),
      ...peer('Typst, markup given', 'typst.mjs', [folder, markup, out]),
      ...peer('Typst from Markdown', 'typst-from-markdown.mjs', [folder, file, out]),
      ...inFolder(
        folder,
        program(
          'pandoc + XeLaTeX',
          'pandoc',
          [file, '--pdf-engine=xelatex', '-o', out],
          present.pandoc && present.xelatex,
        ),
      ),
      ...program('WeasyPrint, HTML given', 'weasyprint', [page, out], present.pandoc && present.weasyprint),
      ...program(
        'Chromium, HTML given',
        'chromium',
        [...chromium, `--print-to-pdf=${out}`, pathToFileURL(page)],
        present.pandoc && present.chromium,
      ),
    ],
    goals: [
      ['standfirst', 'Typst, markup given', 0.8, 0.6, 0.7],
      ['standfirst', 'Typst from Markdown'],
    ],
  }
}

function reportDocx(scratch) {
  const folder = join(scratch, 'report')
  const file = writeReport(folder)
  const saved = join(folder, 'saved.json')
  const ast = join(folder, 'pandoc.json')
  run(process.execPath, [cli, 'inspect', file], saved)
  if (present.pandoc) run('pandoc', [file, '-t', 'json', '-o', ast])
  const out = join(scratch, 'out.docx')
  return {
    title: 'A report of 50,000 words to Word',
    jobs: [
      ...standfirst('standfirst', ['export', file, '--to', 'docx', '--out', scratch, '--quiet']),
      ...standfirst('standfirst, saved article given', ['export', saved, '--to', 'docx', '--out', scratch, '--quiet']),
      ...inFolder(folder, program('pandoc', 'pandoc', [file, '-o', out], present.pandoc)),
      ...inFolder(folder, program('pandoc, its JSON given', 'pandoc', [ast, '-f', 'json', '-o', out], present.pandoc)),
      ...peer('markdown-docx', 'markdown-docx.mjs', [file, out]),
    ],
    goals: [
      ['standfirst', 'pandoc', 1, undefined, 1.2],
      ['standfirst', 'markdown-docx', 0.8, 0.8],
      ['standfirst, saved article given', 'pandoc, its JSON given', undefined, 0.6],
    ],
  }
}

/** Ten times the words may cost ten times as much, and no more. */
function growth(scratch) {
  const small = writeReport(join(scratch, 'report'))
  const large = writeReport(join(scratch, 'report-10'), 10)
  const to = (words, format, file) =>
    standfirst(`${format}, ${words} words`, ['export', file, '--to', format, '--out', scratch, '--quiet'])
  return {
    title: 'Growth',
    rounds: 3,
    jobs: ['pdf', 'docx'].flatMap(format => [...to('50,000', format, small), ...to('500,000', format, large)]),
    goals: ['pdf', 'docx'].map(format => [`${format}, 500,000 words`, `${format}, 50,000 words`, 10, 10]),
  }
}

function rss(scratch) {
  const stories = writeStories(join(scratch, 'stories'), 1000)
  const hugo = join(scratch, 'hugo')
  cpSync(join(peers, 'hugo'), hugo, { recursive: true })
  // To Hugo `url` is a path of its own.
  writeStories(join(hugo, 'content'), 1000, text => text.replace(/^url:/m, 'link:'))
  const fresh = join(scratch, 'feed')
  mkdirSync(fresh, { recursive: true })
  const feed = ['export', stories, '--to', 'rss', '--limit', 'all', ...site]
  return {
    title: 'RSS of 1,000 stories in full, from Markdown',
    jobs: [
      ...standfirst('standfirst', [...feed, '--out', fresh]),
      // The first round, which is not counted, makes the manifest.
      ...standfirst('standfirst again, nothing changed', [
        ...feed,
        '--out',
        scratch,
        '--manifest',
        join(scratch, 'made.json'),
      ]),
      ...program(
        'Hugo',
        'hugo',
        ['--source', hugo, '--destination', join(scratch, 'hugo-out'), '--quiet'],
        present.hugo,
      ),
      ...peer('feed + satteri', 'feed.mjs', [stories, join(scratch, 'feed-peer.xml')]),
    ],
    goals: [
      ['standfirst', 'Hugo', 1.2, 1.2],
      ['standfirst', 'feed + satteri', 1.2, 1.2],
      ['standfirst again, nothing changed', 'Hugo', 0.5, 0.5],
    ],
  }
}

/** Many items as saved articles: what a run holds in memory may not grow with them. */
function items(scratch) {
  const folders = [1000, 100_000].map(count => [count, writeSavedStories(join(scratch, `saved-${count}`), count)])
  const [thousand, many] = folders.map(([count]) => `standfirst, ${count.toLocaleString('en')} items`)
  const all = folders.at(-1)[1]
  const again = `${many} again, nothing changed`
  return {
    title: 'RSS of 100,000 items in full, from saved articles',
    rounds: 1,
    jobs: [
      ...folders.flatMap(([count, folder]) =>
        standfirst(`standfirst, ${count.toLocaleString('en')} items`, [
          'export',
          folder,
          '--to',
          'rss',
          '--limit',
          'all',
          '--out',
          scratch,
          ...site,
        ]),
      ),
      // The first round, which is not counted, makes the manifest.
      ...standfirst(again, [
        'export',
        all,
        '--to',
        'rss',
        '--limit',
        'all',
        '--out',
        join(scratch, 'again'),
        '--manifest',
        join(scratch, 'again.json'),
        ...site,
      ]),
      ...['feed', 'feedsmith'].flatMap(library =>
        peer(library, 'items.mjs', [library, all, join(scratch, 'items.xml')]).map(job => ({ ...job, mayFail: true })),
      ),
    ],
    goals: [
      [many, thousand, undefined, undefined, 1.25],
      [many, 'feed'],
      [many, 'feedsmith'],
      [again, thousand],
    ],
  }
}

/** Relative pictures are found from the folder that a program runs in. */
function inFolder(cwd, jobs) {
  return jobs.map(job => ({ ...job, cwd }))
}

async function typstOf(file) {
  const { toTypst } = await import('./peers/to-typst.mjs')
  return toTypst(readFileSync(file, 'utf8'))
}

function run(command, args, into) {
  const { status, stdout, stderr } = spawnSync(command, args, { maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  if (into) writeFileSync(into, stdout)
}
