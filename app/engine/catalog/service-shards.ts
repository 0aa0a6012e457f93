import { shardOf } from './shards'

type Shard = () => Promise<{ default: string }>

/** Each path is written out, so that every bundler can see it. */
const shards: readonly Shard[] = [
  () => import('./generated/services-0'),
  () => import('./generated/services-1'),
  () => import('./generated/services-2'),
  () => import('./generated/services-3'),
  () => import('./generated/services-4'),
  () => import('./generated/services-5'),
  () => import('./generated/services-6'),
  () => import('./generated/services-7'),
  () => import('./generated/services-8'),
  () => import('./generated/services-9'),
  () => import('./generated/services-a'),
  () => import('./generated/services-b'),
  () => import('./generated/services-c'),
  () => import('./generated/services-d'),
  () => import('./generated/services-e'),
  () => import('./generated/services-f'),
]

/** Numbers of the parts that hold these services. */
export const serviceShardsOf = (prefixes: Iterable<string>) =>
  new Set([...prefixes].map((prefix) => shardOf(prefix)))

export const everyServiceShard = () => new Set(shards.keys())

export async function loadServiceShard(shard: number) {
  const load = shards[shard]
  return load === undefined ? '{}' : (await load()).default
}
