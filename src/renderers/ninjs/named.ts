import type { Article, Genre, Person, Topic } from '../../article/article.js'
import { visit } from '../../article/walk.js'
import { labelsFor } from '../../locale/labels.js'
import type { Ids } from '../jsonld/ids.js'
import type { Named, Ninjs } from './ninjs-types.js'

type Names = Pick<Ninjs, 'people' | 'organisations' | 'places' | 'events' | 'subjects' | 'genres' | 'infoSources'>

/** Returns everybody and everything that a story names, each with how it is related. */
export function named(article: Article, ids: Ids): Names {
  const { meta } = article
  const credited = [
    ...meta.authors.map(person => ({ person, rel: 'author' })),
    ...(meta.contributors ?? []).map(person => ({ person, rel: person.role ?? 'contributor' })),
  ]
  const topics = [
    ...(meta.about ?? []).map(topic => ({ topic, rel: 'about' })),
    ...(meta.mentions ?? []).map(topic => ({ topic, rel: 'mentions' })),
  ]
  const ofKind = (...kinds: (Topic['kind'] | undefined)[]): Named[] =>
    topics.filter(({ topic }) => kinds.includes(topic.kind)).map(({ topic, rel }) => topicNamed(topic, rel, ids))
  const parties = (kind: 'person' | 'organisation'): Named[] =>
    credited
      .filter(({ person }) => (person.kind ?? 'person') === kind)
      .map(({ person, rel }) => ({ name: person.name, rel, ...uriOf(ids.resolve(person.url)) }))
  return {
    people: [...parties('person'), ...speakers(article, ids), ...ofKind('person')],
    organisations: [...parties('organisation'), ...ofKind('organisation')],
    places: [...(meta.dateline ? [{ name: meta.dateline.place, rel: 'dateline' }] : []), ...ofKind('place')],
    events: ofKind('event'),
    subjects: [
      ...(meta.section === undefined ? [] : [{ name: meta.section, rel: 'section' }]),
      ...(meta.categories ?? []).map(name => ({ name, rel: 'category' })),
      ...(meta.tags ?? []).map(name => ({ name, rel: 'tag' })),
      ...ofKind('thing', undefined),
    ],
    genres: genres(article),
    infoSources: infoSources(article, ids),
  }
}

function topicNamed({ name, url, sameAs }: Topic, rel: string, ids: Ids): Named {
  return { name, rel, ...uriOf(ids.resolve(sameAs?.[0]) ?? ids.resolve(url)) }
}

function uriOf(uri: string | undefined): { uri?: string } {
  return uri === undefined ? {} : { uri }
}

/** Each speaker of a quote once, in the order in which they speak. */
function speakers(article: Article, ids: Ids): Named[] {
  const found = new Map<string, Named>()
  visit(article, node => {
    if (node.type === 'pullQuote' || node.type === 'deletion') return 'skip'
    if (node.type === 'quote' && node.attribution && !found.has(node.attribution.name)) {
      const { name, url } = node.attribution
      found.set(name, { name, rel: 'speaker', ...uriOf(ids.resolve(url)) })
    }
    return undefined
  })
  return [...found.values()]
}

/** Terms of IPTC's genre vocabulary (cv.iptc.org/newscodes/genre) that say what ours say; the others have a name alone. */
const iptcGenres: { readonly [genre in Genre]?: string } = {
  analysis: 'Analysis',
  background: 'Background',
  feature: 'Feature',
  interview: 'Interview',
  obituary: 'Obituary',
  opinion: 'Opinion',
  profile: 'Profile',
  review: 'Review',
}

function genres({ meta: { genre } }: Article): Named[] {
  if (genre === undefined) return []
  const term = iptcGenres[genre]
  return [
    {
      name: labelsFor('en').genres[genre] ?? genre,
      ...(term && { uri: `http://cv.iptc.org/newscodes/genre/${term}` }),
    },
  ]
}

function infoSources({ meta }: Article, ids: Ids): NonNullable<Ninjs['infoSources']> {
  const parties: [string, Pick<Person, 'name' | 'url'> | undefined][] = [
    ['publisher', meta.publisher],
    ['source', meta.source],
    ['sponsor', meta.sponsored],
  ]
  return parties.flatMap(([role, party]) =>
    party ? [{ name: party.name, role, ...uriOf(ids.resolve(party.url)) }] : [],
  )
}
