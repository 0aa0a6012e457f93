import { useQuery } from '@tanstack/react-query'
import { useCaller } from './client'

export type Entity = {
  kind: 'user' | 'user group' | 'role' | 'policy' | 'provider' | 'bucket'
  name: string
  /** What its page is found by: the name, or for policies and providers the ARN. */
  id: string
}

export type Found = {
  entities: Entity[]
  /** Actions of the lists that were refused. */
  refused: string[]
}

/** Everything that the active identity may list by name, once somebody is looking for it. */
export function useEntities(enabled: boolean) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'entities'],
    queryFn: async () => (await import('./entities')).listEntities(caller),
    enabled,
  })
}

const ACCESS_KEY_ID = /^A[KS]IA[A-Z0-9]{16}$/

/** The user whose access key this is; a key is found by its whole ID alone. */
export function useOwnerOfKey(text: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'owner of key', text],
    queryFn: async () => (await import('./entities')).ownerOfKey(caller, text),
    enabled: ACCESS_KEY_ID.test(text),
  }).data
}
