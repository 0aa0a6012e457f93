import type { Event, LookupAttribute } from '@aws-sdk/client-cloudtrail'
import { useQuery } from '@tanstack/react-query'
import { track } from '~/lib/idle'
import { type Caller, useCaller } from './client'

/** CloudTrail answers with fifty at a time; nobody reads further back than this in a list. */
const ENOUGH = 500

async function lookup(caller: Caller, attribute: LookupAttribute | undefined) {
  const { cloudTrail } = caller.client()
  const found: Event[] = []
  for (let NextToken: string | undefined; ;) {
    const page = await cloudTrail.lookupEvents({
      MaxResults: 50,
      ...(attribute ? { LookupAttributes: [attribute] } : {}),
      ...(NextToken ? { NextToken } : {}),
    })
    found.push(...(page.Events ?? []))
    NextToken = page.NextToken
    if (!NextToken || found.length >= ENOUGH) return found
  }
}

export const eventsQuery = (caller: Caller, attribute: LookupAttribute | undefined) => ({
  queryKey: [caller.key, 'cloudTrail', 'events', attribute ?? 'all'],
  queryFn: () => track(lookup(caller, attribute)),
})

export const useEvents = (attribute: LookupAttribute | undefined) =>
  useQuery(eventsQuery(useCaller(), attribute))
