/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
import type { Event, LookupAttribute } from '@aws-sdk/client-cloudtrail'
import type { CloudTrailOperations } from '../api'
import type { OperationTable } from '../kernel'
import type { ApiEvent } from '../model'
import { page } from './paging'
import { onEverything } from './targets'

/** Calls on objects are data events: recorded, but not part of the event history. */
const dataEvents = new Set([
  'GetObject',
  'PutObject',
  'DeleteObject',
  'HeadBucket',
  'ListObjectsV2',
])

const userNameOf = ({ userIdentity }: ApiEvent) =>
  userIdentity.userName ?? userIdentity.arn?.slice(userIdentity.arn.lastIndexOf('/') + 1)

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

export const cloudTrailOperations: OperationTable<CloudTrailOperations> = {
  LookupEvents: {
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
      const { items, Marker } = page(events.toReversed(), {
        Marker: input.NextToken,
        MaxItems: input.MaxResults ?? 50,
      })
      return { Events: items.map(toShape), ...(Marker ? { NextToken: Marker } : {}) }
    },
  },
}
