import { nameMaker } from './names.mjs'
import { chooser, seeded } from './random.mjs'

const list = text => text.trim().split(/\s+/)
const firsts =
  list(`Verkehrs Wirtschafts Verwaltungs Landes Bundes Hafen Fischerei Forschungs Versicherungs Gesundheits Umwelt
Bildungs Wohnungs Finanz Energie Wasser Eisenbahn Straßen Brücken Arbeits Sicherheits Industrie Handels Rechts Kultur`)
const lasts = {
  die: list(`ministerin behörde verordnung gesellschaft untersuchung genehmigung verwaltung planung abteilung versammlung
entwicklung vereinbarung kommission steuer prüfung förderung aufsicht statistik reform stiftung`),
  der: list(
    `ausschuss minister vertrag haushalt bericht ausbau verband beauftragte zuschuss betrieb entwurf beschluss`,
  ),
  das: list(`ministerium unternehmen gesetz verfahren gutachten gebäude netz amt vorhaben ergebnis programm institut`),
}
const verbs =
  list(`kritisierte verschob genehmigte finanzierte untersuchte beantragte veröffentlichte unterzeichnete verteidigte
überprüfte befürwortete bezweifelte erläuterte kündigte verlängerte beschleunigte vereinfachte unterstützte beanstandete`)
const qualities =
  list(`umstrittene kostspielige vorläufige grundsätzliche außergewöhnliche langjährige wissenschaftliche
gemeinsame unvollständige überraschende notwendige wirtschaftliche ehrenamtliche öffentliche kurzfristige verbindliche`)
const ends = list(`verzichten zustimmen nachverhandeln entscheiden berichten abwarten weiterarbeiten ausweichen`)
const when = ['vergangene Woche', 'kurzfristig', 'einstimmig', 'ohne Begründung', 'nach langer Beratung', 'im Frühjahr']

/** Returns paragraphs of German reporting: long words, and many of them. */
export function germanParagraphs(count, seed = 3) {
  const choice = chooser(seeded(seed))
  const { one, between, chance } = choice
  const name = nameMaker(choice)
  const thing = (quality = chance(0.4)) => {
    const article = one(['die', 'der', 'das'])
    const noun = one(firsts) + one(lasts[article])
    return `${article} ${quality ? `${one(qualities)} ` : ''}${noun}`
  }
  const large = text => text[0].toUpperCase() + text.slice(1)
  const sentence = () =>
    one([
      () => `${large(thing())} ${one(verbs)} ${one(when)} ${thing()}.`,
      () => `${name.person()} sagte, ${thing()} werde ${one(when)} ${one(ends)}.`,
      () => `In ${name.town()} ${one(verbs)} ${thing()} ${thing(false)}, obwohl ${name.family()} davon abriet.`,
      () => `„${large(thing())} kostet ${between(2, 900)} Millionen Euro“, erklärte ${name.person()}.`,
      () =>
        `Von ${between(12, 999)} Anträgen wurden ${between(2, 11)} bewilligt, ${between(1, 9)},${between(1, 9)} Prozent.`,
    ])()
  return Array.from({ length: count }, () => Array.from({ length: between(3, 7) }, sentence).join(' '))
}
