import type { Event } from '@aws-sdk/client-cloudtrail'
import { isObject } from '~/engine/policy/read'

export type EventRow = {
  id: string
  name: string
  time: Date | undefined
  user: string
  source: string
  readOnly: string
  errorCode: string
  /** The record as JSON. */
  record: string
}

function readRecord(text: string): Record<string, unknown> {
  try {
    const record: unknown = JSON.parse(text)
    return isObject(record) ? record : {}
  } catch {
    return {}
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The error code is only in the record, not beside it. */
export function toRow(event: Event): EventRow {
  const record = event.CloudTrailEvent ?? ''
  return {
    id: event.EventId ?? '',
    name: event.EventName ?? '',
    time: event.EventTime,
    user: event.Username ?? '',
    source: event.EventSource ?? '',
    readOnly: event.ReadOnly ?? '',
    errorCode: textOf(readRecord(record)['errorCode']),
    record,
  }
}
