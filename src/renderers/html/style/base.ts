/** What every page needs whatever its template: layout, focus, wide things on narrow screens, paper. */
export const baseRules = `*,::before,::after{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);overflow-wrap:break-word}
.masthead,main{width:min(100% - 2.5rem,var(--measure));margin-inline:auto}
.masthead{margin-block:1.5rem 2.5rem;padding-block-end:.6rem}
.masthead p{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem;margin:0}
main{margin-block:0 4rem;text-wrap:pretty}
.title-block{margin-block-end:1.75rem}
.title-block>figure:last-child{margin-block-end:0}
h1,h2,h3,h4,h5,h6,p,figure,blockquote,ul,ol,pre,table,hr{margin:0}
img{max-width:100%;height:auto;vertical-align:middle}
p img{height:1.2em;width:auto}
figure{margin-block:1.75rem}
figure>img{display:block;margin-inline:auto}
figure:has(>img+img){display:flex;flex-wrap:wrap;gap:.75rem;align-items:flex-start}
figure:has(>img+img)>img{flex:1 1 11rem;min-width:0;object-fit:scale-down}
figure:has(>img+img)>figcaption{flex:1 0 100%;margin-block-start:0}
figure>img:is([src$=".svg"],[src^="data:image/svg"]){inline-size:100%;max-block-size:85vh;object-fit:contain}
figcaption{margin-block-start:.6rem}
blockquote>p+p,li>p+p,.box p+p{margin-block-start:.6em}
.box>:last-child,.corrections>:last-child{margin-block-end:0}
ul,ol{padding-inline-start:1.4em}
.text ul,.text ol{margin-block:.4em .9em}
.text li>ul,.text li>ol,.box ul:last-child,.box ol:last-child{margin-block:.3em 0}
li+li{margin-block-start:.3em}
.text ul ul{list-style:"–  "}
.text ul ul ul{list-style:"·  "}
li::marker{color:var(--colour-accent,inherit);font-variant-numeric:tabular-nums}
.text .box ul{list-style:"–  ";padding-inline-start:1.1em}
.text .box ul ul{list-style:"·  "}
.task{list-style:none}
.task .check{margin-inline-start:-1.4em}
a[href]{color:inherit;text-decoration-line:underline;text-decoration-thickness:1px;text-underline-offset:.16em;text-decoration-color:var(--colour-accent,currentColor)}
a:hover{text-decoration-thickness:2px}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--colour-accent,currentColor);outline-offset:3px;border-radius:1px}
.byline .name,.speaker,.title-block .name{font-weight:600}
sup,sub{font-size:.72em;line-height:0}
sup a{text-decoration:none;padding-inline:.1em;color:var(--colour-accent,inherit)}
:target{scroll-margin-block-start:1.5rem}
.notes li:target,sup:target{background:var(--colour-tint,transparent)}
.table{overflow-x:auto;container-type:inline-size;margin-block:1.25rem 1.75rem}
.text>.table{background:linear-gradient(90deg,var(--paper) 1rem,transparent 2.5rem) 0 0 local,linear-gradient(270deg,var(--paper) 1rem,transparent 2.5rem) 0 0 local,linear-gradient(90deg,#8886,transparent .75rem),linear-gradient(270deg,#8886,transparent .75rem)}
table{border-collapse:collapse;min-width:100%}
caption{text-align:start;caption-side:top;position:sticky;inset-inline-start:0;max-width:100cqi}
th,td{text-align:start;vertical-align:top}
th:last-child,td:last-child{padding-inline-end:0}
.align-left{text-align:left}
.align-center{text-align:center}
.align-right{text-align:right}
[data-tail]::after{content:attr(data-tail);visibility:hidden}
pre{white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2}
code{font-family:var(--font-mono);font-size:.9em}
pre code{font-size:inherit}
hr{border:0;margin-block:1.75rem;text-align:center}
hr::before{content:"⁂";content:"⁂"/"";letter-spacing:.1em}
.notes{margin-block-start:2.5rem;border-block-start:1px solid var(--colour-hairline,currentColor);padding-block-start:1rem}
.notes ol{padding-inline-start:1.6em}
.notes a[role="doc-backlink"]{text-decoration:none}
.text .notes-title,.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.colophon{margin-block-start:2.5rem}
.colophon p+p{margin-block-start:.25rem}
small{font-size:inherit}
time{white-space:nowrap}
.byline,.dates{text-wrap:balance}
.credit,.rights{white-space:normal}
[lang]:not(html){hyphens:auto}`

/**
 * What must hold whatever a template says; stands after its rules. Scripts that join their letters are not spaced, and those
 * without italics are not slanted.
 */
export const lastRules = `.quote>blockquote{margin:0;padding:0;border:0;background:none}
.quote>figcaption{margin-block:.35rem 0}
.text>:first-child,.box>:first-child,blockquote>:first-child,li>:first-child{margin-block-start:0}
.notes{margin-block-start:2.5rem}
.text>.update,.text>.update+p,.text>.embed{text-indent:0}
.text>.update{margin-block:.15rem .5rem}
:is(:lang(ar),:lang(fa),:lang(ur),:lang(ps),:lang(ckb),:lang(sd),:lang(ug)) *{letter-spacing:normal}
:is(:lang(ar),:lang(fa),:lang(ur),:lang(ps),:lang(ckb),:lang(he),:lang(yi),:lang(zh),:lang(ja),:lang(ko)) :is(.quote,blockquote,.pull-quote,.subtitle){font-style:normal}`

/** Drawings with a clear background are made for white paper, of which a margin is seen around them. */
export const darkRules =
  '@media screen and (prefers-color-scheme:dark){figure>img{background:#fff}.text figure>img:is([src$=".svg"],[src^="data:image/svg"]){padding:.6rem}}'

export const printRules = `@media print{
html{font-size:10.5pt;color-scheme:light}
body{background:none}
.masthead,main{width:auto;margin-inline:0}
.title,h2,h3,h4,h5,h6,caption{break-after:avoid}
figure,.box,tr,blockquote,.pull-quote,pre{break-inside:avoid}
p,li{orphans:2;widows:2}
thead{display:table-header-group;break-after:avoid}
tbody tr:nth-child(-n+2){break-after:avoid}
tbody tr:nth-last-child(-n+2){break-before:avoid}
.table{overflow:visible;container-type:normal}
.text>.table{background:none}
a[href]{text-decoration:none}
.notes a[role="doc-backlink"]{display:none}
@page{margin:20mm 22mm}
}`
