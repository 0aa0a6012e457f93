/** How the console writes things. */

const absent = '-'

const parts = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'long',
  timeStyle: 'short',
  hourCycle: 'h23',
})

const partsWithSeconds = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'long',
  timeStyle: 'medium',
  hourCycle: 'h23',
})

function offset(date: Date) {
  const minutes = -date.getTimezoneOffset()
  const sign = minutes < 0 ? '-' : '+'
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0')
  return `(UTC${sign}${two(minutes / 60)}:${two(minutes % 60)})`
}

type Instant = Date | string | undefined

const toDate = (instant: Instant) => {
  if (instant === undefined) return undefined
  const date = typeof instant === 'string' ? new Date(instant) : instant
  return Number.isNaN(date.getTime()) ? undefined : date
}

const format = (instant: Instant, formatter: Intl.DateTimeFormat) => {
  const date = toDate(instant)
  if (!date) return absent
  return `${formatter.format(date).replace(' at ', ', ')} ${offset(date)}`
}

/** `May 28, 2026, 16:05 (UTC+00:00)` */
export const formatDateTime = (instant: Instant) => format(instant, parts)

/** `May 28, 2026, 16:05:09 (UTC+00:00)` */
export const formatDateTimeSeconds = (instant: Instant) => format(instant, partsWithSeconds)

const MINUTE = 60_000

const ages = [
  { unit: 'year', ms: 365 * 24 * 60 * MINUTE },
  { unit: 'day', ms: 24 * 60 * MINUTE },
  { unit: 'hour', ms: 60 * MINUTE },
  { unit: 'minute', ms: MINUTE },
]

/** `5 minutes ago`, `1 day ago`, `-` for never. */
export function formatAge(instant: Instant, now: string) {
  const date = toDate(instant)
  if (!date) return absent
  const passed = Date.parse(now) - date.getTime()
  const age = ages.find(({ ms }) => passed >= ms)
  if (!age) return 'Less than a minute ago'
  const count = Math.floor(passed / age.ms)
  return `${count} ${age.unit}${count === 1 ? '' : 's'} ago`
}

/** `1111-2222-3333`; what is no account ID stays as it is. */
export const formatAccountId = (account: string) =>
  account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')

const units = ['B', 'KB', 'MB', 'GB', 'TB']

/** `12.0 B`, `1.4 KB`: one decimal, as S3 prints sizes. */
export function formatBytes(bytes: number | undefined) {
  if (bytes === undefined) return absent
  const power = bytes === 0 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024))
  const unit = Math.min(power, units.length - 1)
  return `${(bytes / 1024 ** unit).toFixed(1)} ${units[unit]}`
}

/** `1 match`, `3 matches`. */
export const formatCount = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`

/** Seconds as the console's pickers word them: `1 hour`, `90 minutes`. */
export function formatDuration(seconds: number) {
  if (seconds % 3600 === 0) return formatCount(seconds / 3600, 'hour', 'hours')
  if (seconds % 60 === 0) return formatCount(seconds / 60, 'minute', 'minutes')
  return formatCount(seconds, 'second', 'seconds')
}
