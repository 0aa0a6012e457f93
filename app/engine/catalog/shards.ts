const SHARDS = 16

type Shard = () => Promise<{ default: string }>

/** Each path is written out, so that every bundler can see it. */
const shards: readonly Shard[] = [
  () => import('./generated/documents-0'),
  () => import('./generated/documents-1'),
  () => import('./generated/documents-2'),
  () => import('./generated/documents-3'),
  () => import('./generated/documents-4'),
  () => import('./generated/documents-5'),
  () => import('./generated/documents-6'),
  () => import('./generated/documents-7'),
  () => import('./generated/documents-8'),
  () => import('./generated/documents-9'),
  () => import('./generated/documents-a'),
  () => import('./generated/documents-b'),
  () => import('./generated/documents-c'),
  () => import('./generated/documents-d'),
  () => import('./generated/documents-e'),
  () => import('./generated/documents-f'),
]

/** Which part holds a policy, by path and name. The generator has the same sum. */
export function shardOf(key: string) {
  let sum = 0
  for (let i = 0; i < key.length; i++) sum = (sum * 31 + key.charCodeAt(i)) % 65521
  return sum % SHARDS
}

export async function loadShard(shard: number) {
  const load = shards[shard]
  return load === undefined ? '{}' : (await load()).default
}
