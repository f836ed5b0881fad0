import { isPlace } from './places.js'

/** Papers that bylines name without saying that they are papers. */
const papers = new Set(
  [
    'El País|El Mundo|La Vanguardia|ABC|El Periódico|La Razón|Le Monde|Le Figaro|Libération|Les Échos|Le Soir|Le Temps|Le Devoir',
    'La Presse|La Croix|La Repubblica|La Stampa|Corriere della Sera|Il Sole 24 Ore|Die Zeit|Die Welt|Der Spiegel|Der Standard',
    'Die Presse|Der Tagesspiegel|Süddeutsche Zeitung|taz|De Standaard|De Morgen|De Volkskrant|NRC|Het Parool|Trouw|Dagens Nyheter',
    'Svenska Dagbladet|Aftenposten|Politiken|Berlingske|Helsingin Sanomat|Público|Expresso|Folha de S.Paulo|O Globo|Clarín|La Nación',
    'Reforma|El Universal|El Tiempo|Gazeta Wyborcza|Rzeczpospolita|Haaretz|Al Jazeera|Al-Ahram|The Guardian|The Economist|The Hindu',
    'BBC|BBC News|CNN|NPR|Sky News|Financial Times|USA Today|Politico|ProPublica|Wall Street Journal|Vox|Axios',
  ].flatMap(line => line.split('|')),
)

/** What papers are called, of which a person's name is none; and what is a family's name too, but for one behind a city's. */
const titles =
  /\s(?:Times|News|Magazine|Weekly|Review|Tribune|Guardian|Journal|Gazette|Telegraph|Observer|Chronicle|Tageblatt|Tagblatt|Zeitung|Nachrichten)$/
const otherTitles = /\s(?:Post|Herald|Star|Sun|Globe|Mail|Press|Mirror|Standard|Examiner|Record|Daily)$/

/** Returns whether words are a newspaper's name, or that of another house which employs reporters. */
export function isPaper(words: string): boolean {
  if (papers.has(words) || titles.test(words)) return true
  return otherTitles.test(words) && isPlace(words.replace(otherTitles, ''))
}
