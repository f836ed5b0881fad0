import type { Rule } from '../rules.js'

/** Rules about pictures: where they may come from and what they may cost. */
export const assetRules = {
  'asset-missing': {
    severity: 'warning',
    about: 'A picture whose file does not exist or cannot be read. Its alt text and caption stand in its place.',
    help: 'check the address: it is relative to the article, or begins with `/` at the root',
  },
  'asset-outside-root': {
    severity: 'warning',
    about: 'A picture whose file lies outside the root, directly or by a symbolic link.',
    help: 'move the picture beside the article, or name a folder that holds both with `--root`',
  },
  'asset-network': {
    severity: 'warning',
    about: 'A picture on the network. Nothing is fetched from there.',
    help: 'save the picture beside the article and name the file',
  },
  'asset-type': {
    severity: 'warning',
    about: 'A file that is no picture of a kind that can be shown, whatever its name says.',
    help: 'save the picture as JPEG or PNG',
  },
  'asset-broken': {
    severity: 'warning',
    about: 'A picture whose header cannot be read, or whose file is broken off.',
    help: 'open the picture in an editor and save it again',
  },
  'asset-size': {
    severity: 'warning',
    about: 'A picture with more bytes or pixels than one picture may cost.',
    help: 'scale the picture down to what print needs, some 3000 px',
  },
  'drawing-html': {
    severity: 'loss',
    about: 'An SVG whose words are HTML (`foreignObject`): PDF and Word are without them.',
    help: 'export the drawing with its words as SVG text (in Mermaid: `htmlLabels: false`), or as PNG',
  },
  'picture-held': {
    severity: 'warning',
    about: 'A picture that the source itself holds, in a format that only links to pictures.',
    help: 'save it as a file, which `--to markdown` does, publish that, and name its address',
  },
  'asset-count': {
    severity: 'warning',
    about: 'More pictures than one article may have.',
  },
} satisfies { [id: string]: Rule }
