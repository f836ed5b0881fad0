// Writes the index of schema.org's names and relations that structured data is judged by:
//   node scripts/vocabulary.mjs schemaorg-current-https.jsonld 30.0
// The file is schema.org's own release (schema.org/docs/developers.html); its descriptions are left out.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const [source, release] = process.argv.slice(2)
if (!source || !release) {
  process.stderr.write('usage: node scripts/vocabulary.mjs <schemaorg-current-https.jsonld> <release>\n')
  process.exit(2)
}
const target = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src/preflight/jsonld/vocabulary.json')
const graph = JSON.parse(await readFile(source, 'utf8'))['@graph']

const list = value => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const nameOf = node => node['@id'].replace(/^schema:/, '')
const names = value =>
  list(value)
    .filter(each => each['@id'].startsWith('schema:'))
    .map(nameOf)
    .sort()
const ofType = (node, type) => list(node['@type']).includes(type)
const sorted = entries => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
const own = graph.filter(node => node['@id'].startsWith('schema:'))
const properties = own.filter(node => ofType(node, 'rdf:Property'))
const classes = own.filter(node => ofType(node, 'rdfs:Class'))
const members = own.filter(node => !ofType(node, 'rdf:Property') && !ofType(node, 'rdfs:Class'))

const index = {
  release,
  source: 'schema.org, CC BY-SA 3.0: names and relations only',
  dataTypes: classes
    .filter(node => ofType(node, 'schema:DataType'))
    .map(nameOf)
    .sort()
    .join(' '),
  // Class → the classes it is a kind of.
  classes: sorted(classes.map(node => [nameOf(node), names(node['rdfs:subClassOf']).join(' ')])),
  // Property → the classes that have it | the classes and data types of its values.
  properties: sorted(
    properties.map(node => [
      nameOf(node),
      `${names(node['schema:domainIncludes']).join(' ')}|${names(node['schema:rangeIncludes']).join(' ')}`,
    ]),
  ),
  // Member of an enumeration → the enumeration.
  members: sorted(
    members.map(node => [
      nameOf(node),
      list(node['@type'])
        .map(type => type.replace(/^schema:/, ''))
        .join(' '),
    ]),
  ),
  // Old name → the name to use.
  superseded: sorted(
    own
      .filter(node => node['schema:supersededBy'])
      .map(node => [nameOf(node), names(node['schema:supersededBy'])[0] ?? '']),
  ),
}
await writeFile(target, `${JSON.stringify(index, undefined, 2)}\n`)
process.stdout.write(
  `${path.relative(process.cwd(), target)}: ${classes.length} classes, ${properties.length} properties\n`,
)
