/**
 * The long and the foreign: `npm run conformance` makes every fixture, example, CommonMark example and 200 random articles
 * in all formats and lets other people's programs judge them. Arguments go to vitest.
 *
 * What a judge needs is not part of the project: this says what is missing and how to install it, and stops.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Program, and Debian's package that has it. */
const judges = {
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  mutool: 'mupdf-tools',
  soffice: 'libreoffice-writer',
  pandoc: 'pandoc',
  java: 'default-jre-headless',
  mvn: 'maven',
}

/** veraPDF, the judge of PDF/UA and PDF/A, comes from Maven. */
const verapdf = { group: 'org.verapdf.apps', artifact: 'cli', version: '1.30.2' }

const missing = Object.entries(judges).filter(([program]) => !isThere(program))
if (missing.length > 0) {
  const packages = [...new Set(missing.map(([, name]) => name))].join(' ')
  process.stderr.write(
    `These programs are missing: ${missing.map(([program]) => program).join(', ')}\n` +
      `Debian and Ubuntu have them: apt-get install --no-install-recommends ${packages}\n`,
  )
  process.exit(3)
}
const classpath = verapdfClasspath()
run('npm', ['run', '--silent', 'build'])
run('npx', ['vitest', 'run', '--config', 'tests/conformance/vitest.config.ts', ...process.argv.slice(2)], {
  STANDFIRST_VERAPDF: classpath,
})

function isThere(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

/** Returns the class path of veraPDF, fetched into Maven's own store the first time. */
function verapdfClasspath() {
  const folder = join(root, '.cache', 'verapdf')
  const list = join(folder, `classpath-${verapdf.version}.txt`)
  if (existsSync(list)) {
    const known = readFileSync(list, 'utf8').trim()
    if (known.split(':').every(jar => existsSync(jar))) return known
  }
  mkdirSync(folder, { recursive: true })
  const pom = join(folder, 'pom.xml')
  writeFileSync(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>standfirst</groupId><artifactId>conformance</artifactId><version>1</version>
  <dependencies><dependency><groupId>${verapdf.group}</groupId><artifactId>${verapdf.artifact}</artifactId>
  <version>${verapdf.version}</version></dependency></dependencies></project>\n`,
  )
  run('mvn', ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${list}`])
  return readFileSync(list, 'utf8').trim()
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
