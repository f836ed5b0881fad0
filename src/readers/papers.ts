import { isPlace } from './places.js'

/** Papers that bylines name without saying that they are papers. */
const papers = new Set(
  [
    'El País|El Mundo|La Vanguardia|Le Monde|Le Figaro|Libération|Les Échos|Le Soir|La Croix|La Repubblica|La Stampa|BBC|CNN|NPR',
    'Corriere della Sera|Il Sole 24 Ore|Die Zeit|Die Welt|Der Spiegel|Der Standard|Die Presse|De Standaard|De Volkskrant|NRC',
    'Dagens Nyheter|Helsingin Sanomat|Folha de S.Paulo|O Globo|La Nación|Gazeta Wyborcza|Al Jazeera|The Economist|The Hindu',
  ].flatMap(line => line.split('|')),
)

/** What papers are called, of which a person's name is none; then, what is a family's name too, but behind a city's, The or Daily. */
const titles =
  /\s(?:Times|News|Magazine|Weekly|Review|Tribune|Guardian|Journal|Gazette|Telegraph|Observer|Chronicle|Tageblatt|Tagblatt|Zeitung|Nachrichten)$/
const otherTitles = /\s(?:Post|Herald|Star|Sun|Globe|Mail|Press|Mirror|Standard|Examiner|Record|Daily)$/

/** Returns whether words are a newspaper's name, or that of another house which employs reporters. */
export function isPaper(words: string): boolean {
  if (papers.has(words) || titles.test(words)) return true
  if (!otherTitles.test(words)) return false
  const before = words.replace(otherTitles, '').replace(/^The(?: |$)/, '')
  return before === '' || before === 'Daily' || before === 'Evening' || isPlace(before)
}
