/**
 * Dates as the condition operators read them: ISO 8601 down to the year alone, or seconds
 * since 1970. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
const MAX_SECONDS = 9223372036854775807n
const MIN_YEAR = -292275054n

const day = /^-?\d{1,9}(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/
const clock =
  /^(?:(?<hour>\d{1,2})(?::(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.\d{1,9})?)?)?)?(?:z|[+-]\d{2}(?::?\d{2})?)?$/i

const within = (text: string | undefined, low: number, high: number) =>
  text === undefined || (Number(text) >= low && Number(text) <= high)

export function isPolicyDate(text: string) {
  if (/^-?\d{1,40}$/.test(text))
    return BigInt(text) <= MAX_SECONDS && BigInt(text) >= MIN_YEAR
  const [date = '', time = '', ...more] = text.split(/t/i)
  const days = day.exec(date)?.groups
  const clocks = clock.exec(time)?.groups
  if (more.length > 0 || days === undefined || clocks === undefined) return false
  return (
    within(days.month, 1, 12) &&
    within(days.day, 1, 31) &&
    within(clocks.hour, 0, 23) &&
    within(clocks.minute, 0, 59) &&
    within(clocks.second, 0, 59)
  )
}
