/** How the users pages word the age of passwords and keys. */
import { formatCount } from '~/lib/text'

const DAY = 24 * 60 * 60 * 1000

const old = 90

export const daysSince = (date: Date, now: string) =>
  Math.max(0, Math.floor((Date.parse(now) - date.getTime()) / DAY))

/** `Created today`, `12 days`. */
export function ageText(date: Date, now: string) {
  const days = daysSince(date, now)
  return days === 0 ? 'Created today' : formatCount(days, 'day', 'days')
}

/** AWS marks what has not been changed for 90 days. */
export const isOld = (date: Date, now: string) => daysSince(date, now) > old

/** The second line below a key: `Never used. 5 days old.` */
export function keyStory(created: Date, lastUsed: Date | undefined, now: string) {
  const age = daysSince(created, now)
  const used = lastUsed && daysSince(lastUsed, now)
  const use =
    used === undefined
      ? 'Never used.'
      : used === 0
        ? 'Used today.'
        : `Used ${formatCount(used, 'day', 'days')} ago.`
  return `${use} ${age === 0 ? 'Created today.' : `${formatCount(age, 'day', 'days')} old.`}`
}

export const latest = (...dates: (Date | undefined)[]) =>
  dates
    .flatMap((date) => date ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(-1)
