/** Times as signatures have them: `20260115T090000Z`. Numbers are milliseconds. */
export function parseBasic(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second] = match
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time) ? undefined : time
}

/** An extended time, or one of HTTP's, as the `Date` header may hold. */
export function parseHttpDate(text: string): number | undefined {
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

export const printExtended = (time: number) =>
  new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z')

export const printBasic = (time: number) => printExtended(time).replace(/[-:]/g, '')
