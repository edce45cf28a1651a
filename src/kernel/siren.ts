// SIREN numbers: their key, and what a commune's SIREN says of its INSEE code. Pure.

/**
 * True when nine digits pass the Luhn key (modulus 10, every second digit doubled from the right).
 * A fragment may pass by chance: the length is part of the check.
 * @source INSEE, SIRENE repertory (R.123-220 and following, Code de commerce)
 */
export function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false
  let sum = 0
  for (let place = 0; place < 9; place += 1) {
    const digit = Number(text.charAt(8 - place)) * (place % 2 === 1 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/**
 * INSEE code of a commune from its SIREN (`21` + department + commune on four digits, the first a 0 + key), undefined when it is not such a number.
 * Overseas departments (97x) write their third digit in the place of that 0.
 */
export function inseeOfSiren(siren: string): string | undefined {
  const parts = /^21(\d{2}|2[AB])(\d)(\d{3})\d$/.exec(siren)
  if (!parts) return undefined
  const [, department, middle, commune] = parts as unknown as [string, string, string, string]
  if (department === '97') return `97${middle}${commune.slice(1)}`
  return middle === '0' ? `${department}${commune}` : undefined
}
