/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
import type { Event, LookupAttribute } from '@aws-sdk/client-cloudtrail'
import type { CloudTrailOperations } from '../api'
import { nameOf } from '../arn'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { ApiEvent } from '../model'
import { constrain } from './params'
import { onEverything } from './targets'

/** Calls on objects are data events: recorded, but not part of the event history. */
const dataEvents = new Set([
  'GetObject',
  'PutObject',
  'DeleteObject',
  'HeadBucket',
  'ListObjectsV2',
])

function userNameOf({ userIdentity }: ApiEvent) {
  const { type, userName, arn } = userIdentity
  return type === 'Root' ? 'root' : (userName ?? (arn && nameOf(arn)))
}

function matches(event: ApiEvent, { AttributeKey, AttributeValue }: LookupAttribute) {
  switch (AttributeKey) {
    case 'EventId':
      return event.eventID === AttributeValue
    case 'EventName':
      return event.eventName === AttributeValue
    case 'EventSource':
      return event.eventSource === AttributeValue
    case 'ReadOnly':
      return String(event.readOnly) === AttributeValue
    case 'Username':
      return userNameOf(event) === AttributeValue
    case 'ResourceName':
      return JSON.stringify(event.requestParameters ?? '').includes(`"${AttributeValue}"`)
    default:
      return false
  }
}

const toShape = (event: ApiEvent): Event => ({
  EventId: event.eventID,
  EventName: event.eventName,
  EventSource: event.eventSource,
  EventTime: new Date(event.eventTime),
  ReadOnly: String(event.readOnly),
  Username: userNameOf(event),
  CloudTrailEvent: JSON.stringify(event),
})

/** The token is the last event that was given: newer ones, like this very call, move nothing. */
function behind(token: string | undefined, events: ApiEvent[]) {
  if (token === undefined) return events
  const at = events.findIndex((event) => event.eventID === token)
  if (at >= 0) return events.slice(at + 1)
  throw serviceError('InvalidNextTokenException', 'The NextToken is invalid.')
}

export const cloudTrailOperations: OperationTable<CloudTrailOperations> = {
  LookupEvents: {
    check: constrain({ MaxResults: { least: 1, most: 50 } }),
    on: onEverything,
    run: ({ world, account, input }) => {
      const { StartTime, EndTime, LookupAttributes = [] } = input
      const events = world.events.filter(
        (event) =>
          event.recipientAccountId === account.id &&
          !dataEvents.has(event.eventName) &&
          (!StartTime || event.eventTime >= StartTime.toISOString()) &&
          (!EndTime || event.eventTime <= EndTime.toISOString()) &&
          LookupAttributes.every((attribute) => matches(event, attribute))
      )
      const newestFirst = behind(input.NextToken, events.toReversed())
      const items = newestFirst.slice(0, input.MaxResults ?? 50)
      const last = items.at(-1)
      const NextToken = last && items.length < newestFirst.length ? last.eventID : undefined
      return { Events: items.map(toShape), ...(NextToken ? { NextToken } : {}) }
    },
  },
}
