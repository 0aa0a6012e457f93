/** CloudTrail's console: the event history, and what it is to show. */
import { pb } from '../path-builder'

import { readHash } from './hash'
import { readParameters } from './parameters'
import { wordOf } from './text'

/** The event history looks one attribute up at a time; the most telling one wins. */
const attributes = [
  'EventId',
  'EventName',
  'Username',
  'ResourceName',
  'EventSource',
  'ReadOnly',
] as const

export function cloudTrailAddress(search: string, hash: string): string {
  const { segments, query } = readHash(hash)
  const [section, id] = segments
  if (wordOf(section) === 'events' && id) return pb.events({ EventId: id })
  if (wordOf(section) === 'trails') return pb.notBuilt('cloudtrail', 'Trails')
  if (wordOf(section) === 'dashboard') return pb.notBuilt('cloudtrail', 'Dashboard')
  const given = readParameters(query, search)
  const name = attributes.find((attribute) => given.word(attribute))
  if (!name) return pb.events()
  const value = given.word(name) ?? ''
  // some links repeat their hash in the query: `ReadOnly=false/events`
  return pb.events({ [name]: name === 'ReadOnly' ? value.replace(/\W.*$/, '') : value })
}
