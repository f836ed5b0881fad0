import type { Article, Meta, Person } from '../../article/article.js'
import { datelineText, plainText, readingMinutes, wordCount } from '../../article/text.js'
import { labelsFor } from '../../locale/labels.js'
import { freeBlocksOf, freePart } from '../free-part.js'
import type { RenderContext } from '../renderer.js'
import { articleType, isNewsArticle } from './article-type.js'
import type { Ids } from './ids.js'
import { leadImageNodes } from './images.js'
import type { JsonldOptions } from './jsonld-options.js'
import type { LdNode, LdValue } from './ld-node.js'
import { coverage, updateNodes } from './live-blog.js'
import { organisationNode, partyNodes, publisherNode, topicNodes } from './parties.js'
import { partNodes, paywallNode } from './parts.js'
import { webPageNode } from './web-page.js'

/** Returns an article as a tree of schema.org nodes; what it lacks is undefined. The order of keys is the order of this page. */
export function articleNode(article: Article, ids: Ids, context: RenderContext<JsonldOptions>): LdNode {
  const { meta } = article
  const type = articleType(meta)
  const publisher = meta.publisher ?? context.site.publisher
  // What is not free is not given away as a quotation or as an entry of a live blog either.
  const free = freePart(article, context.options.paywall ?? context.site.paywall ?? 'full', context.report)
  const parts = [...partNodes(free, ids, context), ...paywallNode(article)]
  const updates = updateNodes(free, ids, context.options)
  const isLive = type === 'LiveBlogPosting'
  const lead = leadImageNodes(meta, ids)
  // Google wants a picture of every article: without a lead picture it is the first one in the text.
  const images = lead.length > 0 ? lead : parts.filter(part => part['@type'] === 'ImageObject' && part.url).slice(0, 1)
  return {
    '@type': type,
    '@id': ids.article,
    identifier: meta.id,
    url: ids.url,
    headline: meta.title,
    alternativeHeadline: meta.subtitle,
    description: meta.description,
    image: images,
    datePublished: meta.published,
    dateModified: meta.updated ?? meta.published,
    expires: meta.expires,
    author: partyNodes(meta.authors?.map(withJob), 'author', ids),
    ...contributors(meta.contributors ?? [], ids),
    publisher: publisher && publisherNode(publisher, ids),
    sponsor: meta.sponsored && organisationNode(meta.sponsored, 'sponsor', ids),
    sourceOrganization: meta.source && organisationNode(meta.source, 'source', ids),
    inLanguage: meta.language,
    genre: meta.genre,
    articleSection: meta.section,
    keywords: [...new Set([...(meta.tags ?? []), ...(meta.categories ?? [])])],
    about: topicNodes(meta.about, ids),
    mentions: topicNodes(meta.mentions, ids),
    dateline: meta.dateline && isNewsArticle(type) ? datelineText(meta.dateline) : undefined,
    ...places(meta, ids),
    ...length(article),
    articleBody: context.options.articleBody ? plainText(free) : undefined,
    // What somebody paid for is no live blog: its entries are parts like any other.
    hasPart: isLive ? parts : [...parts, ...updates],
    ...(isLive && { ...coverage(free), liveBlogUpdate: updates }),
    correction: corrections(meta, ids),
    creativeWorkStatus: meta.status === 'retracted' ? 'Retracted' : undefined,
    citation: (meta.citations ?? []).map(({ name, url }) => ({ '@type': 'CreativeWork', name, url: ids.resolve(url) })),
    isBasedOn: origin(meta, ids),
    ...rights(meta, publisher, ids),
    isAccessibleForFree: accessible(article),
    workTranslation: (meta.translations ?? []).map(({ language, url }) => ({
      '@type': 'CreativeWork',
      url: ids.resolve(url),
      inLanguage: language,
    })),
    ...webPageNode(article, ids, images[0], context),
  }
}

/** schema.org has properties for editors and translators; everybody else is a contributor with a job title. */
function contributors(people: readonly Person[], ids: Ids): LdNode {
  const named = (role: string) => people.filter(person => person.role?.toLowerCase() === role)
  const others = people.filter(person => !['editor', 'translator'].includes(person.role?.toLowerCase() ?? ''))
  return {
    editor: partyNodes(named('editor'), 'editor', ids),
    translator: partyNodes(named('translator'), 'translator', ids),
    contributor: partyNodes(others.map(withJob), 'contributor', ids),
  }
}

/** A role such as "Port correspondent" is printed in the byline as the job it is; schema.org's word for it is a job title. */
function withJob(person: Person): Person {
  return person.role && person.role !== 'author' && !person.jobTitle ? { ...person, jobTitle: person.role } : person
}

/** A story without words takes no time to read. */
function length(article: Article): LdNode {
  const words = wordCount(article)
  return words === 0 ? {} : { wordCount: words, timeRequired: `PT${readingMinutes(article)}M` }
}

function places({ dateline }: Meta, ids: Ids): LdNode {
  if (!dateline) return {}
  const place: LdNode = { '@type': 'Place', '@id': ids.part('place'), name: dateline.place }
  return { contentLocation: place, locationCreated: place }
}

function corrections({ corrections = [], language }: Meta, ids: Ids): LdValue {
  const labels = labelsFor(language)
  return corrections.map(({ kind, date, text }, index) => ({
    '@type': 'CorrectionComment',
    '@id': ids.part(`correction-${index + 1}`),
    name: labels[kind],
    text,
    datePublished: date,
  }))
}

/** Where it first appeared, if elsewhere. */
function origin({ canonicalUrl }: Meta, ids: Ids): LdValue {
  const url = ids.resolve(canonicalUrl)
  return url !== undefined && url !== ids.url ? { '@type': 'CreativeWork', url } : undefined
}

function rights({ rights, published }: Meta, publisher: Meta['publisher'], ids: Ids): LdNode {
  if (!rights) return {}
  const holder = rights.holder ?? undefined
  return {
    copyrightHolder:
      holder === undefined
        ? undefined
        : holder === publisher?.name
          ? publisherNode(publisher, ids)
          : organisationNode({ name: holder }, 'copyright-holder', ids),
    copyrightYear: published === undefined ? undefined : Number(published.slice(0, 4)),
    copyrightNotice: rights.notice,
    license: addressOrWork(rights.license, ids),
    usageInfo: addressOrWork(rights.terms, ids),
  }
}

/** `license` and `usageInfo` take an address or a work, never plain words: words are the name of a work. */
function addressOrWork(value: string | undefined, ids: Ids): LdValue {
  if (value === undefined) return undefined
  return /^(https?:|\/)/.test(value) ? ids.resolve(value) : { '@type': 'CreativeWork', name: value }
}

/** A place where the free part ends means that the rest is not free. */
function accessible(article: Article): boolean | undefined {
  return freeBlocksOf(article) === undefined ? article.meta.isAccessibleForFree : false
}
