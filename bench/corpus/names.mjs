const starts =
  'Var Ost Hal Mir Bel Dra Kor Lin Sel Tor Ves Zal Bran Czer Edel Fal Gres Holm Isel Jar Kest Lund Mor Nied Orsa Pel Quen Ruz Stav Tal Ulm Vint Wes Yar Zem Aber Cas Dun Esk Gal'.split(
    ' ',
  )
const middles = 'a e i o u an en or il ov er am es und ing al ar ek om ist'.split(' ')
const places =
  'burg stad vik mouth ford dale haven field ovo itz ena ara wick holm berg hausen bridge port minster polis'.split(' ')
const surnames = 'sson ov ová ek ski mann er ini ard ez eau ley ton es ić ssen land wright ström ault'.split(' ')
const given =
  'Hanne Jonas Mila Ilse Petra Anton Lucia Marek Ruth Samuel Ines Oskar Greta Felix Nadia Viktor Clara Emil Joana Tomas Aisha Henrik Paula Stefan Yvonne Karel Leila Martin Olga Rafael Sofia Ulrich Vera Wanda Xavier Zoë André Björn Chloë Dušan'.split(
    ' ',
  )

/** Returns a maker of made-up names: hundreds of people and places, each likely to come again. */
export function nameMaker({ one, common, chance, upTo }, many = 900) {
  const stem = () => one(starts) + (chance(0.6) ? one(middles) + (chance(0.4) ? one('dlmnrst'.split('')) : '') : '')
  const towns = Array.from({ length: many }, () => stem() + one(places))
  const families = Array.from({ length: many }, () => stem() + one(surnames))
  return {
    town: () => common(towns),
    family: () => common(families),
    person: () => `${one(given)} ${chance(0.1) ? `${'ABCDEFGHJKLMPRSTVW'[upTo(18)]}. ` : ''}${common(families)}`,
  }
}
