/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
import { comparing } from './test'

const iso =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/

/**
 * A date of the W3C profile of ISO 8601, or seconds since 1970, as milliseconds. Four digits
 * are a year, and a time without a zone is UTC: our reading, for AWS does not say.
 * https://www.w3.org/TR/NOTE-datetime
 */
export function parseDate(text: string): number | undefined {
  const parts = iso.exec(text)
  if (!parts) return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : undefined
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0'] = parts
  // dates are told apart down to the millisecond: a recorded answer of AWS
  const fraction = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const at = Date.UTC(+(year ?? 0), +month - 1, +day, +hour, +minute, +second)
  // the thirtieth of February would silently be a day in March
  const real =
    new Date(at).getUTCDate() === +day &&
    +month <= 12 &&
    +hour < 24 &&
    +minute < 60 &&
    +second < 61
  return real ? at + fraction - offset(parts[8]) : undefined
}

function offset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

export const dateEquals = comparing(parseDate, (got, wanted) => got === wanted)
export const dateLessThan = comparing(parseDate, (got, wanted) => got < wanted)
export const dateLessThanEquals = comparing(parseDate, (got, wanted) => got <= wanted)
export const dateGreaterThan = comparing(parseDate, (got, wanted) => got > wanted)
export const dateGreaterThanEquals = comparing(parseDate, (got, wanted) => got >= wanted)
