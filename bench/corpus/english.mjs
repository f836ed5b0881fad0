import { connecting, ideas, people, qualities, things, verbs } from './english-words.mjs'
import { nameMaker } from './names.mjs'
import { chooser } from './random.mjs'

const vowel = /^[aeiou]/
const doubled = /^(admit|submit|plan|regret|control|transfer|fulfil|cancel)$/
const small = 'three four five six seven eight nine ten eleven twelve'.split(' ')
const months = 'January February March April May June July August September October November December'.split(' ')
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const units = 'kilometres tonnes hectares kilowatt-hours households passengers complaints signatures'.split(' ')
const prefixes = ['re', 'over', 'under', 'mis', 'pre', 'out']
const agents = ['work', 'ware', 'land', 'water', 'stock', 'house', 'road', 'night', 'mill', 'wind']

export const plural = noun =>
  /(s|x|ch|sh|z)$/.test(noun)
    ? `${noun}es`
    : /[^aeiou]y$/.test(noun)
      ? `${noun.slice(0, -1)}ies`
      : /man$/.test(noun)
        ? noun.replace(/man$/, 'men')
        : `${noun}s`
const third = verb => plural(verb)
const stem = verb => (doubled.test(verb) ? verb + verb.at(-1) : verb.replace(/e$/, ''))
const past = verb => (/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem(verb)}ed`)
const going = verb => `${/ee$/.test(verb) ? verb : stem(verb)}ing`
const adverb = quality =>
  /ic$/.test(quality)
    ? `${quality}ally`
    : /[^aeiou]y$/.test(quality)
      ? `${quality.slice(0, -1)}ily`
      : /le$/.test(quality)
        ? `${quality.slice(0, -1)}y`
        : `${quality}ly`
const article = phrase => `${vowel.test(phrase) ? 'an' : 'a'} ${phrase}`
const capital = text => text.replace(/^./, first => first.toUpperCase())

/**
 * Returns a writer of English reporting, made by rule from a stock of words. `names` and `figures` (0 to 1) say how many of
 * its sentences name someone or count something.
 */
export function englishWriter(random, { names = 0.3, figures = 0.25, quotes = 0.12 } = {}) {
  const choice = chooser(random)
  const { chance, one, common, between, upTo } = choice
  const name = nameMaker(choice, 1500)

  const verb = () => (chance(0.12) ? one(prefixes) + common(verbs) : common(verbs))
  const quality = () => (chance(0.08) ? one(['un', 'half-', 'ill-', 'all-']) + common(qualities) : common(qualities))
  const noun = () => {
    if (chance(0.1)) return one(agents) + common(things)
    if (chance(0.12)) return `${common(things)} ${common(things)}`
    if (chance(0.05)) return `${common(things)}-${common(things)}`
    if (chance(0.12)) return `${stem(common(verbs))}er`
    return chance(0.25) ? common(people) : common(things)
  }
  const idea = () => (chance(0.12) ? `${common(qualities).replace(/([^aeiou])y$/, '$1i')}ness` : common(ideas))
  const quantity = () =>
    one([
      () => `${one(small)} ${one(units)}`,
      () => `${between(2, 99)},${String(between(0, 999)).padStart(3, '0')} ${one(units)}`,
      () => `${between(1, 98)}.${between(1, 9)} %`.replace(' %', ' per cent'),
      () => `€${between(2, 900)} million`,
      () => `${between(12, 400)} ${one(units)}`,
    ])()
  const when = () =>
    one([
      () => `on ${one(days)}`,
      () => `in ${one(months)}`,
      () => `in ${between(1948, 2026)}`,
      () => `on ${between(1, 28)} ${one(months)}`,
      () => `before the ${noun()} closed`,
      () => `after ${one(small)} years`,
    ])()
  const where = () => one([() => `in ${name.town()}`, () => `near ${name.town()}`, () => `beside the ${noun()}`])()
  const thing = () => {
    const base = chance(0.45) ? `${quality()} ${noun()}` : noun()
    return one([
      () => `the ${base}`,
      () => `the ${base}`,
      () => article(base),
      () => `the ${common(people)}’s ${base}`,
      () => `the ${base} of ${idea()}`,
      () => `${one(['some', 'many', 'most', 'few', 'several'])} ${plural(noun())}`,
    ])()
  }
  const who = () =>
    chance(names)
      ? one([
          () => name.person(),
          () => `${name.person()}, ${article(`${quality()} ${common(people)}`)},`,
          () => `the ${common(people)} of ${name.town()}`,
        ])()
      : chance(0.3)
        ? `the ${plural(common(people))}`
        : thing()
  const done = () =>
    one([
      () => `${past(verb())} ${thing()}`,
      () => `${past(verb())} ${thing()} ${chance(0.5) ? when() : where()}`,
      () => `had ${past(verb())} the ${idea()} of ${thing()}`,
      () => `will ${verb()} ${thing()} without ${idea()}`,
      () => `could not ${verb()} ${thing()}`,
      () => `could not be ${adverb(quality())} ${past(verb())}`,
      () => `asked for ${idea()} and ${idea()}`,
    ])()
  const counted = () =>
    one([
      () => `${capital(who())} counted ${quantity()}, against ${quantity()} ${when()}.`,
      () => `${capital(idea())} cost ${quantity()} and ${idea()} ${quantity()}.`,
      () => `Of ${quantity()}, ${one(small)} were ${past(verb())} ${where()}.`,
    ])()
  const plain = () =>
    one([
      () => `${capital(who())} ${done()}.`,
      () => `${capital(who())} ${done()}, and ${who()} ${done()}.`,
      () => `${capital(who())} ${done()}; ${who()} ${done()} ${when()}.`,
      () => `${capital(common(connecting))}, ${who()} ${done()}.`,
      () => `${capital(when())} ${who()} ${done()}, although ${thing()} ${done()}.`,
      () => `${capital(going(verb()))} ${thing()} is ${article(`${quality()} ${idea()}`)}, ${who()} said.`,
      () => `What ${who()} ${past(verb())} was ${thing()}, ${quality()} and ${quality()}.`,
      () => `It ${third(verb())} ${thing()}, which ${past(verb())} ${thing()}.`,
      () => `${capital(idea())} is ${article(quality())} ${idea()} where ${plural(noun())} ${verb()} ${thing()}.`,
    ])()
  const spoken = () =>
    one([
      () => `“${capital(thing())} ${done()},” said ${name.person()}. “${capital(who())} ${done()}.”`,
      () => `${capital(name.person())} called it “${article(`${quality()} ${idea()}`)}”.`,
      () => `“${capital(idea())}”, ${who()} said, “is ${article(`${quality()} ${noun()}`)}.”`,
    ])()

  const sentence = () => (chance(figures) ? counted() : chance(quotes) ? spoken() : plain())
  return {
    ...choice,
    ...name,
    sentence,
    sentences: count => Array.from({ length: count }, sentence),
    paragraph: (least = 3, most = 7) => Array.from({ length: between(least, most) }, sentence).join(' '),
    phrase: () => `${quality()} ${noun()}`,
    heading: () =>
      capital(
        one([
          () => `${thing()} and ${idea()}`,
          () => `${idea()} ${where()}`,
          () => `How ${who()} ${done()}`.replace(/,/g, ''),
        ])(),
      ),
    word: () => common(things),
    idea,
    figure: () => `${upTo(900)}.${upTo(10)}`,
    unit: () => one(units),
    role: () => `${quality()} ${common(people)}`,
  }
}
