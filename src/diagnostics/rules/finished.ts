import type { Rule } from '../rules.js'

/** Rules about finished JSON Feeds, news objects, sitemaps and pages, whoever made them. */
export const finishedRules = {
  'jsonfeed-shape': {
    severity: 'error',
    about: 'A JSON Feed with a member that is missing or holds what it may not (JSON Feed 1.1).',
  },
  'jsonfeed-member': {
    severity: 'warning',
    about: 'A member that JSON Feed does not have and whose name does not begin with `_`, as a publisher’s own must.',
  },
  'jsonfeed-content': {
    severity: 'error',
    about: 'An item with neither HTML nor text: JSON Feed asks for one of them.',
    help: 'give the item `content_html` or `content_text`',
  },
  'jsonfeed-id': {
    severity: 'warning',
    about: 'An id that is a number, or that two items have: readers tell new from known items by it.',
    help: 'give each item an id of its own that never changes',
  },
  'jsonfeed-old': {
    severity: 'warning',
    about: 'A part of version 1 of JSON Feed that 1.1 has replaced.',
  },
  'jsonfeed-recommended': {
    severity: 'warning',
    about: 'A JSON Feed without what its specification strongly recommends.',
    help: 'name the site in `home_page_url` and the feed’s own address in `feed_url`',
  },
  'ninjs-shape': {
    severity: 'error',
    about: 'A news object with a member that is missing, unknown, or holds what it may not (IPTC ninjs 3.1).',
  },
  'ninjs-version': {
    severity: 'warning',
    about: 'A news object of another version of ninjs than the rules here are of.',
    help: 'write ninjs 3.1',
  },
  'ninjs-dates': {
    severity: 'warning',
    about: 'Dates of a news object that contradict each other.',
  },
  'ninjs-recommended': {
    severity: 'info',
    about: 'A news object that does not say of which kind it is.',
  },
  'sitemap-syntax': {
    severity: 'error',
    about: 'A sitemap that is no well-formed XML, or is in another namespace.',
  },
  'sitemap-element': {
    severity: 'error',
    about: 'An element that a sitemap does not have, or has once.',
  },
  'sitemap-missing': {
    severity: 'error',
    about: 'A story of a news sitemap without publication, language, date or title.',
  },
  'sitemap-value': {
    severity: 'error',
    about: 'A value of a sitemap that search engines cannot read.',
  },
  'sitemap-address': {
    severity: 'error',
    about: 'An entry of a sitemap without a whole address in ASCII.',
    help: 'write the page’s whole address, percent-encoded',
  },
  'sitemap-twin': {
    severity: 'warning',
    about: 'An address that stands in a sitemap twice.',
    help: 'name each page once',
  },
  'sitemap-retired': {
    severity: 'info',
    about: 'An element of a news sitemap that Google News no longer reads.',
    help: 'leave it out',
  },
  'sitemap-old': {
    severity: 'warning',
    about: 'A story of a news sitemap that is more than two days older than the newest.',
    help: 'take stories out after two days, or leave `news:news` out of their entries',
  },
  'sitemap-size': {
    severity: 'error',
    about: 'A sitemap with more than search engines take from one file.',
    help: 'split it, and write an index over the parts',
  },
  'page-doctype': {
    severity: 'warning',
    about: 'A page without doctype, which browsers show by the rules of the nineties.',
    help: 'begin it with `<!doctype html>`',
  },
  'page-language': {
    severity: 'warning',
    about: 'A page that does not say in which language it is: screen readers cannot pronounce it.',
    help: 'write it as `<html lang="en">`',
  },
  'page-title': {
    severity: 'error',
    about: 'A page without a title (HTML 4.2.2).',
    help: 'write a `<title>` in its head',
  },
  'page-canonical': {
    severity: 'warning',
    about: 'A page that names several addresses as its own.',
    help: 'keep one `<link rel="canonical">`',
  },
  'page-address': {
    severity: 'warning',
    about:
      'An address in the head of a page that is not whole: the programs that follow it do not know the page’s own.',
    help: 'write it whole, with https://',
  },
  'page-picture': {
    severity: 'warning',
    about: 'A picture without a text for those who do not see it.',
    help: 'say in `alt` what the picture shows; `alt=""` where it only adorns',
  },
  'page-id': {
    severity: 'error',
    about: 'Two elements with one id.',
    help: 'give each element an id of its own',
  },
  'page-link': {
    severity: 'warning',
    about: 'A link to a place in the page that is not there.',
    help: 'give the place that id, or mend the link',
  },
  'page-data': {
    severity: 'info',
    about: 'A page without structured data.',
    help: 'put the article’s JSON-LD into a `<script type="application/ld+json">`',
  },
  'page-extent': {
    severity: 'info',
    about: 'How far a page is judged: its markup as a whole is not.',
    help: 'ask a validator of HTML, such as https://validator.w3.org/nu/, about the rest',
  },
  'page-size': {
    severity: 'warning',
    about: 'A page so large that it was not judged.',
  },
  'file-not-judged': {
    severity: 'error',
    about: 'A finished file of a kind that check does not know.',
    help: 'check the source that it was made from',
  },
} satisfies { [id: string]: Rule }
