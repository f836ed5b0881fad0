import type { ParagraphRole } from './style-roles.js'

/**
 * What other programs call a style in the language that they are set to. Word itself keeps the English name of its own
 * styles in every language (ISO/IEC 29500-1, 17.7.4.9), and only their ids differ.
 */
const localNames: { readonly [role in ParagraphRole]?: string } = {
  title: 'titel|titre|título|titolo|rubrik|tittel|otsikko|tytuł|название|název|tytul|başlık|titlu|titulo',
  subtitle:
    'untertitel|sous-titre|subtítulo|sottotitolo|ondertitel|underrubrik|undertitel|undertittel|alaotsikko|podtytuł|подзаголовок',
  quote1: 'zitat|citation|cita|citazione|citaat|citat|sitat|lainaus|cytat|цитата|citação|blockzitat',
  caption: 'beschriftung|légende|leyenda|didascalia|bijschrift|beskrivning|billedtekst|bildetekst|legenda|kuvateksti',
  text: 'textkörper|fließtext|corps de texte|texto independiente|corpo testo|corpo del testo|platte tekst|hoofdtekst|brödtext|brødtekst|leipäteksti|основной текст|normale|normaali|обычный',
  note: 'fußnotentext|note de bas de page|texto nota pie|testo nota a piè di pagina|voetnoottekst|fotnotstext|fotnotetekst|fodnotetekst',
  listItem:
    'listenabsatz|paragraphe de liste|párrafo de lista|paragrafo elenco|lijstalinea|liststycke|listeavsnitt|listeafsnit|akapit z listą|абзац списка',
}

/** "Überschrift 2", "Titre 2": a word and a number. */
const heading =
  /^(?:überschrift|titre|título|titulo|titolo|encabezado|kop|rubrik|overskrift|otsikko|nagłówek|заголовок|nadpis|başlık|標題|标题|見出し|제목) ?([1-9])$/

const roles: ReadonlyMap<string, ParagraphRole> = new Map(
  Object.entries(localNames).flatMap(([role, names]) =>
    names.split('|').map((name): [string, ParagraphRole] => [name, role as ParagraphRole]),
  ),
)

/** Returns what a style's name, in lower case, stands for in some language; undefined where it is in none of them. */
export function localRole(name: string): ParagraphRole | undefined {
  const rank = heading.exec(name)?.[1]
  return rank === undefined ? roles.get(name) : (`heading${Math.min(Number(rank), 6)}` as ParagraphRole)
}
