/**
 * Writes a number with seven digits that count, as drawings have them whatever their scale; PDF knows no exponents
 * (ISO 32000-1 7.3.3).
 */
export function written(value: number): string {
  const number = Number(value.toPrecision(7))
  if (!Number.isFinite(number) || Math.abs(number) < 1e-9) return '0'
  const text = String(number)
  return text.includes('e') ? number.toFixed(9).replace(/\.?0+$/, '') : text
}
