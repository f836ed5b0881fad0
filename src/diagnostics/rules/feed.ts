import type { Rule } from '../rules.js'

/** Rules about web pages and feeds. */
export const feedRules = {
  'html-revision': {
    severity: 'loss',
    about: 'An insertion or a deletion of an editor, which web formats write as accepted text.',
  },
  'html-editor-comment': {
    severity: 'info',
    about: 'A comment of an editor, which web formats leave out.',
  },
  'html-raw': {
    severity: 'loss',
    about: 'Markup that a page or a feed may not hold: meant for another format, or outside the allow-list.',
    help: 'write it with a directive or a plugin’s own node, which every format can render',
  },
  'html-image': {
    severity: 'loss',
    about: 'A picture that a page or a feed has no address to show from.',
    help: 'give the picture an http or https address, or name the site: `--site https://example.org`',
  },
  'unfit-characters': {
    severity: 'loss',
    about: 'Characters that XML 1.0 and HTML forbid.',
    help: 'take the characters out of the source',
  },
  paywall: {
    severity: 'loss',
    about: 'A story that is cut where its free part ends.',
    help: 'take `<!--more-->` out of the story if all of it is free to read',
  },
  'feed-site': {
    severity: 'warning',
    about: 'A feed without an address or a name of its own.',
    help: 'name the site: `--site https://example.org`, or `site.url` and `site.title` in standfirst.config.json',
  },
  'feed-title': {
    severity: 'info',
    about: 'A feed that nobody named, which goes by its publisher or by the site’s host.',
    help: 'set `site.title` in standfirst.config.json, or `feed.title` for the feed alone',
  },
  'feed-self': {
    severity: 'info',
    about: 'A feed that does not name its own address.',
    help: 'set `feed.url` in standfirst.config.json, such as "https://example.org/feed.xml"',
  },
  'feed-link': {
    severity: 'warning',
    about: 'A story without an address: readers of a feed cannot open it.',
    help: 'set `url` in the front matter, or `site.permalink` in standfirst.config.json, such as "/news/{slug}/"',
  },
  'feed-future': {
    severity: 'warning',
    about: 'A story dated later than now, which readers of a feed are shown at once.',
    help: 'hold it back with `embargo` in the front matter, or all such stories with `feed.future: hold` in the configuration',
  },
  'feed-limit': {
    severity: 'info',
    about: 'Older stories that a feed leaves out.',
    help: 'ask for more with `--limit 200` or `--limit all`',
  },
  'sitemap-window': {
    severity: 'info',
    about: 'Stories outside the two days that a news sitemap holds.',
  },
  'feed-left-out': {
    severity: 'info',
    about: 'A story that is not for publication now: a draft, withheld, under embargo or expired.',
  },
  'feed-empty': {
    severity: 'warning',
    about: 'A feed without a single story.',
  },
  'feed-duplicate': {
    severity: 'warning',
    about: 'Two stories with one id, of which a feed keeps the newest.',
    help: 'give each story an `id` or a `slug` of its own, or put `{folder}` into `site.permalink`',
  },
  'feed-markup': {
    severity: 'warning',
    about: 'A title that holds the end of an element, such as `</b>`, as words.',
    help: 'write it without angle brackets',
  },
  'feed-date': {
    severity: 'warning',
    about: 'A story without a date: feed readers sort by it.',
    help: 'set `published` in the front matter',
  },
  'feed-archives': {
    severity: 'warning',
    about: 'Archives of a feed that could not be written.',
    help: 'set `feed.url` in standfirst.config.json',
  },
  'feed-size': {
    severity: 'warning',
    about: 'A feed so large that it was not judged.',
    help: 'write the newest items with `--limit`, the older ones into archives',
  },
  'feed-kind': {
    severity: 'warning',
    about: 'An XML file that is neither RSS nor Atom nor a sitemap.',
  },
} satisfies { [id: string]: Rule }
