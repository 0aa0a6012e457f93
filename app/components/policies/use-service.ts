import { useEffect, useState } from 'react'
import {
  isServiceLoaded,
  loadServiceAuthorization,
  type ServiceAuthorization,
  serviceOf,
} from '~/engine/catalog/service-authorization'
import { track } from '~/lib/idle'

type Loaded = {
  status: 'ready' | 'loading' | 'failed'
  /** Nothing for a service that the catalog does not have. */
  service?: ServiceAuthorization
  retry: () => void
}

/** What is known of a service, which comes when it is first asked for. */
export function useService(prefix: string | undefined): Loaded {
  const [failed, setFailed] = useState<string>()
  const [, setLoads] = useState(0)
  const isMissing = prefix !== undefined && !isServiceLoaded(prefix)
  const load = (name: string) =>
    track(loadServiceAuthorization([name])).then(
      () => setLoads((loads) => loads + 1),
      () => setFailed(name)
    )
  useEffect(() => {
    if (isMissing) void load(prefix)
  }, [isMissing, prefix])
  const retry = () => {
    setFailed(undefined)
    if (prefix !== undefined) void load(prefix)
  }
  if (isMissing) return { status: failed === prefix ? 'failed' : 'loading', retry }
  const service = prefix === undefined ? undefined : serviceOf(prefix)
  return { status: 'ready', retry, ...(service ? { service } : {}) }
}
