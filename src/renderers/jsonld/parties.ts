import type { Organisation, Person, Topic } from '../../article/article.js'
import type { Ids } from './ids.js'
import type { LdNode, LdValue } from './ld-node.js'

/** Returns an author or contributor: the name alone, without title, role or "By" (Google, Article: author markup). */
export function partyNode(person: Person, id: string, ids: Ids): LdNode {
  const organisation = person.kind === 'organisation'
  const url = ids.resolve(person.url)
  return {
    '@type': organisation ? 'Organization' : 'Person',
    '@id': url ? `${url.split('#')[0]}#${organisation ? 'organization' : 'person'}` : id,
    name: person.name,
    url,
    sameAs: resolved(person.sameAs, ids),
    description: person.bio,
    image: ids.resolve(person.image),
    ...(!organisation && {
      jobTitle: person.jobTitle,
      worksFor: person.affiliation ? { '@type': 'Organization', name: person.affiliation } : undefined,
      workLocation: person.location ? { '@type': 'Place', name: person.location } : undefined,
    }),
  }
}

/** Returns authors or contributors as a list, however many there are. */
export function partyNodes(people: readonly Person[] | undefined, name: string, ids: Ids): LdNode[] {
  return (people ?? []).map((person, index) => partyNode(person, ids.part(`${name}-${index + 1}`), ids))
}

/** Returns the publisher with its logo and policies, which belong to it and not to the article (schema.org domains). */
export function publisherNode(publisher: Organisation, ids: Ids): LdNode {
  const { id, url } = organisationId(publisher, 'publisher', ids)
  const logo = ids.resolve(publisher.logo)
  const policies = Object.entries(publisher.policies ?? {}).map(([name, address]) => [name, ids.resolve(address)])
  return {
    '@type': 'NewsMediaOrganization',
    '@id': id,
    name: publisher.name,
    url,
    logo: logo && { '@type': 'ImageObject', '@id': `${id}-logo`, url: logo, contentUrl: logo },
    sameAs: resolved(publisher.sameAs, ids),
    ...Object.fromEntries(policies),
  }
}

/** Returns another organisation that the article names: a wire, a sponsor, a holder of rights. */
export function organisationNode(organisation: Organisation, name: string, ids: Ids): LdNode {
  const { id, url } = organisationId(organisation, name, ids)
  return {
    '@type': 'Organization',
    '@id': id,
    name: organisation.name,
    url,
    sameAs: resolved(organisation.sameAs, ids),
  }
}

function organisationId(organisation: Organisation, name: string, ids: Ids) {
  const url = ids.resolve(organisation.url)
  return { url, id: url ? `${url.split('#')[0]}#organization` : ids.part(name) }
}

const topicTypes = { person: 'Person', organisation: 'Organization', place: 'Place', event: 'Event', thing: 'Thing' }

/** Returns what a story is about or mentions. */
export function topicNodes(topics: readonly Topic[] | undefined, ids: Ids): LdValue {
  return (topics ?? []).map(({ name, kind = 'thing', url, sameAs }) => ({
    '@type': topicTypes[kind],
    name,
    url: ids.resolve(url),
    sameAs: resolved(sameAs, ids),
  }))
}

function resolved(addresses: readonly string[] | undefined, ids: Ids): LdValue {
  return (addresses ?? []).map(address => ids.resolve(address))
}
