/**
 * The order of two numbers whose digits may not fit into a `number`: AWS compares decimals, so
 * 9007199254740993 is more than 9007199254740992. A recorded answer of AWS; texts are taken to
 * be numbers already.
 */
type Decimal = { digits: bigint; exponent: number }

export function compareDecimals(left: string, right: string): number {
  const a = read(left)
  const b = read(right)
  const sign = signOf(a)
  if (sign !== signOf(b) || sign === 0) return Math.sign(sign - signOf(b))
  const size = sizeOf(a) - sizeOf(b)
  if (size !== 0) return sign * Math.sign(size)
  // of one size, so their exponents are no further apart than the texts are long
  const least = Math.min(a.exponent, b.exponent)
  const difference = widen(a, least) - widen(b, least)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

function read(text: string): Decimal {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('+', '').split('.')
  const digits = `${whole}${fraction}`.replace(/0+$/, '')
  const dropped = whole.length + fraction.length - digits.length
  return {
    digits: BigInt(/\d/.test(digits) ? digits : '0'),
    exponent: Number(power) - fraction.length + dropped,
  }
}

const signOf = ({ digits }: Decimal) => (digits === 0n ? 0 : digits > 0n ? 1 : -1)

/** Where the first digit stands, counted from the point. */
const sizeOf = ({ digits, exponent }: Decimal) =>
  String(digits).replace('-', '').length + exponent

const widen = ({ digits, exponent }: Decimal, least: number) =>
  digits * 10n ** BigInt(exponent - least)
