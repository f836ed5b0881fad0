import type { Article } from '../../../article/article.js'
import { toAttribute, xmlHead } from '../xml-text.js'

/**
 * Returns `word/settings.xml`. Mode 15 is that of Word 2013 and later: anything less is "Compatibility Mode"
 * ([MS-DOCX] 2.1.2.3). Nothing asks for fields to be updated on opening: their results stand in the file.
 */
export function settings(
  article: Article,
  options: { rtl: boolean; hyphenate: boolean; footnotes: boolean; page?: readonly string[] },
): string {
  const page = (name: string): string => (options.page?.includes(name) ? `<${name}/>` : '')
  const language = toAttribute(article.meta.language)
  const eastAsian = /^(zh|ja|ko)\b/i.test(article.meta.language)
  const themeLanguages = `w:val="${language}"${eastAsian ? ` w:eastAsia="${language}"` : ''}${options.rtl ? ` w:bidi="${language}"` : ''}`
  const compat = [
    ['compatibilityMode', '15'],
    ['overrideTableStyleFontSizeAndJustification', '1'],
    ['enableOpenTypeFeatures', '1'],
    ['doNotFlipMirrorIndents', '1'],
    ['differentiateMultirowTableHeaders', '1'],
    ['useWord2013TrackBottomHyphenation', '0'],
  ]
    .map(
      ([name, value]) =>
        `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
    )
    .join('')
  return [
    `${xmlHead}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`,
    '<w:zoom w:percent="100"/>',
    page('w:mirrorMargins'),
    '<w:defaultTabStop w:val="360"/>',
    options.hyphenate ? '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>' : '',
    page('w:evenAndOddHeaders'),
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    options.footnotes ? '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' : '',
    // A line that is broken by hand is not spread out to the margin.
    `<w:compat><w:doNotExpandShiftReturn/>${compat}</w:compat>`,
    `<w:themeFontLang ${themeLanguages}/>`,
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>',
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    '</w:settings>',
  ].join('')
}
